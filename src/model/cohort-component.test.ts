import { expect, test } from "vitest";
import { runKernel } from "../fixtures/run-kernel.ts";
import { dimensionOf, studyOfFormulas, tableOf, type WrittenModel } from "../fixtures/study-of-formulas.ts";
import type { Table } from "../inputs/study.ts";
import { compileModel } from "./compile-model.ts";
import { makeJavascriptKernel } from "./javascript-kernel.ts";

// Populations by age written in the model language: what it must be able to say, held against known answers.

function run(model: WrittenModel, years: number): Record<string, number[]> {
  const compiled = compileModel(studyOfFormulas(model));
  if (!compiled.ok) throw new TypeError(compiled.issues.map((i) => i.message.en).join("\n"));
  const results = runKernel(makeJavascriptKernel(compiled.value), { years });
  return Object.fromEntries(Object.entries(results).map(([name, rows]) => [name, rows.map((row) => row[0] ?? NaN)]));
}

function values(name: string, over: readonly string[], numbers: readonly number[]): Table {
  return tableOf(name, { kind: "values", over, years: null, values: Float64Array.from(numbers) });
}

/** Otters by age: half of a year's arrivals live through the year, half come at its end. */
function otters(birthsEachYear: string, tables: readonly Table[], oldest: number): WrittenModel {
  return {
    dimensions: [dimensionOf("age", [0, oldest])],
    tables,
    variables: {
      survivors: { over: ["age"], equation: "(prev(otters) + arrivals / 2) * survival + arrivals / 2" },
      births: birthsEachYear,
      deaths: "sum((prev(otters) + arrivals / 2) * (1 - survival) over age) + births * (1 - pup_survival)",
      otters: {
        over: ["age"],
        initial: "first_otters",
        equation: [
          ["age == 0", "births * pup_survival"],
          [`age == ${oldest}`, `survivors[${oldest - 1}] + survivors[${oldest}]`],
          [null, "survivors[age - 1]"],
        ],
      },
      all: "sum(otters)",
      growth: { initial: "0", equation: "all - prev(all) - births + deaths - sum(arrivals)" },
    },
  };
}

test("a cohort step keeps every person: survivors, arrivals and deaths of the year", () => {
  const tables = [
    values("first_otters", ["age"], [100, 80, 50]),
    values("survival", ["age"], [0.99, 0.98, 0.9]),
    values("arrivals", ["age"], [2, 1, 0]),
    values("pup_survival", [], [0.995]),
  ];
  // By hand: 101 × .99 + 1 = 100.99; 80.5 × .98 + .5 + 50 × .9 = 124.39; deaths 1.01 + 1.61 + 5 + .05.
  const results = run(otters("10", tables, 2), 1);
  expect(results["otters[0]"]?.[1]).toBeCloseTo(9.95, 10);
  expect(results["otters[1]"]?.[1]).toBeCloseTo(100.99, 10);
  expect(results["otters[2]"]?.[1]).toBeCloseTo(124.39, 10);
  expect(results.deaths?.[1]).toBeCloseTo(7.67, 10);
  expect(results.growth?.[1]).toBeCloseTo(0, 10);
});

test("in a closed population the deaths of all years and the last survivors are the first population and the births", () => {
  const tables = [
    values("first_otters", ["age"], [100, 80, 50, 30]),
    values("survival", ["age"], [0.9, 0.8, 0.6, 0]),
    values("arrivals", ["age"], [0, 0, 0, 0]),
    values("pup_survival", [], [0.7]),
  ];
  const results = run(otters("if(year <= 2033, 12, 0)", tables, 3), 9);
  const deaths = (results.deaths ?? []).slice(1).reduce((sum, value) => sum + value, 0);
  // Three years of 12 births; after six more years no one born in them is left.
  expect(deaths).toBeCloseTo(260 + 36, 10);
  expect(results.all?.[9]).toBe(0);
});

test("a Leslie projection gives the published steps, growth and stable structure", () => {
  const results = run(
    {
      dimensions: [dimensionOf("stage", ["fry", "young", "grown"])],
      tables: [values("first_trout", ["stage"], [18000, 17000, 14000])],
      variables: {
        trout: {
          over: ["stage"],
          initial: "first_trout",
          equation: [
            ["stage == fry", "0.675 * prev(trout[young]) + 0.03 * prev(trout[grown])"],
            ["stage == young", "0.65 * prev(trout[fry])"],
            [null, "0.75 * prev(trout[young]) + 0.15 * prev(trout[grown])"],
          ],
        },
        all: "sum(trout)",
      },
    },
    300,
  );
  const at = (year: number) => [0, 1, 2].map((stage) => results[`trout[${stage}]`]?.[year] ?? NaN);
  // A published exercise on projection matrices, recomputed by hand for the first step.
  expect(at(1)).toEqual([11895, 11700, 14850].map((n) => expect.closeTo(n, 8)));
  expect(at(10)).toEqual([392.2886, 366.7122, 524.3282].map((n) => expect.closeTo(n, 4)));
  // The second root is nearly as large as the first and negative, so the structure settles slowly.
  const all = results.all ?? [];
  expect((all[300] ?? NaN) / (all[299] ?? NaN)).toBeCloseTo(0.682788, 6);
  expect(at(300).map((n) => n / (all[300] ?? NaN))).toEqual(
    [0.30376, 0.28917, 0.40707].map((n) => expect.closeTo(n, 5)),
  );
});
