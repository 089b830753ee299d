import type { Figure, Indicator, TargetComparison } from "./study.ts";

/** Reading by indicator id (or switch name), as a scenario chooses them. */
export type ChosenReadings = Readonly<Record<string, string>>;

/** A baseline figure with the name of the reading it comes from. */
export interface BaselineInForce {
  readonly reading: string;
  readonly figure: Figure;
}

/** The comparison and value a target has under one reading. */
export interface TargetInForce {
  readonly reading: string;
  readonly comparison: TargetComparison;
  readonly value: number;
}

/**
 * Find the baseline figure that the chosen readings put in force.
 *
 * A choice that names no reading of this baseline is meant for the target or a switch; the default then holds.
 */
export function baselineInForce(indicator: Indicator, readings: ChosenReadings): BaselineInForce {
  const { baseline } = indicator;
  const chosen = chosenReading(indicator, readings);
  const reading = chosen !== null && Object.hasOwn(baseline.readings, chosen) ? chosen : baseline.default;
  return { reading, figure: baseline.readings[reading] ?? null };
}

/**
 * Find the base-year figure of a row, in its unit: what `observed(id)` of the model language reads.
 *
 * @returns a number, the interval that an inequality leaves open, or null for a blank nobody has filled.
 */
export function baselineFigure(indicator: Indicator, readings: ChosenReadings): Figure {
  return baselineInForce(indicator, readings).figure;
}

/**
 * Find the comparison and value that the chosen readings put in force; null when the row has no target yet.
 *
 * A choice that names no reading of this target leaves the default in force.
 */
export function targetInForce(indicator: Indicator, readings: ChosenReadings): TargetInForce | null {
  const { target } = indicator;
  if (target === null) return null;
  const chosen = chosenReading(indicator, readings);
  const named = chosen !== null && Object.hasOwn(target.readings, chosen) ? target.readings[chosen] : undefined;
  if (chosen === null || named === undefined) {
    return { reading: target.default, comparison: target.comparison, value: target.value };
  }
  return { reading: chosen, comparison: named.comparison, value: named.value };
}

/** Name the readings in force: `baseline`, or `baseline/target` when the two differ. */
export function readingLabel(indicator: Indicator, readings: ChosenReadings): string {
  const baseline = baselineInForce(indicator, readings).reading;
  const target = targetInForce(indicator, readings)?.reading ?? baseline;
  return target === baseline ? baseline : `${baseline}/${target}`;
}

function chosenReading(indicator: Indicator, readings: ChosenReadings): string | null {
  return Object.hasOwn(readings, indicator.id) ? (readings[indicator.id] ?? null) : null;
}
