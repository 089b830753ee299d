import { expect, test } from "vitest";
import { moments } from "../core/moments.ts";
import { printIssues } from "../core/print-issues.ts";
import { type Ensemble, seriesDraws } from "../ensemble/ensemble.ts";
import { inventedProvince, type ProvinceFiles, readInventedProvince } from "../fixtures/invented-province.ts";
import type { Province } from "../inputs/province.ts";
import { type RunOptions, runStudy, unwrap } from "../run-study.ts";
import type { ProvinceRun } from "./province-run.ts";
import { runProvince } from "./run-province.ts";

const four = ["aldwick", "birchby", "cresting", "dunmere"];

function provinceOf(files: ProvinceFiles): Province {
  const read = readInventedProvince(files);
  if (!read.ok) throw new TypeError(printIssues(read.issues, "en"));
  return read.value;
}

function run(regions: readonly string[], options: RunOptions = {}): ProvinceRun {
  return unwrap(runProvince(provinceOf(inventedProvince(regions)), options));
}

function ensembleOf(result: ProvinceRun, scenario = "baseline"): Ensemble {
  const found = result.results.find((one) => one.scenario.id === scenario);
  return (found as ProvinceRun["results"][number]).ensemble;
}

const sdOf = (ensemble: Ensemble, name: string) => moments(seriesDraws(ensemble, name, 2030) as Float64Array).sd;

test("runProvince(…) spreads √R σ where regions are independent, R σ where they share, √(Rσᵤ² + R²σₛ²) where both", () => {
  const independent = inventedProvince(four);
  // Without correlations the three closed forms hold as they stand.
  const path = "data/invented_shared/model/people.yaml";
  const written = independent[path] as string;
  const files = { ...independent, [path]: written.slice(0, written.indexOf("correlations:")) };
  for (const sampling of ["sobol", "latin_hypercube", "monte_carlo"]) {
    const sampled = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [
        name,
        text.replace("until: 2033}", `until: 2033, sampling: ${sampling}}`),
      ]),
    );
    const { ensemble, togetherness } = unwrap(runProvince(provinceOf(sampled), { draws: 16384 }))
      .results[0] as ProvinceRun["results"][number];
    // Standard error of an sd of 16,384 draws: 0.55 %.
    expect(sdOf(ensemble, "own_people") / (2 * Math.sqrt(4)), sampling).toBeCloseTo(1, 1.5);
    expect(sdOf(ensemble, "common_people") / (3 * 4), sampling).toBeCloseTo(1, 1.5);
    expect(sdOf(ensemble, "people") / Math.sqrt(4 * 4 + 16 * 9), sampling).toBeCloseTo(1, 1.5);
    const at = (name: string) =>
      togetherness[ensemble.series.findIndex((s) => s.name === name) * ensemble.years.length] as number;
    expect(at("own_people")).toBeCloseTo(1, 1);
    expect(at("common_people")).toBeCloseTo(2, 1);
  }
});

test("runProvince(…) draws shared assumptions to the same bits in every region, correlated ones too", () => {
  const alone = ["aldwick", "birchby"].map((region) => ensembleOf(run([region, "elmstead"])));
  const both = ensembleOf(run(["aldwick", "birchby"]));
  const [a, b] = alone.map((ensemble) => seriesDraws(ensemble, "common_people", 2030)) as [Float64Array, Float64Array];
  expect(a).toEqual(b);
  expect(seriesDraws(both, "common_people", 2030)).toEqual(a);
});

test("runProvince(…) gives each region the same numbers whatever regions are beside it, in any order", () => {
  const some = run(["birchby", "aldwick"]).results;
  const more = run(four).results;
  for (const [place, result] of some.entries()) {
    for (const region of result.regions) {
      const other = more[place]?.regions.find((r) => r.region === region.region);
      expect(other?.verdicts).toEqual(region.verdicts);
      expect(other?.ensemble).toEqual(region.ensemble);
      expect(other?.identity).toEqual(region.identity);
    }
  }
  const order = run([...four].reverse());
  expect(order.results.map(({ ensemble }) => ensemble)).toEqual(more.map(({ ensemble }) => ensemble));
});

test("runProvince(…) adds up amounts, divides sums where plans say so, and says what it leaves out", () => {
  const { outcomes, results } = run(four);
  expect(outcomes.summed).toEqual(["own_people", "common_people", "people", "placed", "value_added"]);
  expect(outcomes.rates).toEqual([{ name: "placed_rate", numerator: "placed", denominator: "people" }]);
  expect(outcomes.leftOut).toEqual([{ name: "wage", reason: "money" }]);
  const { ensemble, regions } = results[0] as ProvinceRun["results"][number];
  const central = (e: Ensemble, name: string) =>
    e.central[e.series.findIndex((s) => s.name === name) * e.years.length + 3] as number;
  const added = regions.reduce((sum, region) => sum + central(region.ensemble, "people"), 0);
  expect(central(ensemble, "people")).toBe(added);
  const [rate, placed, people] = ["placed_rate", "placed", "people"].map(
    (name) => seriesDraws(ensemble, name, 2033) as Float64Array,
  );
  expect(rate).toEqual(placed?.map((value, i) => value / (people?.[i] as number)));
});

test("runProvince(…) refuses draws of a region that do not fit into memory", () => {
  expect(() => run(four, { drawBytes: 1000 })).toThrow("runProvince: the draws of a region must fit into 1000 bytes");
});

test("runProvince(…) keeps no draws where none are wanted, but their summary", () => {
  const { ensemble } = run(four, { keepDraws: false }).results[0] as ProvinceRun["results"][number];
  expect(ensemble.values).toBeNull();
  expect(ensemble.summary?.table.some(Number.isFinite)).toBe(true);
});

test("runStudy(study) of a region alone keys by name alone, and so gives other numbers", () => {
  const province = provinceOf(inventedProvince(four));
  const [study] = province.studies;
  const alone = unwrap(runStudy(study as NonNullable<typeof study>)).results[0];
  const within = unwrap(runProvince(province)).results[0]?.regions[0];
  expect(alone?.identity.hash).not.toBe(within?.identity.hash);
  expect(alone?.ensemble.central).toEqual(within?.ensemble.central);
  const chance = (verdicts: typeof within) => verdicts?.verdicts.verdicts[0]?.probability as number;
  expect(chance(within)).toBeCloseTo(alone?.verdicts.verdicts[0]?.probability as number, 1);
});
