import { formatFigure } from "../charts/format-figure.ts";
import type { Language } from "../core/bilingual.ts";
import type { Indicator } from "../inputs/study.ts";

/** Write a change in the row's unit to the row's own decimals, percentage points for percent rows: +0.25, −1.3, 0. */
export function signedChange(change: number, { display }: Pick<Indicator, "display">, language: Language): string {
  const value = display.percent ? change * 100 : change;
  const text = formatFigure(Math.abs(value), { percent: false, decimals: display.decimals }, language);
  if (!/[1-9]/.test(text)) return "0";
  return `${change < 0 ? "−" : "+"}${text}`;
}

/**
 * Write a change as {@link signedChange} does, but with as many decimals as its first two digits need.
 *
 * @param isSigned - whether a rise begins with a plus sign; a fall always begins with a minus sign.
 */
export function smallChange(
  change: number,
  { display }: Pick<Indicator, "display">,
  language: Language,
  isSigned = true,
): string {
  const size = Math.abs(display.percent ? change * 100 : change);
  if (size === 0) return "0";
  const decimals = Math.min(12, Math.max(display.decimals, 1 - Math.floor(Math.log10(size))));
  const text = formatFigure(size, { percent: false, decimals }, language);
  return change < 0 ? `−${text}` : isSigned ? `+${text}` : text;
}
