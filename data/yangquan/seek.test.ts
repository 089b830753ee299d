import { expect, test } from "vitest";
import { evaluatePolicy } from "../../src/exploration/evaluate-policy.ts";
import { lowerCorner } from "../../src/exploration/lever-problem.ts";
import { seekTargets } from "../../src/exploration/seek-targets.ts";
import { openProblems } from "../../src/exploration/study-problems.ts";
import { readStudy } from "../../src/inputs/read-study.ts";
import { makeKernel } from "../../src/kernel/make-kernel.ts";
import { compileModel } from "../../src/model/compile-model.ts";
import { unwrap } from "../../src/run-study.ts";

// What the lever search must say of the skills rows: volume of training cannot buy the share, a mix can go some way.

const study = unwrap(readStudy({ region: "yangquan", dataDir: "data", scenariosDir: "scenarios" }));
const model = unwrap(compileModel(study));
const draws = { draws: 2048, seed: 20_201_231 };

function question(ids: readonly string[], levers: readonly string[], probability: number | null) {
  return {
    study,
    model,
    makeKernel,
    scenarios: study.scenarios.filter(({ id }) => id === "baseline"),
    indicators: study.plan.indicators.filter(({ id }) => ids.includes(id)),
    levers,
    probability,
    isTogether: true,
    from: study.plan.firstYear,
  };
}

const seek = (...asked: Parameters<typeof question>) => unwrap(seekTargets(question(...asked), draws));

test("training volume alone does not reach the share of 80 %, and the limit is told", () => {
  const found = seek(["mid_high_skilled_share"], ["training_volume_up"], null);
  expect(found.status).toBe("unreachable_by_this_lever");
  expect(found.chances[0]?.probability).toBe(0.66);
  // The chance rises a little because the outcome gets wider, but the middle falls below where it starts.
  expect(found.limit?.reason).toBe("only_spread_grows");
  expect(found.limit?.chances[0]?.probability).toBeLessThan(0.25);
  expect(found.limit?.values[0]?.median).toBeLessThan(found.targets[0]?.medianBefore ?? 0);
  expect(found.limit?.values[0]?.kept).toBeLessThan(0.75);
});

test("training volume alone reaches the number of skilled workers", () => {
  const found = seek(["skilled_workers"], ["training_volume_up"], 0.9);
  expect(found.status).toBe("met");
  expect(found.chances[0]?.fresh?.probability).toBeGreaterThan(0.88);
});

const mix = ["training_volume_up", "direct_mid_entry", "promotion_channels"];

test("a mix of volume and entry level reaches both skills rows as likely as not, checked on fresh draws", () => {
  const found = seek(["skilled_workers", "mid_high_skilled_share"], mix, 0.5);
  expect(found.status).toBe("met");
  expect(found.chances[0]?.fresh?.probability).toBeGreaterThanOrEqual(0.5);
  expect(found.freshSeed).not.toBe(found.seed);
  const [volume, entry] = found.levers;
  expect(volume?.intensity).toBeGreaterThan(volume?.lower ?? 9);
  expect(entry?.intensity).toBeGreaterThan(0.9);
});

test("the same mix is not enough for 66 %: the sizes that the levers are assumed to have do not allow it", () => {
  const found = seek(["skilled_workers", "mid_high_skilled_share"], mix, 0.66);
  expect(found).toMatchObject({ status: "infeasible", limit: { boundBy: "levers" } });
  expect(found.limit?.chances[0]?.probability).toBeLessThan(0.6);
  expect(found.limit?.rangesNeeded).toBeGreaterThan(1.2);
});

test("the share has the shape of the worked example: rising with entry level, not with volume", () => {
  const levers = ["training_volume_up", "direct_mid_entry"];
  const opened = unwrap(openProblems(question(["mid_high_skilled_share"], levers, 0.5), draws));
  if (opened.kind !== "problems") throw new TypeError("the row must be sought");
  const { problem } = opened;
  const [volume = 0] = lowerCorner(problem);
  const medianAt = (intensities: readonly number[]) => {
    const [values] = evaluatePolicy(problem, intensities).statistics as [Float64Array];
    return values.toSorted()[values.length / 2] as number;
  };
  const byEntry = [0.15, 0.4, 0.7, 1].map((entry) => medianAt([volume, entry]));
  expect(byEntry).toEqual(byEntry.toSorted());
  const byVolume = [volume, 2, 4, 6.5].map((more) => medianAt([more, 0.15]));
  expect(byVolume).toEqual(byVolume.toSorted().reverse());
  // Twice as far as the lever is assumed to reach, where few enter at junior level, volume helps the share instead.
  expect(medianAt([6.5, 2])).toBeGreaterThan(medianAt([volume, 2]));
});
