import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { captureIo, optionsIn } from "../fixtures/captured-io.ts";
import { writeInventedRegion } from "../fixtures/write-invented-region.ts";
import type { EvaluateOptions } from "./command-options.ts";
import { evaluateCommand } from "./evaluate-command.ts";

const actuals = [
  "harbour_jobs,潮湾镇,全镇,year,2031,5.26,,,万人,period_end,A,港务年报,2031-12-31,年报 2032-05,在岗人数,reported,public",
  "harbour_jobs,潮湾镇,全镇,year,2032,5.31,,,万人,period_end,A,港务年报,2032-12-31,快报 2033-01,在岗人数,reported,public",
  "harbour_jobs,潮湾镇,全镇,year,2032,5.33,,,万人,period_end,A,港务年报,2032-12-31,年报 2033-05,在岗人数,reported,internal",
  "harbour_jobs,邻镇,全镇,year,2030,3,,,万人,period_end,A,港务年报,2030-12-31,2031,在岗人数,reported,public",
  "harbour_jobs,邻镇,全镇,year,2032,3.12,,,万人,period_end,A,港务年报,2032-12-31,2033,在岗人数,reported,public",
];

const folder = mkdtempSync(join(tmpdir(), "evaluate-"));
afterAll(() => rmSync(folder, { recursive: true }));
writeInventedRegion(folder, {
  "data/tidewick/plan.yaml": (text) =>
    text.replace("base_year:", "peers: [{region: 邻镇, label: {zh: 邻镇, en: Next town}}]\nbase_year:"),
  "data/tidewick/observations.csv": (text) => `${text.trimEnd()}\n${actuals.join("\n")}\n`,
});

async function evaluate(parts: Partial<EvaluateOptions>) {
  const { io, results, diagnostics } = captureIo(110);
  const options = { ...optionsIn(folder), scenario: undefined, draws: 256, asOf: "2033-12-31", ...parts };
  return { exit: await evaluateCommand(options, io), results: results(), diagnostics: diagnostics() };
}

test.each(["zh", "en"] as const)("evaluateCommand lays an evaluation out, the counts first (%s)", async (language) => {
  const { exit, results } = await evaluate({ language, outputDir: join(folder, language) });
  expect(exit).toBe(0);
  await expect(results).toMatchFileSnapshot(`__snapshots__/evaluate.${language}.txt`);
  const page = readFileSync(join(folder, language, "evaluation", "baseline-2033-12-31", "evaluation.md"), "utf8");
  expect(page.match(/^## /gm)?.length).toBe(7);
});

test("evaluateCommand reads the figures known by the date, and keeps the frozen projection whatever comes in", async () => {
  const read = async (asOf: string) => JSON.parse((await evaluate({ asOf, json: true })).results);
  const [before, flash, annual] = [await read("2032-12-31"), await read("2033-01-31"), await read("2033-05-31")];
  const jobsOf = (evaluation: { rows: { indicator: string; actual: { value: number } }[] }) =>
    evaluation.rows.find(({ indicator }) => indicator === "harbour_jobs")?.actual.value;
  expect([before, flash, annual].map(jobsOf)).toEqual([5.26, 5.31, 5.33]);
  expect([before, flash, annual].map(({ usesInternalFigures }) => usesInternalFigures)).toEqual([false, false, true]);
  expect(flash.frozen).toEqual(before.frozen);
  expect(annual.rows.map((row: { frozen: unknown }) => row.frozen)).toEqual(
    before.rows.map((row: { frozen: unknown }) => row.frozen),
  );
});

test("evaluateCommand adds to the ledger what is new, and scores what has come", async () => {
  const outputDir = join(folder, "ledger");
  const read = () => readFileSync(join(outputDir, "ledger.jsonl"), "utf8");
  await evaluate({ outputDir, asOf: "2031-12-31" });
  const first = read();
  expect(first).not.toContain('"type":"score"');
  await evaluate({ outputDir, asOf: "2031-12-31" });
  expect(read()).toBe(first);
  const { diagnostics } = await evaluate({ outputDir, asOf: "2032-06-30" });
  expect(read().startsWith(first)).toBe(true);
  // The jobs of 2031: the frozen projection, and the one of the end of 2031.
  expect(diagnostics).toContain("2 score(s) added");
});

test("evaluateCommand ends with 2 for what is asked wrongly, and says what is", async () => {
  const calls: [Partial<EvaluateOptions>, string][] = [
    [{ asOf: undefined }, "give the date of the evaluation with --as-of"],
    [{ asOf: "2030-06-30" }, "must not be before 2030-12-31"],
    [{ scenario: "baselin" }, "did you mean `baseline`?"],
  ];
  for (const [parts, said] of calls) {
    const { exit, diagnostics } = await evaluate(parts);
    expect([exit, diagnostics.includes(said)]).toEqual([2, true]);
  }
});
