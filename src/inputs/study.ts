import type { Bilingual } from "../core/bilingual.ts";
import type { Distribution } from "../core/distribution.ts";
import type { ComparisonOperator, Expression } from "../core/expression.ts";
import type { SourceSpan } from "../core/issue.ts";
import type { Unit } from "../core/unit.ts";
import type { Feasibility } from "./feasibility.ts";
import type { RegionFigures } from "./figures.ts";
import type { Formula } from "./formula.ts";
import type { Observation } from "./observation.ts";
import type { SeekSettings } from "./seek-settings.ts";
import type { wordedClasses } from "./worded-classes.ts";

export type { Formula } from "./formula.ts";
export type { Observation } from "./observation.ts";

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

/** Where a number comes from; shown wherever the number is shown. */
export type Basis = "plan" | "data" | "definition" | "assumption";

// ── The plan ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A plan: its place, its years and its rows. */
export interface Plan {
  readonly label: Bilingual;
  /** Name of the place the plan is for. */
  readonly place: Bilingual;
  /** As `region` writes it in `observations.csv`. */
  readonly observedAs: string;
  /** Base year: the last year before the plan, whose state the model starts from. */
  readonly baseYear: number;
  readonly firstYear: number;
  readonly lastYear: number;
  /**
   * The plan before, while the base year of this one is not observed: the run starts from its base year and figures,
   * and this plan's base year is the model's own distribution.
   */
  readonly continues: Plan | null;
  /** Whether the figures are invented to show the toolkit; every output then says 示例 or demonstration. */
  readonly isDemonstration: boolean;
  /** Places whose pace the plan's rows are held beside (对标), in the plan's order. */
  readonly peers: readonly Peer[];
  readonly indicators: readonly Indicator[];
  readonly assessment: Assessment;
  readonly at: SourceSpan;
}

/** A place that the plan's place is compared with. */
export interface Peer {
  /** As `region` writes it in `observations.csv`. */
  readonly region: string;
  readonly label: Bilingual;
}

/** The years of a plan. */
export type PlanYears = Pick<Plan, "baseYear" | "firstYear" | "lastYear">;

export type Attribute = "binding" | "indicative";

/** One row of the plan. */
export interface Indicator {
  readonly id: string;
  /** The row as the plan numbers it (`"8a"`), or null for a target that stands only in the text. */
  readonly row: string | null;
  readonly label: Bilingual;
  /** Unit of every figure of this row; shares are fractions in unit 1. */
  readonly unit: Unit;
  readonly unitText: string;
  /** How people read it: `percent` shows a fraction as %, with this many decimals. */
  readonly display: { readonly percent: boolean; readonly decimals: number };
  /** The model's outcome; null when nothing models it, which makes the row not assessable. */
  readonly variable: string | null;
  /** For shares: the outcomes whose ratio the row is. */
  readonly share: { readonly numerator: string; readonly denominator: string } | null;
  readonly attribute: Attribute;
  readonly baseline: Baseline;
  readonly target: Target | null;
  /** Series in `observations.csv` that decides this row. */
  readonly series: string | null;
  readonly place: Bilingual;
  readonly printed: { readonly baseline: string | null; readonly target: string | null };
  readonly note: Bilingual | null;
  /** Why the row cannot be assessed, when `variable` is null or a definition is missing. */
  readonly notAssessableBecause: Bilingual | null;
  readonly at: SourceSpan;
}

/** A figure, an interval that an inequality in the plan leaves open, or a blank that nobody has filled. */
export type Figure = number | { readonly min: number; readonly max: number } | null;

export interface Baseline {
  /** What the figure covers: a year end, a whole year, or a sum of years. */
  readonly period: "year_end" | "year" | "sum";
  readonly year: number;
  /** First year of a sum. */
  readonly from: number | null;
  readonly readings: Readonly<Record<string, Figure>>;
  readonly default: string;
  readonly at: SourceSpan;
}

export type TargetKind = "floor" | "share" | "cumulative" | "ceiling" | "maintain" | "mean_growth";
export type TargetComparison = ">=" | ">" | "<=" | "<";
/** Which value of a ceiling or maintain row is held against the target. */
export type TargetRule = "each_year" | "end_year" | "period_mean";

/** How a row is expected to get from its baseline to its target (序时进度). */
export type TargetPath =
  | { readonly kind: "linear" | "geometric" | "logistic" }
  /** Share of a sum that each year of the plan takes, in any scale. */
  | { readonly kind: "profile"; readonly shares: readonly number[] }
  /** A path that the plan or its yearly programmes give: one value a year of the plan, in the row's unit. */
  | { readonly kind: "official"; readonly values: readonly number[] };

/** What a row is to reach, and how it is compared. */
export interface Target {
  readonly kind: TargetKind;
  readonly rule: TargetRule;
  readonly comparison: TargetComparison;
  readonly value: number;
  readonly year: number;
  /** Named readings of the target that differ from the default one: strictness or value. */
  readonly readings: Readonly<Record<string, { readonly comparison: TargetComparison; readonly value: number }>>;
  readonly default: string;
  /** Its values or shares run from the plan's first year to the target year. */
  readonly path: TargetPath;
  readonly at: SourceSpan;
}

/** Everything that a plan may put into its own words. */
export type WordedClass = (typeof wordedClasses)[number];

/** Cut-offs, tolerances and words of the verdicts. */
export interface Assessment {
  /** Lower bounds of the probability classes, descending: very likely, likely, uncertain, unlikely. */
  readonly probabilityClasses: readonly [number, number, number, number];
  /** An indicative row that misses its target by no more than this share of it is 基本完成. */
  readonly nearlyMetTolerance: number;
  /** Lower bounds of the pace classes, descending: faster than expected, about as expected, slightly behind. */
  readonly paceClasses: readonly [number, number, number];
  /** A binding row with a chance below the first is 预警, below the second 重点预警; an indicative one below the third 关注. */
  readonly warningProbabilities: { readonly warning: number; readonly serious: number; readonly watch: number };
  /** A share whose baseline or target is this near to 0 or 1 has its pace measured on the logit scale. */
  readonly nearLimit: number;
  /** A ceiling or a level to maintain that is kept by less than this share of the target is 临界. */
  readonly atRiskMargin: number;
  /** A mean growth that asks more than this of the years left has no precedent. */
  readonly unprecedentedGrowth: number;
  /** A target that is met already by a value whose chance to hold is below this is marked 回落风险. */
  readonly holdProbability: number;
  /** Of the draws beyond a trip-wire at most this share meets the target, and at least so many draws are beyond it. */
  readonly tripWires: { readonly stillMet: number; readonly draws: number };
  /** Words in place of the usual ones. */
  readonly wording: Readonly<Partial<Record<WordedClass, Bilingual>>>;
}

// ── The model's text ────────────────────────────────────────────────────────────────────────────────────────────────

/** The model as its files state it, all sectors merged; formulas are parsed, names not yet resolved. */
export interface ModelSource {
  readonly sectors: readonly Sector[];
  readonly dimensions: readonly Dimension[];
  readonly variables: readonly VariableSource[];
  readonly assumptions: readonly Assumption[];
  readonly tables: readonly Table[];
  readonly switches: readonly Switch[];
  readonly levers: readonly Lever[];
  readonly events: readonly EventDefinition[];
  readonly correlations: readonly Correlation[];
  readonly identities: readonly IdentitySource[];
}

export interface Sector {
  readonly id: string;
  readonly label: Bilingual;
  readonly file: string;
}

export interface Dimension {
  readonly name: string;
  /** Element names, or the integers from `first` on for a numeric dimension. */
  readonly elements: readonly string[];
  /** First integer of a numeric dimension; null for named elements. */
  readonly first: number | null;
  /** A banded dimension groups another: band i holds the integers `bands[i].from … bands[i].to` of it. */
  readonly bands: { readonly of: string; readonly ranges: readonly { from: number; to: number }[] } | null;
  readonly at: SourceSpan;
}

export type VariableKind = "stock" | "flow" | "auxiliary" | "constant" | "driver";

/** One equation, or the cases of an equation over dimensions in the order they are tried. */
export interface Case {
  /** Condition on indices only; null for the last case, which takes all that is left. */
  readonly when: Formula | null;
  readonly value: Formula;
}

export interface VariableSource {
  readonly name: string;
  readonly sector: string;
  readonly kind: VariableKind;
  readonly label: Bilingual;
  readonly unit: Unit;
  readonly unitText: string;
  readonly over: readonly string[];
  /** Cases; one case without `when` for a plain equation. Null for stocks with inflow and outflow. */
  readonly equation: readonly Case[] | null;
  readonly initial: readonly Case[] | null;
  readonly inflow: readonly Case[] | null;
  readonly outflow: readonly Case[] | null;
  /** Written to the results even if it is no indicator. */
  readonly report: boolean;
  /** Series of the observations that measures it; its own name unless the file says otherwise. */
  readonly series: string;
  readonly source: string | null;
  readonly at: SourceSpan;
}

/** A number that the model takes for granted, fixed or drawn from a distribution. */
export interface Assumption {
  readonly name: string;
  readonly sector: string;
  readonly label: Bilingual | null;
  readonly unit: Unit;
  readonly unitText: string;
  /** Central value; null means the median of the distribution. */
  readonly value: number | null;
  /** Null: the value is fixed. */
  readonly distribution: Distribution | null;
  readonly distributionText: string | null;
  readonly basis: Basis;
  readonly source: string | null;
  /** Keyed by name alone when several regions are run; otherwise by region and name. */
  readonly shared: boolean;
  readonly at: SourceSpan;
}

export interface Table {
  readonly name: string;
  readonly sector: string;
  readonly label: Bilingual | null;
  readonly unit: Unit;
  readonly unitText: string;
  readonly basis: Basis;
  readonly source: string | null;
  readonly content:
    | {
        readonly kind: "values";
        readonly over: readonly string[];
        /** Its CSV, from the folder of the model, where it has one. */
        readonly file?: string;
        /** Row-major in the order of `over`. `year` as a dimension name stands for calendar years. */
        readonly values: Float64Array;
        /** For a table over `year`: its calendar years, ascending; null otherwise. */
        readonly years: readonly number[] | null;
      }
    | {
        readonly kind: "points";
        /** Ascending x. */
        readonly points: readonly (readonly [number, number])[];
        readonly xUnit: Unit;
      };
  readonly at: SourceSpan;
}

export interface Switch {
  readonly name: string;
  readonly label: Bilingual | null;
  readonly options: readonly string[];
  readonly default: string;
  readonly at: SourceSpan;
}

/** What a lever or event does to one assumption or table at full intensity. */
export interface Effect {
  readonly target: string;
  readonly operation: "multiply" | "add" | "set";
  readonly value: number | Distribution;
  readonly at: SourceSpan;
}

/** Something that policy can do, from intensity 0 to the end of its range. */
export interface Lever {
  readonly name: string;
  readonly label: Bilingual;
  readonly effects: readonly Effect[];
  /** Whole years between the intensity and its effect. */
  readonly lag: number;
  readonly range: { readonly lower: number; readonly upper: number };
  readonly source: string | null;
  readonly at: SourceSpan;
}

export type EventShape = "pulse" | "step" | "ramp" | "decay" | "pulse_rebound";

export interface EventDefinition {
  readonly name: string;
  readonly label: Bilingual;
  /** ISO date on which it was decided or became known. */
  readonly decided: string | null;
  readonly effects: readonly Effect[];
  readonly shape: EventShape;
  /** Year and month (1–12) in which it starts; a later month makes the first year partial. */
  readonly at: { readonly year: number; readonly month: number } | null;
  /** Years until a ramp is full. */
  readonly years: number;
  /** Share kept from year to year of a decay, or the opposite share of the year after of a pulse with rebound. */
  readonly share: number;
  readonly source: string | null;
  readonly place: SourceSpan;
}

export interface Correlation {
  readonly first: string;
  readonly second: string;
  /** Spearman rank correlation, −1 … 1. */
  readonly rank: number;
  readonly at: SourceSpan;
}

/** A statement that must hold on every draw: an equality to 1e-9 × scale, or a bound that is counted. */
export interface IdentitySource {
  readonly name: string;
  readonly sector: string;
  readonly tag: string | null;
  readonly label: Bilingual | null;
  readonly left: Expression;
  readonly comparison: Extract<ComparisonOperator, "==" | "<=" | ">=">;
  readonly right: Expression;
  /** Text and place of the whole statement. */
  readonly formula: Formula;
  readonly over: readonly string[];
}

// ── Policies and scenarios ──────────────────────────────────────────────────────────────────────────────────────────

export interface Policy {
  readonly number: number;
  readonly chapter: string;
  readonly section: string;
  readonly label: Bilingual;
  readonly levers: readonly string[];
  /** Weight in [0, 1] with which it feeds each of its levers. */
  readonly weight: number;
  /** Replaces the lever's lag. */
  readonly lag: number;
  readonly start: number | null;
  readonly ramp: number;
  readonly at: SourceSpan;
}

export type SamplingMethod = "sobol" | "latin_hypercube" | "monte_carlo";

export interface RunSettings {
  readonly draws: number;
  readonly seed: number;
  /** Last simulated year. */
  readonly until: number;
  readonly sampling: SamplingMethod;
}

/** Intensity of a lever: one number from the first plan year on, or years with linear passage between them. */
export type LeverSetting = number | readonly { readonly year: number; readonly intensity: number }[];

export interface EventUse {
  readonly name: string;
  readonly at: { readonly year: number; readonly month: number } | null;
  readonly size: number;
  readonly place: SourceSpan;
}

/** A variable that follows the forecast of its observed series, in place of its equation. */
export interface DriverUse {
  readonly name: string;
  /** ISO date after which no figure is read, of the run; null: no such date. */
  readonly asOf: string | null;
  readonly place: SourceSpan;
}

/** What a scenario gives an assumption: a number that fixes it, or another distribution. */
export type AssumptionSetting =
  | { readonly kind: "fixed"; readonly value: number }
  | { readonly kind: "distribution"; readonly distribution: Distribution; readonly text: string };

/** A scenario after `extends` has been followed: everything it sets, nothing it does not. */
export interface Scenario {
  readonly id: string;
  readonly label: Bilingual;
  /** What the scenario stands for, in its author's words. */
  readonly description: Bilingual;
  /** Chain of `extends`, nearest first. */
  readonly ancestors: readonly string[];
  readonly readings: Readonly<Record<string, string>>;
  readonly switches: Readonly<Record<string, string>>;
  readonly levers: Readonly<Record<string, LeverSetting>>;
  /** Implementation in [0, 1] by policy number, `chapter_<n>` or `all`; the more particular wins. */
  readonly policies: Readonly<Record<string, number>>;
  readonly assumptions: Readonly<Record<string, AssumptionSetting>>;
  readonly events: readonly EventUse[];
  /** In order of name. */
  readonly drivers: readonly DriverUse[];
  /** ISO date after which nothing was known; null: everything is known. */
  readonly knownAsOf: string | null;
  readonly run: RunSettings;
  readonly file: string;
  readonly at: SourceSpan;
}
