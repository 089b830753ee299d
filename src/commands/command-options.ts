import type { Language } from "../core/bilingual.ts";

/** Options that every command takes, parsed but not yet held against the files. */
export interface CommonOptions {
  readonly language: Language;
  /** Folder under the data folder; undefined: the only one that has a plan. */
  readonly region: string | undefined;
  readonly dataDir: string;
  readonly scenariosDir: string;
  readonly outputDir: string;
  /** Draws and seed in place of those of the scenarios. */
  readonly draws: number | undefined;
  readonly seed: number | undefined;
  /** Information date, ISO. */
  readonly asOf: string | undefined;
  /** Threads that simulate; undefined: as many as the machine runs at once. */
  readonly workers: number | undefined;
  /** Leave every internal value out, of what is printed and of what is written. */
  readonly isPublic: boolean;
  /** Print results for programs. */
  readonly json: boolean;
}

/** Options of the commands that work on scenarios; none named: all of them. */
export interface ScenarioOptions extends CommonOptions {
  readonly scenarios: readonly string[];
  /** Also write the results as Parquet. */
  readonly withParquet?: boolean;
  /** Also name what decides each row most. */
  readonly withDrivers?: boolean;
  /** Also lay out the milestones of every row with their trip-wires. */
  readonly withMilestones?: boolean;
  /** Also set the conventions of progress side by side for every row that has been measured. */
  readonly withConventions?: boolean;
  /** Whether quantiles are to be exact of draws that are too many to keep, too. */
  readonly exactQuantiles?: boolean;
  /** Half-width of the 95 % interval that every chance is to be known to, a fraction; draws are added until it is. */
  readonly precision?: number | null;
}

export interface ConsistencyOptions extends CommonOptions {
  /** Also draw the chart of conflicts into the output folder. */
  readonly chart: boolean;
}

/** Options of `bench`. */
export interface BenchOptions extends CommonOptions {
  /** Parts to measure; none: all. */
  readonly parts: readonly string[];
  /** A task that `bench` gives to a process of its own, as JSON. */
  readonly probe: string | undefined;
}

export interface ExportOptions extends CommonOptions {
  /** Undefined: `baseline`, or the first. */
  readonly scenario: string | undefined;
  /** Folder to write to; undefined: below the output folder. */
  readonly out: string | undefined;
}

export interface CheckOptions extends CommonOptions {
  /** Also run every identity of the model on a small ensemble. */
  readonly identities: boolean;
}

export interface DiffOptions extends CommonOptions {
  readonly first: string;
  readonly second: string;
}

export interface EvaluateOptions extends CommonOptions {
  /** Id of the scenario; undefined: `baseline`, or the first. */
  readonly scenario: string | undefined;
}

export interface ExplainOptions extends CommonOptions {
  readonly name: string;
  /** Scenario whose values are shown; undefined: `baseline`, or the first. */
  readonly scenario: string | undefined;
}

/** Options of `forecast` as they were typed. */
export interface ForecastCommandOptions extends CommonOptions {
  /** Id of an observed series, or of a row of the plan; undefined with `batch` or `rebuildCalibration`. */
  readonly series: string | undefined;
  /** Place that the series is observed for; undefined: that of the plan. */
  readonly place: string | undefined;
  /** Years to forecast; undefined: to the last year of the plan. */
  readonly horizon: string | undefined;
  readonly kind: string | undefined;
  readonly method: string | undefined;
  /** `min..max`, either side left out where it is open. */
  readonly bounds: string | undefined;
  /** Also draw the chart into the output folder. */
  readonly chart: boolean;
  /** Tables of many series: their values, what they are, and where their forecasts go. */
  readonly batch: string | undefined;
  readonly info: string | undefined;
  readonly out: string | undefined;
  /** Folder of past series that the calibration is rebuilt from; `out` is the folder it goes to. */
  readonly rebuildCalibration: string | undefined;
}

export interface SchemaOptions extends CommonOptions {
  readonly kind: string | undefined;
  /** Write all schemas beside the files that name them. */
  readonly write: boolean;
}

export interface SeekOptions extends CommonOptions {
  /** Ids of rows or of named sets of rows; none: every row, for `targetAt`. */
  readonly indicators: readonly string[];
  /** Levers to use; null: all that the region leaves to be used. */
  readonly levers: readonly string[] | null;
  /** Scenarios that the levers must serve alike; none: the default one. */
  readonly scenarios: readonly string[];
  readonly probability: number | null;
  /** Ask the other question: which target is kept with each of these; empty: as the region says; null: do not ask. */
  readonly targetAt: readonly number[] | null;
  /** First year in which levers may be changed. */
  readonly from: number | null;
  readonly isTogether: boolean;
  /** Also trace how effort grows with probability. */
  readonly withFront: boolean;
  /** Also draw what was found into the output folder. */
  readonly chart: boolean;
  /** Id of the scenario file to write the found policy to. */
  readonly writeAs: string | undefined;
}
