import type { CompiledModel, Node } from "../model/compiled-model.ts";
import type { Places } from "../model/index-places.ts";
import { childNodes } from "../model/visit-nodes.ts";
import type { Block, CellRange, Flag, Home, Name, Outcome, Program, Row, Uniform } from "./program.ts";
import type { Variation } from "./variation.ts";

/** Some places, each once, and which of them holds in each turn. */
export interface Instances {
  readonly places: readonly Places[];
  /** For each turn the place in `places`. */
  readonly numbers: readonly number[];
}

/** A program in the making: hands out cells, names, uniforms and rows. */
export class ProgramDraft {
  readonly model: CompiledModel;
  readonly variation: Variation;
  readonly homes: (Home | undefined)[] = [];
  readonly assumptions: readonly number[];
  readonly base: Block[] = [];
  readonly steady: Block[] = [];
  readonly year: Block[] = [];
  readonly outcomes: Outcome[] = [];
  readonly #uniforms = new Map<string, Uniform>();
  readonly #rows: Row[] = [];
  readonly #rowNumbers = new Map<string, number>();
  readonly #flags = new Map<string, Flag>();
  readonly #steadyPlaces = new Map<string, number>();
  readonly #keys = new Map<Node, number>();
  readonly #keyNumbers = new Map<string, number>();
  readonly #fixedRanges: CellRange[] = [];
  readonly #frameRanges: CellRange[] = [];
  #fixedCells = 0;
  #frameCells = 0;
  #uniformCount = 0;
  #yearUniformCount = 0;
  #nameCount = 0;

  constructor(model: CompiledModel, variation: Variation, assumptions: readonly number[]) {
    this.model = model;
    this.variation = variation;
    this.assumptions = assumptions;
    for (let i = 0; i < assumptions.length; i++) this.fixedCells(1);
  }

  freshName(): Name {
    return this.#nameCount++;
  }

  /** Take `count` new cells. @returns the place of the first. */
  fixedCells(count: number): number {
    this.#fixedRanges.push({ place: this.#fixedCells, size: count });
    this.#fixedCells += count;
    return this.#fixedCells - count;
  }

  frameCells(count: number): number {
    this.#frameRanges.push({ place: this.#frameCells, size: count });
    this.#frameCells += count;
    return this.#frameCells - count;
  }

  /** Number that is the same for formulas that compute the same. */
  keyOf(node: Node): number {
    const known = this.#keys.get(node);
    if (known !== undefined) return known;
    const below = childNodes(node).map((child) => this.keyOf(child));
    const text = `${ownText(node)} ${below.join(" ")}`;
    const key = this.#keyNumbers.get(text) ?? this.#keyNumbers.size;
    this.#keyNumbers.set(text, key);
    this.#keys.set(node, key);
    return key;
  }

  /** Among the turns of a loop, those between which a formula's value may differ. */
  instancesOf(node: Node, turns: readonly Places[]): Instances {
    const free = [...this.variation.freeDimensions(node)];
    const known = new Map<string, number>();
    const places: Places[] = [];
    const numbers = turns.map((here) => {
      const key = free.map((dimension) => here[dimension]).join(" ");
      const number = known.get(key) ?? places.length;
      if (number === places.length) {
        known.set(key, number);
        places.push(here);
      }
      return number;
    });
    return { places, numbers };
  }

  /** Place for a formula that is the same in every draw. */
  uniform(node: Node, isCondition: boolean, instances: Instances): Uniform {
    const key = this.#instanceKey(node, instances);
    const known = this.#uniforms.get(key);
    if (known) return known;
    const isYearly = this.variation.readsYear(node);
    const count = instances.places.length;
    const place = isYearly ? this.#yearUniformCount : this.#uniformCount;
    if (isYearly) this.#yearUniformCount += count;
    else this.#uniformCount += count;
    const uniform = { node, isCondition, instances: instances.places, isYearly, place };
    this.#uniforms.set(key, uniform);
    return uniform;
  }

  /** Place in each year's table of a condition that the input decides. */
  flag(source: Flag["source"]): number {
    const key = JSON.stringify(source);
    const known = this.#flags.get(key);
    if (known) return known.place;
    const place = this.#yearUniformCount++;
    this.#flags.set(key, { source, place });
    return place;
  }

  /** Number of a row of the input. */
  row(row: Row): number {
    const key = JSON.stringify(row);
    const known = this.#rowNumbers.get(key);
    if (known !== undefined) return known;
    this.#rowNumbers.set(key, this.#rows.length);
    return this.#rows.push(row) - 1;
  }

  /**
   * First of the fixed cells of a steady formula's values.
   *
   * @param compute - called the first time, with that place, to make the statements that fill them.
   */
  steadyPlace(node: Node, instances: Instances, compute: (place: number) => Block): number {
    const key = this.#instanceKey(node, instances);
    const known = this.#steadyPlaces.get(key);
    if (known !== undefined) return known;
    const place = this.fixedCells(instances.places.length);
    this.#steadyPlaces.set(key, place);
    this.steady.push(compute(place));
    return place;
  }

  finish(): Program {
    return {
      fixedCells: this.#fixedCells,
      frameCells: this.#frameCells,
      cells: { fixed: this.#fixedRanges, frame: this.#frameRanges },
      assumptions: this.assumptions,
      homes: this.homes,
      uniforms: [...this.#uniforms.values()],
      uniformCount: this.#uniformCount,
      yearUniformCount: this.#yearUniformCount,
      flags: [...this.#flags.values()],
      rows: this.#rows,
      outcomes: this.outcomes,
      base: this.base,
      steady: this.steady,
      year: this.year,
    };
  }

  #instanceKey(node: Node, { places }: Instances): string {
    const free = [...this.variation.freeDimensions(node)];
    return `${this.keyOf(node)} ${places.map((here) => free.map((d) => here[d]).join(",")).join(" ")}`;
  }
}

/** What a node says itself, without the nodes below it. */
function ownText(node: Node): string {
  switch (node.kind) {
    case "number":
      return `number ${Object.is(node.value, -0) ? "-0" : node.value}`;
    case "variable":
      return `variable ${node.variable} ${node.moment} ${JSON.stringify(node.indices)}`;
    case "table":
      return `table ${node.table} ${JSON.stringify(node.indices)}`;
    case "shape":
      return `shape ${node.shape} ${node.arguments.join(" ")}`;
    case "sum":
      return `sum ${node.over.join(" ")} ${node.where !== null}`;
    case "switch":
      return `switch ${node.switch} ${node.option}`;
    case "call":
      return `call ${node.function}`;
    case "arithmetic":
    case "compare":
      return `${node.kind} ${node.operator}`;
    case "assumption":
      return `assumption ${node.assumption}`;
    case "lookup":
      return `lookup ${node.table}`;
    case "index":
      return `index ${node.dimension}`;
    case "observed":
      return `observed ${node.observed}`;
    case "noise":
      return `noise ${node.noise}`;
    default:
      return node.kind;
  }
}
