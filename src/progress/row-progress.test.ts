import { expect, test } from "vitest";
import { endingAt, makeEnsemble, makeIndicator, makeInput, makeObservation } from "../fixtures/small-assessment.ts";
import type { Indicator, Observation } from "../inputs/study.ts";
import { assessScenario } from "../reachability/assess-scenario.ts";
import { scenarioProgress } from "./row-progress.ts";

/** Progress of one row whose draws end at these values, by what was observed to the end of 2023. */
function progressOf(indicator: Indicator, ends: readonly number[], observations: readonly Observation[]) {
  const input = makeInput([indicator], makeEnsemble({ ferries: endingAt(ends) }), {
    observations,
    informationDate: "2023-12-31",
  });
  return scenarioProgress(input, assessScenario(input).verdicts)[0];
}

const row = (parts: Parameters<typeof makeIndicator>[0] = {}) => makeIndicator({ series: "ferries", ...parts });
/** Figures whose source does not say when they came out: known from the end of their year. */
const figure = (year: number, value: number) => makeObservation({ year, value, vintage: "unknown" });
const in2023 = (value: number) => [figure(2023, value)];
const yearly = (...values: number[]) => values.map((value, i) => figure(2021 + i, value));

test("scenarioProgress(…) joins the measured value with what is needed, the conventions and the alert", () => {
  const progress = progressOf(row({ attribute: "binding" }), [119, 121], in2023(108));
  expect(progress).toMatchObject({
    measured: { value: 108, date: "2023-12-31" },
    required: { yearsLeft: 2, perYear: 6 },
    conventions: { tier: "behind" },
    control: null,
    alert: { level: "warning", wording: { zh: "预警" } },
    remarks: [],
  });
});

test("scenarioProgress(…) warns of a binding row by its chance alone where nothing was measured", () => {
  expect(progressOf(row({ attribute: "binding" }), [100, 100, 121, 100], [])).toMatchObject({
    measured: null,
    conventions: null,
    alert: { level: "serious_warning", wording: { zh: "重点预警" }, decidedBy: null },
  });
});

test("scenarioProgress(…) tells a limit's standing by the worst year so far, never a pace", () => {
  const ceiling = row({ target: { kind: "ceiling", rule: "each_year", comparison: "<", value: 120 } });
  expect(progressOf(ceiling, [90, 90], yearly(100, 116, 90))).toMatchObject({
    measured: { value: 116 },
    control: { status: "at_risk" },
    required: null,
    conventions: { tier: null },
  });
});

test("scenarioProgress(…) remarks on a target that is met but may be lost, and on growth without precedent", () => {
  expect(progressOf(row(), [119, 121], in2023(125))?.remarks.map(({ zh }) => zh)).toEqual(["已达标，但有回落风险"]);
  expect(progressOf(row(), [121, 122], in2023(125))?.remarks).toEqual([]);
  const growth = row({ target: { kind: "mean_growth", value: 0.12 }, baseline: { readings: { table: 0.05 } } });
  // 1.12⁵ ÷ 1.06³ over two years is 21.6 % a year.
  expect(progressOf(growth, [0.1, 0.1], yearly(0.06, 0.06, 0.06))?.remarks.map(({ en }) => en)).toEqual([
    "the growth that the years left need is possible but without precedent",
  ]);
});

test("scenarioProgress(…) speaks of rows with a target only, in the plan's own words", () => {
  const indicator = row({ target: null });
  const input = makeInput([indicator], makeEnsemble({ ferries: endingAt([1, 2]) }));
  expect(scenarioProgress(input, assessScenario(input).verdicts)).toEqual([]);
  const worded = makeInput([row()], makeEnsemble({ ferries: endingAt([1, 2]) }));
  const wording = { watch: { zh: "提示", en: "note" }, very_unlikely: { zh: "无望", en: "no hope" } };
  const plan = { ...worded.plan, assessment: { ...worded.plan.assessment, wording } };
  const { verdicts } = assessScenario({ ...worded, plan });
  expect(verdicts[0]?.wording.zh).toBe("无望");
  expect(scenarioProgress({ ...worded, plan }, verdicts)[0]?.alert.wording?.zh).toBe("提示");
});
