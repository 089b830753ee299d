import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { normalQuantile } from "../core/normal.ts";
import { makeIndicator, makeObservation, makePlan } from "../fixtures/small-assessment.ts";
import { quantileProbabilities } from "../forecast/error-quantiles.ts";
import { crpsOfNormal } from "../forecast/scores.ts";
import { type LedgerEntry, type LedgerForecast, ledgerScores, newForecasts, parseLedger } from "./ledger.ts";
import { readLedger } from "./read-ledger.ts";
import { appendLedger } from "./write-ledger.ts";

const folder = mkdtempSync(join(tmpdir(), "ledger-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A standard normal forecast of one year. */
const forecast = (run: string, year = 2022): LedgerForecast => ({
  type: "forecast",
  id: `${run}/ferries/${year}`,
  region: "ferrytown",
  scenario: "calm",
  indicator: "ferries",
  unit: "艘",
  year,
  projection: "frozen",
  informationDate: "2020-12-31",
  run,
  quantiles: Object.fromEntries(quantileProbabilities.map((p) => [String(p), normalQuantile(p)])),
});

test("appendLedger(path, entries) loses no line of runs at the same time and changes none that is there", async () => {
  const path = join(folder, "deep", "ledger.jsonl");
  await appendLedger(path, [forecast("first")]);
  const before = readFileSync(path, "utf8");
  const runs = Array.from({ length: 40 }, (_, i) => [forecast(`run${i}`), forecast(`run${i}`, 2023)]);
  await Promise.all(runs.map((entries) => appendLedger(path, entries)));
  const { entries, brokenLines } = await readLedger(path);
  expect([entries.length, brokenLines]).toEqual([81, []]);
  expect(readFileSync(path, "utf8").startsWith(before)).toBe(true);
});

test("readLedger(path) passes over half a line, and the next run closes it", async () => {
  const path = join(folder, "half.jsonl");
  expect(await readLedger(path)).toEqual({ entries: [], brokenLines: [] });
  await appendLedger(path, [forecast("first")]);
  appendFileSync(path, '{"type":"forecast","id":"bro');
  await appendLedger(path, [forecast("second")]);
  const { entries, brokenLines } = await readLedger(path);
  expect(brokenLines).toEqual([2]);
  expect(entries.map((one) => (one.type === "forecast" ? one.run : ""))).toEqual(["first", "second"]);
});

const plan = makePlan([makeIndicator({ series: "ferries" })]);
const scoresAt = (
  entries: readonly LedgerEntry[],
  date: string,
  figures = [makeObservation({ year: 2022, value: 0 })],
) => ledgerScores(entries, "ferrytown", { plan, observations: figures, informationDate: date });

test("ledgerScores(…) scores what has come, once, and a revised figure again", () => {
  const entries = [forecast("a"), forecast("a", 2023)];
  expect(scoresAt(entries, "2022-12-31")).toEqual([]);
  const [score, ...others] = scoresAt(entries, "2023-03-31");
  expect(others).toEqual([]);
  // CRPS of N(0, 1) at 0 is 0.2336949; the kept quantiles give it to the third digit.
  expect(score?.crps).toBeCloseTo(crpsOfNormal(0, 1, 0), 2);
  expect(score).toMatchObject({
    forecast: "a/ferries/2022",
    pit: 0.5,
    inside: { "0.5": true, "0.8": true, "0.95": true },
  });
  const scored = score === undefined ? entries : [...entries, score];
  expect(scoresAt(scored, "2023-03-31")).toEqual([]);
  const revised = [makeObservation({ year: 2022, value: 3, vintage: "审定 2024" })];
  expect(scoresAt(scored, "2024-12-31", revised)).toMatchObject([{ actual: 3, inside: { "0.95": false } }]);
});

test("newForecasts(entries, forecasts) keeps each projection once", () => {
  expect(newForecasts([forecast("a")], [forecast("a"), forecast("b")]).map(({ run }) => run)).toEqual(["b"]);
  expect(parseLedger("null\n\n[1]\n").brokenLines).toEqual([1, 3]);
});
