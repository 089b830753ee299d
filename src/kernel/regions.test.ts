import { expect, test } from "vitest";
import { dimensionOf, studyOfFormulas, switchOf, tableOf } from "../fixtures/study-of-formulas.ts";
import type { Study } from "../inputs/study.ts";
import { compileModel } from "../model/compile-model.ts";
import type { CompiledModel } from "../model/compiled-model.ts";
import { makeJavascriptKernel } from "../model/javascript-kernel.ts";
import { blockSize, type Kernel, type KernelInput } from "../model/kernel.ts";
import { makeTreeKernel } from "../model/tree-kernel.ts";
import { withTables } from "../model/with-tables.ts";
import { unwrap } from "../run-study.ts";
import { compileProgram, makeWasmKernel, startProgram } from "./wasm-kernel.ts";

/** Numbers of one region, everywhere where a model can read a table. */
interface RegionNumbers {
  readonly people: readonly number[];
  readonly pace: readonly number[];
  readonly paceYears: readonly number[];
}

const regions: readonly RegionNumbers[] = [
  { people: [1, 2, 3, 4, 5, 6], pace: [0.5, 2], paceYears: [2031, 2033] },
  { people: [-0, 0.1, 1e-300, 7, 8, 2], pace: [4, 0.25, 1 / 3], paceYears: [2031, 2032, 2034] },
  { people: [1e12, -3, 2.5, 1, 1, 16], pace: [1], paceYears: [2030] },
];

function study({ people, pace, paceYears }: RegionNumbers, points: readonly (readonly [number, number])[]): Study {
  const values = { kind: "values", over: ["sex", "band"], values: Float64Array.from(people), years: null } as const;
  const yearly = { kind: "values", over: ["year"], values: Float64Array.from(pace), years: paceYears } as const;
  return studyOfFormulas({
    dimensions: [dimensionOf("sex", ["f", "m"]), dimensionOf("band", [0, 2])],
    tables: [
      tableOf("people", values),
      tableOf("pace", yearly),
      tableOf("curve", { kind: "points", points, xUnit: { scale: 0, powers: {} } }),
    ],
    switches: [switchOf("mode", ["by_table", "by_draw"])],
    assumptions: { a: 1, b: 2 },
    variables: {
      // A single element, alone and as a divisor, and in a condition: what a compiler would gladly work out beforehand.
      one: "a * people[f, 1] + b / people[m, 2]",
      chosen: "if(people[m, 0] > 3, a, b * people[f, 0])",
      curved: "lookup(curve, people[f, 2]) + lookup(curve, a)",
      whole: {
        over: ["sex"],
        initial: "sum(people over band)",
        equation: "prev(whole[sex]) * pace + people[sex, 0] * a",
      },
      moving: { initial: "people[m, 1]", equation: "if(mode == by_table, prev(moving) * pace, a)" },
      total: "sum(whole) + moving * people[f, 1] ^ 2 + exp(people[f, 0] * 1e-13)",
    },
  });
}

const points = [
  [0, 0],
  [2, 1],
  [5, 1.5],
] as const;

function input(model: CompiledModel): KernelInput {
  const draws = Array.from({ length: 2 }, (_, k) =>
    Float64Array.from({ length: blockSize }, (_, i) => (i + 1) / (17 + k)),
  );
  const byYear = draws.map((values) => Array.from({ length: 5 }, () => values));
  const nothing = { tableEffects: [], noise: [], drivers: [], observed: new Float64Array() };
  const switches = Int32Array.of(0);
  return {
    draws: blockSize,
    from: 0,
    until: 4,
    assumptions: model.assumptions.map((_, i) => byYear[i]!),
    switches,
    ...nothing,
  };
}

/** Bits of everything that a kernel hands on. */
function bits(kernel: Kernel): string[] {
  const all = [...kernel.model.variables.keys()];
  const rows: string[] = [];
  kernel.run(input(kernel.model), all, (variable, year, values) => {
    rows.push(`${variable} ${year} ${new BigUint64Array(values.slice().buffer).join(" ")}`);
  });
  return rows;
}

test("startProgram(model, program) runs regions with tables of their own as programs of their own do, to the last bit", () => {
  const [first, ...others] = regions.map((numbers) => unwrap(compileModel(study(numbers, points))));
  const model = first as CompiledModel;
  const all = [...model.variables.keys()];
  const program = startProgram(model, compileProgram(model, all, 5));
  const sharing = [model, ...others.map(({ source }) => withTables(model, source))];
  const kernels = sharing.map((region) => makeWasmKernel(region, { program }));
  const alone = [model, ...others].map((region) => bits(makeWasmKernel(region)));
  // In turns, and back again: each finds its own numbers in the memory.
  for (const place of [0, 1, 2, 1, 0, 2]) expect(bits(kernels[place] as Kernel)).toEqual(alone[place]);
  for (const [place, region] of sharing.entries()) {
    expect(bits(makeTreeKernel(region))).toEqual(alone[place]);
    expect(bits(makeJavascriptKernel(region))).toEqual(alone[place]);
  }
  expect(new Set(alone.map(String)).size).toBe(regions.length);
});

test("compileProgram(model, …) writes the same module for regions that differ in the values of tables", () => {
  const programs = regions.map((numbers) => {
    const model = unwrap(compileModel(study(numbers, points)));
    const { program, layout } = compileProgram(model, [...model.variables.keys()], 5);
    return JSON.stringify({ program, layout });
  });
  expect(new Set(programs).size).toBe(1);
});

test("makeWasmKernel(model, { program }) refuses a program of other equations", () => {
  const [one, other] = regions.map((numbers) => unwrap(compileModel(study(numbers, points)))) as [
    CompiledModel,
    CompiledModel,
  ];
  const program = startProgram(one, compileProgram(one, [0], 5));
  expect(() => makeWasmKernel(other, { program })).toThrow(RangeError);
});

test("withTables(model, source) refuses look-ups with other points and tables of another size", () => {
  const [numbers] = regions as readonly [RegionNumbers];
  const model = unwrap(compileModel(study(numbers, points)));
  expect(() =>
    withTables(
      model,
      study(numbers, [
        [0, 0],
        [2, 1],
      ]).model,
    ),
  ).toThrow("got curve");
  expect(() => withTables(model, study({ ...numbers, people: [1] }, points).model)).toThrow("got people");
});
