import fc from "fast-check";
import { expect, test } from "vitest";
import type { Distribution } from "./distribution.ts";
import { parseDistribution } from "./parse-distribution.ts";
import { printDistribution } from "./print-distribution.ts";

test.each<[string, Distribution]>([
  ["normal(0.045, 0.010)", { kind: "normal", mean: 0.045, sd: 0.01 }],
  ["normal(-3, 1e-3)", { kind: "normal", mean: -3, sd: 0.001 }],
  ["truncated_normal(0, 1, -2, +2)", { kind: "truncated_normal", mean: 0, sd: 1, lower: -2, upper: 2 }],
  ["lognormal(2, 0.5)", { kind: "lognormal", median: 2, sigma: 0.5 }],
  [" uniform ( 1.0 ,1.4 ) ", { kind: "uniform", lower: 1, upper: 1.4 }],
  ["triangular(0, 0, 4)", { kind: "triangular", lower: 0, mode: 0, upper: 4 }],
  ["pert(0.25, 0.40, 0.55)", { kind: "pert", lower: 0.25, mode: 0.4, upper: 0.55 }],
  ["pert(-3, -1, -1)", { kind: "pert", lower: -3, mode: -1, upper: -1 }],
  ["beta(2, 3)", { kind: "beta", a: 2, b: 3, lower: 0, upper: 1 }],
  ["beta(2, .5, -1, 1)", { kind: "beta", a: 2, b: 0.5, lower: -1, upper: 1 }],
  ["discrete([1, 1])", { kind: "discrete", outcomes: [{ value: 1, probability: 1 }] }],
  [
    "discrete([-0, 0], [2, 0.3], [-1, .7])",
    {
      kind: "discrete",
      outcomes: [
        { value: 0, probability: 0 },
        { value: 2, probability: 0.3 },
        { value: -1, probability: 0.7 },
      ],
    },
  ],
])("parseDistribution(%j) reads its parameters", (text, expected) => {
  expect(parseDistribution(text)).toEqual({ ok: true, value: expected });
});

const positive = "a number above 0 (write a quantity without uncertainty as a plain number)";
const signed = "a number, with or without a sign";
const kinds = "a distribution: normal, truncated_normal, lognormal, uniform, triangular, pert, beta, discrete";

// [text, the place of the fault marked by ^ below it (none: the end), found, expected]
test.each([
  ["", "", "end of text", kinds],
  ["0.4", "^^^", "0.4", kinds],
  ["gauss(0, 1)", "^^^^^", "gauss", kinds],
  ["Normal(0, 1)", "^^^^^^", "Normal", kinds],
  ["constructor(0, 1)", "^^^^^^^^^^^", "constructor", kinds],
  ["normal", "", "end of text", "`(`"],
  ["normal 0, 1", "       ^", "0", "`(`"],
  ["normal(", "", "end of text", signed],
  ["normal()", "       ^", ")", signed],
  ["normal(a, 1)", "       ^", "a", signed],
  ["normal(--1, 1)", "        ^", "-", signed],
  ["normal(0, 1", "", "end of text", "`)`"],
  ["normal(0, 1) + 1", "             ^", "+", "the end of the distribution"],
  ["normal(0)", "        ^", ")", "the form normal(mean, sd)"],
  ["normal(0, 1, 2)", "             ^", "2", "the form normal(mean, sd)"],
  ["normal(0, 0)", "          ^", "0", positive],
  ["normal(0, -1)", "          ^^", "-1", positive],
  ["normal(0, 1e999)", "          ^^^^^", "1e999", "a number that double precision can hold (about 5e-324 to 1.8e308)"],
  ["normal(0, 5%)", "           ^", "%", "a fraction (write 5% as 0.05; percent is only a way to show unit 1)"],
  ["normal(0，1)", "        ^", "，", "`,` in ASCII"],
  ["lognormal(0, 1)", "          ^", "0", positive],
  ["lognormal(1, -0.1)", "             ^^^^", "-0.1", positive],
  ["uniform(2, 1)", "           ^", "1", "an upper bound above the lower bound 2"],
  ["uniform(-2, -2)", "            ^^", "-2", "an upper bound above the lower bound -2"],
  ["uniform(-1e308, 1e308)", "                ^^^^^", "1e308", "an upper bound above the lower bound -1e308"],
  ["truncated_normal(0, -1, 0, 1)", "                    ^^", "-1", positive],
  ["truncated_normal(0, 1, 3, 2)", "                          ^", "2", "an upper bound above the lower bound 3"],
  ["triangular(1, 2, 1)", "                 ^", "1", "an upper bound above the lower bound 1"],
  ["triangular(0, 2, 1)", "              ^", "2", "a mode between 0 and 1"],
  ["pert(0, -0.5, 1)", "        ^^^^", "-0.5", "a mode between 0 and 1"],
  ["pert(0, 1)", "         ^", ")", "the form pert(lo, mode, hi)"],
  ["beta(0, 1)", "     ^", "0", positive],
  ["beta(1, -1)", "        ^^", "-1", positive],
  ["beta(1, 1, 0)", "            ^", ")", "the form beta(a, b) or beta(a, b, lo, hi)"],
  ["beta(1, 1, 1, 0)", "              ^", "0", "an upper bound above the lower bound 1"],
  ["discrete(1, 2)", "         ^", "1", "the form discrete([v, p], [v, p], …)"],
  ["discrete()", "         ^", ")", "the form discrete([v, p], [v, p], …)"],
  ["discrete([1])", "           ^", "]", "`,`"],
  ["discrete([1, 0.5, 2])", "                ^", ",", "`]`"],
  ["discrete([1, 1.5], [2, -0.5])", "                       ^^^^", "-0.5", "a probability of at least 0"],
  ["discrete([1, 0.5], [2, 0.25])", "         ^^^^^^^^^^^^^^^^^^^", "0.75", "probabilities that sum to 1"],
])("parseDistribution(%j) is refused at the argument", (text, marker, found, expected) => {
  const end = marker === "" ? text.length : marker.length;
  const start = marker === "" ? text.length : marker.indexOf("^");
  expect(parseDistribution(text)).toMatchObject({
    ok: false,
    fault: { range: { start, end }, found, expected: { en: expected } },
  });
});

test("parseDistribution(text) lets probabilities miss 1 by rounding only", () => {
  expect(parseDistribution("discrete([1, 0.1], [2, 0.2], [3, 0.7])").ok).toBe(true);
  expect(parseDistribution("discrete([1, 0.333333333], [2, 0.333333333], [3, 0.333333334])").ok).toBe(true);
  expect(parseDistribution("discrete([1, 0.33333333], [2, 0.33333333], [3, 0.33333333])").ok).toBe(false);
});

test("property: parseDistribution(printDistribution(d)) is d", () => {
  const value = fc.double({ min: -1e12, max: 1e12, noNaN: true }).map((x) => x + 0);
  const positives = fc.double({ min: 1e-12, max: 1e12, noNaN: true });
  const ascending = fc.uniqueArray(value, { minLength: 3, maxLength: 3 }).map((list) => list.sort((a, b) => a - b));
  const probabilities = fc.constantFrom([1], [0.25, 0.75], [0.1, 0.2, 0.7], [0, 1]);
  const distribution = fc
    .tuple(value, positives, positives, ascending, probabilities)
    .chain(([x, p, q, list, shares]) => {
      const [lower, mode, upper] = list as [number, number, number];
      const outcomes = shares.map((probability, i) => ({ value: x + i, probability }));
      return fc.constantFrom<Distribution[]>(
        { kind: "normal", mean: x, sd: p },
        { kind: "truncated_normal", mean: x, sd: p, lower, upper },
        { kind: "lognormal", median: p, sigma: q },
        { kind: "uniform", lower, upper },
        { kind: "triangular", lower, mode, upper },
        { kind: "pert", lower, mode, upper },
        { kind: "beta", a: p, b: q, lower: 0, upper: 1 },
        { kind: "beta", a: p, b: q, lower, upper },
        { kind: "discrete", outcomes },
      );
    });
  fc.assert(
    fc.property(distribution, (d) => {
      expect(parseDistribution(printDistribution(d))).toEqual({ ok: true, value: d });
    }),
    { seed: 1, numRuns: 500 },
  );
});

test("property: parseDistribution(text) answers any text", () => {
  const pieces = fc.constantFrom("normal", "beta", "discrete", "(", ")", "[", "]", ",", "1", "-0.5", "0", "-", "%");
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
      const text = parts.join(" ");
      const parsed = parseDistribution(text);
      expect(
        parsed.ok ? parseDistribution(printDistribution(parsed.value)).ok : parsed.fault.range.end <= text.length,
      ).toBe(true);
    }),
    { seed: 1, numRuns: 1000 },
  );
});
