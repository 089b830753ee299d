import { expect, test } from "vitest";
import { normalQuantile } from "../core/normal.ts";
import { fillUniforms, streamKey } from "../core/philox.ts";
import { rowPairs } from "./row-pairs.ts";

const draws = 8192;

/** Two normals of a correlation, marked where they are above their median. */
function markedPair(correlation: number, names: readonly [string, string]) {
  const columns = names.map((name) => {
    const values = new Float64Array(draws);
    fillUniforms(values, streamKey(1, name), 0, 0);
    return values.map((u) => normalQuantile(u));
  });
  const [a, b] = columns as [Float64Array, Float64Array];
  const rest = Math.sqrt(1 - correlation * correlation);
  return [
    { indicator: names[0], attainment: Uint8Array.from(a, (x) => (x > 0 ? 1 : 0)) },
    {
      indicator: names[1],
      attainment: Uint8Array.from(a, (x, i) => (correlation * x + rest * (b[i] as number) > 0 ? 1 : 0)),
    },
  ];
}

test("rowPairs(rows) measures how two rows hang together, the most hurting first", () => {
  const rows = [...markedPair(-0.6, ["jobs", "coverage"]), ...markedPair(0.6, ["skills", "share"])];
  const pairs = rowPairs([...rows, { indicator: "done", attainment: true }]);
  expect(pairs.map(({ first, second }) => [first, second])).toEqual([
    ["jobs", "coverage"],
    ["skills", "share"],
  ]);
  // Sheppard: both above the median with probability ¼ + asin(ρ)/2π, independent ¼.
  const excess = Math.asin(0.6) / (2 * Math.PI);
  expect(pairs[0]?.excess).toBeCloseTo(-excess, 1);
  expect(Math.abs((pairs[1]?.excess ?? 0) - excess)).toBeLessThan(3 * (pairs[1]?.standardError ?? 0) + 0.005);
});

test("rowPairs(rows) says nothing of rows that have nothing to do with each other, or are certain", () => {
  expect(rowPairs(markedPair(0, ["jobs", "coverage"]))).toEqual([]);
  const certain = { indicator: "certain", attainment: new Uint8Array(draws).fill(1) };
  expect(rowPairs([certain, ...markedPair(0, ["jobs", "coverage"])])).toEqual([]);
});
