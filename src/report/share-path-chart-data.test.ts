import { expect, test } from "vitest";
import { ceilingFan, intervalFan, noTargetFan, shareFan } from "../fixtures/chart-data.ts";
import { makeEnsemble, makeIndicator, makeInput } from "../fixtures/small-assessment.ts";
import { assessTarget } from "../reachability/assess-target.ts";
import { sharePathChartData } from "./share-path-chart-data.ts";

const indicator = makeIndicator();
const { verdict } = assessTarget(
  makeInput([indicator], makeEnsemble({ ferries: [[1], [1], [1], [1], [1]] })),
  indicator,
);

test("sharePathChartData(fan, verdict) draws a straight path that ends on the target", () => {
  const { path } = sharePathChartData(shareFan, verdict)!;
  expect(path.map(({ year }) => year)).toEqual([2030, 2031, 2032, 2033, 2034, 2035]);
  expect(path[0]!.value).toBe(0.31);
  expect(path[2]!.value).toBeCloseTo(0.366, 12);
  expect(path[5]!.value).toBe(0.45);
});

test("sharePathChartData(fan, verdict) says pace and gap in percentage points", () => {
  expect(sharePathChartData(shareFan, { ...verdict, requiredPerYear: 0.028 })).toMatchObject({
    requiredPace: { zh: "每年提高2.8个百分点", en: "2.8 percentage points a year" },
    gap: { zh: "中位数低于目标1个百分点", en: "the median is 1 percentage point below" },
  });
  const above = { ...shareFan, median: shareFan.median.map((share) => share + 0.02) };
  expect(sharePathChartData(above, verdict)?.gap?.zh).toBe("中位数高于目标1个百分点");
  const level = { ...shareFan, median: shareFan.median.map((share) => share + 0.01) };
  expect(sharePathChartData(level, verdict)?.gap?.zh).toBe("中位数与目标持平");
});

test("sharePathChartData(fan, verdict) is null where there is no single path", () => {
  expect(sharePathChartData(intervalFan, verdict)).toBeNull();
  expect(sharePathChartData(ceilingFan, verdict)).toBeNull();
  expect(sharePathChartData(noTargetFan, verdict)).toBeNull();
});
