import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Issue } from "../core/issue.ts";
import { randomWalk } from "../fixtures/random-walk.ts";
import { TextLines } from "../inputs/text-lines.ts";
import { batchCsv } from "./forecast-batch.ts";
import { readBatch, readPastSeries } from "./read-series-tables.ts";
import { parseSeriesList, parseSeriesValues } from "./series-tables.ts";
import { writeCalibration } from "./write-calibration.ts";

const folder = mkdtempSync(join(tmpdir(), "series-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const lines = (text: string) => new TextLines("table.csv", text);

const values = write(
  "values.csv",
  "series_id,t,year,value\na,1,2030,10\na,2,2031,12\na,3,2032,11\nb,1,2031,40\nb,2,2032,44\n",
);
const list = write("list.csv", "series_id,h,description\na,2,ferries\nb,3,bounded 0..100\n");

test("parseSeriesValues(lines, issues) reads series by id, in order of their years, blanks as missing", () => {
  const issues: Issue[] = [];
  const text = "value,series_id,year\n5,x,2032\n,x,2031\nNA,y,2030\n3e2,x,2030\n";
  expect(parseSeriesValues(lines(text), issues)).toEqual(
    new Map([
      ["x", { years: [2030, 2031, 2032], values: [300, Number.NaN, 5] }],
      ["y", { years: [2030], values: [Number.NaN] }],
    ]),
  );
  expect(issues).toEqual([]);
});

test("parseSeriesValues(lines, issues) tells years given twice, years that are none and values that are none", () => {
  const issues: Issue[] = [];
  parseSeriesValues(lines("series_id,year,value\nx,2030,1\nx,2030,2\nx,2031.5,2\nx,2032,many\n"), issues);
  expect(issues.map(({ code, at }) => [code, at.line])).toEqual([
    ["forecast/year-twice", 3],
    ["csv/cell", 4],
    ["csv/cell", 5],
  ]);
});

test("parseSeriesList(lines, issues) takes kind and bounds from columns, from words, or else a level", () => {
  const issues: Issue[] = [];
  const text =
    "series_id,h,kind,lower,upper,description\na,4,,,,\nb,4,,,,bounded 0..100\nc,4,rate,-1,,\nd,4,share,,,\n";
  expect(parseSeriesList(lines(text), issues)).toMatchObject([
    { id: "a", kind: "level", bounds: undefined },
    { id: "b", kind: "share", bounds: { min: 0, max: 100 } },
    { id: "c", kind: "rate", bounds: { min: -1, max: null } },
    { id: "d", kind: "share", bounds: undefined },
  ]);
  expect(issues).toEqual([]);
});

test("parseSeriesList(lines, issues) tells a series listed twice and a kind that is none", () => {
  const issues: Issue[] = [];
  parseSeriesList(lines("series_id,h,kind\na,4,level\na,4,level\nb,4,levl\n"), issues);
  expect(issues.map(({ code, at }) => [code, at.line])).toEqual([
    ["forecast/series-twice", 3],
    ["csv/cell", 4],
  ]);
});

test("readBatch(values, list) forecasts every series as far as the list says", () => {
  const batch = readBatch(values, list);
  if (!batch.ok) throw new Error(batch.issues[0]!.message.en);
  expect(batch.value.map(({ id, forecast }) => [id, forecast.years])).toEqual([
    ["a", [2033, 2034]],
    ["b", [2033, 2034, 2035]],
  ]);
  expect(batch.value[1]!.forecast.bounds).toEqual({ min: 0, max: 100 });
  const rows = batchCsv(batch.value).trimEnd().split("\n");
  expect(rows[0]).toBe("series_id,h,mean,lo95,hi95,lo80,hi80");
  expect(rows.length).toBe(6);
  const [id, h, mean, lo95, hi95, lo80, hi80] = rows[4]!.split(",");
  expect([id, h]).toEqual(["b", "2"]);
  const ends = [lo95, lo80, mean, hi80, hi95].map(Number);
  expect(ends).toEqual(ends.toSorted((a, b) => a - b));
  expect(Number(mean)).toBe(batch.value[1]!.forecast.median[1]);
});

test("readBatch(values, list) warns of a series that is refused and forecasts the rest", () => {
  const one = write("one.csv", "series_id,year,value\na,2030,10\na,2031,12\nb,2031,40\n");
  const batch = readBatch(one, list);
  expect(batch).toMatchObject({
    ok: true,
    warnings: [{ code: "forecast/refused", severity: "warning", at: { line: 3 } }],
  });
});

test("readBatch(values, list) tells series that stand in one table only, and tables that are not there", () => {
  const other = write("other.csv", "series_id,year,value\na,2030,10\na,2031,12\nc,2031,40\n");
  const batch = readBatch(other, list);
  const codes = batch.ok ? [] : batch.issues.map(({ code }) => code);
  expect(codes).toEqual(["forecast/series-unknown", "forecast/series-without-values"]);
  expect(readBatch(join(folder, "none.csv"), list)).toMatchObject({ ok: false, issues: [{ code: "file/missing" }] });
});

test("batchCsv(forecasts) quotes an id that holds a comma", () => {
  const named = write("named.csv", 'series_id,year,value\n"a, b",2030,10\n"a, b",2031,12\n');
  const batch = readBatch(named, write("named-list.csv", 'series_id,h\n"a, b",1\n'));
  expect(batch.ok && batchCsv(batch.value)).toMatch(/\n"a, b",1,/);
});

/** A pool of invented series: amounts of 30 values and proportions of 16. */
function writePool(pool: string): void {
  for (const [set, description, length] of [
    ["growing", "sales", 32],
    ["bounded", "bounded 0..1000", 20],
  ] as const) {
    const ids = Array.from({ length: 32 }, (_, i) => `${set}-${i}`);
    const rows = ids.map((id) => [id, randomWalk(id, { length, start: 400, drift: 2, sd: 6 })] as const);
    const table = (from: number, to: number) =>
      rows.flatMap(([id, walk]) => walk.slice(from, to).map((value, i) => `${id},${2000 + from + i},${value}`));
    const info = ids.map((id) => `${id},4,${set},${id},${description}`);
    writeFileSync(join(pool, `${set}_info.csv`), ["series_id,h,dataset,source_id,description", ...info].join("\n"));
    writeFileSync(join(pool, `${set}_train.csv`), ["series_id,year,value", ...table(0, length - 4)].join("\n"));
    writeFileSync(join(pool, `${set}_test.csv`), ["series_id,year,value", ...table(length - 4, length)].join("\n"));
  }
  const [first] = [randomWalk("growing-0", { length: 32, start: 400, drift: 2, sd: 6 })];
  const part = first!.slice(22, 28).map((value, i) => `part,${2022 + i},${value}`);
  writeFileSync(join(pool, "part_info.csv"), "series_id,h,dataset,source_id\npart,4,growing,growing-0\n");
  writeFileSync(join(pool, "part_train.csv"), ["series_id,year,value", ...part].join("\n"));
  writeFileSync(join(pool, "part_test.csv"), "series_id,year,value\npart,2028,400\n");
}

test("readPastSeries(folder) reads all sets, and of a series and its part only the whole", () => {
  const pool = mkdtempSync(join(folder, "pool-"));
  writePool(pool);
  const past = readPastSeries(pool);
  if (!past.ok) throw new Error(past.issues[0]!.message.en);
  expect(past.value.length).toBe(64);
  expect(past.value.map(({ id }) => id)).not.toContain("part");
  expect(past.value.find(({ id }) => id === "growing-0")).toMatchObject({ kind: "level", lastOrigin: 28 });
  expect(past.value.find(({ id }) => id === "bounded-9")).toMatchObject({
    kind: "share",
    bounds: { min: 0, max: 1000 },
  });
});

test("writeCalibration(pool, target) writes the two files, with as many series as it learned from", () => {
  const [pool, target] = [mkdtempSync(join(folder, "pool-")), mkdtempSync(join(folder, "target-"))];
  writePool(pool!);
  const written = writeCalibration(pool!, target!);
  expect(written).toMatchObject({ ok: true });
  const table = readFileSync(join(target!, "calibration-table.ts"), "utf8");
  expect(table).toContain("amounts from 32 yearly series");
  expect(table.match(/^ {8}\[[-\d., e]+\],$/gm)?.length).toBe(160);
  const ranks = readFileSync(join(target!, "trajectory-ranks.ts"), "utf8");
  expect(ranks.match(/^ {2}\[[\d, ]+\],$/gm)?.length).toBe(64);
});

test("writeCalibration(pool, target) tells what is wrong with a pool", () => {
  const pool = mkdtempSync(join(folder, "pool-"));
  writeFileSync(join(pool, "half_info.csv"), "series_id,h\na,4\n");
  const written = writeCalibration(pool, folder);
  expect(written.ok ? [] : written.issues.map(({ code }) => code)).toEqual(["file/missing", "file/missing"]);
});
