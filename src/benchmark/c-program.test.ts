import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bindScenario } from "../ensemble/bind-scenario.ts";
import { drawSample } from "../ensemble/draw-sample.ts";
import { type DrawnScenario, drawScenario } from "../ensemble/draw-scenario.ts";
import { scenarioOf } from "../fixtures/scenario-of.ts";
import { dimensionOf, studyOfFormulas, switchOf, tableOf, type WrittenModel } from "../fixtures/study-of-formulas.ts";
import { compileModel } from "../model/compile-model.ts";
import { unwrap } from "../run-study.ts";
import { cProgramText } from "./c-program.ts";
import { measureKernels } from "./measure-kernels.ts";
import { makeYardstick } from "./yardstick.ts";

const curve = {
  kind: "points",
  points: [
    [0, 1],
    [2, 5],
    [4, 3],
  ],
  xUnit: { scale: 0, powers: {} },
} as const;
const written: WrittenModel = {
  dimensions: [dimensionOf("sex", ["female", "male"]), dimensionOf("age", [0, 3])],
  assumptions: { a: 0.5, b: 2 },
  switches: [switchOf("mode", ["plain", "double"])],
  tables: [tableOf("curve", curve)],
  variables: {
    people: {
      over: ["sex", "age"],
      initial: "10 + age * a",
      equation: [
        ["age == 0", "if(mode == plain, b, a)"],
        [null, "prev(people[sex, age - 1]) * exp(-a)"],
      ],
    },
    old: "sum(people over sex, age where age >= 2)",
    by_sex: { over: ["sex"], equation: "min(sum(people over age), 40)" },
    ratio: "lookup(curve, old / sum(by_sex)) ^ 2 + noise(wave, 0.1) * ln(b) - if(old > 20, 1, year)",
  },
};

function drawn(draws: number): { drawn: DrawnScenario; variables: readonly number[] } {
  const study = studyOfFormulas(written);
  const model = unwrap(compileModel(study));
  const scenario = scenarioOf({ run: { draws, seed: 1, until: 2034, sampling: "sobol" } });
  const bound = unwrap(bindScenario(study, model, scenario));
  return { drawn: drawScenario(bound, drawSample(study.model, scenario.run)), variables: [...model.variables.keys()] };
}

test("cProgramText(yardstick) writes plain C", async () => {
  const { drawn: two, variables } = drawn(2);
  await expect(cProgramText(makeYardstick(two, variables))).toMatchFileSnapshot("__snapshots__/kernel.c");
});

test.runIf(spawnSync("gcc", ["--version"]).status === 0)("measureKernels(…) finds that C computes the same", () => {
  const folder = mkdtempSync(join(tmpdir(), "yardstick-"));
  const { drawn: many, variables } = drawn(300);
  const figures = measureKernels(many, variables, { folder, turns: 2, processorTime: () => process.cpuUsage().user });
  rmSync(folder, { recursive: true });
  expect([figures.c.length, figures.wasm.length, figures.javascript.length]).toEqual([2, 2, 2]);
  expect(figures.largestDifference).toBeLessThan(1e-9);
});
