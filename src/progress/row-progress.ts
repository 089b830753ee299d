import type { Bilingual } from "../core/bilingual.ts";
import { targetInForce } from "../inputs/readings.ts";
import type { Indicator, Observation, Plan, Scenario } from "../inputs/study.ts";
import type { Verdict } from "../reachability/verdict.ts";
import { compareConventions } from "./compare-conventions.ts";
import { type ControlStanding, controlStanding } from "./control-standing.ts";
import type { ConventionComparison } from "./convention-result.ts";
import { latestMeasured, type MeasuredValue } from "./measured-value.ts";
import { type RequiredPace, requiredPace } from "./required-pace.ts";
import { noAlert, type RowAlert, rowAlert } from "./row-alert.ts";

/** Where a row stands by what has been measured, and whether it must be reported. Names are part of the public JSON. */
export interface RowProgress {
  readonly indicator: string;
  /** Null when nothing after the baseline has been measured, or not every year that the row needs. */
  readonly measured: MeasuredValue | null;
  /** What the measured value asks of the years left. */
  readonly required: RequiredPace | null;
  /** The conventions side by side; null without a measured value. */
  readonly conventions: ConventionComparison | null;
  /** Where a ceiling or a level to maintain stands; null for the other kinds, and without a measured value. */
  readonly control: ControlStanding | null;
  /** From pace and chance together. */
  readonly alert: RowAlert;
  /** What else a report has to say: 回落风险, 缺乏先例. */
  readonly remarks: readonly Bilingual[];
}

/** What the progress of a scenario's rows is told from. */
export interface ProgressInput {
  readonly plan: Plan;
  readonly observations: readonly Observation[];
  readonly scenario: Pick<Scenario, "readings">;
  /** ISO; nothing later is known. */
  readonly informationDate: string;
}

/**
 * Tell how every row with a target stands: measured value, what is needed, conventions side by side, alert.
 *
 * @param verdicts - of one scenario, by whose chances rows are warned of.
 */
export function scenarioProgress(input: ProgressInput, verdicts: readonly Verdict[]): readonly RowProgress[] {
  return input.plan.indicators.flatMap((indicator) => {
    const verdict = verdicts.find((one) => one.indicator === indicator.id);
    return verdict === undefined || indicator.target === null ? [] : [rowProgress(input, indicator, verdict)];
  });
}

function rowProgress(input: ProgressInput, indicator: Indicator, { probability, fact }: Verdict): RowProgress {
  const { plan, observations, scenario, informationDate } = input;
  const { assessment } = plan;
  const measured = latestMeasured(indicator, plan, observations, informationDate);
  const conventions = measured && compareConventions(indicator, plan, measured, scenario.readings);
  const required = measured && requiredPace(indicator, plan, measured, scenario.readings);
  const tier = conventions?.tier ?? null;
  return {
    indicator: indicator.id,
    measured,
    required,
    conventions,
    control: measured && controlOf(indicator, measured, input),
    // A fact is no warning any more.
    alert: fact === null ? rowAlert(indicator.attribute, tier, probability, assessment) : noAlert,
    remarks: [
      ...(tier === "achieved_early" && probability !== null && probability < assessment.holdProbability
        ? [remarks.mayFallBack]
        : []),
      ...(indicator.target?.kind === "mean_growth" && (required?.growth ?? 0) > assessment.unprecedentedGrowth
        ? [remarks.withoutPrecedent]
        : []),
    ],
  };
}

const remarks = {
  mayFallBack: { zh: "已达标，但有回落风险", en: "met already, but may fall back" },
  withoutPrecedent: {
    zh: "余下各年所需增速在数学上可达，但缺乏先例",
    en: "the growth that the years left need is possible but without precedent",
  },
} as const satisfies Record<string, Bilingual>;

function controlOf(indicator: Indicator, measured: MeasuredValue, { plan, scenario }: ProgressInput) {
  const kind = indicator.target?.kind;
  const target = targetInForce(indicator, scenario.readings);
  if (target === null || (kind !== "ceiling" && kind !== "maintain")) return null;
  return controlStanding(measured.value, target, plan.assessment);
}
