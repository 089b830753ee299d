import picocolors from "picocolors";
import type { VerdictClass } from "../reachability/verdict.ts";

/** Colours of a terminal, or none. */
export type Paint = ReturnType<typeof picocolors.createColors>;

/** Make the colours of a stream; without colour every one of them leaves the text as it is. */
export function paintFor({ hasColor }: { readonly hasColor: boolean }): Paint {
  return picocolors.createColors(hasColor);
}

/** Colour of a class: green for done or likely, yellow for open, red for unlikely or missed. */
export function paintClass(paint: Paint, verdictClass: VerdictClass): (text: string) => string {
  switch (verdictClass) {
    case "exceeded":
    case "met":
    case "very_likely":
    case "likely":
      return paint.green;
    case "nearly_met":
    case "uncertain":
      return paint.yellow;
    case "unlikely":
    case "very_unlikely":
    case "missed":
      return paint.red;
    case "not_assessable":
    case "no_target_yet":
    case "definition_changed":
    case "data_missing":
      return paint.dim;
  }
}
