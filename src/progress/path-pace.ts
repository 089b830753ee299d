import type { ChosenReadings } from "../inputs/readings.ts";
import type { Indicator } from "../inputs/study.ts";
import type { AttainmentRule } from "../reachability/attainment.ts";
import { milestones } from "../reachability/milestones.ts";

/** Where a row starts from and where it stands. */
export interface PathPoint {
  /** The baseline, or 0 for a sum. */
  readonly start: number;
  readonly value: number;
  /** On the axis of year ends, as `yearsAt` gives it. */
  readonly from: number;
  readonly at: number;
}

/**
 * Change that is done ÷ change that the row's own path has due by then: 1 on the path.
 *
 * Within a year the path is straight.
 *
 * @param years - of the rule's plan, ascending, up to the target year.
 * @returns null where the path asks for no change yet, or has no meaning for the row.
 */
export function pathPace(
  indicator: Indicator,
  rule: Pick<AttainmentRule, "kind" | "comparison" | "target">,
  years: readonly number[],
  { start, value, from, at }: PathPoint,
  readings: ChosenReadings,
): number | null {
  if (indicator.target === null) return null;
  const way = milestones(indicator, rule, years, indicator.target.path, readings);
  if (way === null) return null;
  const points = [{ year: from, value: start }, ...way.filter(({ year }) => year > from)];
  const now = Math.min(at, points.at(-1)?.year ?? at);
  const next = points.findIndex(({ year }) => year >= now);
  const [before, after] = [points[next - 1], points[next]];
  if (before === undefined || after === undefined) return null;
  const share = (now - before.year) / (after.year - before.year);
  const due = before.value + (after.value - before.value) * share - start;
  return due * (rule.target - start) > 0 ? (value - start) / due : null;
}
