import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withFigures } from "../fixtures/invented-figures-file.ts";
import { writeInventedRegion } from "../fixtures/write-invented-region.ts";
import { readStudy } from "../inputs/read-study.ts";
import { milestoneCorridor } from "../reachability/corridor.ts";
import { runStudy, unwrap } from "../run-study.ts";
import { fanChartData } from "./chart-data-from-ensemble.ts";
import { runCharts } from "./chart-files.ts";
import { comparisonChartData } from "./comparison-chart-data.ts";
import { contourChartData } from "./contour-chart-data.ts";
import { corridorChartData } from "./corridor-chart-data.ts";
import { jointMeans } from "./draw-summaries.ts";
import { flowChartData, levelsChartData, stocksChartData } from "./figure-chart-data.ts";
import { pyramidChartData } from "./pyramid-chart-data.ts";
import { timeToTargetChartData } from "./time-to-target-chart-data.ts";
import { timelineChartData } from "./timeline-chart-data.ts";

const folder = mkdtempSync(join(tmpdir(), "figures-"));
const study = unwrap(readStudy(writeInventedRegion(folder, withFigures)));
rmSync(folder, { recursive: true });
const run = unwrap(runStudy(study, { draws: 512, seed: 7 }));
const output = { ...run, language: "en" as const, versions: { planreach: "0", numbers: "1" } };
const baseline = run.results.find(({ scenario }) => scenario.id === "baseline")!;
const push = run.results.find((result) => result !== baseline)!;

test("flowChartData(run, result, figure) adds up: opening plus what flows in less what flows out is the closing stock", () => {
  const { opening, closing, inflows, outflows, other } = flowChartData(run, baseline, study.figures.flows[0]!)!;
  expect(opening.year).toBe(2030);
  expect(opening.value).toBeCloseTo(5.2, 12);
  const net = inflows[0]!.amount - outflows[0]!.amount;
  expect(opening.value + net).toBeCloseTo(closing.value, 10);
  expect(other).toBeNull();
});

test("flowChartData(run, result, figure) says what the listed flows leave unexplained", () => {
  const figure = { ...study.figures.flows[0]!, outflows: ["new_jobs"] };
  const { opening, closing, other } = flowChartData(run, baseline, figure)!;
  expect(other).toBeCloseTo(closing.value - opening.value, 10);
});

test("levelsChartData and stocksChartData show means that add up, ranges in order, and the target of the share", () => {
  const { levels, share, years } = levelsChartData(run, baseline, study.figures.levels[0]!)!;
  expect(levels.map(({ label }) => label.en)).toEqual(["Certified dockers", "Harbour jobs"]);
  expect(levels[1]?.values).toEqual(jointMeans(baseline.ensemble, ["certified_dockers", "harbour_jobs"], years)[1]);
  expect(share?.target).toEqual({ value: 0.45, year: 2035 });
  const { stocks } = stocksChartData(run, baseline, study.figures.stocks[0]!)!;
  for (const { lower, median, upper } of stocks) {
    for (const [i, middle] of median.entries()) {
      expect(lower[i]).toBeLessThanOrEqual(middle);
      expect(upper[i]).toBeGreaterThanOrEqual(middle);
    }
  }
});

test("pyramidChartData(run, result, figure) holds everybody: its bars add up to the model's own total", () => {
  const { bands, groups, laterYear } = pyramidChartData(run, baseline, study.figures.pyramids[0]!)!;
  expect(bands.map(({ ages }) => ages)).toEqual(["0–4", "5+"]);
  expect(groups.map(({ en }) => en)).toEqual(["north", "south"]);
  const sum = bands.reduce((total, { later }) => total + later[0] + later[1], 0);
  expect(sum).toBeCloseTo(jointMeans(baseline.ensemble, ["vessels"], [laterYear])[0]![0]!, 8);
});

test("contourChartData(input) counts the chance over both ranges, and is surer with both levers in full", () => {
  const { indicators, levers } = study.figures.maps[0]!;
  const data = contourChartData({
    study,
    model: run.model,
    scenario: { ...baseline.scenario, run: { ...baseline.scenario.run, draws: 256 } },
    indicators: study.plan.indicators.filter(({ id }) => indicators.includes(id)),
    levers,
    title: null,
    informationDate: "2030-12-31",
    hash: "abc",
  })!;
  expect(data.probabilities).toHaveLength(9);
  expect(data.probabilities[8]![8]).toBeGreaterThan(data.probabilities[0]![0]!);
  expect(data.lines.map(({ probability }) => probability)).toEqual(study.plan.assessment.probabilityClasses);
});

test("contourChartData(input) is null for a row that nothing models", () => {
  const input = {
    study,
    model: run.model,
    scenario: baseline.scenario,
    indicators: study.plan.indicators.filter(({ id }) => id === "night_ferry"),
    levers: ["training_volume", "training_quality"] as const,
    title: null,
    informationDate: "2030-12-31",
    hash: "abc",
  };
  expect(contourChartData(input)).toBeNull();
});

test("comparisonChartData(run, reference) is zero against itself and has the sign of the scenario's own effect", () => {
  const data = comparisonChartData(run)!;
  expect(data.scenarios.map(({ id }) => id)).toEqual([push.scenario.id]);
  const same = comparisonChartData({
    ...run,
    results: [baseline, { ...baseline, scenario: { ...baseline.scenario, id: "twin" } }],
  })!;
  for (const { differences } of same.rows) {
    for (const { lower, median, upper } of differences) expect([lower, median, upper]).toEqual([0, 0, 0]);
  }
  const jobs = data.rows.find(({ label }) => label.en === "Harbour jobs")!;
  expect(jobs.better).toBe(1);
  expect(jobs.differences[0]!.median).toBeGreaterThan(0);
});

test("comparisonChartData(run, reference) leaves out what shares no random numbers, and is null for one scenario", () => {
  const other = { ...push, scenario: { ...push.scenario, run: { ...push.scenario.run, seed: 8 } } };
  expect(comparisonChartData({ ...run, results: [baseline, other] })).toBeNull();
  expect(comparisonChartData({ ...run, results: [baseline] })).toBeNull();
  const data = comparisonChartData({ ...run, results: [baseline, push, other] })!;
  expect(data.notes[0]?.en).toContain(push.scenario.label.en);
});

test("timeToTargetChartData(run, result) gives the shares of the verdicts, which never fall", () => {
  const { rows, years } = timeToTargetChartData(run, baseline)!;
  expect(years[0]).toBe(2031);
  for (const { shares } of rows) expect(shares).toEqual([...shares].sort((a, b) => a - b));
  const verdict = baseline.verdicts.verdicts.find(({ indicator }) => indicator === "harbour_jobs")!;
  expect(rows[0]?.shares).toEqual(years.map((year) => verdict.firstYearMet?.by[year]));
});

test("timelineChartData(run, result) shows levers with their lag and events by their shape", () => {
  const { levers, events, years } = timelineChartData(run, push);
  expect(years[0]).toBe(2030);
  expect([...levers, ...events].length).toBeGreaterThan(0);
  for (const { strengths } of [...levers, ...events]) expect(strengths).toHaveLength(years.length);
});

test("corridorChartData(study, result, indicator, fan) takes pace and wires from the corridor of the row", () => {
  const indicator = study.plan.indicators.find(({ id }) => id === "harbour_jobs")!;
  const { ensemble, scenario, identity: runIdentity, verdicts } = baseline;
  const { plan, observations } = study;
  const verdict = verdicts.verdicts.find((one) => one.indicator === indicator.id)!;
  const fan = fanChartData({ ensemble, indicator, verdict, plan, observations, scenario, runIdentity })!;
  const data = corridorChartData(study, baseline, indicator, fan)!;
  const corridor = milestoneCorridor(indicator, plan, ensemble, scenario.readings)!;
  expect(data.pace).toEqual(corridor.years.map(({ year, needed }) => ({ year, value: needed })));
  expect(data.side).toBe("below");
  expect(data.soFar).toBe("year");
});

const report = { region: "tidewick", findings: [], trials: [], isComplete: true };

test("runCharts(run, report) names every chart once, the region's figures by their kind", () => {
  const { scenarios, together } = runCharts(output, report);
  const names = [...[...scenarios.values()].flat(), ...together].map(({ path }) => path);
  expect(new Set(names).size).toBe(names.length);
  for (const name of ["levels-dockers", "stocks-pair", "flow-jobs", "pyramid-fleet", "map-training", "timeline"]) {
    expect(names).toContain(`baseline/charts/${name}`);
  }
  expect(together.map(({ path }) => path)).toEqual(["overview", "comparison"]);
});

test("runCharts(run, report) draws of another scenario only what it changes: rows of another class, other figures", () => {
  const drawn = (results: typeof run.results) => {
    const { scenarios } = runCharts({ ...output, results }, report);
    return (scenarios.get(push.scenario.id) ?? []).map(({ path }) => path.split("/").at(-1));
  };
  const others = drawn(run.results);
  const classes = (result: typeof push) => result.verdicts.verdicts.map((verdict) => verdict.class);
  const before = classes(baseline);
  const moved = push.verdicts.verdicts.filter((verdict, i) => verdict.class !== before[i]);
  expect(moved.length).toBeGreaterThan(0);
  expect(others).toEqual(expect.arrayContaining([...moved.map(({ indicator }) => indicator), "timeline"]));
  expect(others.filter((name) => /-corridor$|-path$|^conflicts$|^map-/.test(name ?? ""))).toEqual([]);
  // The same draws under another name: nothing but its timetable and when targets are met, which every scenario has.
  const twin = { ...baseline, scenario: { ...baseline.scenario, id: push.scenario.id, label: push.scenario.label } };
  expect(drawn([baseline, twin])).toEqual(["time-to-target", "timeline"]);
  const alone = drawn([push]);
  expect(alone).toEqual(expect.arrayContaining(["harbour_jobs-corridor", "conflicts"]));
});

test("no chart of a run prints how many simulations there were", () => {
  const { scenarios, together } = runCharts(output, report);
  const text = JSON.stringify([...[...scenarios.values()].flat(), ...together].map(({ spec }) => spec));
  expect(/512 simulations|模拟512次|512 draws/.test(text)).toBe(false);
});
