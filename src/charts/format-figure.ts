import type { Language } from "../core/bilingual.ts";
import type { TargetComparison } from "../inputs/study.ts";
import type { FigureDisplay } from "./chart-data.ts";

const signs: Readonly<Record<TargetComparison, string>> = { ">=": "≥", ">": ">", "<=": "≤", "<": "<" };

/** Write a comparison as print does: `>=` becomes ≥. */
export function comparisonSign(comparison: TargetComparison): string {
  return signs[comparison];
}

/**
 * Write a figure for people: no more decimals than the row has, no trailing zeros, a true minus sign.
 *
 * @param value - in the unit of the row; a fraction for percent rows.
 * @returns such as `12.5`, `1,250` (`1250` in Chinese) or `73%`.
 */
export function formatFigure(value: number, display: FigureDisplay, language: Language): string {
  const fixed = Math.abs(display.percent ? value * 100 : value).toFixed(display.decimals);
  const [whole = "", decimals = ""] = fixed.split(".");
  const grouped = language === "en" ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
  const trimmed = decimals.replace(/0+$/, "");
  const digits = trimmed === "" ? grouped : `${grouped}.${trimmed}`;
  const sign = value < 0 && /[1-9]/.test(digits) ? "−" : "";
  return `${sign}${digits}${display.percent ? "%" : ""}`;
}
