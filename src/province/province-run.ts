import type { Ensemble } from "../ensemble/ensemble.ts";
import type { Province } from "../inputs/province.ts";
import type { Scenario } from "../inputs/study.ts";
import type { RunIdentity, ScenarioVerdicts } from "../reachability/verdict.ts";
import type { ProvinceOutcomes } from "./province-outcomes.ts";

/** A region's part in a run of its province. */
export interface RegionResult {
  readonly region: string;
  readonly identity: RunIdentity;
  /** Without its draws. */
  readonly ensemble: Ensemble;
  readonly verdicts: ScenarioVerdicts;
}

/** One scenario of a province. */
export interface ProvinceResult {
  /** The first region's; `id` and `run` are those of all. */
  readonly scenario: Scenario;
  readonly identity: RunIdentity;
  /** Summed draw by draw over the regions. */
  readonly ensemble: Ensemble;
  /**
   * For each series and year, place by place as in `ensemble.central`: the spread of the sum over what it would be if the
   * regions were independent of each other, sd(Σ) / √Σ sd². √R where R like regions move together; NaN for rates and
   * where nothing is spread.
   */
  readonly togetherness: Float64Array;
  /** In order of region. */
  readonly regions: readonly RegionResult[];
}

/** A run of a province: every scenario that all its regions have. */
export interface ProvinceRun {
  readonly province: Province;
  readonly outcomes: ProvinceOutcomes;
  readonly identity: RunIdentity;
  readonly results: readonly ProvinceResult[];
}
