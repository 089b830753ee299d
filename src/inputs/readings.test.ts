import { expect, test } from "vitest";
import { makeIndicator } from "../fixtures/small-assessment.ts";
import { baselineFigure, baselineInForce, readingLabel, targetInForce } from "./readings.ts";

const ferries = makeIndicator({
  baseline: { readings: { table: 39, text: 37, verified: null }, default: "table" },
  target: { comparison: ">", value: 41, readings: { text: { comparison: ">=", value: 40 } }, default: "table" },
});

test("baselineInForce(indicator, readings) takes the default when the scenario chooses nothing", () => {
  expect(baselineInForce(ferries, {})).toEqual({ reading: "table", figure: 39 });
  expect(targetInForce(ferries, {})).toEqual({ reading: "table", comparison: ">", value: 41 });
  expect(readingLabel(ferries, {})).toBe("table");
});

test("a reading that baseline and target both have is in force in both", () => {
  expect(baselineFigure(ferries, { ferries: "text" })).toBe(37);
  expect(targetInForce(ferries, { ferries: "text" })).toEqual({ reading: "text", comparison: ">=", value: 40 });
  expect(readingLabel(ferries, { ferries: "text" })).toBe("text");
});

test("a reading that only the baseline has leaves the target at its default", () => {
  expect(baselineFigure(ferries, { ferries: "verified" })).toBeNull();
  expect(targetInForce(ferries, { ferries: "verified" })?.reading).toBe("table");
  expect(readingLabel(ferries, { ferries: "verified" })).toBe("verified/table");
});

test("a reading that only the target has leaves the baseline at its default", () => {
  const strict = makeIndicator({ target: { readings: { strict: { comparison: ">", value: 120 } } } });
  expect(baselineFigure(strict, { ferries: "strict" })).toBe(100);
  expect(targetInForce(strict, { ferries: "strict" })?.comparison).toBe(">");
  expect(readingLabel(strict, { ferries: "strict" })).toBe("table/strict");
});

test("a reading of another row, an unknown name and a name of Object.prototype change nothing", () => {
  for (const readings of [{ piers: "text" }, { ferries: "nowhere" }, { ferries: "constructor" }]) {
    expect(baselineFigure(ferries, readings)).toBe(39);
    expect(targetInForce(ferries, readings)?.value).toBe(41);
  }
});

test("baselineFigure(indicator, readings) hands on an interval as an interval", () => {
  const censored = makeIndicator({ baseline: { readings: { table: { min: 90, max: 100 } } } });
  expect(baselineFigure(censored, {})).toEqual({ min: 90, max: 100 });
});

test("readingLabel(indicator, readings) of a row without a target is the baseline's reading", () => {
  expect(readingLabel(makeIndicator({ target: null }), {})).toBe("table");
  expect(targetInForce(makeIndicator({ target: null }), {})).toBeNull();
});
