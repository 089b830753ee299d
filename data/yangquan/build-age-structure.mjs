/**
 * Builds the population by sex and single year of age at the end of the base year, for the model's first year.
 *
 *     node data/yangquan/build-age-structure.mjs <folder with the national file> [<file to write>]
 *
 * The city's own age structure was not found. What is known: the province's census of 2020 in wide bands, the city's
 * census total, and the nation by sex and single year of age. The nation gives the pattern inside the bands, so that
 * the small cohorts of 1959–61 and the large ones that follow stay where they are; the province gives the bands.
 *
 * A factor a band would put a step at each band's edge (up to a sixth at age 60), and the step would walk through the
 * years as a jump of retirements. So the factor on the nation's pattern is a smooth curve over age: of all curves that
 * give every band its census figure, the one whose second differences have the smallest sum of squares. The method is
 * that of pycnophylactic interpolation, which moves figures of areas to finer cells without changing any area's total.
 *
 * Reads `china_pop_single_age_sex_2010_2035.csv` from the folder (columns `age,gender_code,year,population`; where it
 * comes from stands in `data/README.md`) and `observations.csv` beside this file; writes
 * `model/tables/base-population.csv` beside it. Same input, same bytes.
 *
 * @see Tobler (1979), Smooth pycnophylactic interpolation for geographical regions, JASA 74(367).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const province = "山西省";
const city = "阳泉市";
const baseYear = 2020;
const oldest = 100;
/** Sexes as the model names them, with the code that the national file gives them. */
const sexes = /** @type {const} */ ([
  ["male", "1"],
  ["female", "2"],
]);

const defaultOutput = join(import.meta.dirname, "model/tables/base-population.csv");
const [rawFolder, output = defaultOutput] = process.argv.slice(2);
if (rawFolder === undefined) {
  throw new TypeError("build-age-structure: the folder with the national file is missing; see the head of this file");
}

const observations = readRows(join(import.meta.dirname, "observations.csv"));
const nation = nationalPattern(readRows(join(rawFolder, "china_pop_single_age_sex_2010_2035.csv")));
const population = fitToBands(nation, provincialBands(), observed(city, "resident_population"));
const lines = population.map(({ sex, age, value }) => `${sex},${age},${Number(value.toPrecision(6))}\n`);
writeFileSync(output, `sex,age,value\n${lines.join("")}`);

/**
 * Reads a CSV file whose first columns hold no quoted commas; later columns are not asked for.
 *
 * @param {string} file
 * @returns {Record<string, string>[]} the rows by column name.
 */
function readRows(file) {
  const [head = "", ...rows] = readFileSync(file, "utf8").trimEnd().split(/\r?\n/);
  const names = head.replace(/^\uFEFF/, "").split(",");
  return rows.map((row) => {
    const cells = row.split(",");
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ""]));
  });
}

/**
 * Gives a figure of the base year from the observations, in 万人.
 *
 * @param {string} region
 * @param {string} series
 */
function observed(region, series) {
  const isWanted = (/** @type {Record<string, string>} */ row) =>
    row.region === region && row.series === series && row.year === String(baseYear);
  const row = observations.find(isWanted);
  if (!row) throw new RangeError(`build-age-structure: observations lack ${series} of ${region} in ${baseYear}`);
  return Number(row.value);
}

/**
 * Gives the nation by sex and age at the end of the base year: the mean of the two middles of the year around it.
 *
 * @param {Record<string, string>[]} rows
 * @returns {number[][]} by sex in the order of `sexes`, then by age.
 */
function nationalPattern(rows) {
  const counts = new Map(rows.map((row) => [`${row.year} ${row.gender_code} ${row.age}`, Number(row.population)]));
  const at = (/** @type {string} */ key) => counts.get(key) ?? Number.NaN;
  return sexes.map(([, code]) =>
    Array.from({ length: oldest + 1 }, (_, age) => {
      return (at(`${baseYear} ${code} ${age}`) + at(`${baseYear + 1} ${code} ${age}`)) / 2;
    }),
  );
}

/**
 * Gives the province's census by bands of age: the decades of the census, cut at 15 and 65 by its broad bands.
 *
 * Ages are those of the census day, two months before the end of the year.
 *
 * @returns {{from: number, until: number, people: number}[]} bands in order, `until` included, people in 万人.
 */
function provincialBands() {
  const decades = Array.from({ length: 9 }, (_, i) => `population_age_${10 * i}_${10 * i + 9}`);
  /** People younger than an age, where that is known. */
  const younger = new Map([[0, 0]]);
  let total = 0;
  for (const [i, series] of [...decades, "population_age_90_plus"].entries()) {
    total += observed(province, series);
    younger.set(i < decades.length ? 10 * (i + 1) : oldest + 1, total);
  }
  younger.set(15, observed(province, "population_age_0_14"));
  younger.set(65, total - observed(province, "population_age_65_plus"));
  const edges = [...younger].sort(([a], [b]) => a - b);
  return edges.slice(1).map(([age, people], i) => {
    const [from, before] = edges[i] ?? [0, 0];
    return { from, until: age - 1, people: people - before };
  });
}

/**
 * Fits the nation's pattern to the bands by a smooth factor over age, the same for both sexes.
 *
 * @param {number[][]} pattern - by sex, then by age.
 * @param {{from: number, until: number, people: number}[]} bands
 * @param {number} total - what the result sums to.
 * @returns {{sex: string, age: number, value: number}[]}
 */
function fitToBands(pattern, bands, total) {
  const both = Array.from({ length: oldest + 1 }, (_, age) => sum(pattern.map((ages) => ages[age] ?? Number.NaN)));
  const provinceTotal = sum(bands.map(({ people }) => people));
  // The factor is near 1 when both sides are shares of their total.
  const nationTotal = sum(both);
  const weights = bands.map(({ from, until }) =>
    both.map((people, age) => (age >= from && age <= until ? people / nationTotal : 0)),
  );
  const factor = smoothest(
    weights,
    bands.map(({ people }) => people / provinceTotal),
  );
  return sexes.flatMap(([sex], place) =>
    (pattern[place] ?? []).map((people, age) => {
      return { sex, age, value: (total * people * (factor[age] ?? Number.NaN)) / nationTotal };
    }),
  );
}

/**
 * Finds the curve with the smallest sum of squared second differences for which each weighted sum has its value.
 *
 * @param {number[][]} weights - one row a condition.
 * @param {number[]} values - what each row's weighted sum must be.
 */
function smoothest(weights, values) {
  const points = weights[0]?.length ?? 0;
  const size = points + weights.length;
  // Lagrange's conditions: [D'D  W'; W  0] [curve; multipliers] = [0; values].
  const matrix = Array.from({ length: size }, () => new Array(size).fill(0));
  const difference = [1, -2, 1];
  for (let first = 0; first + 2 < points; first++) {
    difference.forEach((a, i) => {
      difference.forEach((b, j) => {
        matrix[first + i][first + j] += a * b;
      });
    });
  }
  weights.forEach((row, condition) => {
    row.forEach((weight, point) => {
      matrix[points + condition][point] = weight;
      matrix[point][points + condition] = weight;
    });
  });
  return solve(matrix, [...new Array(points).fill(0), ...values]).slice(0, points);
}

/**
 * Solves a system of linear equations by elimination with the largest pivot.
 *
 * @param {number[][]} matrix
 * @param {number[]} right
 * @returns {number[]}
 */
function solve(matrix, right) {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const candidates = rows.slice(column).map((row) => Math.abs(row[column] ?? 0));
    const pivot = column + candidates.indexOf(Math.max(...candidates));
    [rows[column], rows[pivot]] = [rows[pivot] ?? [], rows[column] ?? []];
    const top = rows[column];
    for (const row of rows.slice(column + 1)) {
      const share = row[column] / top[column];
      if (share !== 0) for (let i = column; i <= size; i++) row[i] -= share * top[i];
    }
  }
  const solution = new Array(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    const known = sum(solution.map((value, j) => (j > i ? value * rows[i][j] : 0)));
    solution[i] = (rows[i][size] - known) / rows[i][i];
  }
  return solution;
}

/** @param {number[]} values */
function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}
