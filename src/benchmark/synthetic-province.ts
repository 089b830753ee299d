import { fillUniforms, streamKey } from "../core/philox.ts";
import { syntheticAges, syntheticBands, syntheticMark, syntheticModel, syntheticSexes } from "./synthetic-model.ts";

/** Name of the synthetic province's folder. */
export const syntheticProvinceName = "synthetic_province";
const shared = "synthetic_shared";

/**
 * Make the files of a province of synthetic counties, of any number of them, to measure runs of many regions with.
 *
 * Nothing in it is data, and every file and label says so. Counties share one model; each has a table of people by sex
 * and age, one of participation and one of mortality, a plan with two rows and a scenario of its own.
 *
 * @param count - counties, 2 … 9,999; those of a smaller province are the first of a larger one.
 * @param seed - by which the numbers are made up.
 * @returns texts by path from a folder that holds `data` and `scenarios`.
 */
export function syntheticProvince(count: number, seed: number): ReadonlyMap<string, string> {
  const names = Array.from({ length: count }, (_, i) => `synthetic_${String(i + 1).padStart(4, "0")}`);
  const files = new Map<string, string>([
    [`data/${syntheticProvinceName}/province.yaml`, provinceText(names)],
    [`data/${shared}/model/synthetic.yaml`, syntheticModel],
    [`data/${shared}/observations.csv`, observationsText],
  ]);
  const standard = Array.from({ length: 4 }, () => 0.5);
  for (const [name, text] of tables(standard)) files.set(`data/${shared}/model/tables/${name}`, text);
  for (const name of names) {
    const numbers = new Float64Array(4);
    fillUniforms(numbers, streamKey(seed, name), 0, 0);
    for (const [table, text] of tables(numbers)) files.set(`data/${name}/model/tables/${table}`, text);
    files.set(`data/${name}/plan.yaml`, planText(name, numbers[3] as number));
    files.set(`scenarios/${name}/baseline.yaml`, scenarioText);
  }
  return files;
}

function provinceText(names: readonly string[]): string {
  const list = names.map((name) => `  - ${name}\n`).join("");
  return `${syntheticMark}label: {zh: 合成省（非真实）, en: Synthetic province (not real)}\nregions:\n${list}`;
}

/** @param numbers - 0 … 1: how large a county is, how old, how much it works, how much its people ask for. */
function tables(numbers: ArrayLike<number>): [name: string, text: string][] {
  const [size, oldness, work] = [numbers[0] as number, numbers[1] as number, numbers[2] as number];
  const people = syntheticSexes.flatMap((sex) =>
    Array.from({ length: syntheticAges }, (_, age) => {
      const share = Math.max(0, 1 - age / (syntheticAges + 5)) * (1 + (oldness * age) / syntheticAges);
      return `${sex},${age},${Math.round((500 + 3500 * size) * share)}\n`;
    }),
  );
  const byBand = (of: (band: (typeof syntheticBands)[number]) => number) =>
    `age_group,value\n${syntheticBands.map((band) => `${band.band},${of(band).toFixed(6)}\n`).join("")}`;
  return [
    ["base-population.csv", `sex,age,value\n${people.join("")}`],
    ["participation.csv", byBand(({ participation }) => participation * (0.9 + 0.15 * work))],
    ["mortality.csv", byBand(({ mortality }) => mortality * (0.8 + 0.4 * oldness))],
  ];
}

function planText(name: string, ambition: number): string {
  const target = (0.22 + 0.06 * ambition).toFixed(3);
  return `${syntheticMark}label: {zh: ${name} 合成规划（非真实）, en: Synthetic plan of ${name} (not real)}
place: {zh: ${name}（合成）, en: ${name} (synthetic)}
observed_as: ${name}
base_year: 2030
first_year: 2031
last_year: 2035
model: ../${shared}/model
observations: ../${shared}/observations.csv
indicators:
  certified_share:
    row: 1
    label: {zh: 持证占比（合成）, en: Share with a certificate (synthetic)}
    unit: 1
    display: {percent: true, decimals: 1}
    variable: certified_share
    share: {numerator: certified, denominator: employed}
    attribute: indicative
    baseline: {period: year_end, year: 2030, value: 0.22}
    target: {kind: share, comparison: ">=", value: ${target}, year: 2035}
    place: {zh: 合成, en: synthetic}
    printed: {baseline: "22%", target: "${target}"}
  employed_share:
    row: 2
    label: {zh: 就业率（合成）, en: Share in work (synthetic)}
    unit: 1
    display: {percent: true, decimals: 1}
    variable: employed_share
    share: {numerator: employed, denominator: labour_force}
    attribute: binding
    baseline: {period: year_end, year: 2030, value: 0.95}
    target: {kind: floor, comparison: ">=", value: 0.92, year: 2035}
    place: {zh: 合成, en: synthetic}
    printed: {baseline: "95%", target: "92%"}
`;
}

const scenarioText = `${syntheticMark}id: baseline
label: {zh: 基准（合成）, en: Baseline (synthetic)}
description: {zh: 合成情景，只用于测速。, en: A synthetic scenario for benchmarks.}
run: {draws: 1000, seed: 1, until: 2035}
`;

/** A figure of nowhere, because a region has observations. */
const observationsText =
  "series,region,scope,period,year,value,low,high,unit,basis,grade,source,as_of,vintage,definition,type,disclosure\n" +
  "residents,synthetic_nowhere,all,year,2030,1,,,人,period_end,D,synthetic,2030-12-31,unknown,synthetic,estimated,public\n";
