import type { LinearForm } from "../core/linear-form.ts";

/** A linear statement `lower ≤ form ≤ upper`; infinite bounds are open. */
export interface LinearRow {
  readonly form: LinearForm;
  readonly lower: number;
  readonly upper: number;
}

/** A variable of a linear program with its bounds, which may be infinite. */
export interface LinearVariable {
  readonly name: string;
  readonly lower: number;
  readonly upper: number;
}

/** A linear program: the best value of an objective on what the rows and bounds leave. */
export interface LinearProgram {
  readonly variables: readonly LinearVariable[];
  readonly rows: readonly LinearRow[];
  readonly objective: LinearForm;
  readonly sense: "minimise" | "maximise";
}

/** How a linear program ended. */
export type LinearOutcome =
  | { readonly status: "optimal"; readonly value: number; readonly point: ReadonlyMap<string, number> }
  | { readonly status: "infeasible" }
  | { readonly status: "unbounded" };

/** Something that solves linear programs. */
export type SolveLinearProgram = (program: LinearProgram) => LinearOutcome;

/** The objective of a program that is only asked whether anything is left. */
export const noObjective: LinearForm = { constant: 0, coefficients: new Map() };
