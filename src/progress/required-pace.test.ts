import { expect, test } from "vitest";
import { makeIndicator, makePlan } from "../fixtures/small-assessment.ts";
import { elapsedShare, yearsAt } from "./elapsed-time.ts";
import { growthTier, paceTier, tierDetail, tierWording } from "./pace-tier.ts";
import { requiredPace } from "./required-pace.ts";

const plan = makePlan([]);
const need = (parts: Parameters<typeof makeIndicator>[0], value: number, date = "2023-12-31") =>
  requiredPace(makeIndicator(parts), plan, { value, date });

test("requiredPace(…) divides what is missing by the years left", () => {
  const pace = need({ target: { value: 25 }, baseline: { readings: { table: 19.8 } } }, 22.5);
  expect(pace).toMatchObject({ yearsLeft: 2, perYear: 1.25 });
  expect(pace?.growth).toBeCloseTo(Math.sqrt(25 / 22.5) - 1, 12);
});

test("requiredPace(…) of a sum is the amount a year that is left: 6.3 of 9 leave 1.35", () => {
  expect(need({ target: { kind: "cumulative", value: 9 } }, 6.3)).toEqual({
    yearsLeft: 2,
    perYear: expect.closeTo(1.35, 9),
    growth: null,
  });
});

test("requiredPace(…) of a mean growth is a growth: three years at 6 % leave 11.1 % for 8 %", () => {
  const pace = need({ target: { kind: "mean_growth", value: 0.08 } }, 0.06);
  expect(pace?.growth).toBeCloseTo(0.111, 3);
  expect(pace?.perYear).toBeNull();
});

test("requiredPace(…) asks nothing of a target that is met, and a fall of one that lies below", () => {
  expect(need({}, 121)).toMatchObject({ perYear: 0, growth: 0 });
  expect(need({ target: { kind: "share", comparison: "<=", value: 80 } }, 90)).toMatchObject({ perYear: -5 });
  expect(need({ baseline: { readings: { table: -3 } }, target: { value: 1 } }, -1)).toMatchObject({
    perYear: 1,
    growth: null,
  });
});

test("requiredPace(…) has no answer for rows to keep, past targets and rows without one", () => {
  expect(need({ target: { kind: "ceiling", comparison: "<=" } }, 90)).toBeNull();
  expect(need({}, 110, "2025-12-31")).toBeNull();
  expect(need({ target: null }, 110)).toBeNull();
});

test("yearsAt(date) counts from year end to year end", () => {
  expect([yearsAt("2023-12-31"), yearsAt("2020-12-31")]).toEqual([2023, 2020]);
  expect(yearsAt("2023-06-30")).toBeCloseTo(2022 + 181 / 365, 12);
  expect(elapsedShare("2023-12-31", 2020, 2025)).toBeCloseTo(0.6, 12);
  expect(() => yearsAt("2023-02-30")).toThrow("yearsAt: date must be a date YYYY-MM-DD; got 2023-02-30");
  expect(() => yearsAt("2023")).toThrow(RangeError);
});

test("paceTier(pace, isMet, cutOffs) takes the lower bounds in, and its words join the last three", () => {
  const tiers = [1.05, 0.95, 0.6, 0, -0.01].map((pace) => paceTier(pace, false, [1.05, 0.95, 0.6]));
  expect(tiers).toEqual(["ahead", "on_track", "behind", "far_behind", "reversing"]);
  expect(paceTier(-1, true, [1.05, 0.95, 0.6])).toBe("achieved_early");
  expect(tiers.map((tier) => tierWording(tier).zh)).toEqual([
    "快于预期",
    "基本符合预期",
    "相对滞后",
    "相对滞后",
    "相对滞后",
  ]);
  expect(tiers.map((tier) => tierDetail(tier)?.zh)).toEqual([undefined, undefined, "略滞后", "明显滞后", "反向变化"]);
});

test("growthTier(meanSoFar, needed) allows one point", () => {
  expect([0.05, 0.06, 0.07, 0.08, 0.081].map((needed) => growthTier(0.07, needed))).toEqual([
    "ahead",
    "on_track",
    "on_track",
    "behind",
    "far_behind",
  ]);
});
