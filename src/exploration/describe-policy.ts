import { quantiles } from "../core/quantiles.ts";
import { assumptionPath, centralScenario } from "../ensemble/draw-scenario.ts";
import { targetDirection } from "../reachability/attainment.ts";
import { withIntensity } from "./best-corner.ts";
import { type ChanceReached, evaluatePolicy, judgePolicy, type PolicyPoint } from "./evaluate-policy.ts";
import { keptBy } from "./kept-by.ts";
import type { Estimate, SeekChance, SeekEffect, SeekLever, SeekLimit, SeekTarget } from "./seek-finding.ts";
import { type StudyLever, type StudyProblem, settingsOf } from "./study-problem.ts";

/** Policies that a finding tells of, on the draws of the search and on fresh ones. */
export interface ToldPolicies {
  readonly before: PolicyPoint;
  readonly after: PolicyPoint | null;
  readonly fresh: PolicyPoint | null;
}

/** Change of a lever, as a share of its range, by which marginal effects are measured. */
const PROBE = 0.05;

/** Tell each row's probability and median before and after. */
export function describeTargets(problem: StudyProblem, { before, after, fresh }: ToldPolicies): SeekTarget[] {
  const alone = { ...problem, chances: problem.rows.map((_, row) => ({ rows: [row], probability: 0.5 })) };
  const judged = (point: PolicyPoint | null) => point && judgePolicy(alone, point.intensities, point.statistics);
  const [own, then, checked] = [judged(before), judged(after), judged(fresh)];
  const medianOf = (point: PolicyPoint, row: number) =>
    medianOfRow(point.statistics[row] as Float64Array, problem.weights);
  return problem.rows.map((row, place): SeekTarget => {
    const { source, rule } = row;
    return {
      scenario: row.scenario,
      indicator: row.indicator,
      label: source.label,
      attribute: source.attribute,
      definition: row.reading,
      unit: source.unitText,
      statistic: rule.statistic,
      comparison: rule.comparison,
      target: rule.target,
      targetYear: rule.years.at(-1) ?? problem.question.study.plan.lastYear,
      before: estimateOf(own?.chances[place]) ?? { probability: Number.NaN, standardError: Number.NaN },
      after: estimateOf(then?.chances[place]),
      fresh: estimateOf(checked?.chances[place]),
      medianBefore: medianOf(before, place),
      medianAfter: after && medianOf(after, place),
    };
  });
}

/**
 * Tell each chance before and after, and what one more point of it costs.
 *
 * @param gains - {@link marginalGains} at `after`; null: no policy was found.
 */
export function describeChances(
  problem: StudyProblem,
  { before, after, fresh }: ToldPolicies,
  gains: MarginalGains | null,
): SeekChance[] {
  return problem.chances.map(({ rows, probability }, place): SeekChance => {
    const sought = rows.map((row) => problem.rows[row] as StudyProblem["rows"][number]);
    const best = gains === null ? 0 : Math.max(0, ...gains.map((gain) => gain?.[place] ?? 0));
    return {
      scenario: sought[0]?.scenario ?? "",
      indicators: sought.map(({ indicator }) => indicator),
      probability,
      before: estimateOf(before.chances[place]) as Estimate,
      after: estimateOf(after?.chances[place]),
      fresh: estimateOf(fresh?.chances[place]),
      marginalEffort: best > 0 ? 1 / best : null,
    };
  });
}

/** Place of the chance that has the least to spare at a policy. */
export function firstBindingChance(problem: StudyProblem, point: PolicyPoint): number {
  const spare = problem.chances.map(
    ({ probability }, place) => (point.chances[place] as ChanceReached).probability - probability,
  );
  return spare.indexOf(Math.min(...spare));
}

/** Row of a chance that is met least often at a policy. */
export function weakestRow(problem: StudyProblem, chance: number, point: PolicyPoint): number {
  const { rows } = problem.chances[chance] as StudyProblem["chances"][number];
  const alone = { ...problem, chances: rows.map((row) => ({ rows: [row], probability: 0.5 })) };
  const { chances } = judgePolicy(alone, point.intensities, point.statistics);
  const probabilities = chances.map(({ probability }) => probability);
  return rows[probabilities.indexOf(Math.min(...probabilities))] as number;
}

/**
 * Tell each lever's found intensity, its path and what it does to the assumptions.
 *
 * @param after - null: no policy was found.
 * @param gains - {@link marginalGains} at `after`.
 */
export function describeLevers(
  problem: StudyProblem,
  after: PolicyPoint | null,
  gains: MarginalGains | null,
): SeekLever[] {
  const settings = after && settingsOf(problem, after.intensities, 0);
  const binding = after ? firstBindingChance(problem, after) : 0;
  return problem.levers.map((lever, place): SeekLever => {
    const intensity = after?.intensities[place] ?? null;
    const { name, lower, upper, unitCost } = lever;
    return {
      name,
      label: (lever.turnable[0] as StudyLever["turnable"][number]).lever.label,
      lower,
      upper,
      unitCost,
      intensity,
      band: null,
      keptUpTo: null,
      setting: settings?.[name] ?? null,
      requiredPath: intensity === null ? [] : requiredPath(problem, lever, intensity),
      actsOn: settings ? effectsOf(problem, name, settings) : [],
      pointsPerEffort: gains?.[place]?.[binding] ?? null,
    };
  });
}

/** Tell how far a policy goes that does not keep the targets. */
export function describeLimit(
  problem: StudyProblem,
  point: PolicyPoint,
  rest: Pick<SeekLimit, "boundBy" | "reason" | "rangesNeeded">,
): SeekLimit {
  const intensities = problem.levers.map(({ name }, i) => [name, point.intensities[i] as number] as const);
  const values = problem.chances.flatMap(({ rows, probability }) =>
    rows.map((row) => {
      const { indicator, comparison } = problem.rows[row] as StudyProblem["rows"][number];
      const draws = point.statistics[row] as Float64Array;
      const direction = targetDirection(comparison);
      const kept = keptBy(direction === 1 ? draws : draws.map((x) => -x), probability, problem.weights);
      return { indicator, kept: kept === null ? null : direction * kept, median: medianOfRow(draws, problem.weights) };
    }),
  );
  const chances = point.chances.map((chance) => estimateOf(chance) as Estimate);
  return { ...rest, intensities: Object.fromEntries(intensities), chances, values };
}

function estimateOf(chance: ChanceReached | undefined): Estimate | null {
  return chance ? { probability: chance.probability, standardError: chance.standardError } : null;
}

function medianOfRow(draws: Float64Array, weights: Float64Array | undefined): number {
  const finite = draws.filter(Number.isFinite);
  const kept = weights?.filter((_, draw) => Number.isFinite(draws[draw]));
  return quantiles(finite, [0.5], kept)[0] ?? Number.NaN;
}

/** For each lever the gain of each chance; null for a lever at its upper end. */
export type MarginalGains = readonly (readonly number[] | null)[];

/**
 * Percentage points of every chance for one more unit of effort by each lever at a policy.
 *
 * Measured on the smoothed chances over a small step up; null for a lever at its upper end.
 */
export function marginalGains(problem: StudyProblem, point: PolicyPoint): MarginalGains {
  return problem.levers.map(({ lower, upper }, place) => {
    const now = point.intensities[place] as number;
    const raised = Math.min(upper, now + PROBE * (upper - lower));
    // Right below the upper end a step is too small to measure anything.
    if (raised - now < (PROBE / 5) * (upper - lower)) return null;
    const next = evaluatePolicy(problem, withIntensity(point.intensities, place, raised));
    const effort = next.effort - point.effort;
    return next.chances.map(
      ({ smoothed }, i) => (100 * (smoothed - (point.chances[i] as ChanceReached).smoothed)) / effort,
    );
  });
}

/** Intensity that a lever has in each year from the first that may be changed. */
function requiredPath(
  { question }: StudyProblem,
  { turnable, isFixed }: StudyLever,
  intensity: number,
): SeekLever["requiredPath"] {
  const { own } = turnable[0] as StudyLever["turnable"][number];
  const changed = [...own].filter(([year]) => year >= question.from);
  return changed.map(([year, before]) => ({ year, intensity: isFixed ? intensity : Math.max(before, intensity) }));
}

/** Central values of the assumptions that a lever acts on, without any search and under the policy. */
function effectsOf(
  { question, simulators }: StudyProblem,
  lever: string,
  settings: ReturnType<typeof settingsOf>,
): SeekEffect[] {
  const simulator = simulators[0] as StudyProblem["simulators"][number];
  const pathsUnder = (given: typeof settings) => {
    const central = centralScenario(simulator.drawnWith(given).bound);
    return (number: number) => assumptionPath(central, number, 0).map((values) => values[0] as number);
  };
  const [before, after] = [pathsUnder({}), pathsUnder(settings)];
  const { model, study } = question;
  const targets = study.model.levers.find(({ name }) => name === lever)?.effects.map(({ target }) => target) ?? [];
  return targets.flatMap((target): SeekEffect[] => {
    const number = model.assumptions.indexOf(target);
    if (number < 0) return [];
    const unit = study.model.assumptions.find(({ name }) => name === target)?.unitText ?? "";
    const [was, is] = [before(number), after(number)];
    const byYear = simulator.drawn.bound.years.flatMap((year, place) =>
      year >= question.from ? [{ year, before: was[place] as number, after: is[place] as number }] : [],
    );
    return [{ assumption: target, unit, byYear }];
  });
}
