import type { Bilingual } from "../core/bilingual.ts";
import type { Distribution } from "../core/distribution.ts";
import type { ComparisonOperator, Expression } from "../core/expression.ts";
import type { SourceSpan } from "../core/issue.ts";
import type { Unit } from "../core/unit.ts";
import type { Formula } from "./formula.ts";

/** Where a number comes from; shown wherever the number is shown. */
export type Basis = "plan" | "data" | "definition" | "assumption";

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
