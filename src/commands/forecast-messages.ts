import { type Bilingual, plain } from "../core/bilingual.ts";

/** What `forecast` says. */
export const forecastMessages = {
  inUnit: (p: { unit: string }): Bilingual => ({ zh: `单位：${p.unit}`, en: `in ${p.unit}` }),
  forecastKind: plain("类型", "kind"),
  forecastMethodWord: plain("方法", "method"),
  forecastValues: plain("数值", "values"),
  forecastSource: plain("来源", "source"),
  forecastNote: plain("说明", "note"),
  forecastBacktest: plain("回测", "backtest"),
  valuesSpan: (p: { count: number; from: number; to: number }): Bilingual => ({
    zh: `${p.from}—${p.to} 年共 ${p.count} 个`,
    en: `${p.count} from ${p.from} to ${p.to}`,
  }),
  backtestResult: (p: { count: number; mase: string; inside80: number; inside95: number }): Bilingual => ({
    zh: `从过去各年出发的 ${p.count} 个预测，平均误差为历年平均变动的 ${p.mase} 倍，落在 80% 区间内的 ${p.inside80} 个，95% 区间内的 ${p.inside95} 个`,
    en: `${p.count} forecasts from years of the past were off by ${p.mase} times the mean yearly change; ${p.inside80} lay inside the 80% interval, ${p.inside95} inside the 95% one`,
  }),
  horizonSum: plain("合计", "sum"),
  horizonMean: plain("平均", "mean"),
  interval: (p: { percent: number }): Bilingual => ({ zh: `${p.percent}% 区间`, en: `${p.percent}% interval` }),
  forecastRefused: (p: { series: string; message: string; mend: string }): Bilingual => ({
    zh: `序列 \`${p.series}\` 无法预测：${p.message}${p.mend}`,
    en: `the series \`${p.series}\` cannot be forecast: ${p.message} ${p.mend}`,
  }),
  notObserved: (p: { series: string; place: string; places: string }): Bilingual => ({
    zh: `没有 \`${p.series}\` 在 ${p.place} 的年度数值；有数值的地区：${p.places}，用 --place 选择。`,
    en: `there is no yearly value of \`${p.series}\` for ${p.place}; it is observed for ${p.places}: choose with --place.`,
  }),
  unknownSeries: (p: { name: string; choice: Bilingual }): Bilingual => ({
    zh: `没有观测序列 \`${p.name}\`。${p.choice.zh}`,
    en: `there is no observed series \`${p.name}\`: ${p.choice.en}`,
  }),
  wrongHorizon: (p: { given: string; longest: number }): Bilingual => ({
    zh: `--horizon 要 1 到 ${p.longest} 的整数，给出的是 ${p.given}。`,
    en: `--horizon must be a whole number from 1 to ${p.longest}; got ${p.given}.`,
  }),
  wrongBounds: (p: { given: string }): Bilingual => ({
    zh: `--bounds 要写成 0..100、0.. 或 ..100 这样，给出的是 ${p.given}。`,
    en: `--bounds must be written like 0..100, 0.. or ..100; got ${p.given}.`,
  }),
  batchNeeds: plain(
    "--batch 要与 --info 和 --out 一起用，--rebuild-calibration 要与 --out 一起用。",
    "--batch needs --info and --out; --rebuild-calibration needs --out.",
  ),
  forecastNeeds: plain(
    "请给出要预测的序列，或用 --batch 预测许多序列。",
    "name the series to forecast, or forecast many with --batch.",
  ),
  batchWritten: (p: { path: string; count: number }): Bilingual => ({
    zh: `已写入 ${p.path}：${p.count} 个序列的预测。`,
    en: `${p.path} written: forecasts of ${p.count} series.`,
  }),
} as const;
