import { expect, test } from "vitest";
import { drawnModel } from "../fixtures/drawn-model.ts";
import { cProgramText } from "./c-program.ts";
import { findMachineTools, type MachineTools } from "./find-machine-tools.ts";
import { measureKernels } from "./measure-kernels.ts";
import { withTemporaryFolder } from "./write-temporary-folder.ts";
import { makeYardstick } from "./yardstick.ts";

test("cProgramText(yardstick) writes plain C", async () => {
  const { drawn: two, variables } = drawnModel(2);
  await expect(cProgramText(makeYardstick(two, variables))).toMatchFileSnapshot("__snapshots__/kernel.c");
});

test("measureKernels(…) finds that C computes the same, and leaves out what the machine lacks", async () => {
  const { drawn: many, variables } = drawnModel(300);
  const measure = (tools: MachineTools) =>
    withTemporaryFolder((folder) =>
      measureKernels(many, variables, "invented", {
        folder,
        tools,
        turns: 1,
        processorTime: () => process.cpuUsage().user,
      }),
    );
  const none = await measure({ gcc: null, numpy: null });
  expect([none.microseconds.c, none.microseconds.numpy, none.ratios.c, none.differences.c]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  const { gcc } = findMachineTools();
  const found = await measure({ gcc, numpy: null });
  expect(found.differences.c === null).toBe(gcc === null);
  expect(found.differences.c ?? 0).toBeLessThan(1e-9);
});
