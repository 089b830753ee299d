import type { Bilingual, Language } from "../core/bilingual.ts";
import type { ChartTarget, FigureDisplay } from "./chart-data.ts";
import { comparisonSign, formatFigure } from "./format-figure.ts";

/** The fixed words that charts print. */
export const chartWords = {
  scenario: { zh: "情景", en: "Scenario" },
  informationDate: { zh: "信息截至", en: "Information as of" },
  source: { zh: "资料来源", en: "Source" },
  internal: { zh: "内部资料", en: "Internal" },
  run: { zh: "运行编号", en: "Run" },
  median: { zh: "模拟中位数", en: "Median of simulations" },
  observed: { zh: "实际值", en: "Observed" },
  planFigure: { zh: "规划基数", en: "Plan's own figure" },
  forecastMedian: { zh: "预测值（中位数）", en: "Forecast (median)" },
  method: { zh: "方法", en: "Method" },
  straightPath: { zh: "匀速达标路径", en: "Straight path to the target" },
  forbidden: { zh: "突破目标的一侧", en: "Side that breaks the target" },
  periodMean: { zh: "期间年均：中位数与90%区间", en: "Period mean: median and 90% interval" },
  periodMeanShort: { zh: "年均", en: "mean" },
  cumulativeShort: { zh: "累计", en: "sum" },
  expectedSum: { zh: "测算累计数（中位数）", en: "Projected sum (median)" },
  pace: { zh: "匀速达标需", en: "Even pace to the target" },
  gap: { zh: "目标年差距", en: "In the target year" },
  binding: { zh: "粗体为约束性指标，其余为预期性指标。", en: "Bold: binding targets; the others are indicative." },
  facts: {
    zh: "实线框为已有实际结果，虚线框为未作判断；其余为模拟推算的完成把握。",
    en: "Outlined: already decided by data; broken outline: not judged; filled: chance of being met in the simulations.",
  },
  onlyFacts: {
    zh: "实线框为已有实际结果，虚线框为未作判断。",
    en: "Outlined: decided by data; broken outline: not judged.",
  },
  alternative: {
    zh: "单元格右侧的小符号：模拟次数尚不足以与之区分的另一等级。",
    en: "A small symbol at the right of a cell: another class that the simulations are too few to tell apart.",
  },
  causalLevers: { zh: "措施", en: "Levers" },
  causalSectors: { zh: "作用于模型的部门", en: "Act in these sectors of the model" },
  causalRows: { zh: "可能影响的指标", en: "Rows they can move" },
  causalSubtitle: {
    zh: "按方程的结构，不论大小：措施作用于部门里的假设，指标由这些假设算出。",
    en: "By the structure of the equations, whatever the size: a lever acts on assumptions of a sector, rows depend on them.",
  },
  causalReading: {
    zh: "读法：部门到指标的线，表示至少有一项作用于该部门的措施可能影响它；每项措施各影响哪些指标，见同目录 model.html。灰字：与任何线都不相连。",
    en: "How to read: a line from a sector to a row says that at least one lever acting there can move it; which rows each lever can move stands in model.html beside this chart. Grey text: linked to nothing.",
  },
  runningSum: { zh: "图中为逐年累计数。", en: "The chart shows running sums." },
  yearlyRates: {
    zh: "色带为各年数值；目标比较的是期间年均，见右侧。",
    en: "Bands are yearly values; the target is held against the mean of the period, at the right.",
  },
  forecastReading: {
    zh: "读法：按过去同类预测的误差，实际值有一半的可能落在最深的色带内，95%的可能落在最浅的色带内。",
    en: "How to read: by the errors of past forecasts of this kind, the value will lie in the darkest band with a chance of one half, in the lightest with 95%.",
  },
  decidedReading: {
    zh: "读法：实心圆为实际值，目标完成与否已由它判定。",
    en: "How to read: filled circles are observed, and decide whether the target was met.",
  },
  decidedBands: {
    zh: "色带为模型不用实际值的模拟结果，供对照。",
    en: "Bands are what the model simulates without the observed values, for comparison.",
  },
  frozenAndActual: { zh: "基期测算与实际", en: "base year's projection and actual values" },
  pathsReading: {
    zh: "读法：实心圆为各年实际值，色带为基期测算（不用其后的实际值）中间80%的模拟结果，星号为目标；累计类指标画的是各年数，没有星号。",
    en: "How to read: filled circles are observed; bands are the middle 80% of what was simulated at the base year, without them; the star is the target. Of sums the yearly amounts are drawn, without a star.",
  },
  openPathsReading: {
    zh: "读法：实心圆为各年实际值；浅色带为基期测算（不用其后的实际值）、深色带为按实际值更新的测算，都含中间80%的模拟结果；星号为目标；累计类指标画的是各年数，没有星号。",
    en: "How to read: filled circles are observed; pale bands are what was simulated at the base year, without them, dark bands what is simulated after the update, each the middle 80%; the star is the target. Of sums the yearly amounts are drawn, without a star.",
  },
  reading: {
    zh: "读法：最深的色带含一半的模拟结果，最浅的含95%；色带越宽，把握越小。",
    en: "How to read: the darkest band holds half of the simulations, the lightest 95%; the wider, the less certain.",
  },
} as const satisfies Record<string, Bilingual>;

/** Name the scenario and what kind of figures follow, as the line below a title. */
export function scenarioLine(scenario: Bilingual, heading: Bilingual, language: Language): string {
  const [colon, gap] = language === "zh" ? ["：", "　"] : [": ", "  ·  "];
  return `${chartWords.scenario[language]}${colon}${scenario[language]}${gap}${heading[language]}`;
}

/** Say what a band is. */
export function bandWords(level: number, language: Language): string {
  const percent = `${Math.round(level * 100)}%`;
  return language === "zh" ? `中间${percent}的模拟结果` : `Middle ${percent} of simulations`;
}

/** Say what a band of a forecast is. */
export function forecastBandWords(level: number, language: Language): string {
  const percent = `${Math.round(level * 100)}%`;
  return language === "zh" ? `${percent}预测区间` : `${percent} interval`;
}

/** Write the bare condition of a target: ≥ 25. */
export function targetCondition(target: ChartTarget, display: FigureDisplay, language: Language): string {
  return `${comparisonSign(target.comparison)} ${formatFigure(target.value, display, language)}`;
}

/**
 * Say what a target asks and when: 2021—2025年累计 ≥ 9, ≥ 9 summed over 2021–2025.
 *
 * @param unit - said after the figure; left out where the axis says it.
 */
export function targetWords(target: ChartTarget, display: FigureDisplay, language: Language, unit = ""): string {
  const condition = targetCondition(target, display, language);
  const { zh, en } = targetPeriod(target);
  return language === "zh" ? `${zh} ${condition}${unit}` : `${condition}${unit === "" ? "" : ` (${unit})`} ${en}`;
}

function targetPeriod(target: ChartTarget): Bilingual {
  const { kind, rule, firstYear, year } = target;
  const span = { zh: `${firstYear}—${year}年`, en: `${firstYear}–${year}` };
  if (kind === "cumulative") return { zh: `${span.zh}累计`, en: `summed over ${span.en}` };
  if (kind === "mean_growth") return { zh: `${span.zh}年均`, en: `on average, ${span.en}` };
  if (kind === "floor" || kind === "share" || rule === "end_year") return { zh: `${year}年`, en: `in ${year}` };
  if (rule === "period_mean") return { zh: `${span.zh}平均`, en: `on average, ${span.en}` };
  return { zh: `${span.zh}每年`, en: `every year, ${span.en}` };
}
