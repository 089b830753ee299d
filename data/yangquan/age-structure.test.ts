import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readRegion } from "../../src/fixtures/run-region.ts";

// The population of the base year by sex and age: a table that a script made, held against what it was made from.

const folder = mkdtempSync(join(tmpdir(), "age-structure-"));
afterAll(() => rmSync(folder, { recursive: true }));

const table = readFileSync(join(import.meta.dirname, "model/tables/base-population.csv"), "utf8");
const people = table
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => {
    const [sex = "", age = "", value = ""] = line.split(",");
    return { sex, age: Number(age), value: Number(value) };
  });

function sumOf(isWanted: (age: number) => boolean, rows = people): number {
  return rows.reduce((sum, { age, value }) => (isWanted(age) ? sum + value : sum), 0);
}

const { observations } = readRegion("yangquan");

function observed(region: string, series: string): number {
  const found = observations.find((o) => o.region === region && o.series === series && o.year === 2020);
  return typeof found?.value === "number" ? found.value : Number.NaN;
}

test("every sex and age of the base year stands in the table and sums to the city's census total", () => {
  expect(people).toHaveLength(202);
  expect(people.every(({ value }) => value > 0)).toBe(true);
  // Each figure is rounded to six digits.
  expect(sumOf(() => true)).toBeCloseTo(observed("阳泉市", "resident_population"), 4);
});

test("the bands of the table have the province's shares of the census", () => {
  const total = sumOf(() => true);
  const province = observed("山西省", "resident_population");
  const bands = Array.from({ length: 9 }, (_, i) => [10 * i, 10 * i + 9, `population_age_${10 * i}_${10 * i + 9}`]);
  for (const [from, until, series] of [
    ...bands,
    [0, 14, "population_age_0_14"],
    [15, 59, "population_age_15_59"],
    [60, 100, "population_age_60_plus"],
    [65, 100, "population_age_65_plus"],
  ] as [number, number, string][]) {
    const share = sumOf((age) => age >= from && age <= until) / total;
    expect(share, series).toBeCloseTo(observed("山西省", series) / province, 5);
  }
});

test("no step between neighbouring ages at the edge of a band comes from putting the bands together", () => {
  // The nation on both sides of each edge, 万人, both sexes: mean of the middles of 2020 and 2021 (UN series).
  const nation: readonly [first: number, before: number, after: number][] = [
    [10, 1789.8, 1759.2],
    [15, 1641.3, 1612.4],
    [20, 1603.7, 1632.5],
    [30, 2177.7, 2441.1],
    [40, 2042.0, 1941.7],
    [50, 2477.2, 2533.6],
    [60, 1387.5, 1220.4],
    [65, 1609.0, 1584.0],
  ];
  for (const [first, before, after] of nation) {
    const step = sumOf((age) => age === first) / sumOf((age) => age === first - 1);
    expect(Math.abs(step / (after / before) - 1), String(first)).toBeLessThan(0.05);
  }
});

test("the small cohorts born in 1959–61 and the large ones after them are where the nation has them", () => {
  const bornIn = (year: number) => sumOf((age) => age === 2020 - year);
  expect(bornIn(1960)).toBeLessThan(0.65 * bornIn(1963));
  expect(bornIn(1960)).toBeLessThan(bornIn(1957));
});

/** Run the script on a national file that a test writes. */
function build(nation: readonly { sex: string; age: number; value: number }[]): string {
  const rows = nation.flatMap(({ sex, age, value }) =>
    [2020, 2021].map((year) => `${age},${sex === "male" ? 1 : 2},${year},${value}\n`),
  );
  writeFileSync(
    join(folder, "china_pop_single_age_sex_2010_2035.csv"),
    `age,gender_code,year,population\n${rows.join("")}`,
  );
  const output = join(folder, "built.csv");
  execFileSync(process.execPath, [join(import.meta.dirname, "build-age-structure.mjs"), folder, output]);
  return readFileSync(output, "utf8");
}

test("build-age-structure.mjs leaves a pattern alone that has the province's bands already", () => {
  const built = build(people.map((row) => ({ ...row, value: 7e4 * row.value })));
  const values = built
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => Number(line.split(",")[2]));
  expect(values).toHaveLength(people.length);
  for (const [place, { value }] of people.entries()) {
    expect(Math.abs((values[place] ?? Number.NaN) / value - 1)).toBeLessThan(5e-5);
  }
});

test("build-age-structure.mjs gives the same bytes for the same input, and any pattern the province's bands", () => {
  const nation = people.map(({ sex, age }) => ({ sex, age, value: 1e6 * Math.exp(-age / 60) }));
  const built = build(nation);
  expect(build(nation)).toBe(built);
  const rows = built
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").map(Number));
  const older = rows.reduce((sum, [, age = 0, value = 0]) => (age >= 60 ? sum + value : sum), 0);
  expect(older / observed("阳泉市", "resident_population")).toBeCloseTo(0.1892, 4);
});
