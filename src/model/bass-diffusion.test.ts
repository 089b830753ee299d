import { expect, test } from "vitest";
import { runKernel } from "../fixtures/run-kernel.ts";
import { studyOfFormulas, type WrittenModel } from "../fixtures/study-of-formulas.ts";
import { compileModel } from "./compile-model.ts";
import type { CompiledModel } from "./compiled-model.ts";
import { makeJavascriptKernel } from "./javascript-kernel.ts";
import { makeTreeKernel } from "./tree-kernel.ts";

// dx/dt = (p + q x)(1 − x) has a closed form, so a model may step it year by year without the error of a step:
// x(t) = (1 − c E) / (1 + c (q/p) E) with c = (1 − x₀) / (1 + (q/p) x₀) and E = exp(−(p + q) t).

/** Passes sold, as a share of the people: exact map of each year, beside the step that Euler would take. */
const passes: WrittenModel = {
  assumptions: { start: 0.4, limit: 0.8, p: 0.1, q: 0.3 },
  variables: {
    left: "(1 - prev(passes) / limit) / (1 + q / p * prev(passes) / limit) * exp(-(p + q))",
    passes: { initial: "start", equation: "limit * (1 - left) / (1 + q / p * left)" },
    stepped: {
      initial: "start",
      equation: "prev(stepped) + (p + q * prev(stepped) / limit) * (limit - prev(stepped))",
    },
  },
};

function compiled(model: WrittenModel): CompiledModel {
  const result = compileModel(studyOfFormulas(model));
  if (!result.ok) throw new TypeError(result.issues.map((issue) => issue.message.en).join("\n"));
  return result.value;
}

const model = compiled(passes);
const assumptions = { start: [0.4], limit: [0.8], p: [0.1], q: [0.3] };

test.each([
  ["makeTreeKernel", makeTreeKernel],
  ["makeJavascriptKernel", makeJavascriptKernel],
] as const)("%s(…) steps Bass diffusion along its exact solution", (_, makeKernel) => {
  const { passes: path } = runKernel(makeKernel(model), { years: 5, assumptions });
  const values = path?.map(([value]) => value);
  // Closed form, to six decimals; a path by Euler's step would read .5, .58625, .654617, .704844, .739511.
  const known = [0.4, 0.494047, 0.573495, 0.63674, 0.684748, 0.71989];
  known.forEach((value, year) => {
    expect(values?.[year]).toBeCloseTo(value, 6);
  });
});

test("yearly steps of the exact map end where one step over all years ends", () => {
  const { passes: path } = runKernel(makeTreeKernel(model), { years: 30, assumptions });
  const c = (1 - 0.5) / (1 + 3 * 0.5);
  path?.forEach(([value], year) => {
    const left = c * Math.exp(-0.4 * year);
    expect(value).toBeCloseTo((0.8 * (1 - left)) / (1 + 3 * left), 12);
  });
});

test("Euler's step of the same equation overshoots", () => {
  const { passes: exact, stepped } = runKernel(makeTreeKernel(model), { years: 5, assumptions });
  const known = [0.5, 0.58625, 0.654617, 0.704844, 0.739511];
  known.forEach((value, place) => {
    expect(stepped?.[place + 1]?.[0]).toBeCloseTo(value, 6);
    expect(stepped?.[place + 1]?.[0]).toBeGreaterThan(exact?.[place + 1]?.[0] ?? Number.NaN);
  });
});
