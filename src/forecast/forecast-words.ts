import type { Bilingual } from "../core/bilingual.ts";
import type { ForecastMethod, QuantityKind } from "./forecast.ts";

/** Names of the methods. */
export const methodWords: Readonly<Record<ForecastMethod, Bilingual>> = {
  combination: { zh: "组合预测", en: "combination" },
  naive: { zh: "末值外推", en: "last value" },
  drift: { zh: "平均增量外推", en: "drift" },
  shrunken_drift: { zh: "收缩的平均增量外推", en: "shrunken drift" },
  theta: { zh: "theta 法", en: "theta" },
  damped_trend: { zh: "阻尼趋势", en: "damped trend" },
  scaled_logit: { zh: "logit 增长曲线", en: "scaled logit" },
  gompertz: { zh: "Gompertz 增长曲线", en: "Gompertz curve" },
};

/** Names of the kinds of quantity. */
export const kindWords: Readonly<Record<QuantityKind, Bilingual>> = {
  level: { zh: "存量", en: "level" },
  flow: { zh: "流量", en: "flow" },
  rate: { zh: "比率", en: "rate" },
  share: { zh: "比重", en: "share" },
};

/** Why a method was taken. */
export const whyWords = {
  asked: { zh: "按要求选用。", en: "It was asked for." },
  amounts: {
    zh: "短序列不宜自动选模型：把按显著性收缩的平均增量（三分之二）与 theta 法（三分之一）组合，检验中优于其中任何一种。",
    en: "Short series cannot choose a model: the shrunken drift (two thirds) and theta (one third) together did better on past series than either.",
  },
  proportions: {
    zh: "比率和比重很少有持续的趋势：与存量、流量同样组合，但趋势收缩得更多。",
    en: "Rates and shares seldom keep a trend: the same combination as for amounts, with the trend shrunk harder.",
  },
  coverage: {
    zh: "比重已升到上限附近：取两条向上限弯曲的增长曲线的平均。",
    en: "The share has risen near its upper bound: the mean of two growth curves that bend towards the bound.",
  },
  two: {
    zh: "只有两个值：最后一个值加一半的增量。",
    en: "There are two values only: the last one, and half of the change a year.",
  },
} as const satisfies Record<string, Bilingual>;

/** What a reader should know before using the figures. */
export const noteWords = {
  filled: (p: { count: number }): Bilingual => ({
    zh: `缺 ${p.count} 个年份的数值，按前后直线补上，不计入样本。`,
    en: `${p.count === 1 ? "1 missing year was" : `${p.count} missing years were`} filled by a straight line and not counted as values.`,
  }),
  constant: (): Bilingual => ({
    zh: "历年数值相同：区间只按该数值的固定比例给出。",
    en: "All values are equal: the intervals rest on a fixed share of the value alone.",
  }),
  few: (): Bilingual => ({
    zh: "不足 4 个值：区间主要来自同类序列的经验，很宽。",
    en: "Fewer than 4 values: the intervals rest on other series more than on this one, and are wide.",
  }),
  unlikePool: (): Bilingual => ({
    zh: "经验误差库里没有这类无界比率：区间加宽一成。",
    en: "The pool of past errors holds no rates without bounds: intervals are widened by a tenth.",
  }),
  otherMethod: (): Bilingual => ({
    zh: "区间按组合预测的过去误差标定，未按所选方法标定。",
    en: "Intervals are calibrated on past errors of the combination, not of the method asked for.",
  }),
  siblings: (p: { origins: number; factor: number }): Bilingual => ({
    zh: `同类序列的 ${p.origins} 次回测把区间宽度调为 ${p.factor.toFixed(2)} 倍。`,
    en: `${p.origins} backtests of sibling series set the width of the intervals to ${p.factor.toFixed(2)} times the usual.`,
  }),
} as const;
