import type { Bilingual } from "../core/bilingual.ts";
import type { Expression } from "../core/expression.ts";
import type { SourceSpan } from "../core/issue.ts";
import type { Unit } from "../core/unit.ts";
import type { Formula } from "./formula.ts";

/**
 * What `model/feasibility.yaml` says: how the plan's targets hang together, as linear constraints on the target year,
 * and what the plan's words say beside its figures.
 *
 * Constraints may use figures of the base year and never a target, so that easing a target cannot tighten anything.
 */
export interface Feasibility {
  /** Names for the places of figures that stand elsewhere than the row, by reading. */
  readonly readingPlaces: {
    readonly baseline: Readonly<Record<string, Bilingual>>;
    readonly target: Readonly<Record<string, Bilingual>>;
  };
  readonly variables: readonly FeasibilityVariable[];
  readonly definitions: readonly Definition[];
  /** Hard: what holds by counting or by a measured relation. */
  readonly relations: readonly LinearConstraint[];
  /** Hard, but a limit that someone could move: the part of a conflict that is no target. */
  readonly capacities: readonly Capacity[];
  readonly targets: readonly BoundTarget[];
  readonly wordings: readonly WordingDifference[];
  readonly coverages: readonly CoveragePhrase[];
  readonly at: SourceSpan;
}

/** A quantity of the target year (or of the plan's years together) that the constraints speak of. */
export interface FeasibilityVariable {
  readonly name: string;
  readonly label: Bilingual;
  readonly unit: Unit;
  readonly unitText: string;
  /** 0 unless said otherwise. */
  readonly lower: number;
  /** Infinity unless said otherwise. */
  readonly upper: number;
  readonly at: SourceSpan;
}

/** Something that the plan leaves open, with the ways in which it may be meant: each is tried. */
export interface Definition {
  readonly name: string;
  readonly label: Bilingual;
  /** Indicator whose meaning is open. */
  readonly row: string;
  readonly options: readonly DefinitionOption[];
  readonly at: SourceSpan;
}

/** One way in which a definition may be meant. */
export interface DefinitionOption {
  readonly name: string;
  readonly label: Bilingual;
  /** Other indicators that this meaning draws on. */
  readonly rows: readonly string[];
  /** Readings of baselines that go with it, by indicator. */
  readonly readings: Readonly<Record<string, string>>;
  /** What the row's own base-year figure would be under this meaning, the same twice for a figure; free of variables. */
  readonly baseline: { readonly min: Formula; readonly max: Formula } | null;
  readonly source: string | null;
}

/** A linear statement that holds under some or all definitions. */
export interface LinearConstraint {
  readonly name: string;
  readonly left: Expression;
  readonly comparison: "==" | "<=" | ">=";
  readonly right: Expression;
  readonly formula: Formula;
  /** Options under which it holds, by definition; empty: always. */
  readonly under: Readonly<Record<string, readonly string[]>>;
  readonly source: string;
}

/** A limit with a name; always an inequality. */
export interface Capacity extends LinearConstraint {
  readonly comparison: "<=" | ">=";
  readonly label: Bilingual;
  /** Indicators on whose figures the limit stands. */
  readonly rows: readonly string[];
}

/** An indicator's target as a statement on variables: a value, or a share of two values. */
export interface BoundTarget {
  readonly indicator: string;
  readonly value: Formula;
  /** For a share: what `value` is divided by, which must be positive; else null. */
  readonly denominator: Formula | null;
  readonly under: Readonly<Record<string, readonly string[]>>;
}

/** Words of the plan with their place. */
export interface Quotation {
  readonly place: Bilingual;
  /** The words that matter, kept short. */
  readonly quote: string;
}

/** Two places of the plan that say different things where no figure shows it. */
export interface WordingDifference {
  readonly name: string;
  readonly aspect: "scope" | "measure" | "unit";
  readonly rows: readonly string[];
  readonly first: Quotation;
  readonly second: Quotation;
  /** What the difference comes to: a clause that goes behind the two quotations. */
  readonly difference: Bilingual;
  readonly at: SourceSpan;
}

/** A phrase of full coverage that the plan's own targets can be held against. */
export interface CoveragePhrase {
  readonly name: string;
  /** Indicators whose targets make the coverage: one share, or head counts that add up. */
  readonly rows: readonly string[];
  readonly phrase: Quotation;
  /** Least coverage that the phrase can be taken to ask, in (0, 1]. */
  readonly asks: number;
  /** Why the phrase is read so. */
  readonly source: string | null;
  /** The people to be covered, for head counts, in the unit of the rows; null for a share. */
  readonly population: { readonly value: number; readonly label: Bilingual; readonly source: string } | null;
  readonly at: SourceSpan;
}
