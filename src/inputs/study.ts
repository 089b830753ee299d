import type { Feasibility } from "./feasibility.ts";
import type { RegionFigures } from "./figures.ts";
import type { ModelSource } from "./model-source.ts";
import type { Observation } from "./observation.ts";
import type { Plan } from "./plan.ts";
import type { Policy, Scenario } from "./scenario.ts";
import type { SeekSettings } from "./seek-settings.ts";

export type { Formula } from "./formula.ts";
export type {
  Assumption,
  Basis,
  Case,
  Correlation,
  Dimension,
  Effect,
  EventDefinition,
  IdentitySource,
  Lever,
  ModelSource,
  Sector,
  Switch,
  Table,
  VariableKind,
  VariableSource,
} from "./model-source.ts";
export type { Observation } from "./observation.ts";
export type {
  Assessment,
  Attribute,
  Baseline,
  Figure,
  Indicator,
  Peer,
  Plan,
  PlanYears,
  Target,
  TargetComparison,
  TargetKind,
  TargetPath,
  TargetRule,
} from "./plan.ts";
export type {
  AssumptionSetting,
  DriverUse,
  EventUse,
  LeverSetting,
  Policy,
  RunSettings,
  Scenario,
} from "./scenario.ts";

/** Everything one region's folders say, read and checked file by file: what `inputs/` hands on. */
export interface Study {
  /** Name of the folder under the data folder. */
  readonly region: string;
  readonly plan: Plan;
  readonly observations: readonly Observation[];
  readonly model: ModelSource;
  readonly policies: readonly Policy[];
  /** Null when the region has no `model/feasibility.yaml`. */
  readonly feasibility: Feasibility | null;
  /** In order of `id`, whatever the order of the files. */
  readonly scenarios: readonly Scenario[];
  readonly seek: SeekSettings;
  /** What is drawn besides the rows of the plan. */
  readonly figures: RegionFigures;
  /** Every file that was read, in order of path, with the hash of its bytes: part of the run hash. */
  readonly files: readonly InputFile[];
}

export interface InputFile {
  /** `data/…` or `scenarios/…`, with forward slashes, the same on every machine. */
  readonly path: string;
  readonly sha256: string;
}
