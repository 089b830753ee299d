import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { findMachineTools } from "../benchmark/find-machine-tools.ts";
import { captureIo, optionsIn } from "../fixtures/captured-io.ts";
import { writeInventedRegion } from "../fixtures/write-invented-region.ts";
import { benchCommand } from "./bench-command.ts";
import type { BenchOptions } from "./command-options.ts";
import { processMachine } from "./process-machine.ts";

const folder = mkdtempSync(join(tmpdir(), "bench-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeInventedRegion(folder);
const options: BenchOptions = { ...optionsIn(folder, { draws: 32 }), parts: ["kernels"], probe: undefined };

test("benchCommand(…) says what the machine lacks and measures the rest", async () => {
  for (const [language, said] of [
    ["en", ["This machine has no gcc", "no python3 with numpy"]],
    ["zh", ["本机没有 gcc", "没有 numpy"]],
  ] as const) {
    const io = captureIo(120);
    expect(
      await benchCommand({ ...options, language }, processMachine(), io.io, {
        tools: { gcc: null, numpy: null },
        turns: 1,
      }),
    ).toBe(0);
    for (const text of said) expect(io.results()).toContain(text);
    expect(io.results()).toContain("synthetic");
  }
});

test("benchCommand(…) finds that C and numpy agree to 1e-9, where the machine has them", async () => {
  const io = captureIo(120);
  const tools = findMachineTools();
  expect(await benchCommand({ ...options, json: true }, processMachine(), io.io, { tools, turns: 1 })).toBe(0);
  const { kernels } = JSON.parse(io.results());
  expect(kernels).toHaveLength(2);
  for (const { differences } of kernels) {
    expect([differences.c === null, differences.numpy === null]).toEqual([tools.gcc === null, tools.numpy === null]);
    expect(Math.max(differences.c ?? 0, differences.numpy ?? 0)).toBeLessThanOrEqual(1e-9);
  }
});

test("benchCommand(…) refuses a part that there is not", async () => {
  const io = captureIo(120);
  expect(await benchCommand({ ...options, parts: ["kernel"] }, processMachine(), io.io)).toBe(2);
});
