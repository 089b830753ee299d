import type { FlowChartData } from "../charts/flow-chart.ts";
import type { LevelsChartData } from "../charts/levels-chart.ts";
import type { LinePanelData, RangeSeries } from "../charts/line-panel.ts";
import type { StocksChartData } from "../charts/stocks-chart.ts";
import type { Bilingual } from "../core/bilingual.ts";
import type { FlowFigure, LevelsFigure, StocksFigure } from "../inputs/figures.ts";
import { targetInForce } from "../inputs/readings.ts";
import type { Plan, Study, VariableSource } from "../inputs/study.ts";
import { chartSource } from "./chart-source-words.ts";
import { jointMeans, yearlyRange, yearsHeld } from "./draw-summaries.ts";
import type { RunOutput, ScenarioOutput } from "./run-output.ts";
import { unitWords } from "./unit-words.ts";

/** Share of the stock below which what the listed flows leave unexplained is rounding. */
const roundingShare = 1e-9;

/** Prepare the figure of levels on top of each other; null when no year holds all of them. */
export function levelsChartData(
  run: Pick<RunOutput, "study">,
  result: ScenarioOutput,
  { label, variables, share }: LevelsFigure,
): LevelsChartData | null {
  const { study } = run;
  const { ensemble } = result;
  const years = yearsHeld(ensemble, share === null ? variables : [...variables, share]);
  if (years.length === 0) return null;
  const means = jointMeans(ensemble, variables, years);
  return {
    title: label,
    ...axisOf(study, variables[0]!),
    years,
    levels: variables.map((name, i) => ({ label: variableOf(study, name).label, values: means[i]! })),
    share: share === null ? null : panelOf(study, result, share, years),
    heading: figureHeading,
    footer: footerOf(study.plan, result),
  };
}

/** Prepare the figure of two stocks against each other; null when no year holds both. */
export function stocksChartData(
  run: Pick<RunOutput, "study">,
  result: ScenarioOutput,
  { label, variables, ratio }: StocksFigure,
): StocksChartData | null {
  const { study } = run;
  const { ensemble } = result;
  const years = yearsHeld(ensemble, ratio === null ? variables : [...variables, ratio]);
  if (years.length === 0) return null;
  const range = (name: string): RangeSeries => {
    return { label: variableOf(study, name).label, ...yearlyRange(ensemble, name, years) };
  };
  return {
    title: label,
    ...axisOf(study, variables[0]),
    years,
    stocks: [range(variables[0]), range(variables[1])],
    ratio: ratio === null ? null : panelOf(study, result, ratio, years),
    heading: figureHeading,
    footer: footerOf(study.plan, result),
  };
}

/** Prepare the account of a stock over the years of the plan; null when the simulation does not hold all of them. */
export function flowChartData(
  run: Pick<RunOutput, "study">,
  result: ScenarioOutput,
  { label, stock, inflows, outflows }: FlowFigure,
): FlowChartData | null {
  const { study } = run;
  const { ensemble } = result;
  const { baseYear, firstYear, lastYear } = study.plan;
  const flows = [...inflows, ...outflows];
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i);
  const held = yearsHeld(ensemble, [stock]);
  const isHeld = years.every((year) => yearsHeld(ensemble, flows).includes(year));
  if (!isHeld || !held.includes(baseYear) || !held.includes(lastYear)) return null;
  const [opening, closing] = jointMeans(ensemble, [stock], [baseYear, lastYear])[0] as [number, number];
  const sums = jointMeans(ensemble, flows, years).map((means) => means.reduce((sum, mean) => sum + mean, 0));
  const amounts = flows.map((name, i) => ({ label: variableOf(study, name).label, amount: sums[i]! }));
  const signed = amounts.reduce((sum, { amount }, i) => sum + (i < inflows.length ? amount : -amount), 0);
  const other = closing - opening - signed;
  return {
    title: label,
    ...axisOf(study, stock),
    opening: { year: baseYear, value: opening },
    closing: { year: lastYear, value: closing },
    inflows: amounts.slice(0, inflows.length),
    outflows: amounts.slice(inflows.length),
    other: Math.abs(other) > roundingShare * Math.abs(opening) ? other : null,
    heading: {
      zh: `${firstYear}—${lastYear}年合计，模拟的平均`,
      en: `summed over ${firstYear}–${lastYear}, mean of the simulation`,
    },
    footer: footerOf(study.plan, result),
  };
}

/** Heading of figures that no verdict goes with. */
export const figureHeading: Bilingual = { zh: "综合测算", en: "Overall estimate" };

/** What stands under a figure of one scenario. */
export function footerOf(plan: Plan, { scenario, identity }: ScenarioOutput) {
  return {
    scenario: scenario.label,
    informationDate: identity.informationDate,
    runHash: identity.hash,
    source: chartSource(plan),
  };
}

/** The variable of a name that was checked when the figures were read. */
function variableOf({ model }: Study, name: string): VariableSource {
  const variable = model.variables.find((one) => one.name === name);
  if (!variable) throw new RangeError(`variableOf: the model must have the variable; got ${name}`);
  return variable;
}

/** Unit and decimals of an axis: those of the row that the variable belongs to, else two decimals. */
export function axisOf(study: Study, name: string) {
  const { unit, unitText } = variableOf(study, name);
  const row = study.plan.indicators.find(({ variable }) => variable === name);
  const display = row?.display ?? { percent: false, decimals: 2 };
  return { unitLabel: unitWords({ unit, unitText, display }), display };
}

function panelOf(
  study: Study,
  { ensemble, scenario }: ScenarioOutput,
  name: string,
  years: readonly number[],
): LinePanelData {
  const row = study.plan.indicators.find(({ variable }) => variable === name);
  const value = row && targetInForce(row, scenario.readings)?.value;
  const target = value === undefined || !row?.target ? null : { value, year: row.target.year };
  const { label } = variableOf(study, name);
  return { label, display: axisOf(study, name).display, ...yearlyRange(ensemble, name, years), target };
}
