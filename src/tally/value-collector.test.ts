import fc from "fast-check";
import { expect, test } from "vitest";
import { fillUniforms, streamKey } from "../core/philox.ts";
import { addToSketch, type SketchGrid, sketchCells, sketchGrid } from "../core/quantile-sketch.ts";
import { quantiles, quantilesBetween } from "../core/quantiles.ts";
import { ValueCollector } from "./value-collector.ts";
import { type FoundValues, type MetValues, narrowWanted, type WantedValues, wantedCells } from "./wanted-values.ts";

const levels = [0, 0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975, 1];

/** Quantiles of one row by rounds of two collectors that look at a half of the values each. @returns them and the rounds. */
function collectQuantiles(values: Float64Array, grid: SketchGrid): { found: number[]; rounds: number } {
  const cells = new Uint32Array(sketchCells);
  addToSketch(cells, grid, values);
  const count = cells.reduce((sum, one) => sum + one, 0);
  const known: FoundValues = new Map();
  const middle = Math.floor(values.length / 2);
  let wanted = wantedCells(0, cells, count, levels);
  let rounds = 0;
  for (; wanted.length > 0; rounds++) {
    const parts = [values.subarray(0, middle), values.subarray(middle)].map((half) => {
      const collector = new ValueCollector([grid], wanted);
      collector.add(half, half.length);
      return collector.met();
    });
    wanted = wanted.flatMap((one: WantedValues, place) =>
      narrowWanted(
        one,
        parts.map((met) => met[place] as MetValues),
        known,
      ),
    );
  }
  return { found: quantilesBetween(count, levels, (place) => known.get(place) as number), rounds };
}

function uniforms(count: number, name: string): Float64Array {
  const out = new Float64Array(count);
  fillUniforms(out, streamKey(1, name), 0, 0);
  return out;
}

const size = 40_000;
/** Samples that upset a search by cells, with the rounds that they take. */
const nasty: Readonly<Record<string, readonly [values: Float64Array, rounds: number]>> = {
  uniform: [uniforms(size, "uniform"), 1],
  Cauchy: [uniforms(size, "cauchy").map((u) => Math.tan(Math.PI * (u - 0.5))), 1],
  "one value only": [new Float64Array(size).fill(-0.25), 1],
  "few values": [uniforms(size, "ties").map((u) => Math.floor(3 * u)), 1],
  "an atom among others": [uniforms(size, "atom").map((u) => (u < 0.6 ? 0.3 : u)), 2],
  "two neighbours": [uniforms(size, "near").map((u) => (u < 0.5 ? 1 : 1 + 2 ** -52)), 2],
  "a cluster in a cluster": [uniforms(size, "deep").map((u) => (u < 0.9 ? 1 + u * 1e-12 : u * 1e12)), 5],
  "tails as far as doubles go": [
    uniforms(size, "far").map((u) => (u < 0.5 ? -1 : 1) * 10 ** (600 * u - 300)),
    Number.POSITIVE_INFINITY,
  ],
  "not finite here and there": [uniforms(size, "holes").map((u) => (u < 0.1 ? Number.NaN : u > 0.9 ? Infinity : u)), 1],
  denormals: [uniforms(size, "small").map((u) => Math.floor(u * 9) * 5e-324), Number.POSITIVE_INFINITY],
  "zeros of both signs": [uniforms(size, "zeros").map((u) => (u < 0.3 ? -0 : u < 0.8 ? 0 : 1)), 1],
};

test.each(Object.keys(nasty))("ValueCollector finds the quantiles that sorting gives, in few rounds: %s", (name) => {
  const [values, most] = nasty[name] as (typeof nasty)[string];
  const [lower = 0, upper = 0] = quantiles(values.subarray(0, 4096).filter(Number.isFinite), [0.015, 0.985]);
  const { found, rounds } = collectQuantiles(values, sketchGrid(lower, upper));
  expect(found).toEqual(quantiles(values.filter(Number.isFinite), levels));
  expect(rounds).toBeLessThanOrEqual(most);
});

test("property: ValueCollector finds the quantiles that sorting gives, whatever the values and the grid", async () => {
  const number = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: -3, max: 3 }),
    fc.constant(-0),
  );
  const sample = fc.array(number, { minLength: 1, maxLength: 60 });
  const edge = fc.double({ noNaN: true, noDefaultInfinity: true });
  await fc.assert(
    fc.property(sample, edge, edge, fc.integer({ min: 1, max: 40 }), (list, a, b, times) => {
      // Repeated, so that cells overflow and values are tied.
      const values = Float64Array.from({ length: list.length * times }, (_, i) => list[i % list.length] as number);
      const { found } = collectQuantiles(values, sketchGrid(Math.min(a, b), Math.max(a, b)));
      expect(found).toEqual(quantiles(values, levels));
    }),
    { seed: 1, numRuns: 200 },
  );
});
