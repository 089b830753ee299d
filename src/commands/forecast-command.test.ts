import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { captureIo, optionsIn } from "../fixtures/captured-io.ts";
import { writeInventedRegion } from "../fixtures/write-invented-region.ts";
import type { ForecastCommandOptions } from "./command-options.ts";
import { forecastCommand } from "./forecast-command.ts";

const folder = mkdtempSync(join(tmpdir(), "forecast-"));
afterAll(() => rmSync(folder, { recursive: true }));
writeInventedRegion(folder, { "data/tidewick/observations.csv": withLongSeries });

/** Add births, a flow of eight years that is observed in a neighbouring place too. */
function withLongSeries(text: string): string {
  const row = (region: string, year: number, value: number, vintage = "unknown") =>
    `births,${region},全镇,year,${year},${value},,,人,annual,A,"户籍年报, ${year}",${year}-12-31,${vintage},出生,reported,public`;
  const births = [812, 798, 805, 760, 771, 742, 730, 719].map((value, i) => row("潮湾镇", 2024 + i, value));
  const nearby = [402, 391, 388, 380, 371, 362].map((value, i) => row("邻镇", 2025 + i, value));
  return `${text.trimEnd()}\n${[...births, row("潮湾镇", 2031, 715, "2033-02-01"), ...nearby].join("\n")}\n`;
}

const plain: Omit<ForecastCommandOptions, keyof ReturnType<typeof optionsIn>> = {
  series: undefined,
  place: undefined,
  horizon: undefined,
  kind: undefined,
  method: undefined,
  bounds: undefined,
  chart: false,
  batch: undefined,
  info: undefined,
  out: undefined,
  rebuildCalibration: undefined,
};

async function forecast(parts: Partial<ForecastCommandOptions>) {
  const { io, results, diagnostics } = captureIo();
  const exit = await forecastCommand({ ...optionsIn(folder), ...plain, ...parts }, io);
  return { exit, results: results(), diagnostics: diagnostics() };
}

const forecastJson = async (parts: Partial<ForecastCommandOptions>) =>
  JSON.parse((await forecast({ json: true, ...parts })).results);

test("forecastCommand lays a forecast out with what it rests on, in both languages", async () => {
  for (const language of ["zh", "en"] as const) {
    const { exit, results } = await forecast({ series: "births", language });
    expect(exit).toBe(0);
    await expect(results).toMatchFileSnapshot(`__snapshots__/forecast.${language}.txt`);
  }
});

test("forecastCommand forecasts to the last year of the plan, or as far as it is told", async () => {
  const toPlanEnd = await forecastJson({ series: "births" });
  expect(toPlanEnd.forecast.years).toEqual([2032, 2033, 2034, 2035]);
  const two = await forecastJson({ series: "births", horizon: "2" });
  expect(two.forecast.years).toEqual([2032, 2033]);
});

test("forecastCommand gives the sum of a flow, with an interval of its own", async () => {
  const { overHorizon, forecast: found } = await forecastJson({ series: "births" });
  expect(overHorizon.statistic).toBe("sum");
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
  expect(overHorizon.intervals[1].lower).toBeGreaterThan(sum(found.intervals[1].lower));
  expect(overHorizon.intervals[1].upper).toBeLessThan(sum(found.intervals[1].upper));
});

test("forecastCommand reads no figure of a later vintage than --as-of", async () => {
  const values = async (asOf: string) => (await forecastJson({ series: "births", asOf })).history.at(-1).value;
  expect(await values("2033-01-31")).toBe(719);
  expect(await values("2033-02-01")).toBe(715);
});

test("forecastCommand takes a row of the plan for its series, and another place by --place", async () => {
  expect((await forecastJson({ series: "harbour_jobs" })).series).toBe("harbour_jobs");
  const { history, forecast: found } = await forecastJson({ series: "births", place: "邻镇" });
  expect(history.length).toBe(6);
  expect(found.notes[0].en).toContain("sibling series");
});

test("forecastCommand takes kind, method and bounds as they are asked for", async () => {
  const { forecast: found } = await forecastJson({
    series: "births",
    kind: "level",
    method: "drift",
    bounds: "700..900",
  });
  expect(found).toMatchObject({ kind: "level", method: "drift", bounds: { min: 700, max: 900 } });
  expect(Math.min(...found.quantiles.flat())).toBe(700);
});

test("forecastCommand draws the chart when asked to", async () => {
  const outputDir = join(folder, "charts");
  expect((await forecast({ series: "births", chart: true, outputDir })).exit).toBe(0);
  const spec = readFileSync(join(outputDir, "forecast", "births.vl.json"), "utf8");
  expect(spec).toContain("births, 潮湾镇");
  expect(existsSync(join(outputDir, "forecast", "births.png"))).toBe(true);
});

test("forecastCommand ends with 2 for what is asked wrongly, and says what is", async () => {
  const calls: [Partial<ForecastCommandOptions>, string][] = [
    [{}, "name the series to forecast"],
    [{ series: "birth" }, "did you mean `births`?"],
    [{ series: "births", place: "远镇" }, "it is observed for 潮湾镇, 邻镇"],
    [{ series: "births", horizon: "11" }, "--horizon must be a whole number from 1 to 10; got 11"],
    [{ series: "births", bounds: "5..1" }, "--bounds must be written like 0..100"],
    [{ batch: "a.csv" }, "--batch needs --info and --out"],
    [{ rebuildCalibration: "pool" }, "--rebuild-calibration needs --out"],
  ];
  for (const [parts, said] of calls) {
    const { exit, results, diagnostics } = await forecast(parts);
    expect([exit, results]).toEqual([2, ""]);
    expect(diagnostics).toContain(said);
  }
});

test("forecastCommand ends with 1 for a series that cannot be forecast, and says why", async () => {
  const { exit, diagnostics } = await forecast({ series: "dwellings" });
  expect(exit).toBe(1);
  expect(diagnostics).toContain("there is only 1 value");
});

test("forecastCommand --batch writes a table that other programs read", async () => {
  const [batch, info, out] = ["values.csv", "info.csv", "out/forecasts.csv"].map((name) => join(folder, name));
  writeFileSync(batch!, "series_id,year,value\na,2030,10\na,2031,12\nz,2030,0\nz,2031,0\n");
  writeFileSync(info!, "series_id,h\na,2\nz,2\n");
  const { exit, diagnostics } = await forecast({ batch, info, out });
  // The series of zeros is refused and told; the other is written all the same.
  expect(exit).toBe(1);
  expect(diagnostics).toContain("every value is 0");
  expect(diagnostics).toContain("forecasts of 1 series");
  expect(readFileSync(out!, "utf8").split("\n").length).toBe(4);
});

test("forecastCommand --batch ends with 1 when a table is wrong, and writes nothing", async () => {
  const [batch, info, out] = ["wrong.csv", "wrong-info.csv", "none.csv"].map((name) => join(folder, name));
  writeFileSync(batch!, "series_id,year,value\na,2030,ten\n");
  writeFileSync(info!, "series_id,h\na,2\n");
  const { exit, diagnostics } = await forecast({ batch, info, out });
  expect(exit).toBe(1);
  expect(diagnostics).toContain("csv/cell");
  expect(existsSync(out!)).toBe(false);
});

test("forecastCommand --rebuild-calibration tells what is wrong with the folder", async () => {
  const pool = mkdtempSync(join(folder, "pool-"));
  writeFileSync(join(pool, "half_info.csv"), "series_id,h\na,4\n");
  const { exit, diagnostics } = await forecast({ rebuildCalibration: pool, out: folder });
  expect(exit).toBe(1);
  expect(diagnostics).toContain("half_train.csv");
});
