import { powerKind, shapeValue, yearPlace } from "./arithmetic.ts";
import type { CompiledCase, CompiledModel, CompiledVariable, Node } from "./compiled-model.ts";
import { elementAt, forEachElement, holdsAt, indexValue, noPlaces, type Places } from "./index-places.ts";
import { blockSize } from "./kernel.ts";

/**
 * A formula as JavaScript text, with the arrays that the text refers to by number.
 *
 * Nothing a model's author wrote stands in the text: names are numbers by now, so a name can never become code.
 */
export interface EmittedCase {
  /** Body of a function of (state, data, scratch, library). */
  readonly body: string;
  /** `data[k]` in the text. */
  readonly data: readonly (Int32Array | Float64Array | readonly unknown[])[];
  /** How many arrays of {@link blockSize} numbers the text needs as `scratch[k]`. */
  readonly scratchCount: number;
}

/** A loop being emitted: over the elements of a case, or over the terms of a `sum`. */
interface Loop {
  /** Indices at each turn of the loop. */
  readonly turns: readonly Places[];
  /** Name of the loop variable in the text. */
  readonly counter: string;
  /** Statements at the start of each turn. */
  readonly statements: string[];
}

/** Emit one case of a variable's formulas: a loop over its elements around a loop over the draws. */
export function emitCase(model: CompiledModel, variable: CompiledVariable, compiled: CompiledCase): EmittedCase {
  return new Emitter(model).emit(variable, compiled);
}

class Emitter {
  readonly #model: CompiledModel;
  readonly #data: (Int32Array | Float64Array | readonly unknown[])[] = [];
  /** Statements that hold for the whole call, by their right-hand side. */
  readonly #hoisted = new Map<string, string>();
  #scratchCount = 0;
  #nameCount = 0;

  constructor(model: CompiledModel) {
    this.#model = model;
  }

  emit(variable: CompiledVariable, { elements, node }: CompiledCase): EmittedCase {
    const places: Places[] = [];
    forEachElement(variable.over, this.#model.dimensions, noPlaces(this.#model.dimensions), (here) =>
      places.push(here),
    );
    const turns = [...elements].map((element) => places[element] as Places);
    const loop: Loop = { turns, counter: "k", statements: [] };
    const value = this.#number(node, loop);
    const out = this.#perTurn(
      loop,
      [...elements].map((element) => (variable.slot + element) * blockSize),
    );
    const inner = `${loop.statements.join("\n")}\nfor (let i = 0; i < n; i++) now[${out} + i] = ${value};`;
    const body = [
      "const { now, previous, base, input } = state;",
      "const n = input.draws;",
      ...[...this.#hoisted].map(([right, name]) => `const ${name} = ${right};`),
      turns.length === 1 ? inner : `for (let k = 0; k < ${turns.length}; k++) {\n${inner}\n}`,
    ].join("\n");
    return { body, data: this.#data, scratchCount: this.#scratchCount };
  }

  #fresh(prefix: string): string {
    return `${prefix}${this.#nameCount++}`;
  }

  /** Text of a value that holds for the whole call; the same value is fetched once. */
  #hoist(right: string): string {
    const known = this.#hoisted.get(right);
    if (known !== undefined) return known;
    const name = this.#fresh("h");
    this.#hoisted.set(right, name);
    return name;
  }

  #dataText(array: Int32Array | Float64Array | readonly unknown[]): string {
    this.#data.push(array);
    return this.#hoist(`data[${this.#data.length - 1}]`);
  }

  /** Text of a number that differs from turn to turn: a literal when there is one turn, else fetched once a turn. */
  #perTurn(loop: Loop, values: readonly number[]): string {
    const [first] = values;
    if (first !== undefined && values.every((value) => Object.is(value, first))) return numberText(first);
    const array = values.every(Number.isInteger) ? Int32Array.from(values) : Float64Array.from(values);
    const name = this.#fresh("r");
    loop.statements.push(`const ${name} = ${this.#dataText(array)}[${loop.counter}];`);
    return name;
  }

  #number(node: Node, loop: Loop): string {
    const { dimensions } = this.#model;
    switch (node.kind) {
      case "number":
        return numberText(node.value);
      case "variable":
        return this.#variable(node, loop);
      case "assumption":
        return `${this.#hoist(`input.assumptions[${node.assumption}][state.year]`)}[i]`;
      case "table":
        return this.#table(node, loop);
      case "lookup":
        return this.#lookup(node, loop);
      case "index":
        return this.#perTurn(
          loop,
          loop.turns.map((places) => indexValue(node.dimension, dimensions, places)),
        );
      case "year":
        return this.#hoist("state.calendarYear");
      case "observed":
        return this.#hoist(`input.observed[${node.observed}]`);
      case "noise":
        return `(${this.#number(node.sd, loop)} * ${this.#hoist(`input.noise[${node.noise}][state.year]`)}[i])`;
      case "shape": {
        const shape = this.#dataText([(year: number) => shapeValue(node.shape, node.arguments, year)]);
        return this.#hoist(`${shape}[0](state.calendarYear)`);
      }
      case "negate":
        return `(-${this.#number(node.operand, loop)})`;
      case "arithmetic":
        return `(${this.#number(node.left, loop)} ${node.operator} ${this.#number(node.right, loop)})`;
      case "power":
        return this.#power(node, loop);
      case "call":
        return `library.${node.function}(${node.arguments.map((argument) => this.#number(argument, loop)).join(", ")})`;
      case "if":
        return `(${this.#condition(node.condition, loop)} ? ${this.#number(node.then, loop)} : ${this.#number(node.else, loop)})`;
      case "sum":
        return this.#sum(node, loop);
      default:
        throw new TypeError(`emitCase: a number was expected; got ${node.kind}`);
    }
  }

  #variable(node: Extract<Node, { kind: "variable" }>, loop: Loop): string {
    const { over, slot } = this.#model.variables[node.variable] as CompiledVariable;
    const starts = loop.turns.map(
      (places) => (slot + elementAt(node.indices, over, this.#model.dimensions, places)) * blockSize,
    );
    return `${node.moment}[${this.#perTurn(loop, starts)} + i]`;
  }

  #table(node: Extract<Node, { kind: "table" }>, loop: Loop): string {
    const { content } = this.#model.tables[node.table] as CompiledModel["tables"][number];
    if (content.kind === "points") throw new TypeError("emitCase: a table of points was read as values");
    const elements = loop.turns.map((places) => elementAt(node.indices, content.over, this.#model.dimensions, places));
    const place = this.#perTurn(loop, elements);
    const values = this.#dataText(content.values);
    if (content.kind === "values") return this.#withEffect(`${values}[${place}]`, node.table);
    const yearOf = this.#dataText([(year: number) => yearPlace(content, year) * content.size]);
    const start = this.#hoist(`${yearOf}[0](state.calendarYear)`);
    return this.#withEffect(`${values}[${start} + ${place}]`, node.table);
  }

  #lookup(node: Extract<Node, { kind: "lookup" }>, loop: Loop): string {
    const { content } = this.#model.tables[node.table] as CompiledModel["tables"][number];
    const points = this.#dataText([content]);
    return this.#withEffect(`library.lookup(${points}[0], ${this.#number(node.argument, loop)})`, node.table);
  }

  #withEffect(value: string, table: number): string {
    const effect = this.#hoist(`input.tableEffects[${table}]?.[state.year]`);
    return `(${effect} ? (${value} * ${effect}.multiply[i] + ${effect}.add[i]) * ${effect}.keep[i] + ${effect}.set[i] : ${value})`;
  }

  #power(node: Extract<Node, { kind: "power" }>, loop: Loop): string {
    const base = this.#number(node.base, loop);
    const written = node.exponent.kind === "number" ? node.exponent.value : undefined;
    switch (powerKind(written)) {
      case "whole":
        return `library.wholePower(${base}, ${numberText(written as number)})`;
      case "root":
        return `library.sqrt(${base})`;
      case "general":
        return `library.generalPower(${base}, ${this.#number(node.exponent, loop)})`;
    }
  }

  /** A sum becomes a loop of its own before the draws are visited: terms outside, draws inside. */
  #sum(node: Extract<Node, { kind: "sum" }>, loop: Loop): string {
    const { dimensions } = this.#model;
    const turns: Places[] = [];
    const starts = [0];
    for (const outer of loop.turns) {
      forEachElement(node.over, dimensions, outer, (places) => {
        if (!node.where || holdsAt(node.where, dimensions, places)) turns.push(places);
      });
      starts.push(turns.length);
    }
    const inner: Loop = { turns, counter: this.#fresh("j"), statements: [] };
    const term = this.#number(node.body, inner);
    const total = this.#hoist(`scratch[${this.#scratchCount++}]`);
    const from = this.#perTurn(loop, starts.slice(0, -1));
    const until = this.#perTurn(loop, starts.slice(1));
    loop.statements.push(
      `${total}.fill(0, 0, n);`,
      `for (let ${inner.counter} = ${from}; ${inner.counter} < ${until}; ${inner.counter}++) {`,
      ...inner.statements,
      `for (let i = 0; i < n; i++) ${total}[i] += ${term};`,
      "}",
    );
    return `${total}[i]`;
  }

  #condition(node: Node, loop: Loop): string {
    switch (node.kind) {
      case "and":
        return `(${this.#condition(node.left, loop)} && ${this.#condition(node.right, loop)})`;
      case "or":
        return `(${this.#condition(node.left, loop)} || ${this.#condition(node.right, loop)})`;
      case "not":
        return `(!${this.#condition(node.operand, loop)})`;
      case "switch":
        return this.#hoist(`input.switches[${node.switch}] === ${node.option}`);
      case "compare": {
        const operator = { "==": "===", "!=": "!==", "<": "<", "<=": "<=", ">": ">", ">=": ">=" }[node.operator];
        return `(${this.#number(node.left, loop)} ${operator} ${this.#number(node.right, loop)})`;
      }
      default:
        throw new TypeError(`emitCase: a condition was expected; got ${node.kind}`);
    }
  }
}

/** A number as JavaScript text that reads back to the same bits. */
function numberText(value: number): string {
  if (Object.is(value, -0)) return "(-0)";
  return value < 0 ? `(${value})` : String(value);
}
