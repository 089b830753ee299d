import type { Bilingual } from "../core/bilingual.ts";
import type { SourceSpan } from "../core/issue.ts";
import type { Unit } from "../core/unit.ts";
import type { wordedClasses } from "./worded-classes.ts";

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
  /** Lower bounds of the pace classes, descending: ahead of pace, about on pace, slightly behind. */
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
