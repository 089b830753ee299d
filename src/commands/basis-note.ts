import type { Language } from "../core/bilingual.ts";
import type { ModelSource } from "../inputs/study.ts";
import { countBases } from "../report/basis-counts.ts";
import { type TextSink, textColumns } from "./command-io.ts";
import { sayIn } from "./messages.ts";
import { paintFor } from "./verdict-paint.ts";
import { wrapToWidth } from "./wrap-to-width.ts";

/** Say what the numbers rest on: parameters by basis, and how many of them name no source. */
export function basisNote(model: ModelSource, language: Language, sink: TextSink): string {
  const text = sayIn(language)("basis", countBases(model));
  const paint = paintFor(sink);
  return `${wrapToWidth(text, textColumns(sink)).map(paint.dim).join("\n")}\n`;
}
