import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { captureIo, optionsIn } from "../fixtures/captured-io.ts";
import { type FixtureChange, writeInventedRegion } from "../fixtures/write-invented-region.ts";
import { checkCommand } from "./check-command.ts";
import type { CheckOptions } from "./command-options.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function check(changes: Readonly<Record<string, FixtureChange>> = {}, parts: Partial<CheckOptions> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "check-"));
  folders.push(folder);
  writeInventedRegion(folder, changes);
  const { io, results, diagnostics } = captureIo();
  const exit = checkCommand({ ...optionsIn(folder), identities: false, ...parts }, io);
  return { exit, results: results(), diagnostics: diagnostics() };
}

const work = "data/tidewick/model/work.yaml";

test("checkCommand ends with 0 and says so when nothing is wrong", () => {
  const { exit, results, diagnostics } = check();
  expect({ exit, diagnostics }).toEqual({ exit: 0, diagnostics: "" });
  expect(results).toContain("tidewick: 12 files, 22 equations, 2 scenarios; no errors.");
});

test("checkCommand prints the issues of all files at once, those of the model's formulas too", () => {
  const { exit, results } = check({
    [work]: (text) => text.replace("leaving_share * prev(harbour_jobs)", "leaving_shar * prev(harbour_jobs)"),
  });
  expect(exit).toBe(1);
  expect(results).toContain("did you mean `leaving_share`?");
  expect(results).toContain("1 error(s), 10 remark(s).");
});

test("checkCommand finds a scenario that cannot be laid over the model", () => {
  const { exit, results } = check({
    "scenarios/tidewick/training-push.yaml": (text) => text.replace("harbour_jobs: text", "harbour_jobs: verified"),
  });
  expect(exit).toBe(1);
  expect(results).toContain("scenario/no-figure");
});

test("checkCommand with --json prints the issues as data", () => {
  const { exit, results } = check({ [work]: (text) => text.replace("unit: 万人次", "unit: 万人次次") }, { json: true });
  const issues = JSON.parse(results);
  expect(exit).toBe(1);
  expect(issues[0]).toMatchObject({
    severity: "error",
    at: { line: expect.any(Number) },
    message: { zh: expect.any(String) },
  });
});

test("checkCommand warns of every assumption without a source: grouped for people, each for programs", () => {
  const unsourced = JSON.parse(check({}, { json: true }).results);
  expect(unsourced).toHaveLength(10);
  for (const issue of unsourced) expect(issue).toMatchObject({ code: "model/no-source", severity: "warning" });
  // Numbers of the plan, of data or by definition are not judgements; `annual_training` names a source besides.
  const texts = unsourced.map(({ message }: { message: { en: string } }) => message.en);
  expect(texts).toContain("`leaving_share` is an assumption that names no source.");
  expect(texts.join()).not.toMatch(/annual_training|base_income/);
  const { exit, results } = check();
  expect(exit).toBe(0);
  expect(results).toContain("8 more of the same kind, at:");
  const named = {
    [work]: (text: string) =>
      text.replace("value: 0.8, basis: assumption", "value: 0.8, basis: assumption, source: 估计"),
  };
  expect(JSON.parse(check(named, { json: true }).results)).toHaveLength(9);
});

test("checkCommand with --identities checks each identity under each scenario", () => {
  const { exit, results } = check({}, { identities: true });
  expect(exit).toBe(0);
  expect(results).toContain("3 identities checked under 2 scenarios with 256 draws each; 0 fail.");
});

test("checkCommand with --identities ends with 1 when one fails, and says where it is worst", () => {
  const broken = {
    [work]: (text: string) =>
      text.replace("prev(harbour_jobs) + new_jobs - left_jobs", "prev(harbour_jobs) + new_jobs"),
  };
  const { exit, results } = check(broken, { identities: true });
  expect(exit).toBe(1);
  expect(results).toMatch(/C1 +jobs_balance +equality +\S+e-\d +(baseline|training_push) 203\d +256 +fails/);
  const { identities } = JSON.parse(check(broken, { identities: true, json: true }).results);
  expect(identities).toHaveLength(2);
  expect(identities[0].checks.find(({ name }: { name: string }) => name === "jobs_balance").holds).toBe(false);
});
