import { powerKind } from "../model/arithmetic.ts";
import type { CompiledModel, Node } from "../model/compiled-model.ts";
import { elementAt, forEachElement, holdsAt, type Places } from "../model/index-places.ts";
import {
  cellOf,
  closeLoop,
  dependsOn,
  loopScope,
  movingIn,
  type Scope,
  scopeOutside,
  varyingDimensions,
} from "./lowering-scope.ts";
import type { Mask, Moving, Region, Statement, UniformCondition, Value } from "./program.ts";
import type { ProgramDraft } from "./program-draft.ts";
import { settledCondition, settledNumber } from "./uniform-values.ts";
import { arithmetic, binary, fixedCell, literal, unary } from "./values.ts";
import { isCostly, isLeaf } from "./variation.ts";

/** When a block runs: in the base year, once after it, or in every later year. */
export type Phase = "base" | "steady" | "year";

/** Cells that receive the value of a formula, one for each turn. */
export interface Target {
  readonly region: Region;
  readonly places: readonly number[];
}

/** Lowers formulas to statements of one phase. */
export class FormulaLowering {
  readonly #draft: ProgramDraft;
  readonly #model: CompiledModel;
  readonly #phase: Phase;

  constructor(draft: ProgramDraft, phase: Phase) {
    this.#draft = draft;
    this.#model = draft.model;
    this.#phase = phase;
  }

  /**
   * Make the statements that compute a formula at some places and store the values.
   *
   * @param turns - indices of each value; a loop runs over them when there are several.
   * @param targets - each with one cell a turn.
   */
  store(node: Node, turns: readonly Places[], targets: readonly Target[]): Statement[] {
    const outside = scopeOutside(turns[0] as Places);
    const scope = turns.length === 1 ? outside : loopScope(turns, varyingDimensions(turns), outside, null);
    let value = this.number(node, scope);
    if (targets.length > 1) value = this.#named(value, scope);
    for (const { region, places } of targets) {
      scope.statements.push({ kind: "store", cell: cellOf(scope, region, places), value });
    }
    closeLoop(scope);
    return outside.statements;
  }

  /** Lower a formula outside of all loops. */
  scalar(node: Node, places: Places): { statements: Statement[]; value: Value } {
    const scope = scopeOutside(places);
    const value = this.number(node, scope);
    return { statements: scope.statements, value };
  }

  number(node: Node, scope: Scope): Value {
    const { variation } = this.#draft;
    const known = scope.known.get(this.#draft.keyOf(node));
    if (known) return known;
    if (scope.outer && !dependsOn(variation.freeDimensions(node), scope.varying)) {
      return this.#named(this.number(node, scope.outer), scope.outer, node);
    }
    if (variation.isUniform(node)) return this.#uniform(node, scope);
    const isKept = this.#phase === "year" && !isLeaf(node) && (scope.turns.length === 1 || isCostly(node));
    return isKept && variation.isSteady(node) ? this.#steady(node, scope) : this.#computed(node, scope);
  }

  #computed(node: Node, scope: Scope): Value {
    switch (node.kind) {
      case "variable":
        return this.#variable(node, scope);
      case "assumption":
        return fixedCell(this.#draft.assumptions.indexOf(node.assumption));
      case "table":
        return this.#withEffect(this.#plainTable(node, scope), node.table, scope);
      case "lookup":
        return this.#lookup(node, scope);
      case "noise": {
        const row = this.#draft.row({ kind: "noise", noise: node.noise });
        return binary("*", this.number(node.sd, scope), { kind: "row", row });
      }
      case "negate":
        return unary("negate", this.number(node.operand, scope));
      case "arithmetic":
        return arithmetic(node.operator, this.number(node.left, scope), this.number(node.right, scope));
      case "power":
        return this.#power(node, scope);
      case "call":
        return this.#call(node, scope);
      case "if":
        return this.#if(node, scope);
      case "sum":
        return this.#sum(node, scope);
      default:
        throw new TypeError(`lowerFormula: a number that differs by draw was expected; got ${node.kind}`);
    }
  }

  /** Give a value a name in a scope, so that it is computed once there. */
  #named(value: Value, scope: Scope, node: Node | null = null): Value {
    if (value.kind === "literal" || value.kind === "name") return value;
    const name = this.#draft.freshName();
    scope.statements.push({ kind: "name", name, value });
    const named: Value = { kind: "name", name };
    if (node) scope.known.set(this.#draft.keyOf(node), named);
    return named;
  }

  #uniform(node: Node, scope: Scope): Value {
    const instances = this.#draft.instancesOf(node, scope.turns);
    const { variation } = this.#draft;
    const isKnown = !variation.readsYear(node) && !variation.readsSettings(node);
    if (isKnown && instances.places.length === 1) {
      return { kind: "literal", value: settledNumber(node, this.#model, instances.places[0] as Places) };
    }
    const { isYearly, place } = this.#draft.uniform(node, false, instances);
    return { kind: "uniform", isYearly, ...this.#uniformPlaces(scope, isYearly, place, instances.numbers) };
  }

  #uniformPlaces(scope: Scope, isYearly: boolean, place: number, numbers: readonly number[]): Moving {
    return movingIn(
      scope,
      isYearly ? "yearUniform" : "uniform",
      numbers.map((number) => place + number),
    );
  }

  #steady(node: Node, scope: Scope): Value {
    const instances = this.#draft.instancesOf(node, scope.turns);
    const first = this.#draft.steadyPlace(node, instances, (place) => {
      const places = instances.places.map((_, number) => place + number);
      return new FormulaLowering(this.#draft, "steady").store(node, instances.places, [{ region: "fixed", places }]);
    });
    const places = instances.numbers.map((number) => first + number);
    return { kind: "cell", ...cellOf(scope, "fixed", places) };
  }

  #variable(node: Extract<Node, { kind: "variable" }>, scope: Scope): Value {
    const { over } = this.#model.variables[node.variable] as CompiledModel["variables"][number];
    const home = this.#draft.homes[node.variable] as NonNullable<ProgramDraft["homes"][number]>;
    // In the base year base(x) is x itself.
    const isBase = node.moment === "base" && this.#phase !== "base";
    const first = isBase ? (home.basePlace as number) : home.place;
    const inFrame = node.moment === "previous" ? "previous" : "now";
    const region = isBase || home.region === "fixed" ? "fixed" : inFrame;
    const places = scope.turns.map((here) => first + elementAt(node.indices, over, this.#model.dimensions, here));
    return { kind: "cell", ...cellOf(scope, region, places) };
  }

  /** A table as it stands, whether or not something may act on it. */
  #plainTable(node: Extract<Node, { kind: "table" }>, scope: Scope): Value {
    const instances = this.#draft.instancesOf(node, scope.turns);
    const { isYearly, place } = this.#draft.uniform(node, false, instances);
    return { kind: "uniform", isYearly, ...this.#uniformPlaces(scope, isYearly, place, instances.numbers) };
  }

  #lookup(node: Extract<Node, { kind: "lookup" }>, scope: Scope): Value {
    const { content } = this.#model.tables[node.table] as CompiledModel["tables"][number];
    if (content.kind !== "points") throw new TypeError("lowerFormula: lookup needs a table of points");
    const argument = this.#named(this.number(node.argument, scope), scope);
    const value = this.#named({ kind: "lookup", points: content, argument }, scope);
    return this.#withEffect(value, node.table, scope);
  }

  /** (value × multiply + add) × keep + set in the years in which something acts on the table. */
  #withEffect(value: Value, table: number, scope: Scope): Value {
    const draft = this.#draft;
    if (!draft.variation.mayActOn(table)) return value;
    const part = (name: "multiply" | "add" | "keep" | "set"): Value => {
      return { kind: "row", row: draft.row({ kind: "effect", table, part: name }) };
    };
    const plain = this.#named(value, scope);
    const scaled = binary("+", binary("*", plain, part("multiply")), part("add"));
    const changed = binary("+", binary("*", scaled, part("keep")), part("set"));
    const name = draft.freshName();
    scope.statements.push({
      kind: "branch",
      condition: { isYearly: true, place: draft.flag({ kind: "effect", table }), stream: null },
      whenTrue: [{ kind: "name", name, value: changed }],
      whenFalse: [{ kind: "name", name, value: plain }],
    });
    return { kind: "name", name };
  }

  #power(node: Extract<Node, { kind: "power" }>, scope: Scope): Value {
    const written = node.exponent.kind === "number" ? node.exponent.value : undefined;
    const kind = powerKind(written);
    if (kind === "root") return unary("sqrt", this.number(node.base, scope));
    if (kind === "whole") {
      const exponent = Math.abs(written as number);
      if (exponent === 0) return literal(1);
      const base = this.number(node.base, scope);
      const power: Value = exponent === 1 ? base : { kind: "power", base, exponent };
      return (written as number) < 0 ? binary("/", literal(1), power) : power;
    }
    const logarithm = this.#named(unary("ln", this.number(node.base, scope)), scope);
    return this.#named(unary("exp", binary("*", this.number(node.exponent, scope), logarithm)), scope, node);
  }

  #call(node: Extract<Node, { kind: "call" }>, scope: Scope): Value {
    const [first, ...others] = node.arguments.map((argument) => this.number(argument, scope)) as [Value, ...Value[]];
    switch (node.function) {
      case "min":
      case "max":
        return others.reduce((left, right) => binary(node.function as "min" | "max", left, right), first);
      case "clamp":
        return binary("min", binary("max", first, others[0] as Value), others[1] as Value);
      case "logit": {
        const x = this.#named(first, scope);
        return this.#named(unary("ln", binary("/", x, binary("-", literal(1), x))), scope, node);
      }
      case "logistic": {
        const power = this.#named(unary("exp", unary("negate", first)), scope);
        return binary("/", literal(1), binary("+", literal(1), power));
      }
      case "exp":
      case "ln":
        return this.#named(unary(node.function, first), scope, node);
      default:
        return unary(node.function, first);
    }
  }

  #if(node: Extract<Node, { kind: "if" }>, scope: Scope): Value {
    if (!this.#draft.variation.isUniform(node.condition)) {
      const mask = this.#mask(node.condition, scope);
      const whenTrue = this.number(node.then, scope);
      const whenFalse = this.number(node.else, scope);
      return { kind: "choose", mask, whenTrue, whenFalse };
    }
    const condition = this.#uniformCondition(node.condition, scope);
    if (typeof condition === "boolean") return this.number(condition ? node.then : node.else, scope);
    const name = this.#draft.freshName();
    const arm = (value: Node): Statement[] => {
      const inside: Scope = { ...scope, statements: [], known: new Map(scope.known) };
      inside.statements.push({ kind: "name", name, value: this.number(value, inside) });
      return inside.statements;
    };
    scope.statements.push({ kind: "branch", condition, whenTrue: arm(node.then), whenFalse: arm(node.else) });
    return { kind: "name", name };
  }

  /** A condition that is the same in every draw: known now, or where it will stand. */
  #uniformCondition(node: Node, scope: Scope): boolean | UniformCondition {
    const { variation } = this.#draft;
    const instances = this.#draft.instancesOf(node, scope.turns);
    const isKnown = !variation.readsYear(node) && !variation.readsSettings(node);
    if (isKnown && instances.places.length === 1) {
      return settledCondition(node, this.#model, instances.places[0] as Places);
    }
    const { isYearly, place } = this.#draft.uniform(node, true, instances);
    return { isYearly, ...this.#uniformPlaces(scope, isYearly, place, instances.numbers) };
  }

  #mask(node: Node, scope: Scope): Mask {
    if (this.#draft.variation.isUniform(node)) {
      const condition = this.#uniformCondition(node, scope);
      if (typeof condition !== "boolean") return { kind: "uniform", ...condition };
      // A literal compared with itself: rare enough to need no mask of its own.
      const operator = condition ? "==" : "!=";
      return { kind: "compare", operator, left: literal(0), right: literal(0) };
    }
    switch (node.kind) {
      case "and":
      case "or":
        return { kind: node.kind, left: this.#mask(node.left, scope), right: this.#mask(node.right, scope) };
      case "not":
        return { kind: "not", operand: this.#mask(node.operand, scope) };
      case "compare": {
        const [left, right] = [this.number(node.left, scope), this.number(node.right, scope)];
        return { kind: "compare", operator: node.operator, left, right };
      }
      default:
        throw new TypeError(`lowerFormula: a condition that differs by draw was expected; got ${node.kind}`);
    }
  }

  #sum(node: Extract<Node, { kind: "sum" }>, scope: Scope): Value {
    const { dimensions } = this.#model;
    const turns: Places[] = [];
    const starts = scope.turns.map((outer) => {
      const start = turns.length;
      forEachElement(node.over, dimensions, outer, (places) => {
        if (!node.where || holdsAt(node.where, dimensions, places)) turns.push(places);
      });
      return start;
    });
    if (turns.length === 0) return literal(0);
    const name = this.#draft.freshName();
    scope.statements.push({ kind: "name", name, value: literal(0) });
    const inside = loopScope(turns, new Set(node.over), scope, scope.loop ? [...starts, turns.length] : null);
    inside.statements.push({ kind: "add", name, value: this.number(node.body, inside) });
    closeLoop(inside);
    const total: Value = { kind: "name", name };
    scope.known.set(this.#draft.keyOf(node), total);
    return total;
  }
}
