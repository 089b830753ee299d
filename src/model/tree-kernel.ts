import { exp, ln } from "../core/exp-ln.ts";
import {
  clamp,
  generalPower,
  logistic,
  logit,
  lookup,
  powerKind,
  shapeValue,
  wholePower,
  yearPlace,
} from "./arithmetic.ts";
import type { CompiledModel, FunctionName, Node } from "./compiled-model.ts";
import { compares, elementAt, forEachElement, indexValue, noPlaces, type Places } from "./index-places.ts";
import { blockSize, type Kernel } from "./kernel.ts";
import { type BlockState, type ComputeVariable, kernelOf } from "./run-block.ts";

/** One draw of one element being computed. */
export interface Here {
  readonly model: CompiledModel;
  readonly state: BlockState;
  readonly places: Places;
  readonly draw: number;
}

/**
 * Make the kernel that walks the tree of each formula for each draw.
 *
 * Slow and plain: it is the oracle that the fast kernels are held against, bit for bit.
 */
export function makeTreeKernel(model: CompiledModel): Kernel {
  const compute: ComputeVariable = (number, phase, state) => {
    const { over, slot, initial, equation } = model.variables[number] as CompiledModel["variables"][number];
    const caseOf = new Map<number, Node>();
    for (const { elements, node } of (phase === "initial" ? initial : equation) ?? []) {
      for (const element of elements) caseOf.set(element, node);
    }
    forEachElement(over, model.dimensions, noPlaces(model.dimensions), (places, element) => {
      const node = caseOf.get(element) as Node;
      for (let draw = 0; draw < state.input.draws; draw++) {
        state.now[(slot + element) * blockSize + draw] = evaluateNumber(node, { model, state, places, draw });
      }
    });
  };
  return kernelOf(model, compute);
}

const functions: Readonly<Record<FunctionName, (...x: number[]) => number>> = {
  min: Math.min,
  max: Math.max,
  abs: Math.abs,
  sqrt: Math.sqrt,
  floor: Math.floor,
  exp: (x) => exp(x as number),
  ln: (x) => ln(x as number),
  clamp: (x, lower, upper) => clamp(x as number, lower as number, upper as number),
  logit: (x) => logit(x as number),
  logistic: (x) => logistic(x as number),
};

/** Compute a formula for one draw of one element. */
export function evaluateNumber(node: Node, here: Here): number {
  const { model, state, places, draw } = here;
  switch (node.kind) {
    case "number":
      return node.value;
    case "variable":
      return readVariable(node, here);
    case "assumption":
      return state.input.assumptions[node.assumption]?.[state.year]?.[draw] as number;
    case "table":
      return readTable(node, here);
    case "lookup":
      return lookUp(node, here);
    case "index":
      return indexValue(node.dimension, model.dimensions, places);
    case "year":
      return state.calendarYear;
    case "observed":
      return state.input.observed[node.observed] as number;
    case "noise":
      return evaluateNumber(node.sd, here) * (state.input.noise[node.noise]?.[state.year]?.[draw] as number);
    case "shape":
      return shapeValue(node.shape, node.arguments, state.calendarYear);
    case "negate":
      return -evaluateNumber(node.operand, here);
    case "arithmetic":
      return arithmetic(node, here);
    case "power":
      return power(node, here);
    case "call":
      return functions[node.function](...node.arguments.map((argument) => evaluateNumber(argument, here)));
    case "if":
      return evaluateCondition(node.condition, here)
        ? evaluateNumber(node.then, here)
        : evaluateNumber(node.else, here);
    case "sum":
      return sum(node, here);
    default:
      throw new TypeError(`makeTreeKernel: a number was expected; got ${node.kind}`);
  }
}

function readVariable(node: Extract<Node, { kind: "variable" }>, { model, state, places, draw }: Here): number {
  const { over, slot } = model.variables[node.variable] as CompiledModel["variables"][number];
  const element = elementAt(node.indices, over, model.dimensions, places);
  return state[node.moment][(slot + element) * blockSize + draw] as number;
}

function readTable(node: Extract<Node, { kind: "table" }>, here: Here): number {
  const { model, state, places } = here;
  const { content } = model.tables[node.table] as CompiledModel["tables"][number];
  if (content.kind === "points") throw new TypeError("makeTreeKernel: a table of points was read as values");
  const start = content.kind === "years" ? yearPlace(content, state.calendarYear) * content.size : 0;
  const element = elementAt(node.indices, content.over, model.dimensions, places);
  return withEffect(content.values[start + element] as number, node.table, here);
}

function lookUp(node: Extract<Node, { kind: "lookup" }>, here: Here): number {
  const { content } = here.model.tables[node.table] as CompiledModel["tables"][number];
  if (content.kind !== "points") throw new TypeError("makeTreeKernel: lookup needs a table of points");
  return withEffect(lookup(content, evaluateNumber(node.argument, here)), node.table, here);
}

function withEffect(value: number, table: number, { state, draw }: Here): number {
  const effect = state.input.tableEffects[table]?.[state.year];
  if (!effect) return value;
  const [multiply, add, keep, set] = [effect.multiply[draw], effect.add[draw], effect.keep[draw], effect.set[draw]];
  return (value * (multiply as number) + (add as number)) * (keep as number) + (set as number);
}

function arithmetic(node: Extract<Node, { kind: "arithmetic" }>, here: Here): number {
  const left = evaluateNumber(node.left, here);
  const right = evaluateNumber(node.right, here);
  switch (node.operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return left / right;
  }
}

function power(node: Extract<Node, { kind: "power" }>, here: Here): number {
  const base = evaluateNumber(node.base, here);
  const written = node.exponent.kind === "number" ? node.exponent.value : undefined;
  switch (powerKind(written)) {
    case "whole":
      return wholePower(base, written as number);
    case "root":
      return Math.sqrt(base);
    case "general":
      return generalPower(base, evaluateNumber(node.exponent, here));
  }
}

function sum(node: Extract<Node, { kind: "sum" }>, here: Here): number {
  let total = 0;
  forEachElement(node.over, here.model.dimensions, here.places, (places) => {
    const inner = { ...here, places };
    if (!node.where || evaluateCondition(node.where, inner)) total += evaluateNumber(node.body, inner);
  });
  return total;
}

/** Say whether a condition holds for one draw of one element. */
export function evaluateCondition(condition: Node, here: Here): boolean {
  switch (condition.kind) {
    case "and":
      return evaluateCondition(condition.left, here) && evaluateCondition(condition.right, here);
    case "or":
      return evaluateCondition(condition.left, here) || evaluateCondition(condition.right, here);
    case "not":
      return !evaluateCondition(condition.operand, here);
    case "switch":
      return here.state.input.switches[condition.switch] === condition.option;
    case "compare":
      return compares(condition.operator, evaluateNumber(condition.left, here), evaluateNumber(condition.right, here));
    default:
      throw new TypeError(`makeTreeKernel: a condition was expected; got ${condition.kind}`);
  }
}
