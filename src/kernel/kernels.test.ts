import fc from "fast-check";
import { expect, test } from "vitest";
import { printExpression } from "../core/print-expression.ts";
import { arbitraryExpressions } from "../fixtures/arbitrary-expression.ts";
import { edgeValues } from "../fixtures/arbitrary-model.ts";
import { runKernel, type WrittenRun } from "../fixtures/run-kernel.ts";
import { dimensionOf, studyOfFormulas, switchOf, tableOf, type WrittenModel } from "../fixtures/study-of-formulas.ts";
import { lookup } from "../model/arithmetic.ts";
import { compileModel } from "../model/compile-model.ts";
import type { CompiledModel } from "../model/compiled-model.ts";
import { makeJavascriptKernel } from "../model/javascript-kernel.ts";
import type { KernelInput } from "../model/kernel.ts";
import { makeTreeKernel } from "../model/tree-kernel.ts";
import { makeWasmKernel } from "./wasm-kernel.ts";

const kernels = {
  tree: makeTreeKernel,
  javascript: makeJavascriptKernel,
  wasm: makeWasmKernel,
  "scalar wasm": (model: CompiledModel) => makeWasmKernel(model, { vectors: false }),
};

function compile(model: WrittenModel): CompiledModel {
  const result = compileModel(studyOfFormulas(model));
  if (!result.ok) throw new TypeError(result.issues.map((i) => `${i.code}: ${i.message.en}`).join("\n"));
  return result.value;
}

const emptyInput: KernelInput = {
  draws: 1,
  from: 0,
  until: 0,
  assumptions: [],
  noise: [],
  tableEffects: [],
  drivers: [],
  switches: new Int32Array(),
  observed: new Float64Array(),
};

/** Every number at which arithmetic behaves unlike elsewhere, one a draw. */
const oneEach = { draws: edgeValues.length, years: 0, assumptions: { a: edgeValues } };

for (const [name, makeKernel] of Object.entries(kernels)) {
  const run = (model: WrittenModel, written: WrittenRun) => runKernel(makeKernel(compile(model)), written);

  test(`${name} kernel: the smaller and larger of a number and a known one are IEEE's, NaN and −0 included`, () => {
    for (const bound of ["0", "-0", "1", "-1", "1e-320"]) {
      const results = run(
        {
          assumptions: { a: 1 },
          variables: {
            ...{ left: `min(${bound}, a)`, right: `min(a, ${bound})`, most: `max(${bound}, a)` },
            ...{ last: `max(a, ${bound})`, both: `clamp(a, ${bound}, 0.5)` },
          },
        },
        oneEach,
      );
      const known = Number(bound);
      const smaller = edgeValues.map((a) => Math.min(a, known));
      const larger = edgeValues.map((a) => Math.max(a, known));
      const both = larger.map((x) => Math.min(x, 0.5));
      expect(results).toEqual({ left: [smaller], right: [smaller], most: [larger], last: [larger], both: [both] });
    }
  });

  test(`${name} kernel: a look-up is flat outside its points, −0 and NaN included`, () => {
    const lists: [number, number][][] = [
      [[0, -0]],
      [
        [-1, -0],
        [0, -0],
        [1, -2],
      ],
      [
        [0, 0.1],
        [1, 0.7],
        [1e300, 0.2],
      ],
    ];
    for (const points of lists) {
      const content = { kind: "points", points, xUnit: { scale: 0, powers: {} } } as const;
      const model = {
        assumptions: { a: 1 },
        tables: [tableOf("curve", content)],
        variables: { y: "lookup(curve, a)" },
      };
      const compiled = compile(model).tables[0]?.content;
      if (compiled?.kind !== "points") throw new TypeError("a table of points was expected");
      expect(run(model, oneEach).y).toEqual([edgeValues.map((a) => lookup(compiled, a))]);
    }
  });

  test(`${name} kernel: a stock is its last value plus inflow less outflow`, () => {
    const model = {
      variables: {
        water: { kind: "stock", initial: "100", inflow: "rain", outflow: "0.1 * prev(water)" },
        rain: { kind: "flow", equation: "5 + step(2032)" },
      },
    } as const;
    // By hand: 100 → 100 + 5 − 10 = 95 → 95 + 6 − 9.5 = 91.5.
    expect(run(model, { years: 2 }).water).toEqual([[100], [95], [91.5]]);
  });

  test(`${name} kernel: base(x) is the base year's value and year the calendar year`, () => {
    const model = {
      variables: {
        index: "level / base(level)",
        level: { initial: "4", equation: "prev(level) * 2" },
        years: "year - base_year",
      },
    };
    const results = run(model, { years: 2 });
    expect(results.index).toEqual([[1], [2], [4]]);
    expect(results.years).toEqual([[0], [1], [2]]);
  });

  test(`${name} kernel: a constant is evaluated once and holds`, () => {
    const model = { variables: { fixed: { kind: "constant", equation: "a * year" }, twice: "2 * fixed" } } as const;
    const results = run({ ...model, assumptions: { a: 1 } }, { years: 2, assumptions: { a: [3] } });
    expect(results.twice).toEqual([[12180], [12180], [12180]]);
  });

  test(`${name} kernel: shapes of time`, () => {
    const variables = {
      s: "step(2032)",
      r: "ramp(2031, 4)",
      p: "pulse(base_year + 2)",
      d: "decay(2031, 0.5)",
    };
    const results = run({ variables }, { years: 3 });
    expect(results.s).toEqual([[0], [0], [1], [1]]);
    expect(results.r).toEqual([[0], [0.25], [0.5], [0.75]]);
    expect(results.p).toEqual([[0], [0], [1], [0]]);
    expect(results.d).toEqual([[0], [1], [0.5], [0.25]]);
  });

  test(`${name} kernel: look-ups are linear between points, flat outside, and NaN for NaN`, () => {
    const table = tableOf("t", {
      kind: "points",
      points: [
        [0, 1],
        [2, 5],
        [4, 3],
      ],
      xUnit: { scale: 0, powers: {} },
    });
    const model = { variables: { y: "lookup(t, x)" }, assumptions: { x: 0 }, tables: [table] };
    const x = [-1, 0, 1, 2, 3, 4, 9, Number.NaN];
    const results = run(model, { years: 0, draws: x.length, assumptions: { x } });
    expect(results.y).toEqual([[1, 1, 3, 5, 4, 3, 3, Number.NaN]]);
  });

  test(`${name} kernel: cohorts move up an age a year, the last ages stay together`, () => {
    // Leslie-like survival by hand: 10 newborns, survival .9.
    const model: WrittenModel = {
      dimensions: [dimensionOf("age", [0, 2])],
      variables: {
        people: {
          over: ["age"],
          initial: "100 - 10 * age",
          equation: [
            ["age == 0", "10"],
            ["age == 2", "0.9 * (prev(people[1]) + prev(people[2]))"],
            [null, "0.9 * prev(people[age - 1])"],
          ],
        },
        total: "sum(people)",
        grown: "sum(people over age where age >= 1)",
        years_of_age: "sum(age * people over age)",
      },
    };
    const results = run(model, { years: 1 });
    expect([results["people[0]"]?.[1], results["people[1]"]?.[1], results["people[2]"]?.[1]]).toEqual([
      [10],
      [90],
      [0.9 * (90 + 80)],
    ]);
    expect(results.total).toEqual([[270], [10 + 90 + 0.9 * 170]]);
    expect(results.grown?.[0]).toEqual([170]);
    expect(results.years_of_age?.[0]).toEqual([90 + 2 * 80]);
  });

  test(`${name} kernel: a table over bands is read by the band of the surrounding index`, () => {
    const model: WrittenModel = {
      dimensions: [
        dimensionOf("age", [0, 3]),
        {
          ...dimensionOf("group", ["0..1", "2..3"]),
          bands: {
            of: "age",
            ranges: [
              { from: 0, to: 1 },
              { from: 2, to: 3 },
            ],
          },
        },
      ],
      tables: [tableOf("rate", { kind: "values", over: ["group"], values: Float64Array.of(1, 100), years: null })],
      variables: {
        people: { over: ["age"], equation: "age + 1" },
        weighted: "sum(people * rate over age)",
        by_group: { over: ["group"], equation: "rate" },
      },
    };
    expect(run(model, { years: 0 }).weighted).toEqual([[1 + 2 + 300 + 400]]);
    expect(run(model, { years: 0 })["by_group[1]"]).toEqual([[100]]);
  });

  test(`${name} kernel: named elements, fixed indices and nested sums`, () => {
    const model: WrittenModel = {
      dimensions: [dimensionOf("sex", ["female", "male"]), dimensionOf("age", [0, 1])],
      variables: {
        people: {
          over: ["sex", "age"],
          equation: [
            ["sex == female", "10 + age"],
            [null, "20 + age"],
          ],
        },
        by_sex: { over: ["sex"], equation: "sum(people)" },
        girls: "people[female, 0]",
        share_of_age: { over: ["sex", "age"], equation: "people / (people[female, age] + people[male, age])" },
        mean_square: "sum(sum(people over age) * sum(people over age) over sex)",
      },
    };
    const results = run(model, { years: 0 });
    expect(results["by_sex[0]"]).toEqual([[21]]);
    expect(results["by_sex[1]"]).toEqual([[41]]);
    expect(results.girls).toEqual([[10]]);
    expect(results["share_of_age[3]"]).toEqual([[21 / 32]]);
    expect(results.mean_square).toEqual([[21 * 21 + 41 * 41]]);
  });

  test(`${name} kernel: a table over years holds its nearest year outside`, () => {
    const content = { kind: "values", over: ["year"], values: Float64Array.of(7, 8), years: [2031, 2032] } as const;
    const model = { tables: [tableOf("path", content)], variables: { y: "path" } };
    expect(run(model, { years: 3 }).y).toEqual([[7], [7], [8], [8]]);
  });

  test(`${name} kernel: effects on a table multiply, add and then set`, () => {
    const content = { kind: "values", over: ["year"], values: Float64Array.of(10), years: [2030] } as const;
    const model = { tables: [tableOf("path", content)], variables: { y: "path" } };
    const [multiply, add, keep, set] = [[2], [1], [0.5], [3]].map((x) => Float64Array.from(x as number[]));
    const effect = { multiply, add, keep, set } as NonNullable<NonNullable<WrittenRun["tableEffects"]>[0]>[0];
    // (10 × 2 + 1) × 0.5 + 3
    expect(run(model, { years: 1, tableEffects: [[undefined, effect]] }).y).toEqual([[10], [13.5]]);
  });

  test(`${name} kernel: switches choose, observed figures are read, shocks scale with their sd`, () => {
    const model: WrittenModel = {
      switches: [switchOf("mode", ["plain", "double"])],
      variables: { y: "if(mode == double, 2, 1) + noise(wave, 0.5)", z: "if(mode != double, 2, 1)" },
    };
    expect(run(model, { years: 1, switches: [1], noise: { wave: 3 } }).y?.[1]).toEqual([3.5]);
    expect(run(model, { years: 1, switches: [1] }).z?.[1]).toEqual([1]);
  });

  test(`${name} kernel: a path takes the place of an equation, for base(x) too`, () => {
    const model = compile({ variables: { speed: { kind: "driver", equation: "1" }, index: "speed / base(speed)" } });
    const paths: Record<string, Float64Array[]> = { speed: [Float64Array.of(4), Float64Array.of(6)] };
    const results: number[] = [];
    makeKernel(model).run(
      { ...emptyInput, from: 0, until: 2, drivers: model.variables.map((v) => paths[v.name]) },
      [model.variables.findIndex((v) => v.name === "index")],
      (_, __, values) => results.push(values[0] as number),
    );
    expect(results).toEqual([1, 1.5, 0.25]);
  });

  test(`${name} kernel: an input that no model can run is refused`, () => {
    const model = compile({
      dimensions: [dimensionOf("age", [0, 1])],
      variables: { x: { over: ["age"], equation: "1" } },
    });
    const kernel = makeKernel(model);
    const run = (input: Partial<KernelInput>) => () => kernel.run({ ...emptyInput, ...input }, [0], () => {});
    expect(run({ draws: 257 })).toThrow(new RangeError("run: draws must be 1…256; got 257"));
    expect(run({ from: 2, until: 1 })).toThrow(RangeError);
    expect(run({ from: 1, until: 1 })).toThrow(TypeError);
    expect(run({ drivers: [[Float64Array.of(1)]] })).toThrow(
      "run: a path replaces a variable without dimensions; got x",
    );
  });

  test(`${name} kernel: a run may stop and go on from its state`, () => {
    const model = compile({ variables: { x: { kind: "stock", initial: "1", inflow: "0.5 * prev(x) + base(x)" } } });
    const kernel = makeKernel(model);
    const whole: number[] = [];
    const parts: number[] = [];
    kernel.run({ ...emptyInput, from: 0, until: 4 }, [0], (_, __, values) => whole.push(values[0] as number));
    const state = kernel.runToState({ ...emptyInput, from: 0, until: 2 }, [0], (_, __, values) =>
      parts.push(values[0] as number),
    );
    kernel.run({ ...emptyInput, from: 3, until: 4, state }, [0], (_, __, values) => parts.push(values[0] as number));
    expect(parts).toEqual(whole);
  });
}

test("property: all kernels agree to the last bit on random formulas", () => {
  const { number } = arbitraryExpressions({ names: ["a", "b", "c"], depth: 4 });
  const value = fc.oneof(fc.constantFrom(...edgeValues), fc.double());
  const draws = fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 12 });
  const { tree: makeOracle, ...others } = kernels;
  fc.assert(
    fc.property(number, number, draws, (first, second, rows) => {
      const model = compile({
        assumptions: { a: 0, b: 0, c: 0 },
        variables: { x: { initial: printExpression(first), equation: `prev(x) + (${printExpression(second)})` } },
      });
      const assumptions = { a: rows.map((r) => r[0]), b: rows.map((r) => r[1]), c: rows.map((r) => r[2]) };
      const run = { years: 2, draws: rows.length, assumptions };
      const expected = runKernel(makeOracle(model), run);
      // toEqual tells −0 from 0 and takes NaN as equal to NaN.
      for (const makeKernel of Object.values(others)) expect(runKernel(makeKernel(model), run)).toEqual(expected);
    }),
    { seed: 1, numRuns: 300 },
  );
});
