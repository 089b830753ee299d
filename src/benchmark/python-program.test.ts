import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import type { DrawnScenario } from "../ensemble/draw-scenario.ts";
import { drawnModel } from "../fixtures/drawn-model.ts";
import { makeTreeKernel } from "../model/tree-kernel.ts";
import { findMachineTools } from "./find-machine-tools.ts";
import { pythonComment, pythonName, pythonNumber, pythonPlaces } from "./python-names.ts";
import { pythonProgramText } from "./python-program.ts";
import { pythonArrays, pythonScenario } from "./python-scenario.ts";
import { npyBytes, writePython } from "./write-python.ts";

const folder = mkdtempSync(join(tmpdir(), "python-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function scenarioOf(drawn: DrawnScenario, variables: readonly number[]) {
  const names = variables.flatMap((number) => {
    const { name, size } = drawn.bound.model.variables[number]!;
    return Array.from({ length: size }, (_, element) => `${name} ${element}`);
  });
  return pythonScenario(drawn, variables, names, ["An invented model"]);
}

test("pythonProgramText(scenario) names every equation, unit and place", async () => {
  const { drawn, variables } = drawnModel(2);
  await expect(pythonProgramText(scenarioOf(drawn, variables))).toMatchFileSnapshot("__snapshots__/model.py");
});

test("the program of Python computes what the tree kernel does to 1e-9, where there is numpy", () => {
  const { drawn, variables } = drawnModel(70);
  const scenario = scenarioOf(drawn, variables);
  const file = writePython(folder, scenario, pythonArrays(drawn, scenario, makeTreeKernel(drawn.bound.model)));
  const isThere = findMachineTools().numpy !== null;
  const run = () => execFileSync("python3", [file, "--chunk", "32"], { encoding: "utf8", stdio: "pipe" });
  // Without numpy the program says what it lacks instead of computing anything.
  if (!isThere) expect(run).toThrow(/numpy|ENOENT/);
  else expect(Number(run().match(/difference (.*)/)?.[1])).toBeLessThan(1e-9);
});

test("names, texts and comments of a model cannot end what they stand in", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat(), (text, number) => {
      expect(pythonName("v", text, number)).toMatch(/^v_[A-Za-z0-9_]+$/);
      expect(pythonComment(text)).toMatch(/^#[^\p{C}\p{Zl}\p{Zp}]*$/u);
    }),
    { seed: 1, numRuns: 200 },
  );
  expect(["population", "class", "os.system", "价格", "3a", "n3"].map((name) => pythonName("v", name, 3))).toEqual([
    ...["v_population", "v_class", "v__3", "v__3", "v__3", "v_n3"],
  ]);
  expect(pythonComment("a\nimport os\r\u2028b\u0000")).toBe("# a import os  b");
});

test("pythonNumber(value) reads back to the same bits", () => {
  expect([0, -0, 1, -2.5, 1e300, 5e-324, Number.NaN, Number.POSITIVE_INFINITY].map(pythonNumber)).toEqual([
    ...["0.0", "(-0.0)", "1.0", "(-2.5)", "1e+300", "5e-324", "np.nan", "np.inf"],
  ]);
});

test("pythonPlaces(places, size, …) writes a slice where places keep a step", () => {
  const list = (places: readonly number[]) => `L${places.length}`;
  expect(
    [
      [0, 1, 2],
      [1, 2],
      [0, 2, 4],
      [2, 1],
      [3, 3],
      [0, 1, 3],
    ].map((places) => pythonPlaces(places, 3, list)),
  ).toEqual([":", "1:3", "0:5:2", "L2", "L2", "L3"]);
});

test("npyBytes(array) has the layout of numpy's format 1.0", () => {
  const bytes = Buffer.from(npyBytes({ shape: [2, 1], values: Float64Array.of(1, 2) }));
  expect(bytes.subarray(0, 8)).toEqual(Buffer.from("\x93NUMPY\x01\x00", "latin1"));
  expect((bytes.readUInt16LE(8) + 10) % 64).toBe(0);
  expect(bytes.toString("latin1", 10, 70)).toContain("'shape': (2, 1)");
  expect(bytes.readDoubleLE(bytes.length - 8)).toBe(2);
});
