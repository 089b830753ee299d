import { expect, test } from "vitest";
import { makeIndicator, makePlan } from "../fixtures/small-assessment.ts";
import type { Verdict } from "../reachability/verdict.ts";
import { chanceText, middleText, percentText, statisticText, targetText } from "./verdict-figures.ts";

const verdict = (parts: Partial<Verdict>) => parts as Verdict;
const ferries = makeIndicator();
const share = makeIndicator({ display: { percent: true, decimals: 1 } });

test("percentText(probability) is whole, and says a bound where it would round to certainty", () => {
  expect([0, 0.004, 0.005, 0.5, 0.994, 0.996, 1].map(percentText)).toEqual([
    "<1%",
    "<1%",
    "1%",
    "50%",
    "99%",
    ">99%",
    ">99%",
  ]);
});

test("chanceText(verdict) gives ± two standard errors only where they reach into the next class", () => {
  const likely = verdict({ probability: 0.67, standardError: 0.012, alternativeClass: "uncertain" });
  expect(chanceText(likely)).toBe("67 ±3%");
  expect(chanceText({ ...likely, alternativeClass: null })).toBe("67%");
  expect(chanceText({ ...likely, probability: null })).toBe("–");
});

test("targetText(verdict, indicator, language) writes percent as percent, other figures with their unit", () => {
  expect(targetText(verdict({ comparison: ">=", target: 1250 }), ferries, "zh")).toBe("≥ 1250 艘");
  expect(targetText(verdict({ comparison: ">=", target: 1250 }), ferries, "en")).toBe("≥ 1,250 (艘)");
  expect(targetText(verdict({ comparison: "<", target: 0.045 }), share, "en")).toBe("< 4.5%");
  expect(targetText(verdict({ comparison: null, target: null }), share, "en")).toBe("–");
});

test("middleText(verdict, indicator, language) prefers what was observed, with its bound", () => {
  const quantiles = { "0.5": 118.25 };
  expect(middleText(verdict({ quantiles, fact: null }), ferries, "en")).toBe("118.25");
  const fact = { value: 121, met: true, sources: [] };
  expect(middleText(verdict({ quantiles, fact }), ferries, "en")).toBe("121");
  expect(middleText(verdict({ quantiles, fact: { ...fact, bound: "at_least" } }), ferries, "en")).toBe("≥ 121");
});

test("statisticText(verdict, plan, language) says which years make the number", () => {
  const plan = makePlan([ferries]);
  const said = (statistic: Verdict["statistic"]) =>
    statisticText(verdict({ statistic, targetYear: 2025, fact: null }), plan, "en");
  expect(["end_year", "sum", "worst_year", "geometric_mean"].map((s) => said(s as Verdict["statistic"]))).toEqual([
    "2025",
    "sum 2021–2025",
    "worst year 2021–2025",
    "mean 2021–2025",
  ]);
});
