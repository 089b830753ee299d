import type { Study } from "../inputs/study.ts";
import type { Verdict, VerdictClass } from "../reachability/verdict.ts";
import type { ScenarioOutput } from "../report/run-output.ts";
import type { ScenarioCounts, ScenarioData } from "./report-data.ts";

const metClasses: readonly VerdictClass[] = ["exceeded", "met", "nearly_met"];
const onCourseClasses: readonly VerdictClass[] = [...metClasses, "very_likely", "likely"];
const unlikelyClasses: readonly VerdictClass[] = ["unlikely", "very_unlikely", "missed"];

/** Tell whether a row is met, or likely to be: what a count of rows on course counts. */
export function isOnCourse({ class: verdictClass }: Pick<Verdict, "class">): boolean {
  return onCourseClasses.includes(verdictClass);
}

/** Tell whether a row has a probability or is decided by observations. */
export function isAssessed({ probability, fact }: Pick<Verdict, "probability" | "fact">): boolean {
  return probability !== null || fact !== null;
}

/** Collect what a report says of one scenario. */
export function scenarioData(study: Study, result: ScenarioOutput): ScenarioData {
  const { scenario, verdicts: assessment } = result;
  const { verdicts, joint, rowsMet } = assessment;
  const byRow = <T>(of: (verdict: Verdict) => T | undefined) =>
    Object.fromEntries(
      verdicts.flatMap((verdict): [string, T][] => {
        const value = of(verdict);
        return value === undefined ? [] : [[verdict.indicator, value]];
      }),
    );
  return {
    id: scenario.id,
    label: scenario.label,
    description: scenario.description,
    draws: scenario.run.draws,
    seed: scenario.run.seed,
    verdicts: byRow((verdict) => verdict),
    gaps: byRow(gapOf),
    changes: byRow((verdict) => plannedChange(study, verdict)),
    rowsMet,
    binding: joint.binding,
    all: joint.all,
    sets: Object.entries(joint.sets).map(([name, probability]) => ({
      label: study.seek.sets[name]?.label ?? { zh: name, en: name },
      probability,
    })),
    pairs: joint.pairs,
    counts: countVerdicts(verdicts),
  };
}

/** The observed statistic, or the middle of the simulated ones, less the target. */
function gapOf({ target, quantiles, fact }: Verdict): number | undefined {
  const value = fact?.value ?? quantiles?.["0.5"];
  return value === undefined || target === null ? undefined : value - target;
}

/** Only figures of one moment or one year can be subtracted from each other. */
function plannedChange({ plan }: Study, { indicator, baseline, target, kind }: Verdict): number | undefined {
  const period = plan.indicators.find(({ id }) => id === indicator)?.baseline.period;
  if (typeof baseline !== "number" || target === null || period !== "year_end") return undefined;
  return kind === "floor" || kind === "share" ? target - baseline : undefined;
}

function countVerdicts(verdicts: readonly Verdict[]): ScenarioCounts {
  const assessed = verdicts.filter(isAssessed);
  const among = (classes: readonly VerdictClass[]) => assessed.filter((one) => classes.includes(one.class)).length;
  const binding = assessed.filter(({ attribute }) => attribute === "binding");
  const classes = new Map<string, number>();
  for (const verdict of verdicts) classes.set(verdict.class, (classes.get(verdict.class) ?? 0) + 1);
  return {
    assessed: assessed.length,
    facts: assessed.filter(({ fact }) => fact !== null).length,
    factsMet: assessed.filter((one) => one.fact !== null && metClasses.includes(one.class)).length,
    onCourse: assessed.filter(isOnCourse).length,
    uncertain: among(["uncertain"]),
    unlikely: among(unlikelyClasses),
    binding: binding.length,
    bindingOnCourse: binding.filter(isOnCourse).length,
    classes: Object.fromEntries(classes),
  };
}
