import fc from "fast-check";
import { expect, test } from "vitest";
import { orderStatistics } from "./order-statistics.ts";
import { fillUniforms, streamKey } from "./philox.ts";

function uniforms(count: number, name: string): Float64Array {
  const out = new Float64Array(count);
  fillUniforms(out, streamKey(1, name), 0, 0);
  return out;
}

const cauchy = (u: number) => Math.tan(Math.PI * (u - 0.5));

/** Samples that upset a search by buckets. */
const nasty: Readonly<Record<string, Float64Array>> = {
  uniform: uniforms(5000, "uniform"),
  "heavy tails": uniforms(5000, "cauchy").map(cauchy),
  "tails as far as doubles go": uniforms(5000, "far").map((u) => (u < 0.5 ? -1 : 1) * 10 ** (600 * u - 300)),
  "one value only": new Float64Array(5000).fill(-0.25),
  "few values": uniforms(5000, "ties").map((u) => Math.floor(3 * u)),
  "an atom among others": uniforms(5000, "atom").map((u) => (u < 0.6 ? 0.3 : u)),
  "two neighbours": uniforms(5000, "near").map((u) => (u < 0.5 ? 1 : 1 + 2 ** -52)),
  "a cluster in a cluster": uniforms(5000, "deep").map((u) => (u < 0.9 ? 1 + u * 1e-12 : u * 1e12)),
  "infinite values": uniforms(5000, "open").map((u) => (u < 0.1 ? -Infinity : u > 0.8 ? Infinity : u)),
  "a range that overflows": uniforms(5000, "wide").map((u) => (2 * u - 1) * 1.7e308),
  denormals: uniforms(5000, "small").map((u) => Math.floor(u * 1000) * 5e-324),
  "ascending numbers": Float64Array.from({ length: 5000 }, (_, i) => i),
};

test.each(Object.keys(nasty))("orderStatistics(values, places) is what sorting gives on %s", (name) => {
  const values = nasty[name] as Float64Array;
  const before = values.slice();
  const sorted = values.slice().sort();
  const places = [0, 1, 2, 124, 125, 2499, 2500, 2500, 4874, 4998, 4999];
  expect(orderStatistics(values, places)).toEqual(places.map((place) => sorted[place]));
  expect(values).toEqual(before);
});

test("property: orderStatistics(values, places) is what sorting gives, whatever the values and places", () => {
  const double = fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: -3, max: 3 }), fc.double({ min: 1, max: 2 }));
  const sample = fc.array(double, { minLength: 257, maxLength: 700 });
  fc.assert(
    fc.property(sample, fc.array(fc.nat(256), { minLength: 1, maxLength: 8 }), (list, wanted) => {
      const values = Float64Array.from(list, (x) => x + 0);
      const places = wanted.sort((a, b) => a - b);
      const sorted = values.slice().sort();
      // Zeros of both signs are equal and in no order.
      const plain = (found: readonly number[]) => found.map((x) => x + 0);
      expect(plain(orderStatistics(values, places))).toEqual(plain(places.map((place) => sorted[place] as number)));
    }),
    { seed: 1, numRuns: 200 },
  );
});
