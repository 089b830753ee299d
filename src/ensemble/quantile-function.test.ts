import { expect, test } from "vitest";
import type { Distribution } from "../core/distribution.ts";
import { normalQuantile } from "../core/normal.ts";
import { makeRandomRows } from "../sampling/make-random-rows.ts";
import { plainRandomRows } from "../sampling/random-rows.ts";
import {
  distributionMean,
  distributionMedian,
  distributionRange,
  quantileFunction,
  rowQuantiles,
} from "./quantile-function.ts";

const every: Distribution[] = [
  { kind: "normal", mean: 5, sd: 2 },
  { kind: "truncated_normal", mean: 5, sd: 2, lower: 4, upper: 10 },
  { kind: "lognormal", median: 3, sigma: 0.4 },
  { kind: "uniform", lower: -1, upper: 3 },
  { kind: "triangular", lower: 0, mode: 1, upper: 4 },
  { kind: "triangular", lower: 0, mode: 0, upper: 4 },
  { kind: "triangular", lower: 0, mode: 4, upper: 4 },
  { kind: "pert", lower: 0, mode: 1, upper: 4 },
  { kind: "pert", lower: 2, mode: 10, upper: 10 },
  { kind: "beta", a: 0.5, b: 2, lower: 0, upper: 1 },
  {
    kind: "discrete",
    outcomes: [
      { value: 7, probability: 0.2 },
      { value: 1, probability: 0.5 },
      { value: 3, probability: 0.3 },
    ],
  },
];

test("quantileFunction(d) gives the known answers of each kind", () => {
  // scipy 1.17 stats: norm, lognorm, triang, beta with PERT's shapes.
  const known: [Distribution, [number, number][]][] = [
    [every[0], [[0.975, 5 + 2 * 1.959963984540054]]],
    [
      every[2],
      [
        [0.1, 1.7967718936828037],
        [0.9, 5.008983072165549],
      ],
    ],
    [every[3], [[0.25, 0]]],
    [
      every[4],
      [
        [0.05, 0.4472135954999579],
        [0.25, 1],
        [0.5, 1.5505102572168221],
        [0.95, 3.225403330758516],
      ],
    ],
    [
      every[7],
      [
        [0.05, 0.30576156564931556],
        [0.5, 1.2552406818227897],
        [0.95, 2.6296332720045545],
      ],
    ],
    [
      { kind: "pert", lower: 0.25, mode: 0.4, upper: 0.55 },
      [
        [0.05, 0.30677661323133126],
        [0.5, 0.4],
        [0.95, 0.4932233867686688],
      ],
    ],
    [
      every[8],
      [
        [0.05, 6.3942421732244705],
        [0.5, 8.964404506368993],
        [0.95, 9.918350253495909],
      ],
    ],
  ];
  for (const [d, answers] of known) {
    const quantile = quantileFunction(d);
    for (const [u, x] of answers) expect(quantile(u), `${d.kind} at ${u}`).toBeCloseTo(x, d.kind === "pert" ? 8 : 13);
  }
});

test("quantileFunction(d) of a discrete distribution gives each value its probability, whatever the order", () => {
  const quantile = quantileFunction(every[10]);
  expect([0.001, 0.5, 0.501, 0.8, 0.81, 1 - 2 ** -53].map(quantile)).toEqual([1, 1, 3, 3, 7, 7]);
  const impossible = quantileFunction({
    kind: "discrete",
    outcomes: [
      { value: -9, probability: 0 },
      { value: 1, probability: 1 },
      { value: 9, probability: 0 },
    ],
  });
  expect([2 ** -53, 0.5, 1 - 2 ** -53].map(impossible)).toEqual([1, 1, 1]);
});

test("quantileFunction(d) never falls and stays inside distributionRange(d)", () => {
  for (const d of every) {
    const quantile = quantileFunction(d);
    const { lower, upper } = distributionRange(d);
    const uniforms = [2 ** -53, ...Array.from({ length: 4095 }, (_, i) => (i + 1) / 4096), 1 - 2 ** -53];
    const values = uniforms.map(quantile);
    expect(values.findIndex((value, i) => value < (values[i - 1] ?? lower))).toBe(-1);
    expect(values.at(-1)).toBeLessThanOrEqual(upper);
  }
});

test("distributionMean(d) is the mean of the quantile function", () => {
  const n = 40_000;
  for (const d of every) {
    const quantile = quantileFunction(d);
    let sum = 0;
    for (let i = 0; i < n; i += 1) sum += quantile((i + 0.5) / n);
    expect(distributionMean(d), d.kind).toBeCloseTo(sum / n, 3);
  }
});

test("distributionMedian(d) is the quantile at one half", () => {
  for (const d of every) expect(distributionMedian(d), d.kind).toBeCloseTo(quantileFunction(d)(0.5), 8);
  expect(distributionMedian({ kind: "pert", lower: 0.25, mode: 0.4, upper: 0.55 })).toBeCloseTo(0.4, 14);
  expect(distributionMedian(every[2])).toBe(3);
});

test("distributionRange(d) names the support", () => {
  expect(every.map(distributionRange)).toEqual([
    { lower: -Infinity, upper: Infinity },
    { lower: 4, upper: 10 },
    { lower: 0, upper: Infinity },
    { lower: -1, upper: 3 },
    { lower: 0, upper: 4 },
    { lower: 0, upper: 4 },
    { lower: 0, upper: 4 },
    { lower: 0, upper: 4 },
    { lower: 2, upper: 10 },
    { lower: 0, upper: 1 },
    { lower: 1, upper: 7 },
  ]);
});

test("rowQuantiles(d) gives the bits of quantileFunction(d), draw by draw, in WebAssembly and without it", () => {
  const uniforms = Float64Array.from({ length: 999 }, (_, i) => (i + 0.5) / 999);
  const scores = uniforms.map((u) => normalQuantile(u));
  const far: Distribution[] = [
    { kind: "truncated_normal", mean: 0, sd: 1, lower: 2, upper: Infinity },
    { kind: "truncated_normal", mean: 0, sd: 1, lower: -Infinity, upper: -2 },
    { kind: "truncated_normal", mean: 0, sd: 1, lower: 35, upper: 36 },
    { kind: "truncated_normal", mean: 0, sd: 1, lower: -36, upper: -35 },
    { kind: "discrete", outcomes: [{ value: 3, probability: 1 }] },
  ];
  for (const d of [...every, ...far]) {
    const quantile = quantileFunction(d);
    for (const rows of [plainRandomRows, makeRandomRows()]) {
      const row = new Float64Array(uniforms.length);
      rowQuantiles(d)({ uniforms, scores: () => scores, rows }, row);
      expect(row).toEqual(uniforms.map((u) => quantile(u)));
    }
  }
});
