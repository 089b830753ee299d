import { expect, test } from "vitest";
import { endingAt, makeEnsemble, makeIndicator, makeInput, makeObservation } from "../fixtures/small-assessment.ts";
import type { Attribute, Indicator, Observation } from "../inputs/study.ts";
import { assessScenario, jointProbabilityOf } from "./assess-scenario.ts";

const row = (id: string, attribute: Attribute, parts: Partial<Indicator> = {}): Indicator => ({
  ...makeIndicator({ id, variable: id, series: id }),
  attribute,
  ...parts,
});
const rows = [row("ferries", "binding"), row("piers", "binding"), row("trips", "indicative")];
// Of four draws each row is met on two; ferries and piers together on one, all three on none.
const ensemble = makeEnsemble({
  ferries: endingAt([130, 130, 100, 100]),
  piers: endingAt([130, 100, 130, 100]),
  trips: endingAt([100, 130, 130, 100]),
});
const observed = (series: string, value: Observation["value"], parts: Partial<Observation> = {}) =>
  makeObservation({ series, value, ...parts });
const late = "2026-11-01";

test("assessScenario(input) counts joint probabilities on the draws", () => {
  const { verdicts, joint } = assessScenario(makeInput(rows, ensemble));
  expect(verdicts.map((verdict) => verdict.probability)).toEqual([0.5, 0.5, 0.5]);
  expect(joint).toEqual({
    binding: 0.25,
    all: 0,
    sets: {},
    pairs: [],
    over: ["ferries", "piers", "trips"],
    notAssessed: [],
  });
});

test("assessScenario(input) counts the rows that are met, and named sets of rows", () => {
  const label = { zh: "组", en: "Set" };
  const sets = {
    fleet: { label, indicators: ["ferries", "trips"] },
    harbour: { label, indicators: ["ferries", "bells"] },
  };
  const plan = [...rows, row("bells", "binding", { variable: null })];
  const { rowsMet, joint } = assessScenario(makeInput(plan, ensemble, { sets }));
  // Two rows on three draws, none on the fourth.
  expect(rowsMet).toMatchObject({ rows: 3, met: { median: 2, lower: 0, upper: 2 }, expected: 1.5 });
  expect(joint.sets).toEqual({ fleet: 0.25, harbour: null });
});

test("assessScenario(input) weighs joint probabilities", () => {
  const weighted = { ...ensemble, weights: Float64Array.of(0.7, 0.1, 0.1, 0.1) };
  expect(assessScenario(makeInput(rows, weighted)).joint.binding).toBeCloseTo(0.7, 14);
});

test("assessScenario(input) leaves rows that cannot be assessed out of the joint probability, by name", () => {
  const plan = [...rows, row("bells", "binding", { variable: null }), row("buoys", "indicative", { target: null })];
  const { joint } = assessScenario(makeInput(plan, ensemble));
  expect(joint.binding).toBe(0.25);
  expect(joint.notAssessed).toEqual(["bells", "buoys"]);
  const nothing = assessScenario(makeInput([row("bells", "binding", { variable: null })], ensemble)).joint;
  expect(nothing).toMatchObject({ binding: null, all: null, over: [], notAssessed: ["bells"] });
});

test("assessScenario(input) has no binding joint probability without a binding row", () => {
  expect(assessScenario(makeInput([row("trips", "indicative")], ensemble)).joint).toMatchObject({
    binding: null,
    all: 0.5,
  });
});

test("assessScenario(input) turns a row into a fact once its deciding value is observed", () => {
  const met = makeInput(rows, ensemble, { observations: [observed("ferries", 121)], informationDate: late });
  const { verdicts, joint } = assessScenario(met);
  expect(verdicts[0]).toMatchObject({
    class: "exceeded",
    standing: "fact",
    heading: { zh: "实际值", en: "Actual value" },
    probability: null,
    quantiles: null,
    central: null,
    fact: { value: 121, met: true, sources: ["report of 2025"] },
  });
  expect(joint).toMatchObject({ binding: 0.5, all: 0.25, over: ["ferries", "piers", "trips"] });
});

test("assessScenario(input) has joint probability 0 once a fact is missed, nearly or not", () => {
  for (const value of [119, 80]) {
    const input = makeInput(rows, ensemble, { observations: [observed("trips", value)], informationDate: late });
    expect(assessScenario(input).joint).toMatchObject({ binding: 0.25, all: 0 });
  }
});

test("assessScenario(input) heads the same row by the information date", () => {
  const headingOn = (informationDate: string) => {
    const verdict = assessScenario(makeInput(rows, ensemble, { informationDate })).verdicts[0];
    return [verdict.standing, verdict.heading?.zh, verdict.probability];
  };
  expect(headingOn("2025-12-30")).toEqual(["forecast", "预测", 0.5]);
  expect(headingOn("2025-12-31")).toEqual(["retrospective", "回溯测算：2025年实际值未收集", 0.5]);
});

test("assessScenario(input) keeps a total that is observed only in part an estimate", () => {
  const jobs = makeIndicator({ series: "ferries", target: { kind: "cumulative" } });
  const observations = [2021, 2022, 2023, 2024].map((year) => observed("ferries", 40, { year }));
  const input = makeInput([jobs], ensemble, { observations, informationDate: late });
  expect(assessScenario(input).verdicts[0]).toMatchObject({ standing: "retrospective", fact: null, probability: 0.5 });
});

test("assessScenario(input) keeps a row whose inequality does not decide an estimate", () => {
  const observations = [observed("ferries", { min: 110, max: null })];
  const input = makeInput(rows, ensemble, { observations, informationDate: late });
  expect(assessScenario(input).verdicts[0]).toMatchObject({
    standing: "retrospective",
    heading: { zh: "回溯测算：2025年实际值只有范围，不足以判定" },
    probability: 0.5,
  });
});

test("assessScenario(input) judges an unmodelled row by its observation, and misses data that were never collected", () => {
  const plan = [row("bells", "binding", { variable: null })];
  const withData = makeInput(plan, ensemble, { observations: [observed("bells", 120)], informationDate: late });
  expect(assessScenario(withData).verdicts[0]).toMatchObject({ class: "met", runs: 4 });
  const without = assessScenario(makeInput(plan, ensemble, { informationDate: late }));
  expect(without.verdicts[0]).toMatchObject({
    class: "data_missing",
    standing: null,
    fact: null,
    reason: { en: expect.stringContaining("2025") },
  });
  expect(without.joint.notAssessed).toEqual(["bells"]);
  expect(assessScenario(makeInput(plan, ensemble)).verdicts[0]?.class).toBe("not_assessable");
});

test("assessScenario(input) does not judge an observation on a changed definition", () => {
  const changed = observed("ferries", 300, { definition: "changed: rented boats are counted too" });
  const input = makeInput(rows, ensemble, { observations: [changed], informationDate: late });
  const { verdicts, joint } = assessScenario(input);
  expect(verdicts[0]).toMatchObject({ class: "definition_changed", standing: "fact", fact: null, probability: null });
  expect(verdicts[0]?.reason?.en).toContain("rented boats are counted too");
  expect(joint.notAssessed).toEqual(["ferries"]);
});

test("assessScenario(input) refuses an ensemble of another scenario and weights that do not fit", () => {
  expect(() => assessScenario(makeInput(rows, { ...ensemble, scenario: "storm" }))).toThrow(/storm/);
  expect(() => assessScenario(makeInput(rows, { ...ensemble, weights: Float64Array.of(1) }))).toThrow(RangeError);
});

test("assessScenario(input) survives a round trip through JSON", () => {
  const verdicts = assessScenario(makeInput(rows, ensemble));
  expect(JSON.parse(JSON.stringify(verdicts))).toEqual(verdicts);
});

test("jointProbabilityOf(input, ids) counts the named rows only", () => {
  const input = makeInput(rows, ensemble);
  expect(jointProbabilityOf(input, ["ferries", "trips"])).toBe(0.25);
  expect(jointProbabilityOf(input, ["piers"])).toBe(0.5);
  expect(jointProbabilityOf(input, [])).toBeNull();
});

test("jointProbabilityOf(input, ids) refuses rows it does not know or cannot assess", () => {
  const input = makeInput([...rows, row("bells", "binding", { variable: null })], ensemble);
  expect(() => jointProbabilityOf(input, ["gulls"])).toThrow(/gulls/);
  expect(() => jointProbabilityOf(input, ["ferries", "bells"])).toThrow(/bells, which is not_assessable/);
});
