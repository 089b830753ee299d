import { expect, test } from "vitest";
import { overviewChart } from "../charts/overview-chart.ts";
import { endingAt, makeEnsemble, makeIndicator, makeInput, makePlan } from "../fixtures/small-assessment.ts";
import { assessScenario } from "../reachability/assess-scenario.ts";
import { overviewChartData } from "./overview-chart-data.ts";

const indicators = [
  makeIndicator(),
  makeIndicator({ id: "trams", row: null, variable: null, attribute: "binding", target: { value: 3 } }),
  makeIndicator({ id: "trains", row: "3", variable: "trains", target: null }),
];
const plan = makePlan(indicators);
const runIdentity = { hash: "abc123", seed: 1, draws: 10, informationDate: "2021-12-31" };
const ensemble = makeEnsemble({
  ferries: endingAt([130, 130, 130, 130, 130, 130, 130, 130, 0, 0]),
  trains: endingAt(Array(10).fill(1)),
});
const verdicts = assessScenario(makeInput(indicators, ensemble));

test("overviewChartData(scenarios, plan, runIdentity) keeps the plan's order and says each target with its unit", () => {
  const { rows } = overviewChartData([verdicts], plan, runIdentity);
  expect(rows.map(({ indicator }) => indicator)).toEqual(["ferries", "trams", "trains"]);
  expect(rows[0]).toMatchObject({
    row: "1",
    target: { zh: "2025年 ≥ 120艘", en: "≥ 120 (艘) in 2025" },
    attribute: "indicative",
  });
  expect(rows[1]).toMatchObject({ row: null, attribute: "binding" });
  expect(rows[2]?.target).toBeNull();
});

test("overviewChartData(scenarios, plan, runIdentity) says chances in tenths, and no chance where there is none", () => {
  const other = { ...verdicts, scenario: "storm", label: { zh: "风暴", en: "Storm" } };
  const data = overviewChartData(
    [verdicts, { ...other, verdicts: other.verdicts.map((v) => ({ ...v, scenario: "storm" })) }],
    plan,
    runIdentity,
  );
  expect(data.scenarios.map(({ id }) => id)).toEqual([verdicts.scenario, "storm"]);
  expect(data.cells).toHaveLength(6);
  expect(data.cells[0]).toMatchObject({ class: "likely", chance: { zh: "约八成", en: "8 in 10" } });
  expect(data.cells[1]).toMatchObject({ class: "not_assessable", chance: null });
  expect(data.cells[2]).toMatchObject({ class: "no_target_yet", chance: null });
});

test("overviewChartData(scenarios, plan, runIdentity) never says more than nine or less than one in ten", () => {
  const chances = [0, 0.09, 0.1, 0.5, 0.899, 0.9, 1].map((probability) => {
    const cells = [{ ...verdicts.verdicts[0]!, probability }];
    return overviewChartData([{ ...verdicts, verdicts: cells }], plan, runIdentity).cells[0]?.chance?.en;
  });
  expect(chances).toEqual(["< 1 in 10", "< 1 in 10", "1 in 10", "5 in 10", "9 in 10", "≥ 9 in 10", "≥ 9 in 10"]);
});

test("overviewChartData(scenarios, plan, runIdentity) makes a chart", () => {
  const text = JSON.stringify(overviewChart(overviewChartData([verdicts], plan, runIdentity), "zh"));
  expect(text).toContain("约八成");
  expect(text).toContain("渡口规划：各项目标完成把握");
});
