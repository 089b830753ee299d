import { type SyntheticVariable, sectorNames, sectorVariables, sharedVariables } from "./synthetic-equations.ts";

/** Size of a synthetic model. */
export interface SyntheticSize {
  /** Sectors of forty-one equations each, beside twenty-one shared ones. */
  readonly sectors: number;
  /** Age groups of the people: 17 groups of five years, or single years. */
  readonly ageGroups: number;
  /** Years after the base year. */
  readonly years: number;
}

/** The size for which the goals of the engine are stated: 144 equations, 24 stocks, 16 years, 40 outcomes. */
export const standardSize: SyntheticSize = { sectors: 3, ageGroups: 17, years: 15 };

/** Name of the folder of the synthetic region. */
export const syntheticName = "synthetic";

const baseYear = 2020;
const mark = "# Synthetic: made by a generator for measuring; no number here is an observation of anything.\n";

/**
 * Make the files of a region whose model is like a typical one of the field and means nothing.
 *
 * In the standard size: 144 equations of which 24 are stocks, one of them by age, 30 uncertain inputs, 9 look-ups and
 * 24 exponentials and logarithms a step, 40 outcomes, 6 scenarios.
 *
 * @returns texts by path from the folder that holds `data/` and `scenarios/`.
 */
export function syntheticRegion(size: SyntheticSize): ReadonlyMap<string, string> {
  const sectors = sectorNames(size.sectors);
  const [data, scenarios] = [`data/${syntheticName}`, `scenarios/${syntheticName}`];
  const files = new Map([
    [`${data}/plan.yaml`, planText(size)],
    [`${data}/observations.csv`, observationsText],
    [`${data}/model/everything.yaml`, modelText(size, sectors)],
  ]);
  for (const [i, id] of ["baseline", "low", "middle", "high", "shift_only", "most"].entries()) {
    files.set(`${scenarios}/${id}.yaml`, scenarioText(id, i, sectors, size));
  }
  return files;
}

const observationsText =
  "series,region,scope,period,year,value,low,high,unit,basis,grade,source,as_of,vintage,definition,type,disclosure\n";

function planText({ years }: SyntheticSize): string {
  const last = baseYear + years;
  return `${mark}label: {zh: 合成规划, en: Synthetic plan}
place: {zh: 合成地区, en: Synthetic region}
observed_as: 合成地区
base_year: ${baseYear}
first_year: ${baseYear + 1}
last_year: ${last}
indicators:
  income:
    label: {zh: 收入指数, en: Income index}
    unit: 1
    variable: income
    attribute: indicative
    baseline: {period: year_end, year: ${baseYear}, value: 1}
    target: {kind: floor, comparison: ">=", value: 1.3, year: ${last}}
    place: {zh: 无, en: nowhere}
    printed: {}
`;
}

function modelText(size: SyntheticSize, sectors: readonly string[]): string {
  const variables = [
    ...sharedVariables(sectors, size.ageGroups - 1),
    ...sectors.flatMap((sector, i) => sectorVariables(sector, i < 3)),
  ];
  return [
    `${mark}sector: {id: everything, zh: 全部, en: Everything}`,
    `dimensions: {age: 0..${size.ageGroups - 1}}`,
    "variables:",
    ...variables.map(variableText),
    "tables:",
    ...tableTexts(size),
    "assumptions:",
    ...assumptionTexts(size, sectors),
    "levers:",
    ...sectors.flatMap((s) => [leverText(`push_${s}`), leverText(`shift_${s}`)]),
    `correlations: [${sectors.map((s) => `[trend_${s}, elasticity_${s}, 0.3]`).join(", ")}]`,
    "",
  ].join("\n");
}

function variableText({ name, equation, initial, over, isReported }: SyntheticVariable): string {
  const written = equation.startsWith("[") ? equation : JSON.stringify(equation);
  const entries = [
    `label: {zh: ${name}, en: ${name}}`,
    "unit: 1",
    ...(over ? [`over: [${over}]`] : []),
    ...(initial === undefined ? [] : [`initial: ${JSON.stringify(initial)}`]),
    ...(isReported ? ["report: true"] : []),
    `equation: ${written}`,
  ];
  return `  ${name}: {${entries.join(", ")}}`;
}

/** Tables by age, at 17 groups over a life whatever their number, and three tables of points. */
function tableTexts({ ageGroups }: SyntheticSize): string[] {
  const byAge = (name: string, valueAt: (group: number) => number) => {
    const values = Array.from({ length: ageGroups }, (_, k) => `${k}: ${rounded(valueAt((k * 17) / ageGroups))}`);
    return `  ${name}: {over: [age], unit: 1, values: {${values.join(", ")}}, basis: assumption}`;
  };
  const points = (name: string, list: string) => `  ${name}: {points: ${list}, unit: 1, x_unit: 1, basis: assumption}`;
  const isBetween = (k: number, from: number, until: number) => (k >= from && k < until ? 1 : 0);
  return [
    byAge("first_people", (k) => (1000 - 45 * k) * (17 / ageGroups)),
    byAge("stay", () => (ageGroups > 60 ? 0 : 0.8)),
    byAge("works", (k) => isBetween(k, 3, 13)),
    byAge("is_old", (k) => isBetween(k, 13, 99)),
    byAge("base_death_rate", (k) => Math.min(0.3, 0.0004 * Math.exp(0.42 * k))),
    byAge("base_births", (k) => isBetween(k, 3, 9) * 0.06 * Math.exp(-((k - 5.5) ** 2) / 3)),
    byAge("base_use", (k) => 0.25 * Math.exp(-((k - 7) ** 2) / 30)),
    byAge("cost_a_user", (k) => 0.2 + 0.05 * k),
    points("use_signals", "[[0, 0.1], [0.4, 0.3], [0.7, 0.8], [0.9, 1], [1, 1.3], [1.2, 1.7]]"),
    points("risks", "[[0, 1], [0.2, 1.05], [0.5, 1.18], [1, 1.35], [2, 1.6], [4, 1.9], [8, 2.1]]"),
    points("price_signals", "[[0, 0.9], [0.5, 0.96], [0.8, 1], [1, 1.06], [1.2, 1.15]]"),
  ];
}

function assumptionTexts({ ageGroups }: SyntheticSize, sectors: readonly string[]): string[] {
  const uncertain = (name: string, distribution: string) =>
    `  ${name}: {unit: 1, distribution: "${distribution}", basis: assumption}`;
  const none = (name: string) => `  ${name}: {unit: 1, value: 0, basis: assumption}`;
  return [
    uncertain("frailty", "lognormal(1, 0.1)"),
    uncertain("fertility", "normal(1, 0.08)"),
    uncertain("tax", "uniform(0.15, 0.3)"),
    `  move: {unit: 1, value: ${ageGroups > 60 ? 1 : 0.2}, basis: assumption}`,
    ...sectors.flatMap((s, i) => [
      uncertain(`trend_${s}`, "normal(0.018, 0.006)"),
      uncertain(`elasticity_${s}`, "triangular(0.2, 0.5, 1.1)"),
      uncertain(`first_cost_${s}`, `lognormal(${rounded(1.1 + 0.1 * (i % 8))}, 0.2)`),
      uncertain(`lifetime_${s}`, "pert(10, 18, 35)"),
      uncertain(`cleaning_${s}`, "uniform(0.25, 0.7)"),
      uncertain(`ceiling_${s}`, "triangular(0.6, 0.85, 1)"),
      uncertain(`delay_${s}`, "pert(1.5, 3, 7)"),
      uncertain(`learning_${s}`, "normal(0.25, 0.05)"),
      uncertain(`intensity_${s}`, "lognormal(0.74, 0.15)"),
      none(`push_${s}`),
      none(`shift_${s}`),
    ]),
  ];
}

function leverText(target: string): string {
  return `  more_${target}: {label: {zh: ${target}, en: ${target}}, acts_on: {${target}: {add: 1}}}`;
}

function scenarioText(id: string, strength: number, sectors: readonly string[], { years }: SyntheticSize): string {
  const last = baseYear + years;
  const lever = (name: string, most: number) =>
    `  ${name}: {${baseYear + 1}: ${rounded(most / years)}, ${last}: ${rounded(most)}}`;
  const levers = sectors.flatMap((s) => [
    lever(`more_push_${s}`, 0.06 * strength),
    lever(`more_shift_${s}`, 0.12 * strength),
  ]);
  return [
    `${mark}id: ${id}`,
    `label: {zh: ${id}, en: ${id}}`,
    `description: {zh: 合成情景, en: A synthetic scenario}`,
    ...(strength === 0 ? [] : ["levers:", ...levers]),
    "run: {seed: 1, sampling: sobol}",
    "",
  ].join("\n");
}

function rounded(value: number): number {
  return Number(value.toPrecision(7));
}
