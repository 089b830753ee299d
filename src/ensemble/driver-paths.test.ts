import { expect, test } from "vitest";
import { readChangedRegion } from "../fixtures/read-changed-region.ts";
import { forecastSeries } from "../forecast/forecast-series.ts";
import { samplePaths } from "../forecast/sample-paths.ts";
import { makeWasmKernel } from "../kernel/wasm-kernel.ts";
import { compileModel } from "../model/compile-model.ts";
import { makeJavascriptKernel } from "../model/javascript-kernel.ts";
import { makeTreeKernel } from "../model/tree-kernel.ts";
import { runStudy, unwrap } from "../run-study.ts";
import { bindScenario } from "./bind-scenario.ts";
import { drawSample } from "./draw-sample.ts";
import { centralValue, type Ensemble, seriesDraws } from "./ensemble.ts";
import { runScenario } from "./run-scenario.ts";

const observations = "data/tidewick/observations.csv";
const work = "data/tidewick/model/work.yaml";
const baseline = "scenarios/tidewick/baseline.yaml";

/** Persons of the labour force by year; the variable is in 万人. */
const labourForce = [
  [2025, 95_100],
  [2026, 96_300],
  [2027, 96_800],
  [2028, 98_200],
  [2029, 98_900],
  [2030, 100_200],
  [2031, 101_400],
] as const;

const rowOf = ([year, value]: readonly [number, number]) =>
  `labour_force,潮湾镇,全镇,year,${year},${value},,,人,period_end,A,劳动力调查,${year}-12-31,${year + 1}-06-30,常住,reported,public`;

function region(
  more: Parameters<typeof readChangedRegion>[0] = {},
  rows: readonly (readonly [number, number])[] = labourForce,
) {
  return readChangedRegion({
    [observations]: (text) => `${text.trimEnd()}\n${rows.map(rowOf).join("\n")}\n`,
    [work]: (text) => text.replace("  labour_force:\n", "  labour_force:\n    report: true\n"),
    [baseline]: (text) => text.replace("known_as_of", "drivers: {labour_force: forecast}\nknown_as_of"),
    ...more,
  });
}

const study = unwrap(region().result);
const at = (ensemble: Ensemble, year: number) => seriesDraws(ensemble, "labour_force", year) as Float64Array;
const run = (options: Parameters<typeof runStudy>[1] = {}) =>
  unwrap(runStudy(study, { scenarios: ["baseline"], ...options })).results[0].ensemble;

test("a driver follows its observations, then sample paths of their forecast keyed by its name", () => {
  const ensemble = run();
  expect(ensemble.notices.map(({ zh }) => zh)).toEqual([
    "劳动力不按模型方程：到2031年取观测值，此后取其预测的样本路径（7 个数值）。",
  ]);
  expect(new Set(at(ensemble, 2030))).toEqual(new Set([10.02]));
  expect(new Set(at(ensemble, 2031))).toEqual(new Set([10.14]));
  const years = labourForce.map(([year]) => year);
  const forecast = forecastSeries({ years, values: labourForce.map(([, value]) => value / 10_000), kind: "level" }, 4);
  if (!forecast.ok) throw new RangeError("the labour force can be forecast");
  const paths = samplePaths(forecast.forecast, 512, { seed: 7, name: "driver:labour_force" });
  for (const [step, year] of [2032, 2033, 2034, 2035].entries()) {
    const drawn = at(ensemble, year);
    for (let draw = 0; draw < 512; draw += 37) expect(drawn[draw]).toBeCloseTo(paths[draw * 4 + step], 12);
    expect(centralValue(ensemble, "labour_force", year)).toBeCloseTo(forecast.forecast.median[step], 12);
  }
});

test("a driver changes what follows from it and no other draw, and draw i is the same whatever their number", () => {
  const ensemble = run();
  const reported = {
    [work]: (text: string) => text.replace("  labour_force:\n", "  labour_force:\n    report: true\n"),
  };
  const other = unwrap(readChangedRegion(reported).result);
  const without = unwrap(runStudy(other, { scenarios: ["baseline"] })).results[0].ensemble;
  expect(seriesDraws(ensemble, "harbour_jobs", 2035)).toEqual(seriesDraws(without, "harbour_jobs", 2035));
  expect(seriesDraws(ensemble, "idle_share", 2035)).not.toEqual(seriesDraws(without, "idle_share", 2035));
  expect(at(run({ draws: 200 }), 2035)).toEqual(at(ensemble, 2035).subarray(0, 200));
});

test("every kernel gives the same bits with a driver", () => {
  const model = unwrap(compileModel(study));
  const [scenario] = study.scenarios;
  const bound = unwrap(bindScenario(study, model, scenario));
  const sample = drawSample(study.model, { ...scenario.run, draws: 300 });
  const kernels = [makeJavascriptKernel(model), makeTreeKernel(model), makeWasmKernel(model)];
  const [first, ...others] = kernels.map((kernel) => runScenario(bound, sample, kernel, study.plan));
  for (const one of others) {
    expect(one.values).toEqual(first.values);
    expect(one.central).toEqual(first.central);
  }
});

test("a driver reads no figure after the information date of the run or the scenario's known_as_of", () => {
  const early = run({ asOf: "2031-06-30" });
  // By mid-2031 the figure of 2029 was published and that of 2030 just so; the one of 2031 was not.
  expect(new Set(at(early, 2030))).toEqual(new Set([10.02]));
  expect(new Set(at(early, 2031)).size).toBeGreaterThan(500);
  const later = unwrap(region({}, [...labourForce.slice(0, 6), [2031, 1]]).result);
  const changed = unwrap(runStudy(later, { scenarios: ["baseline"], asOf: "2031-06-30" })).results[0].ensemble;
  expect(changed.values).toEqual(early.values);
  const known = unwrap(
    region({
      [baseline]: (text) => text.replace(/known_as_of.*/, "drivers: {labour_force: forecast}\nknown_as_of: 2031-06-30"),
    }).result,
  );
  expect(at(unwrap(runStudy(known, { scenarios: ["baseline"] })).results[0].ensemble, 2031)).toEqual(at(early, 2031));
});

test("a driver that is unknown, is none, or cannot be forecast is an issue at its line", () => {
  const withDrivers = (drivers: string) => ({
    [baseline]: (text: string) => text.replace("known_as_of", `drivers: {${drivers}}\nknown_as_of`),
  });
  const faults = [
    ["labour_fource: forecast", "name/unknown"],
    ["harbour_jobs: forecast", "scenario/not-a-driver"],
    ["labour_force: trend", "schema/choice"],
  ] as const;
  for (const [drivers, code] of faults) {
    const { issues, lineOf } = region(withDrivers(drivers));
    expect(issues.map((issue) => issue.code)).toEqual([code]);
    expect(issues[0].line).toBe(lineOf(baseline, drivers));
  }
  const unseen = runStudy(unwrap(readChangedRegion(withDrivers("labour_force: forecast")).result));
  expect(unseen.ok ? [] : unseen.issues.map(({ code }) => code)).toEqual([
    "scenario/driver-not-observed",
    "scenario/driver-not-observed",
  ]);
  const short = runStudy(unwrap(region({}, labourForce.slice(5, 6)).result), { scenarios: ["baseline"] });
  expect(short.ok ? [] : short.issues.map(({ code, message }) => [code, message.zh])).toEqual([
    ["scenario/driver-refused", "`labour_force` 不能预测：只有 1 个数值，看不出每年变动多少。"],
  ]);
  const wrong = region({
    [observations]: (text) => `${text.trimEnd()}\n${labourForce.map(rowOf).join("\n").replaceAll(",人,", ",套,")}\n`,
  });
  const unit = runStudy(unwrap(wrong.result), { scenarios: ["baseline"] });
  expect(unit.ok ? [] : unit.issues.map(({ code }) => code)).toEqual(["scenario/driver-unit"]);
});
