import { expect, test } from "vitest";
import { makeIndicator } from "../fixtures/small-assessment.ts";
import type { Attribute, Target } from "../inputs/study.ts";
import { attainmentRule } from "./attainment.ts";
import { decideFact } from "./fact.ts";

const decide = (target: Partial<Target>, lower: number, upper: number = lower, attribute: Attribute = "indicative") => {
  const rule = attainmentRule(makeIndicator({ target }), 2021, {})!;
  return decideFact({ kind: "observed", lower, upper, sources: ["report"] }, rule, attribute, 0.02);
};
const open = Number.POSITIVE_INFINITY;

test("decideFact(…) tells 超额完成 from 完成 for amounts, shares and growths", () => {
  expect(decide({}, 121)).toEqual({ class: "exceeded", fact: { value: 121, met: true, sources: ["report"] } });
  expect(decide({}, 120)?.class).toBe("met");
  expect(decide({ kind: "cumulative" }, 130)?.class).toBe("exceeded");
  expect(decide({ kind: "mean_growth", value: 0.08, comparison: ">" }, 0.081)?.class).toBe("exceeded");
});

test("decideFact(…) calls a ceiling or a level that was kept met, never exceeded", () => {
  expect(decide({ kind: "ceiling", comparison: "<", value: 4.5 }, 3.9)?.class).toBe("met");
  expect(decide({ kind: "maintain", value: 90 }, 97)?.class).toBe("met");
});

test("decideFact(…) gives 基本完成 to indicative rows only, within the tolerance", () => {
  expect(decide({}, 117.6)?.class).toBe("nearly_met");
  expect(decide({}, 117.5)?.class).toBe("missed");
  expect(decide({}, 119.9, 119.9, "binding")?.class).toBe("missed");
  expect(decide({ comparison: "<=" }, 122.4)?.class).toBe("nearly_met");
  expect(decide({ comparison: "<=" }, 122.5)?.class).toBe("missed");
  expect(decide({}, 119)?.fact.met).toBe(false);
});

test("decideFact(…) misses a strict target at equality", () => {
  expect(decide({ comparison: ">" }, 120, 120, "binding")).toMatchObject({ class: "missed", fact: { met: false } });
});

test("decideFact(…) lets an inequality decide where it suffices and says that it is a bound", () => {
  const maintain: Partial<Target> = { kind: "maintain", value: 90 };
  expect(decide(maintain, 90, open)?.fact).toEqual({ value: 90, met: true, sources: ["report"], bound: "at_least" });
  expect(decide(maintain, 80, open)).toBeNull();
  expect(decide(maintain, -open, 85)?.fact).toEqual({ value: 85, met: false, sources: ["report"], bound: "at_most" });
  expect(decide({ kind: "ceiling", comparison: "<=", value: 4.5 }, -open, 4.5)?.fact).toMatchObject({
    value: 4.5,
    met: true,
    bound: "at_most",
  });
});

test("decideFact(…) leaves a strict target open when a bound stands at it", () => {
  expect(decide({ kind: "maintain", value: 90, comparison: ">" }, 90, open)).toBeNull();
  expect(decide({ kind: "maintain", value: 90, comparison: ">" }, 90.1, open)?.class).toBe("met");
});

test("decideFact(…) takes the class of the worst value that a range allows", () => {
  expect(decide({}, 120, open)?.class).toBe("met");
  expect(decide({}, 118, 119)?.class).toBe("nearly_met");
  expect(decide({}, 100, 119)?.class).toBe("missed");
  expect(decide({}, -open, 119)?.class).toBe("missed");
});
