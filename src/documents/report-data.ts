import type { FindingKind } from "../consistency/consistency-report.ts";
import type { Bilingual } from "../core/bilingual.ts";
import type { Evaluation, EvaluationKind } from "../evaluation/evaluation.ts";
import type { Basis, Figure, Indicator, TargetKind } from "../inputs/study.ts";
import type { AlertLevel } from "../progress/row-alert.ts";
import type { RowPair } from "../reachability/row-pairs.ts";
import type { CountBand, RowsMet } from "../reachability/rows-met.ts";
import type { RunIdentity, Verdict } from "../reachability/verdict.ts";
import type { BasisCounts } from "../report/basis-counts.ts";

/**
 * Everything that a report says, as plain data: results, the plan's own figures, and where both come from.
 *
 * A bound span names its value by its path in here, and so do the provenance of a figure and the check of a document.
 */
export interface ReportData {
  readonly kind: ReportKind;
  readonly run: RunIdentity & { readonly dateText: Bilingual; readonly year: number };
  readonly plan: PlanData;
  /** Ids of the rows in the plan's order. */
  readonly order: readonly string[];
  readonly rows: Readonly<Record<string, RowData>>;
  /** Id of the scenario that the report tells row by row. */
  readonly mainScenario: string;
  /** Ids of the scenarios in the order of the run. */
  readonly scenarioOrder: readonly string[];
  readonly scenarios: Readonly<Record<string, ScenarioData>>;
  /** The scenario that is told row by row, as it stands after what was observed where there is an evaluation. */
  readonly main: ScenarioData;
  /** What observations make of that scenario; null when nothing after the base year has been observed. */
  readonly evaluation: Evaluation | null;
  readonly findings: readonly FindingData[];
  readonly bases: BasisCounts;
  readonly parameters: readonly ParameterData[];
  /** Coverage of the interval that is told, and the like: figures that a method defines. */
  readonly definitions: { readonly interval: number; readonly tolerance: number };
  /** How many findings, scenarios and rows of some kind there are. */
  readonly counts: Readonly<Record<string, number>>;
  /** Where the results of the run are listed in full, and other texts that hold digits. */
  readonly texts: Readonly<Record<string, Bilingual>>;
}

/** What the report is, by its date; as long as nothing has been observed and the plan is not over, an outlook. */
export type ReportKind = "outlook" | EvaluationKind;

export interface PlanData {
  readonly label: Bilingual;
  readonly place: Bilingual;
  readonly baseYear: number;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly rowCount: number;
}

/** One row of the plan, with what holds of it under the main scenario. */
export interface RowData
  extends Pick<Indicator, "id" | "row" | "label" | "unitText" | "display" | "attribute" | "place"> {
  /** What figures are counted in: 万人, and in English, where they are written out, persons. */
  readonly unit: Bilingual;
  /** What a value is multiplied by where it is written out in English. */
  readonly unitFactor: number;
  readonly printed: Indicator["printed"];
  readonly baseline: Figure;
  readonly baselineYear: number;
  readonly baselinePeriod: Indicator["baseline"]["period"];
  readonly baselineFrom: number | null;
  readonly targetKind: TargetKind | null;
  readonly measured: MeasuredData | null;
  /** None for rows that are decided. */
  readonly alert: { readonly level: AlertLevel; readonly wording: Bilingual | null };
  /** What the outcome goes with most, in one sentence. */
  readonly drivers: Bilingual | null;
  /** Levers that move the row towards its target, the farthest first. */
  readonly measures: readonly Bilingual[];
  /** Other rows that this one is met together with less often, or more often, than by chance. */
  readonly hurts: readonly Bilingual[];
  readonly best: { readonly scenario: string; readonly probability: number } | null;
}

/** The latest value that was measured, with its source and its place on the way to the target. */
export interface MeasuredData {
  readonly value: number;
  readonly year: number;
  readonly elapsedShare: number | null;
  readonly tier: Bilingual | null;
  readonly sources: readonly string[];
}

/** One scenario: its verdicts by row, and what they come to. */
export interface ScenarioData {
  readonly id: string;
  readonly label: Bilingual;
  readonly description: Bilingual;
  readonly draws: number;
  readonly seed: number;
  readonly verdicts: Readonly<Record<string, Verdict>>;
  /** The median of the statistic less the target, in the row's unit: below 0, it falls short of a floor. */
  readonly gaps: Readonly<Record<string, number>>;
  /** The target less the baseline, in the row's unit; rows whose figures cover the same time. */
  readonly changes: Readonly<Record<string, number>>;
  readonly rowsMet: RowsMet | null;
  readonly binding: number | null;
  readonly all: number | null;
  readonly sets: readonly { readonly label: Bilingual; readonly probability: number | null }[];
  readonly pairs: readonly RowPair[];
  readonly counts: ScenarioCounts;
}

export interface ScenarioCounts {
  /** Rows with a chance, and those decided by observations. */
  readonly assessed: number;
  /** Rows decided by observations, and of them those met (基本完成 is not), and their share (指标完成率). */
  readonly facts: number;
  readonly factsMet: number;
  readonly factsRate: number | null;
  /** Rows that still have a chance, by what it is. */
  readonly open: number;
  readonly onCourse: number;
  readonly uncertain: number;
  readonly unlikely: number;
  /** How many of them are met: median and interval of the draws; null when none is open. */
  readonly openMet: CountBand | null;
  readonly bindingFacts: number;
  readonly bindingFactsMet: number;
  readonly bindingOpen: number;
  readonly bindingOnCourse: number;
  /** Rows by their class; those of decided rows are always there, the others where a row has them. */
  readonly classes: Readonly<Record<string, number>>;
}

export interface FindingData {
  readonly id: string;
  readonly kind: FindingKind;
  readonly sentence: Bilingual;
}

export interface ParameterData {
  readonly name: string;
  readonly label: Bilingual;
  readonly sector: string;
  /** Central value as its file writes it, or how many values a table has. */
  readonly value: Bilingual;
  readonly distribution: string | null;
  readonly unit: Bilingual;
  readonly basis: Basis;
  readonly source: string | null;
}

/**
 * Follow a path into the report's data.
 *
 * @param path - keys with a slash before each, such as `/scenarios/baseline/gaps/jobs`.
 * @returns what stands there; undefined when nothing does.
 */
export function valueAt(data: ReportData, path: string): unknown {
  return path
    .split("/")
    .slice(1)
    .reduce<unknown>((value, key) => (isKeyed(value) && Object.hasOwn(value, key) ? value[key] : undefined), data);
}

function isKeyed(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
