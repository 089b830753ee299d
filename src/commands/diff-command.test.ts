import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { captureIo, optionsIn } from "../fixtures/captured-io.ts";
import { writeInventedRegion } from "../fixtures/write-invented-region.ts";
import { assessCommand } from "./assess-command.ts";
import { diffCommand } from "./diff-command.ts";
import type { TargetMove } from "./target-moves.ts";

const folder = mkdtempSync(join(tmpdir(), "diff-"));
afterAll(() => rmSync(folder, { recursive: true }));
writeInventedRegion(folder);

async function diff(first: string, second: string, json = true) {
  const { io, results, diagnostics } = captureIo();
  const exit = await diffCommand({ ...optionsIn(folder, { json, draws: 512 }), first, second }, io);
  return { exit, results: results(), diagnostics: diagnostics() };
}

const report = JSON.parse((await diff("baseline", "training_push")).results);
const moveOf = (indicator: string) => report.targets.find((move: TargetMove) => move.indicator === indicator);

test("diffCommand of a scenario with itself finds no difference and moves nothing", async () => {
  const same = JSON.parse((await diff("baseline", "baseline")).results);
  expect(same.differences).toEqual([]);
  const changes = same.targets.flatMap(({ median, probability }: TargetMove) => [median.change, probability.change]);
  expect(changes.filter((change: number | null) => change !== 0 && change !== null)).toEqual([]);
  expect((await diff("baseline", "baseline", false)).results).toContain("do not differ");
});

test("diffCommand gives both probabilities as assess does, with an interval of the change around it", async () => {
  const { io, results } = captureIo();
  await assessCommand(optionsIn(folder, { json: true, draws: 512 }), { scenario: ["baseline", "training_push"] }, io);
  const [from, to] = JSON.parse(results()).scenarios.map(
    ({ verdicts }: { verdicts: { indicator: string; probability: number }[] }) =>
      verdicts.find(({ indicator }) => indicator === "harbour_jobs")?.probability,
  );
  const { probability } = moveOf("harbour_jobs");
  expect(probability).toMatchObject({ from, to, change: to - from });
  expect(probability.interval.lower).toBeLessThan(to - from);
  expect(probability.interval.upper).toBeGreaterThan(to - from);
  // Draw by draw the two are alike, so the change is known better than from two separate samples.
  const separate = 1.96 * Math.sqrt((from * (1 - from) + to * (1 - to)) / 512);
  expect(probability.interval.upper - probability.change).toBeLessThan(separate);
});

test("diffCommand tells what each difference does alone, and the rest as interaction", async () => {
  const { effects, together, interaction, draws } = report.single;
  expect(draws).toBe(512);
  expect(effects.map(({ name }: { name: string }) => name)).not.toContain("until");
  for (const indicator of Object.keys(together)) {
    const singles = effects.reduce(
      (sum: number, { changes }: { changes: Record<string, number> }) => sum + (changes[indicator] ?? 0),
      0,
    );
    expect(singles + interaction[indicator]).toBeCloseTo(together[indicator], 12);
    expect(together[indicator]).toBeCloseTo(moveOf(indicator).probability.change, 12);
  }
  const closure = effects.find(({ name }: { name: string }) => name === "shipyard_closure");
  expect(closure.changes.on_time_share).toBeLessThan(0);
  expect(closure.changes.harbour_jobs).toBe(0);
});

test("diffCommand reversed gives the opposite changes", async () => {
  const back = JSON.parse((await diff("training_push", "baseline")).results);
  for (const { indicator, median, probability } of back.targets as TargetMove[]) {
    if (median.change !== null) expect(median.change).toBe(-moveOf(indicator).median.change);
    if (probability.change !== null) expect(probability.change).toBe(-moveOf(indicator).probability.change);
  }
});

test("diffCommand says when the scenarios share no random numbers", async () => {
  const other = mkdtempSync(join(folder, "seeds-"));
  writeInventedRegion(other, {
    "scenarios/tidewick/training-push.yaml": (text) => text.replace("run: {until: 2037}", "run: {seed: 8}"),
  });
  const { io, results } = captureIo();
  await diffCommand({ ...optionsIn(other), first: "baseline", second: "training_push" }, io);
  expect(results()).toContain("share no random numbers");
});

test("diffCommand prints tables for people", async () => {
  await expect((await diff("baseline", "training_push", false)).results).toMatchFileSnapshot(
    "__snapshots__/diff.en.txt",
  );
});

test("diffCommand ends with 2 for a scenario that is not there", async () => {
  const { exit, diagnostics } = await diff("baseline", "training_psh");
  expect(exit).toBe(2);
  expect(diagnostics).toContain("did you mean `training_push`?");
});
