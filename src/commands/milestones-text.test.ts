import { expect, test } from "vitest";
import { captureIo } from "../fixtures/captured-io.ts";
import { makeIndicator } from "../fixtures/small-assessment.ts";
import { studyOfFormulas } from "../fixtures/study-of-formulas.ts";
import { conventionsText } from "./conventions-text.ts";
import { changeText, growthText, milestonesText } from "./milestones-text.ts";

test("milestonesText(…) and conventionsText(…) say so when no row has a target", () => {
  const study = studyOfFormulas({ variables: { x: "1" } });
  const together = { binding: null, all: null, sets: {}, pairs: [], over: [], notAssessed: [] };
  const label = { zh: "平稳", en: "Calm" };
  const report = {
    scenario: "calm",
    label,
    verdicts: [],
    rowsMet: null,
    joint: together,
    progress: [],
    milestones: [],
  };
  const { results } = captureIo().io;
  expect(milestonesText(report, study, "2026-01-01", "en", results)).toBe(
    "Milestones and trip-wires (Calm)\nNo target has been published.\n",
  );
  expect(conventionsText(report, study, "2030-12-31", "zh", results)).toBe(
    "各种进度算法对照（平稳）\n没有已公布的目标。\n",
  );
});

test("changeText(change, indicator, language) writes points of percent rows with one decimal more", () => {
  const percent = makeIndicator({ display: { percent: true, decimals: 1 } });
  expect(changeText(0.0486, percent, "zh")).toBe("4.86个百分点");
  expect(changeText(0.014, percent, "en")).toBe("1.4 points");
  expect(changeText(1.04, makeIndicator(), "en")).toBe("1.04");
  expect(growthText(0.0477, "en")).toBe("4.8%");
});
