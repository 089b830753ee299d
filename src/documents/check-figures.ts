import { chanceWording } from "../reachability/wording.ts";
import { type ReportData, valueAt } from "./report-data.ts";
import { allSpans, type NumberSpan, type ReportDocument, type Span } from "./report-document.ts";
import { shortChance } from "./report-figures.ts";

/** A figure of a document that does not say what its result says. */
export interface FigureFault {
  readonly text: string;
  /** Path that it claims to come from; null for digits that claim nothing. */
  readonly from: string | null;
}

/** Rounding of the arithmetic itself, as a share of the value. */
const arithmetic = 1e-9;

/**
 * Hold every figure of a document against the results it claims to come from, and find digits that claim nothing.
 *
 * Works on what is written: a number is read back from its digits and must be its value, rounded as it says; a text
 * that is quoted must be there word for word; fixed words may hold no digit.
 */
export function checkFigures(
  document: Pick<ReportDocument, "title" | "lead" | "blocks">,
  data: ReportData,
): FigureFault[] {
  return allSpans(document)
    .filter((span) => !isSound(span, data))
    .map((span) => ({ text: span.text, from: span.kind === "text" ? null : span.from }));
}

function isSound(span: Span, data: ReportData): boolean {
  if (span.kind === "text") return !/\p{Nd}/u.test(span.text);
  const found = valueAt(data, span.from);
  if (span.kind === "quote") return found === span.text;
  if (typeof found !== "number" || found !== span.value) return false;
  if (span.kind === "number") return isRounded(span, found);
  const words: readonly string[] = Object.values(chanceWording(found));
  return words.some((said) => said === span.text || shortChance(said) === span.text);
}

/** Differences leave their sign to words, so the size alone is compared. */
function isRounded({ text, scale, step }: NumberSpan, value: number): boolean {
  if (!/^−?\d[\d,]*(\.\d+)?$/.test(text)) return false;
  const written = Number(text.replace("−", "").replaceAll(",", ""));
  const difference = Math.abs(written / scale - Math.abs(value));
  return difference <= step / 2 + arithmetic * Math.max(1, Math.abs(value));
}
