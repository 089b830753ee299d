import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import type { DrawnScenario } from "../ensemble/draw-scenario.ts";
import { arbitraryModel } from "../fixtures/arbitrary-model.ts";
import { drawnModel } from "../fixtures/drawn-model.ts";
import type { WrittenModel } from "../fixtures/study-of-formulas.ts";
import { makeTreeKernel } from "../model/tree-kernel.ts";
import { cProgramText } from "./c-program.ts";
import { findMachineTools } from "./find-machine-tools.ts";
import { pythonArrays, pythonScenario } from "./python-scenario.ts";
import { writePython } from "./write-python.ts";
import { makeYardstick } from "./yardstick.ts";

// The programs in C and numpy hold against the oracle, the tree kernel, on models that nobody thought of.

const draws = 40;
const wanted = 6;
const limit = 1e-9;

const folder = mkdtempSync(join(tmpdir(), "programs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Case {
  readonly drawn: DrawnScenario;
  readonly variables: readonly number[];
  /** result, year, draw: what the tree kernel computes. */
  readonly expected: Float64Array;
}

/** Draw a model with moderate numbers that differ from draw to draw. */
function caseOf(written: WrittenModel, random: () => number): Case {
  // A path would be forecast from a series that is not there.
  const { equation } = written.variables.path_driven as { equation: string };
  const model = drawnModel(draws, { ...written, variables: { ...written.variables, path_driven: equation } });
  const assumptions = model.drawn.assumptions.map((values) => values.map(() => 0.5 + 1.5 * random()));
  const drawn = { ...model.drawn, assumptions };
  const scenario = pythonScenario(drawn, model.variables, namesOf(drawn), []);
  const expected = pythonArrays(drawn, scenario, makeTreeKernel(drawn.bound.model)).results.values;
  return { drawn, variables: model.variables, expected };
}

function namesOf({ bound }: DrawnScenario): string[] {
  return bound.model.variables.flatMap(({ size }) => Array.from({ length: size }, () => ""));
}

/**
 * Random models, of which those are left out that leave the numbers: C's `a < b ? a : b` loses what is no number, on
 * purpose, and a result near 0 that large numbers cancel to has no digits to compare.
 */
function someCases(): Case[] {
  let state = 1;
  const random = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const cases: Case[] = [];
  for (const written of fc.sample(arbitraryModel, { seed: 1, numRuns: 200 })) {
    const one = caseOf(written, random);
    // Only variables that no one gave a value in the base year may be blank there.
    const years = one.drawn.bound.years.length;
    const isTame = one.expected.every((x, i) => Math.floor(i / draws) % years === 0 || Math.abs(x) < 1e6);
    if (isTame) cases.push(one);
    if (cases.length === wanted) break;
  }
  return cases;
}

const cases = someCases();

test("the random models are as many as wanted, and have results of all sizes", () => {
  expect(cases.length).toBe(wanted);
  expect(new Set(cases.flatMap(({ expected }) => [...expected])).size).toBeGreaterThan(1000);
});

test("property: C computes what the tree kernel does to 1e-9 on random models, where there is gcc", () => {
  const { gcc } = findMachineTools();
  const files = cases.map(({ drawn, variables }, k) => {
    const yardstick = makeYardstick(drawn, variables);
    const { assumptions, changes, rows, uniforms, yearUniforms } = yardstick.arrays;
    const bytes = [assumptions, changes, rows, uniforms, yearUniforms].map((array) => new Uint8Array(array.buffer));
    writeFileSync(join(folder, `input${k}`), Buffer.concat(bytes));
    const file = join(folder, `program${k}.c`);
    writeFileSync(file, cProgramText(yardstick).replace("int main(", `int program${k}(`));
    return file;
  });
  const main = join(folder, "main.c");
  writeFileSync(main, mainOf(cases.length));
  const program = join(folder, "program");
  // One call for all of them: starting the compiler takes longer than what it does.
  const compile = () => execFileSync("gcc", ["-w", "-o", program, main, ...files, "-lm"], { stdio: "pipe" });
  if (gcc === null) {
    expect(compile).toThrow(/gcc|ENOENT/);
    return;
  }
  compile();
  execFileSync(program, [folder]);
  const differences = cases.map(({ expected }, k) => {
    const bytes = readFileSync(join(folder, `output${k}`));
    return largestDifference(expected, new Float64Array(Uint8Array.from(bytes).buffer));
  });
  for (const difference of differences) expect(difference).toBeLessThan(limit);
});

test("property: numpy computes what the tree kernel does to 1e-9 on random models, where there is numpy", () => {
  const scripts = cases.map(({ drawn, variables }, k) => {
    const scenario = pythonScenario(drawn, variables, namesOf(drawn), []);
    return writePython(
      join(folder, `numpy${k}`),
      scenario,
      pythonArrays(drawn, scenario, makeTreeKernel(drawn.bound.model)),
    );
  });
  const all = join(folder, "all.py");
  writeFileSync(all, pythonAll);
  const run = () => execFileSync("python3", [all, folder, ...scripts], { stdio: "pipe" });
  if (findMachineTools().numpy === null) {
    expect(run).toThrow(/numpy|ENOENT/);
    return;
  }
  run();
  const differences = cases.map(({ expected }, k) => {
    const bytes = readFileSync(join(folder, `results${k}`));
    return largestDifference(expected, new Float64Array(Uint8Array.from(bytes).buffer));
  });
  for (const difference of differences) expect(difference).toBeLessThan(limit);
});

/** Difference relative to the larger of 1 and the value; two that are no numbers agree. */
function largestDifference(expected: Float64Array, found: Float64Array): number {
  expect(found.length).toBe(expected.length);
  const differences = expected.map((x, i) => {
    const y = found[i] as number;
    return Object.is(x, y) || x === y ? 0 : Math.abs(x - y) / Math.max(1, Math.abs(x));
  });
  // Written so that what is no number is the largest.
  return differences.reduce((largest, one) => (one <= largest ? largest : one), 0);
}

/** A program that runs all of them, each on the input with its number. */
function mainOf(count: number): string {
  const numbers = [...new Array(count).keys()];
  return [
    "#include <stdio.h>",
    ...numbers.map((k) => `int program${k}(int, char **);`),
    "int main(int count, char **words) {",
    'char in[4096], out[4096], *all[] = {0, in, out, "0"};',
    ...numbers.map((k) =>
      [
        `snprintf(in, sizeof in, "%s/input${k}", words[1]);`,
        `snprintf(out, sizeof out, "%s/output${k}", words[1]);`,
        `if (program${k}(4, all) != 0) return 1;`,
      ].join("\n"),
    ),
    "return 0;",
    "}",
    "",
  ].join("\n");
}

/** Runs all programs in one process and leaves what they compute. */
const pythonAll = `import importlib.util
import os
import sys
import numpy as np

np.seterr(all="ignore")
for k, file in enumerate(sys.argv[2:]):
    spec = importlib.util.spec_from_file_location("model%d" % k, file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    inputs = [np.load(os.path.join(os.path.dirname(file), name + ".npy")) for name in module.INPUTS]
    module.run(inputs, inputs[0].shape[1]).tofile(os.path.join(sys.argv[1], "results%d" % k))
`;
