import type { CompiledModel, Node } from "../model/compiled-model.ts";
import { childNodes, someNode } from "../model/visit-nodes.ts";

/** What an input may change besides the draws of the assumptions, the noise, the switches and the figures observed. */
export interface Changeable {
  /** Assumptions that may differ from year to year. */
  readonly assumptions: ReadonlySet<number>;
  /** Tables that something may act on. */
  readonly tables: ReadonlySet<number>;
  /** Variables whose equation may be replaced by a path. */
  readonly drivers: ReadonlySet<number>;
}

/** Tells what a formula's value may differ with: draws, years, indices, the settings of a run. */
export class Variation {
  readonly #model: CompiledModel;
  readonly #changeable: Changeable;
  /** Variables that hold one value a draw from the year after the base year on, constants included. */
  readonly #steady = new Set<number>();
  readonly #freeDimensions = new WeakMap<Node, ReadonlySet<number>>();

  constructor(model: CompiledModel, changeable: Changeable) {
    this.#model = model;
    this.#changeable = changeable;
    model.variables.forEach((variable, number) => {
      if (variable.kind === "constant") this.#steady.add(number);
    });
  }

  /** Take note that a variable holds one value a draw in all years after the base year. */
  addSteady(variable: number): void {
    this.#steady.add(variable);
  }

  /** Whether something may act on a table, so that its values differ by draw. */
  mayActOn(table: number): boolean {
    return this.#changeable.tables.has(table);
  }

  /** Whether the value is the same in every draw. */
  isUniform(node: Node): boolean {
    switch (node.kind) {
      case "variable":
      case "assumption":
      case "noise":
        return false;
      case "table":
        return !this.#changeable.tables.has(node.table);
      case "lookup":
        return !this.#changeable.tables.has(node.table) && this.isUniform(node.argument);
      default:
        return childNodes(node).every((child) => this.isUniform(child));
    }
  }

  /** Whether the value may differ from year to year through more than the variables, assumptions and noise it reads. */
  readsYear(node: Node): boolean {
    return someNode(node, (n) => {
      if (n.kind === "table") return this.#model.tables[n.table]?.content.kind === "years";
      return n.kind === "year" || n.kind === "shape";
    });
  }

  /**
   * Whether the value follows from what may differ between runs of one program: switches, figures observed, and tables
   * of values, which may be another region's.
   */
  readsSettings(node: Node): boolean {
    return someNode(node, (n) => n.kind === "observed" || n.kind === "switch" || n.kind === "table");
  }

  /** Whether the value is the same in every year after the base year. */
  isSteady(node: Node): boolean {
    switch (node.kind) {
      case "variable":
        if (node.moment === "base") return true;
        if (node.moment === "now") return this.#steady.has(node.variable);
        return this.#steady.has(node.variable) && this.#model.variables[node.variable]?.kind === "constant";
      case "assumption":
        return !this.#changeable.assumptions.has(node.assumption);
      case "table":
        return !this.#changeable.tables.has(node.table) && !this.readsYear(node);
      case "lookup":
        return !this.#changeable.tables.has(node.table) && this.isSteady(node.argument);
      case "noise":
      case "year":
      case "shape":
        return false;
      default:
        return childNodes(node).every((child) => this.isSteady(child));
    }
  }

  /** Numbers of the dimensions whose surrounding index the value depends on. */
  freeDimensions(node: Node): ReadonlySet<number> {
    const known = this.#freeDimensions.get(node);
    if (known) return known;
    const free = new Set(childNodes(node).flatMap((child) => [...this.freeDimensions(child)]));
    if (node.kind === "sum") for (const dimension of node.over) free.delete(dimension);
    if (node.kind === "index") free.add(node.dimension);
    if (node.kind === "variable" || node.kind === "table") {
      for (const index of node.indices) {
        if (index.kind === "current") free.add(index.dimension);
        if (index.kind === "band") free.add(index.of);
      }
    }
    this.#freeDimensions.set(node, free);
    return free;
  }
}

/** Whether a node only fetches a value and computes nothing. */
export function isLeaf(node: Node): boolean {
  return node.kind === "variable" || node.kind === "assumption" || node.kind === "number";
}

/** Whether a formula is dear enough to be kept in memory rather than computed anew each year. */
export function isCostly(node: Node): boolean {
  return someNode(node, (n) => {
    if (n.kind === "call") return !["min", "max", "abs", "clamp"].includes(n.function);
    return (
      n.kind === "sum" || n.kind === "power" || n.kind === "lookup" || (n.kind === "arithmetic" && n.operator === "/")
    );
  });
}
