import { expect, test } from "vitest";
import { endingAt, makeEnsemble, makeIndicator, makeInput } from "../fixtures/small-assessment.ts";
import { assessTarget } from "../reachability/assess-target.ts";
import { describeVerdict } from "./describe-verdict.ts";

const ensemble = makeEnsemble({ ferries: endingAt([119, 120, 121, 122, 123]) });
const judged = (indicator = makeIndicator()) => assessTarget(makeInput([indicator], ensemble), indicator).verdict;

test("describeVerdict(verdict, language) says class, chance in tenths and tense in one sentence", () => {
  const verdict = { ...judged(), alternativeClass: null };
  expect(describeVerdict(verdict, "zh")).toBe("渡船：预计可以完成，需持续跟踪，完成把握约八成（预测）。");
  expect(describeVerdict(verdict, "en")).toBe(
    "Ferries: likely to be met; keep watching, about eight in ten (Forecast).",
  );
});

test("describeVerdict(verdict, language) warns where the next class is close", () => {
  expect(describeVerdict({ ...judged(), alternativeClass: "uncertain" }, "en")).toContain("close to the next class");
});

test("describeVerdict(verdict, language) gives the reason where there is no verdict, with one full stop", () => {
  const verdict = judged(makeIndicator({ variable: null }));
  expect(describeVerdict(verdict, "zh")).toBe("渡船：暂不可评估：模型没有模拟这一指标。");
  expect(describeVerdict(verdict, "en")).toBe(
    "Ferries: cannot be assessed yet: The model does not simulate this indicator.",
  );
});
