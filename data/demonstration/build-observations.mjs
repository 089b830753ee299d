// Invent the observations of the demonstration: one path of the model is taken for the truth and reported as offices
// report, with flash figures, annual revisions and running totals. Run after `npm run build`:
//
//   node data/demonstration/build-observations.mjs > data/demonstration/observations.csv
//
// Nothing of it is an observation of any place.
import { readStudy, runStudy, seriesDraws, unwrap } from "../../dist/index.js";

/** The path that is taken for the truth: a draw of the scenario with the pandemic, and its random numbers. */
const truth = { scenario: "baseline", draw: 37, draws: 64, seed: 2025 };
const years = [2020, 2021, 2022, 2023, 2024, 2025];
const source = "示例：模型的一次模拟，不是统计数字";
const definition = "示例，编造";
/** Growth a year of the sample province's and nation's amounts, points a year of their shares. */
const peers = [
  { region: "示例省", scope: "全省", times: 26, growth: 0.021, points: 0.008 },
  { region: "示例全国", scope: "全国", times: 1050, growth: 0.028, points: 0.011 },
];
/** Share of a year's new jobs and training that comes by the end of June: more than half. */
const firstHalf = [0.56, 0.58, 0.55, 0.59, 0.57];

const study = unwrap(readStudy({ region: "yangquan", dataDir: "data", scenariosDir: "scenarios" }));
const run = unwrap(runStudy(study, { scenarios: [truth.scenario], draws: truth.draws, seed: truth.seed }));
const { ensemble } = run.results[0];
const rows = [];

const figureOf = (variable, year) => seriesDraws(ensemble, variable, year)[truth.draw];
const rounded = (value, decimals) => String(Number(value.toFixed(decimals)));

function add(parts) {
  const order = ["series", "region", "scope", "period", "year", "value", "low", "high", "unit", "basis"];
  const rest = ["grade", "source", "as_of", "vintage", "definition", "type", "disclosure"];
  const row = {
    scope: "全市",
    low: "",
    high: "",
    grade: "A",
    source,
    definition,
    type: "reported",
    disclosure: "public",
    ...parts,
  };
  rows.push([...order, ...rest].map((column) => row[column] ?? "").join(","));
}

const isFlow = (indicator) => ["cumulative", "mean_growth"].includes(indicator.target?.kind);
const basisOf = (indicator) => (isFlow(indicator) || indicator.baseline.period === "year" ? "annual" : "period_end");

for (const indicator of study.plan.indicators.filter((one) => one.series !== null && one.variable !== null)) {
  const { series, variable, unitText: unit, display } = indicator;
  const decimals = display.decimals + (display.percent ? 2 : 0);
  const basis = basisOf(indicator);
  for (const year of years.slice(1)) {
    const figure = figureOf(variable, year);
    const parts = { series, region: "示例市", period: "year", year, unit, basis, as_of: `${year}-12-31` };
    // The flash figure is a little off; the annual report puts it right.
    const flash = figure * (1 + (year % 2 === 0 ? 0.004 : -0.003));
    add({ ...parts, value: rounded(flash, decimals), grade: "B", vintage: `快报 ${year + 1}-01-25` });
    add({ ...parts, value: rounded(figure, decimals), vintage: `年报 ${year + 1}-06-30` });
    if (indicator.target?.kind === "cumulative") {
      const half = figure * firstHalf[year - 2021];
      const sofar = { period: "month", year: `${year}-06`, basis: "年初累计数", as_of: `${year}-06-30` };
      add({ ...parts, ...sofar, value: rounded(half, decimals), grade: "B", vintage: `快报 ${year}-07-20` });
    }
  }
  addPeers(indicator, decimals, basis);
}

/** Figures of the sample province and nation, on smooth paths. */
function addPeers(indicator, decimals, basis) {
  const { series, unitText: unit, baseline, target } = indicator;
  const figures = Object.values(baseline.readings).find((figure) => typeof figure === "number");
  for (const { region, scope, times, growth, points } of peers) {
    const isAmount = unit !== "1";
    const start = figures === undefined ? 0.9 : figures;
    const yearly = baseline.period === "sum" ? start / 5 : start;
    const at = (year) => {
      if (target?.kind === "mean_growth") return 0.05 + growth * 0.5;
      if (isAmount) return yearly * times * (1 + growth) ** (year - 2020);
      return Math.min(1, yearly + (target?.kind === "ceiling" ? 0 : points) * (year - 2020));
    };
    const whole = { series, region, scope, unit, vintage: "unknown" };
    if (baseline.period === "sum") {
      const value = rounded(start * times, decimals);
      add({ ...whole, period: "sum", year: "2016-2020", value, basis: "annual", as_of: "2020-12-31" });
    }
    for (const year of years) {
      const vintage = `年报 ${year + 1}-05-31`;
      add({
        ...whole,
        period: "year",
        year,
        value: rounded(at(year), decimals),
        basis,
        as_of: `${year}-12-31`,
        vintage,
      });
    }
  }
}

// The model starts from the highly skilled of the base year, which are no row of the plan.
const skilled = {
  series: "high_skilled_workers",
  region: "示例市",
  period: "year",
  year: 2020,
  unit: "万人",
  basis: "period_end",
};
add({ ...skilled, value: rounded(figureOf("high_skilled", 2020), 2), as_of: "2020-12-31", vintage: "unknown" });

for (const year of years) {
  const value = rounded(figureOf("total_population", year), 2);
  const parts = {
    series: "resident_population",
    region: "示例市",
    period: "year",
    year,
    unit: "万人",
    basis: "period_end",
  };
  add({ ...parts, value, as_of: `${year}-12-31`, vintage: `年报 ${year + 1}-03-31` });
}

const header =
  "series,region,scope,period,year,value,low,high,unit,basis,grade,source,as_of,vintage,definition,type,disclosure";
process.stdout.write(`${[header, ...rows.sort()].join("\n")}\n`);
