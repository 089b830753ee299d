import * as fc from "fast-check";
import { expect, test } from "vitest";
import { makeEnsemble, makeIndicator, makePlan } from "../fixtures/small-assessment.ts";
import type { TargetPath } from "../inputs/study.ts";
import { milestoneCorridor } from "./corridor.ts";
import { milestones } from "./milestones.ts";
import { tripWires } from "./trip-wires.ts";

const years = [2021, 2022, 2023, 2024, 2025];
const needed = (parts: Parameters<typeof makeIndicator>[0], path: TargetPath) => {
  const indicator = makeIndicator(parts);
  const { kind, comparison, value: target } = indicator.target!;
  return milestones(indicator, { kind, comparison, target }, years, path, {})?.map(({ value }) => value) ?? null;
};

test("milestones(…) goes in equal steps, at one growth, or in equal steps of the logit", () => {
  expect(needed({}, { kind: "linear" })).toEqual([104, 108, 112, 116, 120]);
  const geometric = needed({}, { kind: "geometric" })!;
  for (const [i, value] of geometric.entries()) expect(value).toBeCloseTo(100 * 1.2 ** ((i + 1) / 5), 9);
  const share = { baseline: { readings: { table: 0.2 } }, target: { kind: "share", value: 0.8 } } as const;
  const logistic = needed(share, { kind: "logistic" })!;
  // From logit −ln 4 to ln 4: a quarter to the fourth power of the way each year.
  expect(logistic.map((x) => Math.log(x / (1 - x)) / Math.log(4))).toEqual(
    [-0.6, -0.2, 0.2, 0.6, 1].map((x) => expect.closeTo(x, 9)),
  );
});

test("milestones(…) divides a sum in equal parts or by a profile, and takes an official path as it is", () => {
  const sum = { target: { kind: "cumulative", value: 10 } } as const;
  expect(needed(sum, { kind: "linear" })).toEqual([2, 4, 6, 8, 10]);
  expect(needed(sum, { kind: "profile", shares: [4, 2, 2, 1, 1] })).toEqual([4, 6, 8, 9, 10]);
  expect(needed(sum, { kind: "geometric" })).toBeNull();
  expect(needed({}, { kind: "official", values: [101, 105, 110, 114, 120] })).toEqual([101, 105, 110, 114, 120]);
  expect(() => needed({}, { kind: "official", values: [101] })).toThrow("one value for each of 5 years; got 1");
});

test("milestones(…) asks a row that is to be kept for its target every year", () => {
  expect(needed({ target: { kind: "ceiling", comparison: "<", value: 5 } }, { kind: "linear" })).toEqual([
    5, 5, 5, 5, 5,
  ]);
});

test("milestones(…) has no path where none has a meaning", () => {
  expect(needed({ baseline: { readings: { table: { min: 90, max: 100 } } } }, { kind: "linear" })).toBeNull();
  expect(needed({ target: { value: 90 } }, { kind: "linear" })).toBeNull();
  expect(needed({ baseline: { readings: { table: -1 } } }, { kind: "geometric" })).toBeNull();
  expect(needed({}, { kind: "logistic" })).toBeNull();
  expect(needed({}, { kind: "profile", shares: [1, 1, 1, 1, 1] })).toBeNull();
});

// 1,000 draws: the value of 2023 is the draw's number, and all from 300 on meet the target.
const thousand = Array.from({ length: 1000 }, (_, draw) => draw);
const stepEnsemble = makeEnsemble({
  ferries: years.map((year) =>
    thousand.map((draw) => (year === 2023 ? draw : year === 2025 ? (draw >= 300 ? 1 : 0) : 7)),
  ),
});
const endYear = { kind: "floor", statistic: "end_year", comparison: ">=", target: 1, years: [2025] } as const;

test("tripWires(…) finds the highest value below which nine in ten lose the target", () => {
  // Of the k worst draws k − 300 meet it; a tenth do at k = 333, the value next to which is 333.
  expect(tripWires(stepEnsemble, "ferries", endYear, [2023])).toEqual([
    { year: 2023, value: 333, side: "below", probability: 33 / 333, share: 0.333, status: "found" },
  ]);
});

test("tripWires(…) does not part draws of one value, and says when too few are ever so bad", () => {
  // In 2022 all draws are 7: beyond that there is none, and seven in ten meet the target all the same.
  expect(tripWires(stepEnsemble, "ferries", endYear, [2022])[0]).toMatchObject({
    status: "never",
    value: null,
    share: 0,
  });
  expect(tripWires(stepEnsemble, "ferries", endYear, [2023], { draws: 400 })[0]).toMatchObject({ status: "never" });
});

test("tripWires(…) says when the target is lost whatever the year brings", () => {
  const lost = { ...endYear, target: 2 };
  expect(tripWires(stepEnsemble, "ferries", lost, [2023])[0]).toMatchObject({
    status: "lost_anyway",
    value: null,
    share: 1,
  });
});

test("tripWires(…) turns round for targets from above, and adds sums up", () => {
  const above = { kind: "ceiling", statistic: "worst_year", comparison: "<=", target: 899, years } as const;
  // The 100 draws from 900 on break the ceiling in 2023; with 11 that keep it a tenth would, 889 … 899.
  expect(tripWires(stepEnsemble, "ferries", above, [2023])[0]).toMatchObject({
    side: "above",
    value: 888,
    share: 0.111,
  });
  const sum = { kind: "cumulative", statistic: "sum", comparison: ">=", target: 1000, years } as const;
  const [wire] = tripWires(stepEnsemble, "ferries", sum, [2023]);
  // 7 + 7 + draw so far; 1,000 needs draw + 21 + (1 from 300 on) ≥ 1000, so draws from 978 on meet it: 22 of 1,000.
  expect(wire).toMatchObject({ status: "lost_anyway", probability: 0.022 });
});

test("tripWires(…) counts weights, and leaves out draws that are not finite that year", () => {
  const values = [1, 2, 3, Number.NaN];
  const small = makeEnsemble(
    { ferries: [values, values, values, values, [0, 0, 1, 1]] },
    { weights: [0.4, 0.4, 0.1, 0.1] },
  );
  const [wire] = tripWires(small, "ferries", endYear, [2023], { draws: 1 });
  expect(wire).toMatchObject({ status: "found", value: 3, probability: 0 });
  expect(wire?.share).toBeCloseTo(0.8 / 0.9, 12);
});

test("property: beyond a trip-wire no more than a tenth of the draws meet the target", async () => {
  const draws = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.boolean()), { minLength: 20, maxLength: 60 });
  await fc.assert(
    fc.property(draws, (pairs) => {
      const [values, met] = [pairs.map(([value]) => value), pairs.map(([, one]) => Number(one))];
      const ensemble = makeEnsemble({ ferries: [values, values, values, values, met] });
      const [wire] = tripWires(ensemble, "ferries", endYear, [2023], { draws: 5 });
      const border = wire?.status === "lost_anyway" ? Infinity : (wire?.value ?? -Infinity);
      const shareBelow = (c: number) => {
        const beyond = pairs.filter(([value]) => value < c);
        return beyond.length < 5 ? 1 : beyond.filter(([, one]) => one).length / beyond.length;
      };
      if (wire?.status !== "never") expect(shareBelow(border)).toBeLessThanOrEqual(0.1);
      for (const c of values.filter((value) => value > border)) expect(shareBelow(c)).toBeGreaterThan(0.1);
    }),
    { seed: 1, numRuns: 200 },
  );
});

test("milestoneCorridor(…) joins what is needed with where it is lost, up to the year before the target's", () => {
  const plan = makePlan([]);
  const indicator = makeIndicator({ target: { value: 1 }, baseline: { readings: { table: 0 } } });
  const corridor = milestoneCorridor(indicator, plan, stepEnsemble, {});
  expect(corridor?.years.map(({ year, needed: value, tripWire }) => [year, value, tripWire?.value ?? null])).toEqual([
    [2021, 0.2, null],
    [2022, 0.4, null],
    [2023, expect.closeTo(0.6, 12), 333],
    [2024, 0.8, null],
    [2025, 1, null],
  ]);
  const unmodelled = milestoneCorridor({ ...indicator, variable: null }, plan, stepEnsemble, {});
  expect(unmodelled?.years.every(({ tripWire }) => tripWire === null)).toBe(true);
  expect(milestoneCorridor(makeIndicator({ target: null }), plan, stepEnsemble, {})).toBeNull();
});
