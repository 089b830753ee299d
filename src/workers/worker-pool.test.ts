import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { summaryWidth } from "../ensemble/series-summary.ts";
import type { SimulationPlan } from "../ensemble/simulation.ts";
import { transpileSource } from "../fixtures/transpile-source.ts";
import { writeInventedRegion } from "../fixtures/write-invented-region.ts";
import type { StudyRun, WorkerOptions } from "../run-study.ts";

// Workers load JavaScript, so the library that these tests run is transpiled first.

const folder = mkdtempSync(join(tmpdir(), "workers-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Library = typeof import("../run-study.ts") &
  typeof import("../inputs/read-study.ts") &
  typeof import("./worker-pool.ts");

let library: Library;

beforeAll(async () => {
  transpileSource(folder);
  writeInventedRegion(folder);
  const load = (file: string) => import(pathToFileURL(join(folder, "dist", file)).href);
  const parts = ["run-study.js", "inputs/read-study.js", "workers/worker-pool.js"].map(load);
  library = Object.assign({}, ...(await Promise.all(parts)));
});

async function run(options: WorkerOptions): Promise<StudyRun> {
  const { readStudy, runStudy, runStudyOnWorkers, unwrap } = library;
  const folders = { region: "tidewick", dataDir: join(folder, "data"), scenariosDir: join(folder, "scenarios") };
  const study = unwrap(readStudy(folders));
  const { workers } = options;
  return unwrap(workers === 0 ? runStudy(study, options) : await runStudyOnWorkers(study, options));
}

/** Hash of all that a run found; all NaNs count as one. */
function hashOf({ results }: StudyRun): string {
  const hash = createHash("sha256");
  for (const { ensemble, verdicts } of results) {
    for (const numbers of [
      ensemble.values,
      ensemble.summary?.table,
      ...(ensemble.summary?.runningSums.values() ?? []),
    ]) {
      if (numbers) hash.update(new Uint8Array(numbers.slice().map((x) => (Number.isNaN(x) ? Number.NaN : x)).buffer));
    }
    hash.update(JSON.stringify([verdicts, ensemble.nonFinite, ensemble.notices]));
  }
  return hash.digest("hex");
}

// Not a whole number of batches, and more batches than workers.
const draws = 3500;
const common = { draws, summarise: true, leastWork: 0 };

test("runStudyOnWorkers(study, options) gives the bits of runStudy, whatever the workers", async () => {
  const none = await run({ ...common, workers: 0 });
  for (const workers of [1, 2, 4]) expect(hashOf(await run({ ...common, workers }))).toBe(hashOf(none));
  const [first] = none.results;
  expect(first?.ensemble.values?.length).toBe(first!.ensemble.central.length * draws);
  expect(first?.ensemble.summary?.isExact).toBe(true);
});

test("runStudyOnWorkers(study, options) gives the bits of runStudy without keeping draws", async () => {
  const none = await run({ ...common, keepDraws: false, workers: 0 });
  expect(hashOf(await run({ ...common, keepDraws: false, workers: 2 }))).toBe(hashOf(none));
  expect(none.results.map(({ ensemble }) => ensemble.values)).toEqual([null, null]);
  const kept = await run({ ...common, workers: 0 });
  expect(none.results.map(({ verdicts }) => verdicts)).toEqual(kept.results.map(({ verdicts }) => verdicts));
});

test("runStudyOnWorkers(study, options) gives the bits of runStudy of draws that are counted and forgotten", async () => {
  const none = await run({ ...common, drawBytes: 1, workers: 0 });
  for (const workers of [2, 4]) expect(hashOf(await run({ ...common, drawBytes: 1, workers }))).toBe(hashOf(none));
  const [first] = none.results;
  expect(first?.ensemble.values).toBeNull();
  expect(first?.ensemble.summary?.isExact).toBe(false);
});

test("runStudyOnWorkers(study, { exactQuantiles }) finds the quantiles of kept draws without keeping them", async () => {
  const kept = await run({ ...common, workers: 0 });
  const exact = { ...common, drawBytes: 1, exactQuantiles: true };
  const none = await run({ ...exact, workers: 0 });
  expect(hashOf(await run({ ...exact, workers: 2 }))).toBe(hashOf(none));
  for (const [place, { ensemble, verdicts }] of none.results.entries()) {
    const { ensemble: all, verdicts: known } = kept.results[place]!;
    expect([ensemble.values, ensemble.summary?.isExact]).toEqual([null, true]);
    const quantilesOf = (table: Float64Array) => table.filter((_, i) => i % summaryWidth >= 3);
    expect(quantilesOf(ensemble.summary!.table)).toEqual(quantilesOf(all.summary!.table));
    expect(verdicts.verdicts.map((row) => row.quantiles)).toEqual(known.verdicts.map((row) => row.quantiles));
    expect(verdicts.verdicts.map((row) => row.shareNeeds)).toEqual(known.verdicts.map((row) => row.shareNeeds));
  }
});

test("runStudyOnWorkers(study, options) tells how much is done, up to all of it", async () => {
  const shares: number[] = [];
  await run({ ...common, workers: 2, onProgress: (share) => shares.push(share) });
  expect(shares.every((share, i) => share >= (shares[i - 1] ?? 0))).toBe(true);
  expect(shares.at(-1)).toBe(1);
});

test("draws that are counted and forgotten give the verdicts of draws that are kept, but for estimated quantiles", async () => {
  const [kept, counted] = await Promise.all(
    [{}, { drawBytes: 1 }].map((rest) => run({ ...common, ...rest, workers: 0 })),
  );
  for (const [place, { verdicts, ensemble }] of kept!.results.entries()) {
    const other = counted!.results[place]!;
    expect(other.verdicts.joint).toEqual(verdicts.joint);
    expect(other.verdicts.rowsMet).toEqual(verdicts.rowsMet);
    for (const [row, verdict] of verdicts.verdicts.entries()) {
      const { quantiles, expectedShortfall, normalisedShortfall, shareNeeds, ...exact } = verdict;
      expect(other.verdicts.verdicts[row]).toMatchObject(exact);
      expect(other.verdicts.verdicts[row]?.expectedShortfall ?? 0).toBeCloseTo(expectedShortfall ?? 0, 12);
      expect(other.verdicts.verdicts[row]?.normalisedShortfall ?? 0).toBeCloseTo(normalisedShortfall ?? 0, 12);
      const needed = other.verdicts.verdicts[row]?.shareNeeds?.numerator.needed ?? 0;
      expect(Math.abs(needed / (shareNeeds?.numerator.needed ?? needed) - 1) > 1e-3).toBe(false);
      const spread = (quantiles?.["0.95"] ?? 0) - (quantiles?.["0.05"] ?? 0);
      for (const [p, value] of Object.entries(quantiles ?? {})) {
        expect(Math.abs((other.verdicts.verdicts[row]?.quantiles?.[p] ?? Number.NaN) - value)).toBeLessThanOrEqual(
          1e-3 * spread + 1e-8 * Math.abs(value),
        );
      }
    }
    const [exact, estimated] = [ensemble.summary!.table, other.ensemble.summary!.table];
    for (let row = 0; row < exact.length; row += summaryWidth) {
      expect(estimated[row]).toBe(exact[row]);
      const size = Math.abs(exact[row + 1] as number) + (exact[row + 2] as number);
      for (const moment of [1, 2]) {
        const gap = Math.abs((estimated[row + moment] as number) - (exact[row + moment] as number));
        expect(gap > 1e-12 * size).toBe(false);
      }
    }
  }
});

test("WorkerPool.run(job) is rejected with the error of a worker that fails", async () => {
  const pool = new library.WorkerPool(2, {} as SimulationPlan);
  const job = {
    kind: "simulate",
    scenario: 0,
    values: new Float64Array(1),
    draws: 1,
    pieces: 1,
    counters: new Int32Array(2),
  } as const;
  await expect(pool.run(job)).rejects.toThrow();
  await pool.close();
});

test("planreach run on workers, interrupted, ends by the signal and leaves no result", async () => {
  const args = ["dist/cli.js", "run", "--draws", "1000000", "--workers", "2"];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: "ignore" });
  const ended = new Promise((done) => child.on("close", (code, signal) => done({ code, signal })));
  await new Promise((done) => setTimeout(done, 1500));
  child.kill("SIGINT");
  expect(await ended).toEqual({ code: null, signal: "SIGINT" });
  expect(readdirSync(folder)).not.toContain("output");
});
