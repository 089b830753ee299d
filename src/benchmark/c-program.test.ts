import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { drawnModel } from "../fixtures/drawn-model.ts";
import { cProgramText } from "./c-program.ts";
import { measureKernels } from "./measure-kernels.ts";
import { makeYardstick } from "./yardstick.ts";

test("cProgramText(yardstick) writes plain C", async () => {
  const { drawn: two, variables } = drawnModel(2);
  await expect(cProgramText(makeYardstick(two, variables))).toMatchFileSnapshot("__snapshots__/kernel.c");
});

test.runIf(spawnSync("gcc", ["--version"]).status === 0)("measureKernels(…) finds that C computes the same", () => {
  const folder = mkdtempSync(join(tmpdir(), "yardstick-"));
  const { drawn: many, variables } = drawnModel(300);
  const figures = measureKernels(many, variables, { folder, turns: 2, processorTime: () => process.cpuUsage().user });
  rmSync(folder, { recursive: true });
  expect([figures.c.length, figures.wasm.length, figures.javascript.length]).toEqual([2, 2, 2]);
  expect(figures.largestDifference).toBeLessThan(1e-9);
});
