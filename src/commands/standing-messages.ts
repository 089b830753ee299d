import { type Bilingual, plain } from "../core/bilingual.ts";

/** Words of the milestones and of the conventions of progress side by side. */
export const standingMessages = {
  milestonesTitle: (p: { scenario: string }): Bilingual => ({
    zh: `序时进度与警戒线（${p.scenario}）`,
    en: `Milestones and trip-wires (${p.scenario})`,
  }),
  noTargets: plain("没有已公布的目标。", "No target has been published."),
  milestoneLine: plain("项", "line"),
  neededLine: plain("应达", "needed"),
  tripWireLine: plain("警戒线", "trip-wire"),
  perYear: plain("每年需", "per year"),
  growth: plain("年均增速", "growth"),
  firstMet: plain("首次达标", "first met"),
  afterYear: (p: { year: number }): Bilingual => ({ zh: `${p.year}年后`, en: `after ${p.year}` }),
  points: (p: { figure: string }): Bilingual => ({ zh: `${p.figure}个百分点`, en: `${p.figure} points` }),
  milestonesLegend: (p: { percent: string }): Bilingual => ({
    zh:
      `应达：按规划路径当年应达到的数，累计类为自首年起的合计，控制、保持和年均类为目标本身。` +
      `警戒线：当年比这更差时，目标仍能完成的机会不超过 ${p.percent}；– 模拟中很少差到能下此判断，× 当年如何都难以完成；警戒线比应达数更严，说明只照路径走还不够。` +
      `首次达标：各次模拟首次达标年份的中位数。`,
    en:
      `needed: what the plan's path has due by that year; of a sum the total so far, of limits and mean growths the target. ` +
      `trip-wire: when a year is worse than this, the chance that the target is still met is ${p.percent} at most; ` +
      `–: too few draws are ever so bad; ×: all but lost whatever the year brings; a trip-wire stricter than what is due says that keeping to the path is not enough. ` +
      `first met: median of the years in which the draws first meet the target.`,
  }),
  shareNumerator: (p: { name: string; needed: string; median: string }): Bilingual => ({
    zh: `分母照模拟，“${p.name}”需 ${p.needed}（模拟中位数 ${p.median}）`,
    en: `with the denominator as simulated, “${p.name}” has to be ${p.needed} (median ${p.median})`,
  }),
  shareDenominatorMost: (p: { name: string; needed: string; median: string }): Bilingual => ({
    zh: `分子照模拟，“${p.name}”至多 ${p.needed}（模拟中位数 ${p.median}）`,
    en: `with the numerator as simulated, “${p.name}” may be ${p.needed} at most (median ${p.median})`,
  }),
  shareDenominatorLeast: (p: { name: string; needed: string; median: string }): Bilingual => ({
    zh: `分子照模拟，“${p.name}”至少 ${p.needed}（模拟中位数 ${p.median}）`,
    en: `with the numerator as simulated, “${p.name}” has to be ${p.needed} at least (median ${p.median})`,
  }),
  shareWithTotal: (p: { total: string; whenMet: string; whenMissed: string }): Bilingual => ({
    zh: `“${p.total}”达标时本项概率 ${p.whenMet}，未达标时 ${p.whenMissed}`,
    en: `its chance is ${p.whenMet} where “${p.total}” meets its target and ${p.whenMissed} where it does not`,
  }),
  conventionsTitle: (p: { scenario: string }): Bilingual => ({
    zh: `各种进度算法对照（${p.scenario}）`,
    en: `Conventions of progress side by side (${p.scenario})`,
  }),
  measuredAt: (p: { date: string; value: string; target: string; elapsed: string }): Bilingual => ({
    zh: `${p.date} 为 ${p.value}，目标 ${p.target}，时间已过 ${p.elapsed}`,
    en: `${p.value} on ${p.date}, target ${p.target}, ${p.elapsed} of the time gone`,
  }),
  convention: plain("算法", "convention"),
  conventionValue: plain("值", "value"),
  conventionClass: plain("分级", "class"),
  scored: (p: { wording: string; score: string }): Bilingual => ({
    zh: `${p.wording}（评分 ${p.score}，满分 5）`,
    en: `${p.wording} (score ${p.score} of 5)`,
  }),
  dueNow: (p: { wording: string; due: string }): Bilingual => ({
    zh: `${p.wording}（按时间应为 ${p.due}）`,
    en: `${p.wording} (${p.due} is due by now)`,
  }),
  detailed: (p: { wording: string; detail: string }): Bilingual => ({
    zh: `${p.wording}（细分：${p.detail}）`,
    en: `${p.wording} (in detail: ${p.detail})`,
  }),
  requiredNow: (p: { years: string; perYear: string }): Bilingual => ({
    zh: `余下 ${p.years} 年每年需 ${p.perYear}。`,
    en: `The ${p.years} years left need ${p.perYear} a year.`,
  }),
  requiredGrowthNow: (p: { years: string; growth: string }): Bilingual => ({
    zh: `余下 ${p.years} 年年均需增长 ${p.growth}。`,
    en: `The ${p.years} years left need a growth of ${p.growth} a year.`,
  }),
  requiredBothNow: (p: { years: string; perYear: string; growth: string }): Bilingual => ({
    zh: `余下 ${p.years} 年每年需 ${p.perYear}，即年均增长 ${p.growth}。`,
    en: `The ${p.years} years left need ${p.perYear} a year, a growth of ${p.growth}.`,
  }),
  controlRoom: (p: { wording: string; margin: string }): Bilingual => ({
    zh: `${p.wording}，余量为目标的 ${p.margin}。`,
    en: `${p.wording}; the room left is ${p.margin} of the target.`,
  }),
  conventionsDiffer: (p: { text: string }): Bilingual => ({
    zh: `算法不一致：${p.text}`,
    en: `They differ. ${p.text}`,
  }),
  notMeasured: (p: { count: number; date: string; rows: string }): Bilingual => ({
    zh: `截至 ${p.date} 没有可用实测值的指标 ${p.count} 个（累计、年均和逐年控制类要有规划期内的每一年）：${p.rows}。`,
    en: `Rows without a measured value up to ${p.date}, ${p.count} (sums, means and limits need every year of the plan so far): ${p.rows}.`,
  }),
} as const;
