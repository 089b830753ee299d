import { expect, test } from "vitest";
import { makeIndicator, makePlan } from "../fixtures/small-assessment.ts";
import type { Target, TargetPath } from "../inputs/study.ts";
import { compareConventions } from "./compare-conventions.ts";

const plan = makePlan([]);
const stand = (path: TargetPath, value: number, date: string, target: Partial<Target> = {}) => {
  const comparison = compareConventions(makeIndicator({ target: { path, ...target } }), plan, { value, date }, {});
  const [linear] = comparison?.results ?? [];
  return { pace: linear?.value, tier: comparison?.tier, reason: linear?.reason?.zh };
};

test("pathPace(…) holds a level against the plan's own path", () => {
  // 100 → 120: the geometric path has 100 × 1.2^.6 = 111.56 due after three years, the straight line 112.
  const due = 100 * 1.2 ** 0.6 - 100;
  expect(stand({ kind: "geometric" }, 110, "2023-12-31").pace).toBeCloseTo(10 / due, 12);
  expect(stand({ kind: "linear" }, 110, "2023-12-31").pace).toBeCloseTo(10 / 12, 12);
  const official: TargetPath = { kind: "official", values: [101, 102, 106, 112, 120] };
  expect(stand(official, 106, "2023-12-31")).toMatchObject({ pace: 1, tier: "on_track" });
  // Half-way through a year half of its step is due.
  const halfYear = stand(official, 104, "2023-07-01").pace ?? Number.NaN;
  expect(halfYear).toBeCloseTo(4 / (2 + (4 * 182) / 365), 9);
});

test("pathPace(…) holds a sum against its profile", () => {
  const profile: TargetPath = { kind: "profile", shares: [4, 2, 2, 1, 1] };
  const cumulative = { kind: "cumulative", value: 10 } as const;
  expect(stand(profile, 6, "2022-12-31", cumulative)).toMatchObject({ pace: 1, tier: "on_track" });
  expect(stand({ kind: "linear" }, 6, "2022-12-31", cumulative).pace).toBeCloseTo(1.5, 12);
});

test("pathPace(…) has no pace before the path asks for a change, and goes by the target once the years are over", () => {
  const late: TargetPath = { kind: "official", values: [100, 100, 105, 110, 120] };
  expect(stand(late, 104, "2022-12-31")).toMatchObject({ pace: null, tier: null });
  expect(stand(late, 104, "2022-12-31").reason).toContain("尚无应完成的增量");
  expect(stand(late, 118, "2026-06-30").pace).toBeCloseTo(0.9, 12);
});
