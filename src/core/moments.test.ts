import { mean, sampleStandardDeviation } from "simple-statistics";
import { expect, test } from "vitest";
import { moments } from "./moments.ts";
import { fillUniforms, streamKey } from "./philox.ts";

test("moments(values) gives the bits of simple-statistics 7.12", () => {
  const values = new Float64Array(5000);
  fillUniforms(values, streamKey(1, "moments"), 0, 0);
  const wide = values.map((u, i) => (u - 0.5) * 10 ** (i % 17));
  const sample = wide as unknown as number[];
  expect(moments(wide)).toEqual({ mean: mean(sample), sd: sampleStandardDeviation(sample) });
});

test("moments(values) loses nothing to rounding where plain sums do, and has no spread of one value", () => {
  // Neumaier's example: 1 + 1e100 + 1 − 1e100 is 2.
  expect(moments(Float64Array.of(1, 1e100, 1, -1e100)).mean).toBe(0.5);
  expect(moments(Float64Array.of(3))).toEqual({ mean: 3, sd: Number.NaN });
  expect(moments(new Float64Array())).toEqual({ mean: Number.NaN, sd: Number.NaN });
});
