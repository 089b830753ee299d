import fc from "fast-check";
import { expect, test } from "vitest";
import { truncatedNormalMean, truncatedNormalQuantile } from "./truncated-normal.ts";

/** mpmath 1.3, 60 digits, bisection on erfc: parameters; quantiles at 1e-6, ½ and 1 − 2⁻²⁰; mean. */
const known: [[number, number, number, number], number, number, number, number][] = [
  [[0, 1, -1, 2], -0.9999966169740944, 0.17116391801782477, 1.999985540889121, 0.22963717909132897],
  [[0, 1, -1, 9], -0.9999965229542332, 0.20017368616689094, 4.797730146128633, 0.2875999709391784],
  [[0, 1, 8, 9], 8.000000123109686, 8.084888899018166, 8.999424467368868, 8.121188992979796],
  [[0, 1, 28, Infinity], 28.000000035668922, 28.024712922697866, 28.490195904592547, 28.035623753469082],
  [[0, 1, 35, Infinity], 35.00000002854818, 35.01978249630718, 35.39355251968879, 35.028524970596685],
  [[0, 1, 50, 50.02], 50.00000001264177, 50.00759732083956, 50.019999967221516, 50.00836016976624],
  [[0, 1, 200, Infinity], 200.0000000049999, 200.0034656192411, 200.06930097935384, 200.00499975003123],
  [[10, 2, -80, -70], -70.68739506988501, -70.0346282535293, -70.000000047654, -70.04993769441452],
  [[5, 0.5, 4, 4.2], 4.000000296800954, 4.11745732860279, 4.199999862223958, 4.111835246104723],
  [[0, 1, -50, 0.5], -4.827449859055254, -0.39687117508954456, 0.49999812696783474, -0.5091604338370335],
];

test("truncatedNormalQuantile(mean, sd, lower, upper) gives the known answers, 100 sd out as well", () => {
  for (const [parameters, low, middle, high] of known) {
    const quantile = truncatedNormalQuantile(...parameters);
    const label = parameters.join(", ");
    expect(Math.abs(quantile(1e-6) - low), label).toBeLessThan(1e-13 * Math.max(1, Math.abs(low)));
    expect(Math.abs(quantile(0.5) - middle), label).toBeLessThan(1e-13 * Math.max(1, Math.abs(middle)));
    expect(Math.abs(quantile(1 - 2 ** -20) - high), label).toBeLessThan(1e-13 * Math.max(1, Math.abs(high)));
  }
});

test("truncatedNormalQuantile(mean, sd, lower, upper) keeps the digits of a low u below the mean", () => {
  // mpmath, as above, at u = 1e-12.
  expect(truncatedNormalQuantile(0, 1, -50, 0.5)(1e-12)).toBeCloseTo(-7.085750777721514, 13);
  expect(truncatedNormalQuantile(10, 2, -80, -70)(1e-12)).toBeCloseTo(-71.36899037317387, 12);
});

test("truncatedNormalMean(mean, sd, lower, upper) gives the known answers", () => {
  for (const [parameters, , , , mean] of known) {
    expect(Math.abs(truncatedNormalMean(...parameters) - mean), parameters.join(", ")).toBeLessThan(1e-11);
  }
});

test("property: truncatedNormalQuantile never falls, stays inside and mirrors", () => {
  const place = fc.double({ min: -45, max: 45, noNaN: true });
  const width = fc.double({ min: 1e-6, max: 30, noNaN: true });
  const uniform = fc.integer({ min: 1, max: 4095 }).map((i) => i / 4096);
  fc.assert(
    fc.property(place, width, uniform, uniform, (lower, span, u, v) => {
      const quantile = truncatedNormalQuantile(0, 1, lower, lower + span);
      const mirrored = truncatedNormalQuantile(0, 1, -lower - span, -lower);
      expect(quantile(u)).toBeGreaterThanOrEqual(lower);
      expect(quantile(u)).toBeLessThanOrEqual(lower + span);
      if (u < v) expect(quantile(u)).toBeLessThanOrEqual(quantile(v));
      expect(-mirrored(1 - u)).toBeCloseTo(quantile(u), 9);
    }),
    { seed: 1, numRuns: 500 },
  );
});

test("truncatedNormalQuantile(mean, sd, lower, upper) gives the ends at 0 and 1", () => {
  const quantile = truncatedNormalQuantile(3, 2, 1, 9);
  expect(quantile(0)).toBe(1);
  expect(quantile(1)).toBe(9);
});
