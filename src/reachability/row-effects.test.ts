import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { writeInventedRegion } from "../fixtures/write-invented-region.ts";
import { readStudy } from "../inputs/read-study.ts";
import type { Effect, Scenario, Study } from "../inputs/study.ts";
import { compileModel } from "../model/compile-model.ts";
import { leverReach } from "../model/lever-reach.ts";
import { unwrap } from "../run-study.ts";
import { type Measure, measureEffects } from "./row-effects.ts";

const folder = mkdtempSync(join(tmpdir(), "effects-"));
afterAll(() => rmSync(folder, { recursive: true }));
const study = unwrap(readStudy(writeInventedRegion(folder)));
const baseline = { ...study.scenarios[0]!, run: { ...study.scenarios[0]!.run, draws: 256, until: 2035 } };

function effects(measure: Measure, of: Study = study, scenario: Scenario = baseline) {
  const found = unwrap(measureEffects(of, unwrap(compileModel(of)), scenario, measure));
  return new Map(found.map((effect) => [effect.indicator, effect]));
}

/** The study with one lever that does something else. */
function leverThat(effect: Omit<Effect, "at">): Study {
  const levers = study.model.levers.map((lever) =>
    lever.name === "timetable" ? { ...lever, effects: [{ ...effect, at: lever.at }] } : lever,
  );
  return { ...study, model: { ...study.model, levers } };
}

test("measureEffects(…) finds the size of a lever that adds a fixed number", () => {
  // 0.1 万人 more jobs a year from 2031 on, of which a share leaves again: at most 0.5 by 2035.
  const added = effects(
    { kind: "lever", name: "timetable" },
    leverThat({ target: "other_new_jobs", operation: "add", value: 0.1 }),
  );
  const jobs = added.get("harbour_jobs")!;
  expect(jobs).toMatchObject({ direction: "up", statistic: "end_year", years: [2035] });
  expect(jobs.median).toBeGreaterThan(0.4);
  expect(jobs.atMost).toBeLessThanOrEqual(0.5);
  expect(jobs.atMost).toBeGreaterThanOrEqual(jobs.median);
  expect(added.get("idle_share")?.direction).toBe("down");
  expect(added.get("dwellings_built")).toMatchObject({ direction: "none", median: 0, atMost: 0 });
});

test("measureEffects(…) turns its sign with the lever, and tells an effect that goes either way", () => {
  const less = leverThat({ target: "other_new_jobs", operation: "add", value: -0.1 });
  const jobs = effects({ kind: "lever", name: "timetable" }, less).get("harbour_jobs")!;
  expect(jobs).toMatchObject({ direction: "down" });
  expect(jobs.median).toBeLessThan(-0.4);
  const either = leverThat({
    target: "other_new_jobs",
    operation: "add",
    value: { kind: "uniform", lower: -0.1, upper: 0.1 },
  });
  expect(effects({ kind: "lever", name: "timetable" }, either).get("harbour_jobs")?.direction).toBe("both");
});

test("measureEffects(…) takes every other policy and lever away", () => {
  const pushed = { ...baseline, policies: { all: 1 }, levers: { training_volume: 2 } };
  expect(effects({ kind: "policy", number: 7 }, study, pushed)).toEqual(effects({ kind: "policy", number: 7 }));
});

test("measureEffects(…) of a policy is that of its lever times its weight where nothing else is in the way", () => {
  const [policy, lever] = [effects({ kind: "policy", number: 7 }), effects({ kind: "lever", name: "site_release" })];
  const [weak, full] = [policy.get("dwellings_built")!, lever.get("dwellings_built")!];
  expect(weak.direction).toBe("up");
  // Weight 0.8, and from 2032 on instead of 2031.
  expect(weak.median).toBeLessThan(0.8 * full.median);
  expect(weak.median).toBeGreaterThan(0.6 * full.median);
});

test("measureEffects(…) moves no row that the structure of the model does not reach", () => {
  const reach = leverReach(unwrap(compileModel(study)), study.plan.indicators);
  for (const { lever, rows } of reach) {
    const moved = [...effects({ kind: "lever", name: lever }).values()].filter(({ direction }) => direction !== "none");
    expect(rows, lever).toEqual(expect.arrayContaining(moved.map(({ indicator }) => indicator)));
  }
});
