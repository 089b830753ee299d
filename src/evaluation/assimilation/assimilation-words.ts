import type { Bilingual } from "../../core/bilingual.ts";

/** Why a figure was not used. */
export const evidenceReasons = {
  otherUnit: (unit: string): Bilingual => ({ zh: `单位（${unit}）不同`, en: `in another unit (${unit})` }),
  otherDefinition: (definition: string): Bilingual => ({
    zh: `口径不同：${definition}`,
    en: `on another definition: ${definition}`,
  }),
  otherScope: (scope: string): Bilingual => ({ zh: `统计范围（${scope}）不同`, en: `of another scope (${scope})` }),
  partOfYear: (): Bilingual => ({ zh: "只涵盖一年的一部分", en: "covers only part of a year" }),
  notSimulated: (): Bilingual => ({ zh: "不在模拟年份之内", en: "outside the years simulated" }),
  startsFrom: (): Bilingual => ({
    zh: "是基年数，模拟由此出发，不用来检验模拟",
    en: "a figure of the base year: the run starts from it and is not held against it",
  }),
  sameInEveryDraw: (): Bilingual => ({
    zh: "各次模拟在该年取同一数值，无从比较",
    en: "every draw has the same value in that year, so the figure cannot tell them apart",
  }),
};

/** Why a method ran. */
export const methodReasons = {
  prior: (): Bilingual => ({
    zh: "截至信息日期没有可用的实际值，结果就是原来的测算。",
    en: "no usable figures by the information date: the result is the projection as it was.",
  }),
  importance: (p: { effective: number; shape: string; limit: string }): Bilingual => ({
    zh: `对原有的模拟按与实际值的吻合程度加权：有效次数 ${p.effective}，Pareto k = ${p.shape}（限值 ${p.limit}），可靠。`,
    en: `the prior draws, weighted by how well they agree with the figures: ${p.effective} effective draws, Pareto k = ${p.shape} (limit ${p.limit}), reliable.`,
  }),
  weightsFailed: (p: { effective: number; fewest: number; shape: string; limit: string }): Bilingual => ({
    zh: `加权不可靠（有效次数 ${p.effective}，至少应为 ${p.fewest}；Pareto k = ${p.shape}，限值 ${p.limit}）`,
    en: `weights would not be reliable (${p.effective} effective draws, at least ${p.fewest} wanted; Pareto k = ${p.shape}, limit ${p.limit})`,
  }),
  temperedSmc: (p: { failed: Bilingual; stages: number; members: number }): Bilingual => ({
    zh: `${p.failed.zh}，因此改用逐级退火的序贯蒙特卡罗：${p.stages} 级，${p.members} 个样本。`,
    en: `${p.failed.en}, so draws were moved by tempered sequential Monte Carlo: ${p.stages} stages, ${p.members} members.`,
  }),
  esMda: (p: { failed: Bilingual; stages: number; members: number; steps: number }): Bilingual => ({
    zh: `${p.failed.zh}，序贯蒙特卡罗到第 ${p.stages} 级失效，因此用集合平滑（ES-MDA，${p.members} 个样本、${p.steps} 步），结果是近似的。`,
    en: `${p.failed.en}, and sequential Monte Carlo broke down at stage ${p.stages}, so an ensemble smoother was used (ES-MDA, ${p.members} members, ${p.steps} steps); its result is an approximation.`,
  }),
  widened: (p: { why: Bilingual; factor: string }): Bilingual => ({
    zh: `${p.why.zh}实际值与模型相差大于所设误差，模型误差已放大到${p.factor}倍，区间相应变宽。`,
    en: `${p.why.en} The figures lie further from the model than the assumed errors allow, so its error was widened ${p.factor} times, and intervals with it.`,
  }),
};

/** What the data say about one assumption. */
export const contractionWords = {
  notConnected: (): Bilingual => ({
    zh: "数据未提供信息（没有实际值与它有关）",
    en: "the data say nothing about this (no figure depends on it)",
  }),
  notInformed: (): Bilingual => ({ zh: "数据未提供信息", en: "the data say nothing about this" }),
  informed: (p: { percent: number }): Bilingual => ({
    zh: `数据使方差缩小 ${p.percent}%`,
    en: `the data narrow its variance by ${p.percent} %`,
  }),
};

/** What a reader of the updated projection should know. */
export const assimilationNotices = {
  central: (): Bilingual => ({
    zh: "更新后的中心线是加权中位数，不是各假设取中值的一次模拟。",
    en: "the central line of the updated projection is the weighted median, not a run with every assumption at its value.",
  }),
  restart: (p: { halfLife: number }): Bilingual => ({
    zh: `预测从最后一个实际值开始；模型与实际值之差每 ${p.halfLife} 年减半（假设）。`,
    en: `the projection starts from the last figures; the model's departure from them halves every ${p.halfLife} years (an assumption).`,
  }),
  errors: (): Bilingual => ({
    zh: "实际值的测量误差与模型偏差是假设，见更新方法的设置。",
    en: "errors of measurement and of the model are assumptions, stated in the settings of the update.",
  }),
};
