import type { Indicator } from "../../inputs/study.ts";

/**
 * Choose the number format of a row by the size of its numbers, so that all of them can be read.
 *
 * @param values - those that are not finite are passed over.
 */
export function formatBySize(values: readonly number[]): string {
  const sizes = values.filter(Number.isFinite).map(Math.abs);
  const largest = Math.max(0, ...sizes);
  if (largest >= 1000) return "#,##0";
  if (largest >= 1 || largest === 0) return "#,##0.00";
  return largest >= 0.01 ? "0.0000" : "0.000000";
}

/** Number format in which the plan shows a row: shares as percent, everything with the row's decimals. */
export function formatOfIndicator({ display }: Pick<Indicator, "display">): string {
  const decimals = display.decimals > 0 ? `.${"0".repeat(display.decimals)}` : "";
  return display.percent ? `0${decimals}%` : `#,##0${decimals}`;
}

/** One decimal more, for what is computed rather than set. */
export function formatOfEstimate({ display }: Pick<Indicator, "display">): string {
  return formatOfIndicator({ display: { ...display, decimals: Math.max(1, display.decimals + 1) } });
}
