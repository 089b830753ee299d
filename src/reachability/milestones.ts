import { exp, ln } from "../core/exp-ln.ts";
import { baselineFigure, type ChosenReadings } from "../inputs/readings.ts";
import type { Indicator, TargetPath } from "../inputs/study.ts";
import { type AttainmentRule, targetDirection } from "./attainment.ts";

/** What a year's value ought to be. */
export interface Milestone {
  readonly year: number;
  /** In the row's unit: a level, the sum so far, or the yearly growth of a mean growth. */
  readonly value: number;
}

/**
 * Lay out the value that each year needs on the way to a target.
 *
 * Ceilings, rows to maintain and mean growths need the target itself each year. A level goes from the baseline in equal
 * steps, at one growth, or in equal steps of the logit (shares only); a sum in equal parts or by a profile.
 *
 * @param years - of the plan, ascending, up to the target year.
 * @returns null where the path has no meaning: no baseline that is a number, growth of what is not above 0, a logit of
 *   what is no share, a path of a row that asks for less than its baseline gives, a profile of a level.
 * @throws RangeError when a given path has not one value a year.
 */
export function milestones(
  indicator: Indicator,
  rule: Pick<AttainmentRule, "kind" | "comparison" | "target">,
  years: readonly number[],
  path: TargetPath,
  readings: ChosenReadings,
): readonly Milestone[] | null {
  const values =
    path.kind === "official" ? oneAYear(path.values, years) : pathValues(indicator, rule, years, path, readings);
  return values && years.map((year, i) => ({ year, value: values[i]! }));
}

type OwnPath = Exclude<TargetPath, { kind: "official" }>;

function pathValues(
  indicator: Indicator,
  { kind, comparison, target }: Pick<AttainmentRule, "kind" | "comparison" | "target">,
  years: readonly number[],
  path: OwnPath,
  readings: ChosenReadings,
): readonly number[] | null {
  if (kind === "ceiling" || kind === "maintain" || kind === "mean_growth") return years.map(() => target);
  if (kind === "cumulative") return sumPath(target, years, path);
  const start = baselineFigure(indicator, readings);
  const end = years.at(-1);
  if (typeof start !== "number" || end === undefined || path.kind === "profile") return null;
  // The baseline is already there: a path back would ask for losses.
  if (targetDirection(comparison) * (target - start) <= 0) return null;
  const from = indicator.baseline.year;
  const shares = years.map((year) => (year - from) / (end - from));
  if (path.kind === "linear") return shares.map((share) => start + (target - start) * share);
  if (path.kind === "geometric") {
    return start > 0 && target > 0 ? shares.map((share) => start * (target / start) ** share) : null;
  }
  const isShare = [start, target].every((x) => x > 0 && x < 1);
  const [a, b] = [logit(start), logit(target)];
  return isShare ? shares.map((share) => 1 / (1 + exp(-(a + (b - a) * share)))) : null;
}

/** A sum has no growth: only equal parts, or parts by a profile. */
function sumPath(target: number, years: readonly number[], path: OwnPath): readonly number[] | null {
  if (path.kind === "geometric" || path.kind === "logistic") return null;
  const shares = path.kind === "profile" ? oneAYear(path.shares, years) : years.map(() => 1);
  const total = shares.reduce((sum, share) => sum + share, 0);
  let done = 0;
  return shares.map((share) => {
    done += share;
    return (target * done) / total;
  });
}

function oneAYear(values: readonly number[], years: readonly number[]): readonly number[] {
  if (values.length === years.length) return values;
  throw new RangeError(`milestones: a path needs one value for each of ${years.length} years; got ${values.length}`);
}

function logit(x: number): number {
  return ln(x / (1 - x));
}
