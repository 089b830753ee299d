import { expect, test } from "vitest";
import { dimensionOf, studyOfFormulas, type WrittenModel } from "../fixtures/study-of-formulas.ts";
import { compileModel } from "../model/compile-model.ts";
import { lowerModel } from "./lower-model.ts";
import type { Program, Statement } from "./program.ts";

function lower(written: WrittenModel, wanted: readonly string[], changing: readonly number[] = []): Program {
  const result = compileModel(studyOfFormulas(written));
  if (!result.ok) throw new TypeError(result.issues.map((i) => `${i.code}: ${i.message.en}`).join("\n"));
  const model = result.value;
  const changeable = { assumptions: new Set(changing), tables: new Set<number>(), drivers: new Set<number>() };
  const numbers = wanted.map((name) => model.variables.findIndex((variable) => variable.name === name));
  return lowerModel(model, { wanted: numbers, changeable, keepsState: false });
}

const kindsOf = (blocks: readonly (readonly Statement[])[]) => blocks.map((block) => block.map(({ kind }) => kind));

test("lowerModel(model, purpose) leaves out what no wanted variable needs", () => {
  const program = lower({ assumptions: { a: 1, b: 2 }, variables: { x: "a", y: "x + 1", z: "b * x" } }, ["y"]);
  expect(program.homes.map((home) => home !== undefined)).toEqual([true, true]);
  expect(program.assumptions).toEqual([0]);
  expect(program.outcomes).toEqual([{ variable: 1, first: 0, size: 1 }]);
});

test("lowerModel(model, purpose) computes once what no year changes, and no more", () => {
  const model: WrittenModel = {
    assumptions: { a: 1, b: 2 },
    variables: { ratio: "ln(a) / b", x: { initial: "1", equation: "prev(x) * ratio * exp(a)" } },
  };
  const once = lower(model, ["x"]);
  expect([kindsOf(once.steady), kindsOf(once.year)]).toEqual([
    [
      ["name", "store"],
      ["name", "store"],
    ],
    [["store", "report"]],
  ]);
  const yearly = lower(model, ["x"], [0]);
  expect(kindsOf(yearly.steady)).toEqual([]);
  expect(yearly.year.length).toBe(2);
});

test("lowerModel(model, purpose) works out beforehand what is the same in every draw", () => {
  const program = lower({ assumptions: { a: 1 }, variables: { x: "a * exp(year - 2030) + 2 * 3" } }, ["x"]);
  expect(program.uniforms.map(({ isYearly, instances }) => [isYearly, instances.length])).toEqual([[true, 1]]);
  expect(JSON.stringify(program.year)).toContain('{"kind":"literal","value":6}');
  expect(JSON.stringify(program.year)).not.toContain("exp");
});

test("lowerModel(model, purpose) runs vectors in loops, whatever their length", () => {
  const model = (last: number): WrittenModel => ({
    dimensions: [dimensionOf("age", [0, last])],
    assumptions: { a: 1 },
    variables: { x: { over: ["age"], equation: "a * age" }, total: "sum(x)" },
  });
  const [short, long] = [lower(model(3), ["total"]), lower(model(200), ["total"])];
  expect(kindsOf(long.base)).toEqual(kindsOf(short.base));
  expect(kindsOf(long.base)).toEqual([
    ["name", "loop"],
    ["name", "loop", "store", "report"],
  ]);
});

test("lowerModel(model, purpose) multiplies by the inverse of a power of two instead of dividing", () => {
  const [half, third] = [2, 3].map((by) => lower({ assumptions: { a: 1 }, variables: { x: `a / ${by}` } }, ["x"]));
  expect(JSON.stringify(half?.year)).not.toContain('"/"');
  expect(JSON.stringify(third?.steady)).toContain('"/"');
});

test("lowerModel(model, purpose) hands on no name, so that none can become code", () => {
  const program = lower({ assumptions: { rain_gauge: 1 }, variables: { water_level: "rain_gauge + 1" } }, [
    "water_level",
  ]);
  expect(JSON.stringify(program)).not.toMatch(/rain|water/);
});
