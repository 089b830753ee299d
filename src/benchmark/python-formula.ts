import { powerKind } from "../model/arithmetic.ts";
import type { CompiledModel, Node } from "../model/compiled-model.ts";
import { elementAt, forEachElement, holdsAt, indexValue, type Places } from "../model/index-places.ts";
import { dependsOn, varyingDimensions } from "../program/lowering-scope.ts";
import type { Variation } from "../program/variation.ts";
import { pythonName, pythonNumber, pythonPlaces, pythonText } from "./python-names.ts";

/** An expression of Python, and the axes of its value: the turns of an equation over dimensions, and the draws. */
export interface PythonValue {
  readonly text: string;
  readonly overTurns: boolean;
  readonly overDraws: boolean;
}

/** What formulas need beyond the model. */
export interface PythonWorld {
  readonly model: CompiledModel;
  readonly variation: Variation;
  /** Name of a list of numbers that stands above the program. */
  readonly listName: (numbers: readonly number[]) => string;
}

const functions = { abs: "np.abs", exp: "np.exp", ln: "np.log", sqrt: "np.sqrt", floor: "np.floor" } as const;
/** Years that formulas are computed in; in the base year base(x) is x itself. */
export type PythonPhase = "base" | "year";

const prefixes = {
  base: { now: "v", previous: "p", base: "v" },
  year: { now: "v", previous: "p", base: "b" },
} as const;

/** Writes formulas as expressions on arrays of draws. */
export class PythonFormula {
  readonly #world: PythonWorld;
  readonly #model: CompiledModel;
  readonly #phase: PythonPhase;

  constructor(world: PythonWorld, phase: PythonPhase) {
    this.#world = world;
    this.#phase = phase;
    this.#model = world.model;
  }

  /**
   * Write a formula at some places.
   *
   * @param turns - indices of each value; with several, the value has an axis for them in front of that of the draws.
   */
  value(node: Node, turns: readonly Places[]): PythonValue {
    const free = this.#world.variation.freeDimensions(node);
    const here = dependsOn(free, varyingDimensions(turns)) ? turns : turns.slice(0, 1);
    return this.#written(node, here);
  }

  #written(node: Node, turns: readonly Places[]): PythonValue {
    switch (node.kind) {
      case "number":
        return constant(pythonNumber(node.value));
      case "variable":
        return this.#variable(node, turns);
      case "assumption":
        return perDraw(pythonName("a", this.#model.assumptions[node.assumption] as string, node.assumption));
      case "table":
        return this.#withEffect(this.#table(node, turns), node.table);
      case "lookup":
        return this.#lookup(node, turns);
      case "index":
        return this.#index(node.dimension, turns);
      case "year":
        return constant("year");
      case "observed":
        return constant(pythonName("o", this.#model.observed[node.observed] as string, node.observed));
      case "noise": {
        const name = pythonName("z", this.#model.noises[node.noise] as string, node.noise);
        return joined([this.value(node.sd, turns), perDraw(name)], ([sd, z]) => `(${sd} * ${z})`);
      }
      case "shape":
        return constant(`${node.shape}(year, ${node.arguments.map(pythonNumber).join(", ")})`);
      case "sum":
        return this.#sum(node, turns);
      default:
        return this.#operation(node, turns);
    }
  }

  #operation(node: Node, turns: readonly Places[]): PythonValue {
    const inside = (...nodes: Node[]) => nodes.map((one) => this.value(one, turns));
    switch (node.kind) {
      case "negate":
        return joined(inside(node.operand), ([x]) => `(-${x})`);
      case "arithmetic": {
        const sides = inside(node.left, node.right);
        // Python refuses to divide its own numbers by 0; numpy gives infinity, as we do.
        const isPlain = node.operator === "/" && sides.every(({ overTurns, overDraws }) => !overTurns && !overDraws);
        return joined(sides, ([l, r]) => (isPlain ? `np.divide(${l}, ${r})` : `(${l} ${node.operator} ${r})`));
      }
      case "power":
        return this.#power(node, turns);
      case "call":
        return this.#call(node, turns);
      case "if": {
        const [condition, ...arms] = inside(node.condition, node.then, node.else) as [PythonValue, ...PythonValue[]];
        const isPlain = !condition.overTurns && !condition.overDraws;
        return joined([condition, ...arms], ([c, a, b]) =>
          isPlain ? `(${a} if ${c} else ${b})` : `np.where(${c}, ${a}, ${b})`,
        );
      }
      case "compare":
        return joined(inside(node.left, node.right), ([l, r]) => `(${l} ${node.operator} ${r})`);
      case "and":
      case "or":
        return joined(inside(node.left, node.right), ([l, r]) => `(${l} ${node.kind === "and" ? "&" : "|"} ${r})`);
      case "not":
        return joined(inside(node.operand), ([x]) => `np.logical_not(${x})`);
      case "switch": {
        const { name, options } = this.#model.switches[node.switch] as CompiledModel["switches"][number];
        return constant(`(${pythonName("s", name, node.switch)} == ${pythonText(options[node.option] as string)})`);
      }
      default:
        throw new TypeError(`PythonFormula: a formula was expected; got ${node.kind}`);
    }
  }

  #variable(node: Extract<Node, { kind: "variable" }>, turns: readonly Places[]): PythonValue {
    const { name, over, size } = this.#model.variables[node.variable] as CompiledModel["variables"][number];
    const text = pythonName(prefixes[this.#phase][node.moment], name, node.variable);
    if (size === 1 && over.length === 0) return perDraw(text);
    const elements = turns.map((here) => elementAt(node.indices, over, this.#model.dimensions, here));
    if (turns.length === 1) return perDraw(`${text}[${elements[0]}]`);
    const places = pythonPlaces(elements, size, this.#world.listName);
    return { text: places === ":" ? text : `${text}[${places}]`, overTurns: true, overDraws: true };
  }

  #table(node: Extract<Node, { kind: "table" }>, turns: readonly Places[]): PythonValue {
    const { name, content } = this.#model.tables[node.table] as CompiledModel["tables"][number];
    if (content.kind === "points") throw new TypeError("PythonFormula: a table of points was read as values");
    const table = pythonName("t", name, node.table);
    const text = content.kind === "years" ? `${table}[nearest(${table}_years, year)]` : table;
    const elements = turns.map((here) => elementAt(node.indices, content.over, this.#model.dimensions, here));
    if (turns.length === 1) return constant(`${text}[${elements[0]}]`);
    const size = content.kind === "years" ? content.size : content.values.length;
    const places = pythonPlaces(elements, size, this.#world.listName);
    return { text: `${text}[${places}, None]`, overTurns: true, overDraws: false };
  }

  #withEffect(value: PythonValue, table: number): PythonValue {
    if (!this.#world.variation.mayActOn(table)) return value;
    const { name } = this.#model.tables[table] as CompiledModel["tables"][number];
    const effect = pythonName("e", name, table);
    return joined(
      [value, perDraw(effect)],
      ([x]) => `((${x} * ${effect}[0] + ${effect}[1]) * ${effect}[2] + ${effect}[3])`,
    );
  }

  #lookup(node: Extract<Node, { kind: "lookup" }>, turns: readonly Places[]): PythonValue {
    const { name } = this.#model.tables[node.table] as CompiledModel["tables"][number];
    const table = pythonName("t", name, node.table);
    const looked = joined([this.value(node.argument, turns)], ([x]) => `np.interp(${x}, ${table}_x, ${table}_y)`);
    return this.#withEffect(looked, node.table);
  }

  #index(dimension: number, turns: readonly Places[]): PythonValue {
    const numbers = turns.map((here) => indexValue(dimension, this.#model.dimensions, here));
    if (turns.length === 1) return constant(pythonNumber(numbers[0] as number));
    return { text: `${this.#world.listName(numbers)}[:, None]`, overTurns: true, overDraws: false };
  }

  #power(node: Extract<Node, { kind: "power" }>, turns: readonly Places[]): PythonValue {
    const base = this.value(node.base, turns);
    const written = node.exponent.kind === "number" ? node.exponent.value : undefined;
    const kind = powerKind(written);
    if (kind === "root") return joined([base], ([x]) => `np.sqrt(${x})`);
    if (kind === "whole") {
      const isPlain = !base.overTurns && !base.overDraws;
      return joined([base], ([x]) => (isPlain ? `np.power(${x}, ${written}.0)` : `(${x} ** ${written})`));
    }
    return joined([base, this.value(node.exponent, turns)], ([x, y]) => `np.exp(${y} * np.log(${x}))`);
  }

  #call(node: Extract<Node, { kind: "call" }>, turns: readonly Places[]): PythonValue {
    const values = node.arguments.map((argument) => this.value(argument, turns));
    return joined(values, (texts) => {
      const [first = "", ...others] = texts;
      switch (node.function) {
        case "min":
        case "max":
          return others.reduce((left, right) => `np.${node.function}imum(${left}, ${right})`, first);
        case "clamp":
          return `np.minimum(np.maximum(${first}, ${others[0]}), ${others[1]})`;
        case "logit":
        case "logistic":
          return `${node.function}(${first})`;
        default:
          return `${functions[node.function]}(${first})`;
      }
    });
  }

  #sum(node: Extract<Node, { kind: "sum" }>, outer: readonly Places[]): PythonValue {
    const { dimensions } = this.#model;
    const turns: Places[] = [];
    const counts = outer.map((here) => {
      const before = turns.length;
      forEachElement(node.over, dimensions, here, (places) => {
        if (!node.where || holdsAt(node.where, dimensions, places)) turns.push(places);
      });
      return turns.length - before;
    });
    if (turns.length === 0) return constant("0.0");
    if (turns.length === 1 && outer.length === 1) return this.#written(node.body, turns);
    const body = this.#written(node.body, turns);
    const whole = body.overTurns && body.overDraws ? body.text : `np.broadcast_to(${body.text}, (${turns.length}, n))`;
    if (outer.length === 1) return perDraw(`${whole}.sum(axis=0)`);
    const isRegular = counts.every((count) => count === counts[0]);
    const text = isRegular
      ? `${whole}.reshape(${outer.length}, ${counts[0]}, n).sum(axis=1)`
      : `sums(${whole}, ${this.#world.listName(counts)})`;
    return { text, overTurns: true, overDraws: true };
  }
}

function constant(text: string): PythonValue {
  return { text, overTurns: false, overDraws: false };
}

function perDraw(text: string): PythonValue {
  return { text, overTurns: false, overDraws: true };
}

/** Put values together; the result has every axis that one of them has. */
function joined(values: readonly PythonValue[], print: (texts: string[]) => string): PythonValue {
  return {
    text: print(values.map(({ text }) => text)),
    overTurns: values.some(({ overTurns }) => overTurns),
    overDraws: values.some(({ overDraws }) => overDraws),
  };
}
