import { exp, ln } from "../core/exp-ln.ts";
import { clamp, generalPower, logistic, logit, lookup, wholePower } from "./arithmetic.ts";
import type { CompiledCase, CompiledModel, CompiledVariable } from "./compiled-model.ts";
import { emitCase } from "./emit-javascript.ts";
import { blockSize, type Kernel } from "./kernel.ts";
import { type BlockState, kernelOf, type Phase } from "./run-block.ts";

/** What emitted formulas may call; the same operations as the tree kernel, in the same order. */
const library = {
  min: Math.min,
  max: Math.max,
  abs: Math.abs,
  sqrt: Math.sqrt,
  floor: Math.floor,
  exp,
  ln,
  clamp,
  logit,
  logistic,
  lookup,
  wholePower,
  generalPower,
};

type Formula = (state: BlockState) => void;

/**
 * Make the kernel that runs one small generated function an equation over a block of draws.
 *
 * One function an equation, because an engine stops optimising a single function of thousands of equations.
 * Functions are made when they are first needed, so equations that reach no outcome cost nothing.
 */
export function makeJavascriptKernel(model: CompiledModel): Kernel {
  const formulas: Record<Phase, Formula[][]> = { initial: [], equation: [] };
  const formulasOf = (number: number, phase: Phase): Formula[] => {
    const variable = model.variables[number] as CompiledVariable;
    formulas[phase][number] ??= (variable[phase] ?? []).map((compiled) => makeFormula(model, variable, compiled));
    return formulas[phase][number];
  };
  const compute = (number: number, phase: Phase, state: BlockState) => {
    for (const formula of formulasOf(number, phase)) formula(state);
  };
  return kernelOf(model, compute);
}

function makeFormula(model: CompiledModel, variable: CompiledVariable, compiled: CompiledCase): Formula {
  const { body, data, scratchCount } = emitCase(model, variable, compiled);
  const scratch = Array.from({ length: scratchCount }, () => new Float64Array(blockSize));
  const run = new Function("state", "data", "scratch", "library", body);
  return (state) => run(state, data, scratch, library);
}
