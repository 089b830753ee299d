import type { Observation } from "../../inputs/study.ts";
import type { Evidence, EvidenceKind, ObservationError } from "./assimilation.ts";
import type { AssimilationSettings } from "./assimilation-settings.ts";

/**
 * Add up how far a figure may lie from the model's value: rounding, measurement by the grade of its source, and what a
 * model with the right inputs is still off.
 *
 * @param rounding - width of the last printed digit, in the unit of the figure.
 */
export function errorOf(
  value: Evidence["value"],
  kind: EvidenceKind,
  grade: Observation["grade"],
  rounding: number,
  { discrepancy, measurement }: Pick<AssimilationSettings, "discrepancy" | "measurement">,
): ObservationError {
  const size = kind === "rate" ? 1 : sizeOf(value);
  const parts = {
    rounding: rounding / Math.sqrt(12),
    measurement: measurement[kind === "rate" ? "absolute" : "relative"][grade] * size,
    discrepancy: discrepancy[kind] * size,
  };
  return { ...parts, total: Math.sqrt(parts.rounding ** 2 + parts.measurement ** 2 + parts.discrepancy ** 2) };
}

/** A figure's own size; of an interval that of its finite end, or of its middle. */
function sizeOf(value: Evidence["value"]): number {
  if (typeof value === "number") return Math.abs(value);
  const ends = [value.lower, value.upper].filter(Number.isFinite);
  return Math.abs(ends.reduce((sum, end) => sum + end, 0) / ends.length);
}

/**
 * Width of the last digit in which figures of a series are printed; an interval's ends are limits, not rounded values.
 *
 * @param decimals - decimal places of the most precise figure of the series, in the unit of the figure; trailing zeros are
 *   not seen, so that a single figure may seem coarser than it was printed.
 */
export function roundingWidth(value: Evidence["value"], decimals: number): number {
  return typeof value === "number" ? 10 ** -decimals : 0;
}
