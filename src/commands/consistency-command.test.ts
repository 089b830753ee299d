import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { captureIo, optionsIn } from "../fixtures/captured-io.ts";
import { type FixtureChange, writeInventedRegion } from "../fixtures/write-invented-region.ts";
import type { ConsistencyOptions } from "./command-options.ts";
import { consistencyCommand } from "./consistency-command.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

async function consistency(
  changes: Readonly<Record<string, FixtureChange>> = {},
  parts: Partial<ConsistencyOptions> = {},
) {
  const folder = mkdtempSync(join(tmpdir(), "consistency-"));
  folders.push(folder);
  writeInventedRegion(folder, changes);
  const { io, results, diagnostics } = captureIo();
  const exit = await consistencyCommand({ ...optionsIn(folder), chart: false, ...parts }, io);
  return { exit, results: results(), diagnostics: diagnostics() };
}

const constraints = "data/tidewick/model/feasibility.yaml";

test.each(["zh", "en"] as const)("consistencyCommand prints the findings of a region: %s", async (language) => {
  const { exit, results, diagnostics } = await consistency({}, { language });
  expect({ exit, diagnostics }).toEqual({ exit: 0, diagnostics: "" });
  await expect(results).toMatchFileSnapshot(`__snapshots__/consistency.${language}.txt`);
});

test("consistencyCommand with --json prints the report as data", async () => {
  const { results } = await consistency({}, { json: true });
  expect(JSON.parse(results)).toMatchObject({
    region: "tidewick",
    findings: expect.arrayContaining([expect.objectContaining({ kind: "conflict" })]),
    trials: [{ feasible: false }, { feasible: true }],
    isComplete: true,
  });
});

test("consistencyCommand says that targets were not tried together when nothing says how", async () => {
  const { exit, results } = await consistency({ [constraints]: null });
  expect(exit).toBe(0);
  expect(results).toContain("There is no `tidewick/model/feasibility.yaml`, so the targets were not tried together.");
});

test("consistencyCommand ends with 1 and prints the issues when the constraints are wrong", async () => {
  const { exit, results, diagnostics } = await consistency({
    [constraints]: (text) => text.replace("certified <= 0.31", "certfied <= 0.31"),
  });
  expect({ exit, results }).toEqual({ exit: 1, results: "" });
  expect(diagnostics).toContain("did you mean `certified`?");
});

test("consistencyCommand with --chart draws the conflicts, and says when there are none", async () => {
  const { exit, diagnostics } = await consistency({}, { chart: true });
  expect(exit).toBe(0);
  expect(diagnostics).toContain("consistency/conflicts.png");
  const { diagnostics: told } = await consistency({ [constraints]: null }, { chart: true });
  expect(told).toContain("no chart to draw");
});
