import type { Study } from "../inputs/study.ts";
import type { CountBand, RowsMet } from "../reachability/rows-met.ts";
import type { Verdict, VerdictClass } from "../reachability/verdict.ts";
import type { ScenarioOutput } from "../report/run-output.ts";
import type { ScenarioCounts, ScenarioData } from "./report-data.ts";

const metClasses: readonly VerdictClass[] = ["exceeded", "met", "nearly_met"];
const factClasses: readonly VerdictClass[] = [...metClasses, "missed"];
const onCourseClasses: readonly VerdictClass[] = [...metClasses, "very_likely", "likely"];
const unlikelyClasses: readonly VerdictClass[] = ["unlikely", "very_unlikely"];

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
    counts: countVerdicts(verdicts, rowsMet),
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

function countVerdicts(verdicts: readonly Verdict[], rowsMet: RowsMet | null): ScenarioCounts {
  const facts = verdicts.filter(({ fact }) => fact !== null);
  const open = verdicts.filter(({ probability }) => probability !== null);
  const among = (classes: readonly VerdictClass[]) => open.filter((one) => classes.includes(one.class)).length;
  const metIn = (rows: readonly Verdict[]) => rows.filter(({ fact }) => fact?.met).length;
  const binding = (rows: readonly Verdict[]) => rows.filter(({ attribute }) => attribute === "binding");
  const classes = new Map<string, number>(factClasses.map((one) => [one, 0]));
  for (const verdict of verdicts) classes.set(verdict.class, (classes.get(verdict.class) ?? 0) + 1);
  return {
    assessed: facts.length + open.length,
    facts: facts.length,
    factsMet: metIn(facts),
    factsRate: facts.length === 0 ? null : metIn(facts) / facts.length,
    open: open.length,
    onCourse: open.filter(isOnCourse).length,
    uncertain: among(["uncertain"]),
    unlikely: among(unlikelyClasses),
    openMet: rowsMet === null ? null : withoutFacts(rowsMet, metIn(facts)),
    bindingFacts: binding(facts).length,
    bindingFactsMet: metIn(binding(facts)),
    bindingOpen: binding(open).length,
    bindingOnCourse: binding(open).filter(isOnCourse).length,
    classes: Object.fromEntries(classes),
  };
}

/** Facts hold on every draw alike, so that they come off the count as one number. */
function withoutFacts({ met: { median, lower, upper } }: RowsMet, factsMet: number): CountBand {
  return { median: median - factsMet, lower: lower - factsMet, upper: upper - factsMet };
}
