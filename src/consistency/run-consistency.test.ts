import * as fc from "fast-check";
import { expect, test } from "vitest";
import { soundFeasibility } from "../fixtures/feasibility-of.ts";
import { readChangedRegion } from "../fixtures/read-changed-region.ts";
import { makeIndicator, makePlan } from "../fixtures/small-assessment.ts";
import type { Indicator, Plan, Study } from "../inputs/study.ts";
import type { ConflictFinding } from "./consistency-report.ts";
import { loadLinearSolver } from "./load-linear-solver.ts";
import { findInconsistencies, runConsistency } from "./run-consistency.ts";

const solve = await loadLinearSolver();

function inventedStudy(): Study {
  const { result } = readChangedRegion();
  if (!result.ok) throw new TypeError("inventedStudy: the invented region must be sound");
  return result.value;
}

test("runConsistency(study) gives findings in order of kind and trials with what came of them", async () => {
  const report = await runConsistency(inventedStudy());
  expect(report.findings.map(({ id }) => id)).toEqual([
    "two_figures:harbour_jobs",
    "open_baseline:on_time_share",
    "weaker_than_baseline:idle_share",
    "weaker_than_baseline:on_time_share",
    "strictness:certified_share",
    "wording:on_time_scope",
    "coverage:jobs_for_all",
    "conflict:harbour_jobs+certified_share+planned_courses",
  ]);
  expect(report.findings.at(-1)).toMatchObject({
    rows: ["harbour_jobs", "certified_share"],
    under: { certificate: ["licence"] },
    members: [{ kind: "target" }, { kind: "target" }, { kind: "capacity", source: "表1 第2行" }],
  });
  expect(
    report.trials.map(({ choices, feasible, conflicts }) => [choices.certificate, feasible, conflicts.length]),
  ).toEqual([
    ["licence", false, 1],
    ["any", true, 0],
  ]);
});

test("runConsistency(study) without constraints holds only figures against each other, and says so", async () => {
  const report = await runConsistency({ ...inventedStudy(), feasibility: null });
  expect(report).toMatchObject({ region: "tidewick", trials: [], isComplete: false });
  expect(new Set(report.findings.map(({ kind }) => kind))).toEqual(
    new Set(["two_figures", "open_baseline", "weaker_than_baseline", "strictness"]),
  );
});

// A plan with two planted conflicts: more boats than berths, and more crew and boats than the school can serve.
const boats = makeIndicator({ id: "boats", target: { value: 120 } });
const crews = makeIndicator({ id: "crews", baseline: { readings: { table: 200 } }, target: { value: 360 } });
const piers = makeIndicator({ id: "piers", baseline: { readings: { table: 10 } }, target: { value: 12 } });
const planted = (most: { berths: number; graduates: number }) => `
variables:
  boats: {label: {zh: 船, en: boats}, unit: 艘}
  crews: {label: {zh: 船员, en: crews}, unit: 艘}
  piers: {label: {zh: 码头, en: piers}, unit: 艘}
relations:
  each_boat: {holds: crews >= 2 * boats, source: 每船至少两人}
capacities:
  berths: {label: {zh: 泊位, en: berths}, holds: boats <= ${most.berths}, source: 港务年报}
  graduates: {label: {zh: 毕业生, en: graduates}, holds: crews <= baseline(crews) + ${most.graduates}, source: 学校年报}
targets:
  boats: {value: boats}
  crews: {value: crews}
  piers: {value: piers}
`;

test("runConsistency(study) gives exactly the two conflicts that were planted", async () => {
  const indicators = [boats, crews, piers];
  const feasibility = soundFeasibility(planted({ berths: 115, graduates: 150 }), indicators);
  const report = await runConsistency({ region: "harbour", plan: makePlan(indicators), feasibility });
  expect(report.findings.map(({ id }) => id)).toEqual(["conflict:boats+berths", "conflict:crews+graduates"]);
  const [berths, graduates] = report.findings as readonly ConflictFinding[];
  expect(berths?.loosenings.map(({ name, to }) => [name, to])).toEqual([
    ["berths", 120],
    ["boats", 115],
  ]);
  expect(graduates?.loosenings.map(({ name, to }) => [name, to])).toEqual([
    ["graduates", 360],
    ["crews", 350],
  ]);
  expect(report).toMatchObject({ isComplete: true, trials: [{ feasible: false, choices: {} }] });
});

test("runConsistency(study) finds nothing in a plan that fits", async () => {
  const indicators = [boats, crews, piers];
  const feasibility = soundFeasibility(planted({ berths: 120, graduates: 160 }), indicators);
  const report = await runConsistency({ region: "harbour", plan: makePlan(indicators), feasibility });
  expect(report.findings).toEqual([]);
});

/** Conflicts of a plan as sets of names. */
function conflictsOf(plan: Plan, text: string): string[][] {
  const feasibility = soundFeasibility(text, plan.indicators);
  const { findings } = findInconsistencies({ region: "harbour", plan, feasibility }, solve);
  return findings.flatMap((finding) => (finding.kind === "conflict" ? [finding.members.map(({ name }) => name)] : []));
}

function eased(indicator: Indicator, by: number): Indicator {
  const { target } = indicator;
  return target === null ? indicator : { ...indicator, target: { ...target, value: target.value - by } };
}

test("property: easing any target never makes a conflict", async () => {
  const amount = fc.integer({ min: 0, max: 60 });
  await fc.assert(
    fc.property(fc.tuple(amount, amount), fc.tuple(amount, amount, amount), ([berths, graduates], easings) => {
      const text = planted({ berths: 90 + berths, graduates: 120 + graduates });
      const indicators = [boats, crews, piers];
      const before = conflictsOf(makePlan(indicators), text);
      const after = conflictsOf(makePlan(indicators.map((indicator, i) => eased(indicator, easings[i]!))), text);
      // Whatever cannot hold together now could not before: it contains a set that was in conflict then.
      const isOld = (set: readonly string[]) => before.some((old) => old.every((name) => set.includes(name)));
      expect(after.filter((set) => !isOld(set))).toEqual([]);
    }),
    { seed: 1, numRuns: 40 },
  );
});
