import { expect, test } from "vitest";
import { dimensionOf, studyOfFormulas, switchOf, tableOf, type WrittenModel } from "../fixtures/study-of-formulas.ts";
import { compileModel } from "./compile-model.ts";

const people = { over: ["age"], equation: "10" };
const age = dimensionOf("age", [0, 2]);
const sex = dimensionOf("sex", ["female", "male"]);
const points = tableOf("curve", {
  kind: "points",
  points: [
    [0, 0],
    [1, 1],
  ],
  xUnit: { scale: 0, powers: {} },
});

/** Codes of the issues a model raises, with the column each points at. */
function faultsOf(model: WrittenModel): string[] {
  const result = compileModel(studyOfFormulas(model));
  return result.ok ? [] : result.issues.map(({ code, at }) => `${code}@${at.column}`);
}

const faults: readonly (readonly [what: string, model: WrittenModel, codes: readonly string[]])[] = [
  ["an unknown name", { variables: { x: "1 + missing" } }, ["model/unknown-name@5"]],
  ["an unknown function", { variables: { x: "maxx(1, 2)" } }, ["model/unknown-function@1"]],
  ["too few arguments", { variables: { x: "2 + clamp(1, 2)" } }, ["model/argument-count@5"]],
  ["a condition where a number is wanted", { variables: { x: "1 + (2 > 1)" } }, ["model/number-expected@5"]],
  ["a number where a condition is wanted", { variables: { x: "if(1, 2, 3)" } }, ["model/condition-expected@4"]],
  [
    "an unknown option of a switch",
    { variables: { x: "if(mode == fast, 1, 2)" }, switches: [switchOf("mode", ["slow", "quick"])] },
    ["model/unknown-option@12"],
  ],
  [
    "an ordering of a switch",
    { variables: { x: "if(mode < quick, 1, 2)" }, switches: [switchOf("mode", ["slow", "quick"])] },
    ["model/only-equality@9"],
  ],
  [
    "a switch as a number",
    { variables: { x: "mode" }, switches: [switchOf("mode", ["slow", "quick"])] },
    ["model/not-a-number@1"],
  ],
  ["a dimension outside its equation", { variables: { x: "age" }, dimensions: [age] }, ["model/index-not-bound@1"]],
  [
    "brackets on a scalar's assumption",
    { variables: { x: "a[1]" }, assumptions: { a: 1 } },
    ["model/has-no-elements@1"],
  ],
  [
    "an element that is not said",
    { variables: { people, x: "people" }, dimensions: [age] },
    ["model/element-not-said@1"],
  ],
  ["too many indices", { variables: { people, x: "people[1, 2]" }, dimensions: [age] }, ["model/index-count@1"]],
  [
    "an index of the wrong form",
    { variables: { people, x: "people[1.5]" }, dimensions: [age] },
    ["model/index-form@8"],
  ],
  ["an index outside", { variables: { people, x: "people[7]" }, dimensions: [age] }, ["model/index-outside@8"]],
  [
    "an index that leaves its dimension",
    { variables: { people: { over: ["age"], initial: "1", equation: "prev(people[age - 1])" } }, dimensions: [age] },
    ["model/index-points-outside@1"],
  ],
  ["a sum over no dimension", { variables: { x: "sum(1)" } }, ["model/sum-over-nothing@1"]],
  [
    "a sum over an unknown dimension",
    { variables: { x: "sum(1 over nothing)" } },
    ["model/unknown-dimension@12", "model/sum-over-nothing@1"],
  ],
  [
    "a sum over a fixed dimension",
    { variables: { people, y: { over: ["age"], equation: "sum(people over age)" } }, dimensions: [age] },
    ["model/dimension-bound-twice@17", "model/sum-over-nothing@1"],
  ],
  [
    "a where that reads values",
    { variables: { people, x: "sum(people over age where people > 1)" }, dimensions: [age] },
    ["model/case-reads-values@1"],
  ],
  ["a table of points as a number", { variables: { x: "curve" }, tables: [points] }, ["model/table-needs-lookup@1"]],
  ["a look-up in no table", { variables: { x: "lookup(y, 1)", y: "1" } }, ["model/lookup-needs-points@8"]],
  [
    "a shock without a name",
    { variables: { x: { initial: "0", equation: "noise(1 + 1, 2)" } } },
    ["model/noise-needs-name@7"],
  ],
  ["a shape that moves", { variables: { x: "step(a)" }, assumptions: { a: 1 } }, ["model/constant-argument@6"]],
  [
    "prev of an expression",
    { variables: { x: { initial: "1", equation: "prev(x + 1)" } } },
    ["model/previous-of-expression@6"],
  ],
  ["prev of an assumption", { variables: { x: "prev(a)" }, assumptions: { a: 1 } }, ["model/previous-of-expression@6"]],
  ["an unknown observed figure", { variables: { x: "observed(nothing)" } }, ["model/unknown-observed@10"]],
  [
    "prev of a blank",
    { variables: { x: "prev(y)", y: { initial: "1", equation: "prev(x)" } } },
    ["model/previous-of-blank@1"],
  ],
  [
    "an initial that reads a blank",
    { variables: { x: { initial: "y", equation: "1" }, y: "noise(n, 1)" } },
    ["model/initial-of-blank@1"],
  ],
  [
    "an initial that looks back",
    { variables: { x: { initial: "prev(x)", equation: "1" } } },
    ["model/initial-reads-time@1"],
  ],
  [
    "a constant that looks back",
    { variables: { x: { kind: "constant", equation: "noise(n, 1)" } } },
    ["model/initial-reads-time@1"],
  ],
  ["a loop", { variables: { x: "y + 1", y: "z", z: "x" } }, ["model/cycle@1"]],
  ["a variable that needs itself", { variables: { x: "x + 1" } }, ["model/cycle@1"]],
  [
    "a loop between elements of one variable",
    {
      variables: {
        people: {
          over: ["age"],
          equation: [
            ["age == 0", "1"],
            [null, "people[age - 1]"],
          ],
        },
      },
      dimensions: [age],
    },
    ["model/cycle@1"],
  ],
  ["a stock without initial", { variables: { x: { kind: "stock", inflow: "1" } } }, ["model/stock-without-initial@1"]],
  ["a variable without equation", { variables: { x: {} } }, ["model/no-equation@1"]],
  [
    "flows of something that is no stock",
    { variables: { x: { initial: "1", inflow: "1" } } },
    ["model/flows-and-equation@1"],
  ],
  [
    "cases that leave out an element",
    { variables: { x: { over: ["sex"], equation: [["sex == male", "1"]] } }, dimensions: [sex] },
    ["model/cases-not-exhaustive@1"],
  ],
  [
    "a case that is never used",
    {
      variables: {
        x: {
          over: ["sex"],
          equation: [
            [null, "1"],
            ["sex == male", "2"],
          ],
        },
      },
      dimensions: [sex],
    },
    ["model/case-never-used@1"],
  ],
  [
    "a case that reads the year",
    {
      variables: {
        x: {
          over: ["sex"],
          equation: [
            ["year > 2030", "1"],
            [null, "2"],
          ],
        },
      },
      dimensions: [sex],
    },
    ["model/case-reads-values@1", "model/case-never-used@1"],
  ],
  [
    "a table whose year is not outermost",
    {
      variables: { x: "1" },
      dimensions: [sex],
      tables: [tableOf("t", { kind: "values", over: ["sex", "year"], values: new Float64Array(2), years: [2030] })],
    },
    ["model/year-dimension-first@1"],
  ],
  [
    "a unit that differs from the declared one",
    { variables: { x: { unit: "km", equation: "1" } } },
    ["unit/mismatch@1"],
  ],
  [
    "a sum of unlike units",
    { variables: { x: "a + b" }, assumptions: { a: 1, b: 1 }, units: { a: "km" } },
    ["unit/operands@3"],
  ],
  [
    "a sum of 万人 and 万人次",
    {
      variables: { x: { unit: "万人", equation: "a + b" } },
      assumptions: { a: 1, b: 1 },
      units: { a: "万人", b: "万人次" },
    },
    ["unit/operands@3"],
  ],
  [
    "a sum of 人 and 万人",
    {
      variables: { x: { unit: "万人", equation: "a + b" } },
      assumptions: { a: 1, b: 1 },
      units: { a: "万人", b: "人" },
    },
    ["unit/operands@3"],
  ],
  [
    "a comparison of unlike units",
    { variables: { x: "if(a > b, 1, 2)" }, assumptions: { a: 1, b: 1 }, units: { a: "km" } },
    ["unit/operands@6"],
  ],
  [
    "an exponential of a length",
    { variables: { x: "exp(a)" }, assumptions: { a: 1 }, units: { a: "km" } },
    ["unit/not-dimensionless@5"],
  ],
  [
    "a look-up by a length",
    { variables: { x: "lookup(curve, a)" }, assumptions: { a: 1 }, units: { a: "km" }, tables: [points] },
    ["unit/lookup@15"],
  ],
  [
    "a stock whose flow has another unit",
    {
      variables: { x: { kind: "stock", unit: "km", initial: "a", inflow: "1" } },
      assumptions: { a: 1 },
      units: { a: "km" },
    },
    ["unit/mismatch@1"],
  ],
  [
    "an identity between unlike units",
    { variables: { x: "1" }, assumptions: { a: 1 }, units: { a: "km" }, identities: { i: "x == a" } },
    ["unit/operands@3"],
  ],
];

for (const [what, model, codes] of faults) {
  test(`compileModel(study) points at ${what}`, () => {
    expect(faultsOf(model)).toEqual(codes);
  });
}

test("compileModel(study) reports every fault of every formula at once", () => {
  const codes = faultsOf({ variables: { x: "missing", y: "gone + lost" } });
  expect(codes).toEqual(["model/unknown-name@1", "model/unknown-name@1", "model/unknown-name@8"]);
});

test("compileModel(study) prints the loop and suggests the nearest name", () => {
  const loop = compileModel(studyOfFormulas({ variables: { a: "b", b: "c", c: "a" } }));
  expect(loop.ok ? "" : loop.issues[0]?.message.en).toContain("a → b → c → a");
  const typo = compileModel(studyOfFormulas({ variables: { harbour: "1", x: "harbor" } }));
  expect(typo.ok ? "" : typo.issues[0]?.mend.en).toContain("`harbour`");
});

test("compileModel(study) takes units that agree: person-times times a yield are persons, 0 fits everywhere", () => {
  const model: WrittenModel = {
    assumptions: { yield_a_time: 0.4, times: 2, rate: 0.1 },
    units: { yield_a_time: "人/人次", times: "万人次" },
    variables: {
      persons: { unit: "万人", equation: "max(0, yield_a_time * times)" },
      area: { unit: "万人^2", equation: "persons ^ 2" },
      side: { unit: "万人", equation: "sqrt(area)" },
      ratio: "persons / side * (1 + rate)",
    },
  };
  expect(faultsOf(model)).toEqual([]);
});

test("compileModel(study) orders equations by what they need, whatever their order in the file", () => {
  const variables = { a: "b + 1", b: "c + 1", c: "1" };
  const result = compileModel(studyOfFormulas({ variables }));
  const names = (numbers: readonly number[]) => numbers.map((n) => (result.ok ? result.value.variables[n]?.name : ""));
  expect(result.ok ? names(result.value.yearOrder) : []).toEqual(["c", "b", "a"]);
});

test("compileModel(study) leaves a variable blank in the base year when its equation leads to the past", () => {
  const variables = {
    level: { kind: "stock", initial: "1", inflow: "growth" },
    growth: { kind: "flow", equation: "0.1 * prev(level)" },
    twice: "2 * growth",
    fixed: "3",
  } as const;
  const result = compileModel(studyOfFormulas({ variables }));
  const blanks = result.ok ? result.value.variables.filter((v) => !v.initial).map((v) => v.name) : [];
  expect(blanks).toEqual(["growth", "twice"]);
});
