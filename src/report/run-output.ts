import type { Language } from "../core/bilingual.ts";
import type { Ensemble } from "../ensemble/ensemble.ts";
import type { Scenario, Study } from "../inputs/study.ts";
import type { CompiledModel } from "../model/compiled-model.ts";
import type { RunPrecision } from "../progress/assessment-report.ts";
import type { RunIdentity, ScenarioVerdicts } from "../reachability/verdict.ts";

/** What one scenario's folder of results is made from. */
export interface ScenarioOutput {
  readonly scenario: Scenario;
  readonly identity: RunIdentity;
  readonly ensemble: Ensemble;
  readonly verdicts: ScenarioVerdicts;
}

/** What the results of a run are made from. */
export interface RunOutput {
  readonly study: Study;
  readonly model: CompiledModel;
  /** Identity of the run as a whole; each scenario has its own. */
  readonly identity: RunIdentity;
  readonly results: readonly ScenarioOutput[];
  /** Also write the results as Parquet. */
  readonly withParquet?: boolean;
  readonly precision?: RunPrecision;
  /** Language of the charts. */
  readonly language: Language;
  readonly versions: OutputVersions;
}

/** What the numbers were made with; nothing of the machine, so that the same inputs give the same bytes anywhere. */
export interface OutputVersions {
  /** Version of the package. */
  readonly planreach: string;
  /** Version of the numbers, part of the run hash. */
  readonly numbers: string;
}
