import { exp, ln } from "../core/exp-ln.ts";
import type { CompiledTable, ShapeName } from "./compiled-model.ts";

/** Largest whole exponent that is computed by repeated multiplication. */
const largestWholePower = 64;

/**
 * x to a whole power by repeated multiplication, left to right; the reciprocal for a negative one.
 *
 * Every kernel multiplies in this order, so that all give the same bits.
 *
 * @param n - whole.
 */
export function wholePower(x: number, n: number): number {
  let product = 1;
  for (let i = Math.abs(n); i > 0; i--) product *= x;
  return n < 0 ? 1 / product : product;
}

/** x to any power: exp(y ln x), so NaN for a negative x. */
export function generalPower(x: number, y: number): number {
  return exp(y * ln(x));
}

/** How an exponent is computed: known when the model is compiled, so that all kernels agree. */
export type PowerKind = "whole" | "root" | "general";

/** Choose the computation of x^y from the exponent as it is written; undefined stands for one that is computed. */
export function powerKind(exponent: number | undefined): PowerKind {
  if (exponent === undefined) return "general";
  if (Number.isInteger(exponent) && Math.abs(exponent) <= largestWholePower) return "whole";
  return exponent === 0.5 ? "root" : "general";
}

/** ln(x / (1 − x)). */
export function logit(x: number): number {
  return ln(x / (1 - x));
}

/** 1 / (1 + exp(−x)). */
export function logistic(x: number): number {
  return 1 / (1 + exp(-x));
}

/** min(max(x, lower), upper), with the rules of IEEE 754 for NaN and −0. */
export function clamp(x: number, lower: number, upper: number): number {
  return Math.min(Math.max(x, lower), upper);
}

type Points = Extract<CompiledTable["content"], { kind: "points" }>;

/** Piecewise linear look-up in hinge form, flat outside the table; NaN for NaN. */
export function lookup(points: Points, argument: number): number {
  const { x, y0, slopeChanges } = points;
  const first = x[0] as number;
  const last = x[x.length - 1] as number;
  let clamped = argument < first ? first : argument;
  clamped = last < clamped ? last : clamped;
  let y = y0;
  for (let k = 0; k < x.length; k++) {
    const beyond = clamped - (x[k] as number);
    y += (slopeChanges[k] as number) * (beyond < 0 ? 0 : beyond);
  }
  return y;
}

/** Value in a calendar year of a shape of the model language: 0 before it starts. */
export function shapeValue(shape: ShapeName, [at, second]: readonly number[], year: number): number {
  const since = year - (at as number);
  if (since < 0) return 0;
  switch (shape) {
    case "step":
      return 1;
    case "ramp":
      return Math.min(1, (since + 1) / (second as number));
    case "pulse":
      return since === 0 ? 1 : 0;
    case "decay":
      return wholePower(second as number, since);
  }
}

type Years = Extract<CompiledTable["content"], { kind: "years" }>;

/** Place in a table over years that holds in a calendar year: the nearest year of the table. */
export function yearPlace({ years }: Years, year: number): number {
  let place = 0;
  for (let i = 1; i < years.length; i++) {
    const nearer = Math.abs((years[i] as number) - year) < Math.abs((years[place] as number) - year);
    if (nearer) place = i;
  }
  return place;
}
