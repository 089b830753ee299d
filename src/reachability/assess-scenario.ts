import type { IndicatorSet } from "../inputs/seek-settings.ts";
import type { Indicator } from "../inputs/study.ts";
import { type AssessedTarget, type AssessmentInput, assessTarget } from "./assess-target.ts";
import { jointProbability, type RowAttainment } from "./joint-probability.ts";
import { rowPairs } from "./row-pairs.ts";
import { countRowsMet } from "./rows-met.ts";
import type { JointVerdict, ScenarioVerdicts } from "./verdict.ts";

/**
 * Judge every row of the plan under one scenario, each by itself and all together.
 *
 * @throws RangeError when the ensemble is of another scenario, or its weights do not fit its draws.
 */
export function assessScenario(input: AssessmentInput): ScenarioVerdicts {
  checkEnsemble(input);
  const assessed = withTotals(
    input,
    input.plan.indicators.map((indicator) => assessTarget(input, indicator)),
  );
  return {
    scenario: input.scenario.id,
    label: input.scenario.label,
    verdicts: assessed.map((row) => row.verdict),
    rowsMet: assessed.some(({ verdict }) => verdict.probability !== null)
      ? countRowsMet(attainmentsOf(assessed), input.ensemble.weights)
      : null,
    joint: assessJoint(assessed, input),
  };
}

/**
 * Count how often chosen rows of the plan are met together under one scenario.
 *
 * @param ids - indicators, each of which must be assessable; facts count as certain.
 * @returns a share in [0, 1]; null for no rows.
 * @throws RangeError when the plan has no such indicator, or it cannot be assessed.
 */
export function jointProbabilityOf(input: AssessmentInput, ids: readonly string[]): number | null {
  checkEnsemble(input);
  const attainments = ids.map((id) => {
    const { attainment, verdict } = assessTarget(input, indicatorOf(input, id));
    if (attainment === null) {
      throw new RangeError(`jointProbabilityOf: every row must be assessable; got ${id}, which is ${verdict.class}`);
    }
    return attainment;
  });
  return jointProbability(attainments, input.ensemble.weights);
}

/** Add to each share how it goes with the plan's own target for its denominator. */
function withTotals({ plan, ensemble }: AssessmentInput, assessed: readonly AssessedTarget[]): AssessedTarget[] {
  return assessed.map((row, place) => {
    const { shareNeeds } = row.verdict;
    const denominator = plan.indicators[place]?.share?.denominator;
    const totalPlace = plan.indicators.findIndex(({ variable }) => variable === denominator);
    const total = assessed[totalPlace];
    if (shareNeeds === null || denominator === undefined || total === undefined) return row;
    const { attainment } = total;
    if (!(row.attainment instanceof Uint8Array && attainment instanceof Uint8Array)) return row;
    const marks = row.attainment;
    const chanceWhere = (isMet: number) => shareAmong(marks, attainment, isMet, ensemble.weights);
    const goesWith = {
      indicator: total.verdict.indicator,
      whenMet: chanceWhere(1),
      whenMissed: chanceWhere(0),
    };
    return { ...row, verdict: { ...row.verdict, shareNeeds: { ...shareNeeds, total: goesWith } } };
  });
}

/** Share of the marked draws among those whose condition has a value; null when there is none. */
function shareAmong(marks: Uint8Array, condition: Uint8Array, value: number, weights?: Float64Array): number | null {
  let [among, marked] = [0, 0];
  for (const [draw, mark] of marks.entries()) {
    if (condition[draw] !== value) continue;
    const weight = weights?.[draw] ?? 1;
    among += weight;
    marked += weight * mark;
  }
  return among > 0 ? marked / among : null;
}

function assessJoint(assessed: readonly AssessedTarget[], { ensemble, sets = {} }: AssessmentInput): JointVerdict {
  const { weights } = ensemble;
  const counted = assessed.filter((row) => row.attainment !== null);
  // Rows that observations have all decided have no chance any more, alone or together.
  const together = (rows: readonly AssessedTarget[]) =>
    rows.every(({ verdict }) => verdict.fact !== null) ? null : jointProbability(attainmentsOf(rows), weights);
  const ofSet = ({ indicators }: IndicatorSet) => {
    const rows = assessed.filter(({ verdict }) => indicators.includes(verdict.indicator));
    return rows.every((row) => row.attainment !== null) ? together(rows) : null;
  };
  return {
    binding: together(counted.filter((row) => row.verdict.attribute === "binding")),
    all: together(counted),
    sets: Object.fromEntries(Object.entries(sets).map(([name, set]) => [name, ofSet(set)])),
    pairs: rowPairs(
      counted.flatMap(({ verdict, attainment }) =>
        attainment === null ? [] : [{ indicator: verdict.indicator, attainment }],
      ),
      weights,
    ),
    over: counted.map((row) => row.verdict.indicator),
    notAssessed: assessed.filter((row) => row.attainment === null).map((row) => row.verdict.indicator),
  };
}

function attainmentsOf(rows: readonly AssessedTarget[]): RowAttainment[] {
  return rows.map((row) => row.attainment).filter((attainment) => attainment !== null);
}

function indicatorOf({ plan }: AssessmentInput, id: string): Indicator {
  const indicator = plan.indicators.find((row) => row.id === id);
  if (indicator === undefined) throw new RangeError(`jointProbabilityOf: the plan must hold the indicator; got ${id}`);
  return indicator;
}

function checkEnsemble({ scenario, ensemble }: AssessmentInput): void {
  if (ensemble.scenario !== scenario.id) {
    throw new RangeError(
      `assessScenario: the ensemble must be of scenario ${scenario.id}; got one of ${ensemble.scenario}`,
    );
  }
  const { weights, draws } = ensemble;
  if (weights !== undefined && weights.length !== draws) {
    throw new RangeError(`assessScenario: each of ${draws} draws needs one weight; got ${weights.length}`);
  }
}
