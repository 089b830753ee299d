import { type Issue, makeIssue } from "../core/issue.ts";
import { checkSchema } from "./check-schema.ts";
import { defaultAssessment } from "./default-assessment.ts";
import { defaultFiles } from "./default-values.ts";
import { parseIndicator } from "./parse-indicator.ts";
import { type PlanFile, planSchema } from "./plan-schema.ts";
import type { Assessment, Plan, PlanYears } from "./study.ts";
import type { YamlDocument } from "./yaml-document.ts";

/** A plan file as far as it could be read. */
export interface ParsedPlan {
  /** Null when something of the outermost mapping is missing or wrong; its rows are checked all the same. */
  readonly plan: Plan | null;
  readonly indicators: Plan["indicators"];
  /** Folder and file that the plan names instead of its own, from the region's folder. */
  readonly modelFolder: string;
  readonly observationsFile: string;
  /** Register of policies; null: the region's own, if it has one. */
  readonly policiesFile: string | null;
  /** File of the plan before, from the region's folder; null when the plan stands by itself. */
  readonly continuesFile: string | null;
  /** File of the plan whose rows these are, from the region's folder; null when it has rows of its own. */
  readonly indicatorsFile: string | null;
}

/** Parse the plan of a region; what is wrong goes to `issues`. */
export function parsePlan(document: YamlDocument, issues: Issue[]): ParsedPlan {
  const file = checkSchema(planSchema, document, issues);
  const years = checkYears(file, document, issues);
  const indicators = Object.entries(file.indicators ?? {}).flatMap(
    ([id, entry]) => parseIndicator(id, entry, years, document, issues) ?? [],
  );
  const assessment = parseAssessment(file.assessment, document, issues);
  const { label, place, observed_as: observedAs } = file;
  const plan =
    label && place && observedAs !== undefined && years
      ? {
          label,
          place,
          observedAs,
          ...years,
          continues: null,
          isDemonstration: file.demonstration ?? false,
          peers: file.peers ?? [],
          indicators,
          assessment,
          at: document.keySpan([]),
        }
      : null;
  if ((file.indicators === undefined) === (file.indicators_of === undefined)) {
    issues.push(makeIssue("plan/one-indicators", document.keySpan([]), {}));
  }
  return {
    plan,
    indicators,
    modelFolder: file.model ?? defaultFiles.model,
    observationsFile: file.observations ?? defaultFiles.observations,
    policiesFile: file.policies ?? null,
    continuesFile: file.continues ?? null,
    indicatorsFile: file.indicators_of ?? null,
  };
}

/** The plan's years, null when one is missing; an issue when they are out of order. */
function checkYears(file: Partial<PlanFile>, document: YamlDocument, issues: Issue[]): PlanYears | null {
  const { base_year: base, first_year: first, last_year: last } = file;
  if (base === undefined || first === undefined || last === undefined) return null;
  if (base !== first - 1 || first > last) {
    issues.push(makeIssue("plan/years", document.span(["base_year"]), { base, first, last }));
  }
  return { baseYear: base, firstYear: first, lastYear: last };
}

function parseAssessment(entry: PlanFile["assessment"], document: YamlDocument, issues: Issue[]): Assessment {
  const classes = entry?.probability_classes ?? defaultAssessment.probabilityClasses;
  const isFalling = classes.every((bound, i) => bound > 0 && bound < (i === 0 ? 1 : classes[i - 1]!));
  if (!isFalling) {
    issues.push(makeIssue("plan/classes-order", document.span(["assessment", "probability_classes"]), {}));
  }
  const paceClasses = entry?.pace_classes ?? defaultAssessment.paceClasses;
  if (!paceClasses.every((bound, i) => bound > 0 && (i === 0 || bound < paceClasses[i - 1]!))) {
    issues.push(makeIssue("plan/pace-classes", document.span(["assessment", "pace_classes"]), {}));
  }
  return {
    probabilityClasses: classes,
    nearlyMetTolerance: entry?.nearly_met_tolerance ?? defaultAssessment.nearlyMetTolerance,
    paceClasses,
    warningProbabilities: entry?.warning_probabilities ?? defaultAssessment.warningProbabilities,
    nearLimit: entry?.near_limit ?? defaultAssessment.nearLimit,
    atRiskMargin: entry?.at_risk_margin ?? defaultAssessment.atRiskMargin,
    unprecedentedGrowth: entry?.unprecedented_growth ?? defaultAssessment.unprecedentedGrowth,
    holdProbability: entry?.hold_probability ?? defaultAssessment.holdProbability,
    tripWires: {
      stillMet: entry?.trip_wires?.still_met ?? defaultAssessment.tripWires.stillMet,
      draws: entry?.trip_wires?.draws ?? defaultAssessment.tripWires.draws,
    },
    wording: entry?.wording ?? defaultAssessment.wording,
  };
}
