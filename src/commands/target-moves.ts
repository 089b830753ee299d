import type { Bilingual } from "../core/bilingual.ts";
import { quantiles } from "../core/quantiles.ts";
import type { Study } from "../inputs/study.ts";
import { assessTarget } from "../reachability/assess-target.ts";
import { attainmentRule } from "../reachability/attainment.ts";
import { drawStatistics, whyNoStatistics } from "../reachability/draw-statistics.ts";
import type { VerdictClass } from "../reachability/verdict.ts";
import type { ScenarioOutput } from "../report/run-output.ts";

/** From one scenario to another: two values and how far they are apart. */
export interface Move {
  readonly from: number | null;
  readonly to: number | null;
  /** to − from; null when one is missing. */
  readonly change: number | null;
}

/** What going from one scenario to another does to one target. */
export interface TargetMove {
  readonly indicator: string;
  readonly label: Bilingual;
  /** Whether observations have decided the row, so that nothing can move it; there is then no other figure. */
  readonly isDecided: boolean;
  /** Median of the statistic that is held against the target, in the row's unit. */
  readonly median: Move;
  /** Middle 90 % of the change draw by draw; null when the scenarios share no random numbers. */
  readonly pairedChange: { readonly lower: number; readonly upper: number } | null;
  readonly probability: Move & {
    /** 95 % interval of the change. */
    readonly interval: { readonly lower: number; readonly upper: number } | null;
  };
  readonly class: { readonly from: VerdictClass; readonly to: VerdictClass };
}

/** Quantile of the normal distribution for an interval of 95 %. */
const normal95 = 1.96;

/**
 * Measure what going from one scenario to another does to every target.
 *
 * @param isPaired - both were run on the same random numbers, so that draw i of one belongs to draw i of the other; the
 *   change of a probability is then known more exactly than either of the two.
 */
export function targetMoves(
  study: Study,
  first: ScenarioOutput,
  second: ScenarioOutput,
  isPaired: boolean,
): TargetMove[] {
  return study.plan.indicators.map(({ id, label }) => {
    const [a, b] = [judge(study, first, id), judge(study, second, id)];
    const isDecided = a.verdict.fact !== null && b.verdict.fact !== null;
    return {
      indicator: id,
      label,
      isDecided,
      median: move(a.verdict.quantiles?.["0.5"] ?? null, b.verdict.quantiles?.["0.5"] ?? null),
      pairedChange: isPaired && !isDecided ? changeByDraw(a.statistics, b.statistics) : null,
      probability: { ...move(a.verdict.probability, b.verdict.probability), interval: changeInterval(a, b, isPaired) },
      class: { from: a.verdict.class, to: b.verdict.class },
    };
  });
}

type Judged = ReturnType<typeof judge>;

function judge({ plan, observations }: Study, { scenario, ensemble, identity }: ScenarioOutput, id: string) {
  const indicator = plan.indicators.find((row) => row.id === id)!;
  const { informationDate } = identity;
  const { verdict, attainment } = assessTarget({ plan, observations, scenario, ensemble, informationDate }, indicator);
  const rule = attainmentRule(indicator, plan.firstYear, scenario.readings);
  const { variable } = indicator;
  const canJudge = rule !== null && variable !== null && whyNoStatistics(ensemble, variable, rule.years) === null;
  const statistics = canJudge ? drawStatistics(ensemble, variable, rule).draws : null;
  return { verdict, marks: attainment instanceof Uint8Array ? attainment : null, statistics };
}

function move(from: number | null, to: number | null): Move {
  return { from, to, change: from === null || to === null ? null : to - from };
}

function changeByDraw(a: Float64Array | null, b: Float64Array | null): TargetMove["pairedChange"] {
  if (a === null || b === null || a.length !== b.length) return null;
  const [lower, upper] = quantiles(
    a.map((value, draw) => b[draw]! - value),
    [0.05, 0.95],
  );
  return lower === undefined || upper === undefined || Number.isNaN(lower) ? null : { lower, upper };
}

/** Interval of the change of a probability: paired draws count by their differences, others by both errors. */
function changeInterval(a: Judged, b: Judged, isPaired: boolean): TargetMove["probability"]["interval"] {
  const [from, to] = [a.verdict.probability, b.verdict.probability];
  if (from === null || to === null) return null;
  const error =
    isPaired && a.marks !== null && b.marks !== null
      ? pairedError(a.marks, b.marks)
      : Math.hypot(a.verdict.standardError ?? 0, b.verdict.standardError ?? 0);
  return { lower: to - from - normal95 * error, upper: to - from + normal95 * error };
}

/** Standard error of the mean of the differences of two marks a draw. */
function pairedError(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  let squares = 0;
  for (let draw = 0; draw < a.length; draw++) {
    const difference = b[draw]! - a[draw]!;
    sum += difference;
    squares += difference * difference;
  }
  const mean = sum / a.length;
  return Math.sqrt((squares / a.length - mean * mean) / a.length);
}
