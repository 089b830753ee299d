import fc from "fast-check";
import { expect, test } from "vitest";
import { quantiles } from "./quantiles.ts";

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const sample = fc.array(finite, { minLength: 1, maxLength: 60 });
const levels = [0, 0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975, 1];

/** Type 7 straight from its definition. */
function typeSeven(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

test("quantiles(values, probabilities) gives the known answers of type 7", () => {
  // NumPy 2.4 quantile, method "linear".
  const values = Float64Array.of(20, 3, 7, 6, 15, 8, 8, 9, 16, 10, 13);
  const found = quantiles(values, [0, 0.05, 0.25, 0.5, 0.75, 0.93, 1]);
  expect(found.map((x) => Number(x.toFixed(10)))).toEqual([3, 4.5, 7.5, 9, 14, 17.2, 20]);
  expect([...values]).toEqual([20, 3, 7, 6, 15, 8, 8, 9, 16, 10, 13]);
});

test("property: quantiles(values, probabilities) follows the definition of type 7", () => {
  fc.assert(
    fc.property(sample, (values) => {
      const found = quantiles(Float64Array.from(values), levels);
      for (const [i, p] of levels.entries()) expect(found[i]).toBeCloseTo(typeSeven(values, p), 9);
    }),
    { seed: 1, numRuns: 200 },
  );
});

test("quantiles(values, probabilities) is exact on a long sample, whatever its order", () => {
  const n = 10_001;
  const shuffled = Float64Array.from({ length: n }, (_, i) => (i * 7919) % n);
  const found = quantiles(shuffled, levels);
  for (const [i, p] of levels.entries()) expect(found[i]).toBeCloseTo(p * (n - 1), 8);
});

test("quantiles(values, probabilities) leaves NaN out and counts infinite values", () => {
  expect(quantiles(Float64Array.of(Number.NaN, 1, 3, Number.NaN, 2), [0, 0.5, 1])).toEqual([1, 2, 3]);
  expect(quantiles(Float64Array.of(Number.NaN), [0.1, 0.9])).toEqual([Number.NaN, Number.NaN]);
  expect(quantiles(new Float64Array(), [0.5])).toEqual([Number.NaN]);
  const open = Float64Array.of(5, Infinity, -Infinity, 6, -Infinity, Infinity);
  expect(quantiles(open, [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1])).toEqual([
    -Infinity,
    -Infinity,
    -Infinity,
    5.5,
    Infinity,
    Infinity,
    Infinity,
  ]);
});

test("quantiles(values, probabilities, weights) gives the known answers by hand", () => {
  // Weights 2 and 1: effective number 9/5, window [2/9, 7/9] at ½; shares .8 below and .2 above the edge at 2/3.
  expect(quantiles(Float64Array.of(1, 2), [0.5], Float64Array.of(2, 1))[0]).toBeCloseTo(1.2, 14);
  // The same at ¼: window [1/9, 6/9], all of it in the first value.
  expect(quantiles(Float64Array.of(1, 2), [0.25], Float64Array.of(2, 1))[0]).toBeCloseTo(1, 14);
  // All weight on one value.
  expect(quantiles(Float64Array.of(4, 9, 1), [0, 0.5, 1], Float64Array.of(0, 3, 0))).toEqual([9, 9, 9]);
});

test("property: quantiles with equal weights are the unweighted ones, and zero weights and scale do not matter", () => {
  fc.assert(
    fc.property(sample, sample, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (values, others, weight) => {
      const plain = quantiles(Float64Array.from(values), levels);
      const both = Float64Array.from([...others, ...values]);
      const weights = Float64Array.from(both, (_, i) => (i < others.length ? 0 : weight));
      const weighted = quantiles(both, levels, weights);
      for (const [i, value] of plain.entries()) expect(weighted[i]).toBeCloseTo(value, 6);
    }),
    { seed: 1, numRuns: 200 },
  );
});

test("property: quantiles with weights rise with the probability, stay in range, and ignore the order of values", () => {
  const pairs = fc.array(fc.tuple(finite, fc.double({ min: 0.001, max: 10, noNaN: true })), {
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(pairs, (list) => {
      const found = (items: [number, number][]) =>
        quantiles(
          Float64Array.from(items, ([value]) => value),
          levels,
          Float64Array.from(items, ([, weight]) => weight),
        );
      const forward = found(list);
      const backward = found([...list].reverse());
      const values = list.map(([value]) => value);
      const slack = 1e-9 * Math.max(...values.map(Math.abs));
      for (const [i, value] of forward.entries()) {
        expect(value).toBeGreaterThanOrEqual((forward[i - 1] ?? Math.min(...values)) - slack);
        expect(value).toBeLessThanOrEqual(Math.max(...values) + slack);
        expect(Math.abs(value - backward[i])).toBeLessThanOrEqual(slack);
      }
    }),
    { seed: 1, numRuns: 200 },
  );
});

test("quantiles refuses probabilities outside [0, 1] and wrong weights", () => {
  const values = Float64Array.of(1, 2);
  expect(() => quantiles(values, [1.2])).toThrow("quantiles: probability must be in [0, 1]; got 1.2");
  expect(() => quantiles(values, [Number.NaN])).toThrow(RangeError);
  expect(() => quantiles(values, [0.5], Float64Array.of(1))).toThrow(RangeError);
  expect(() => quantiles(values, [0.5], Float64Array.of(1, -1))).toThrow(RangeError);
});
