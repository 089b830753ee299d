import { type BilingualProse, type Piece, prose } from "./prose.ts";

/** Words that tell one row of the plan. */
export const rowWords = {
  conclusion: (p: { wording: Piece; chance: Piece }): BilingualProse => ({
    zh: prose`${p.wording}，${p.chance}。`,
    en: prose`Verdict: ${p.wording} (${p.chance}). `,
  }),
  plainConclusion: (p: { wording: Piece }): BilingualProse => ({
    zh: prose`${p.wording}。`,
    en: prose`Verdict: ${p.wording}. `,
  }),
  reason: (p: { wording: Piece; reason: Piece }): BilingualProse => ({
    zh: prose`${p.wording}：${p.reason}`,
    en: prose`Verdict: ${p.wording}. ${p.reason} `,
  }),
  target: (p: { condition: Piece }): BilingualProse => ({
    zh: prose`规划目标为${p.condition}`,
    en: prose`The target is ${p.condition}`,
  }),
  noTarget: (): BilingualProse => ({ zh: prose`规划目标尚未公布`, en: prose`No target has been published` }),
  inYear: (p: { year: Piece; condition: Piece }): BilingualProse => ({
    zh: prose`${p.year}年${p.condition}`,
    en: prose`${p.condition} in ${p.year}`,
  }),
  summed: (p: { years: Piece; condition: Piece }): BilingualProse => ({
    zh: prose`${p.years}累计${p.condition}`,
    en: prose`${p.condition} summed over ${p.years}`,
  }),
  onAverage: (p: { years: Piece; condition: Piece }): BilingualProse => ({
    zh: prose`${p.years}年均${p.condition}`,
    en: prose`${p.condition} on average over ${p.years}`,
  }),
  everyYear: (p: { years: Piece; condition: Piece }): BilingualProse => ({
    zh: prose`${p.years}每年${p.condition}`,
    en: prose`${p.condition} in every year of ${p.years}`,
  }),
  comparisons: {
    ">=": (): BilingualProse => ({ zh: prose`不低于`, en: prose`at least ` }),
    ">": (): BilingualProse => ({ zh: prose`高于`, en: prose`more than ` }),
    "<=": (): BilingualProse => ({ zh: prose`不高于`, en: prose`at most ` }),
    "<": (): BilingualProse => ({ zh: prose`低于`, en: prose`less than ` }),
  },
  baselineYearEnd: (p: { year: Piece; value: Piece }): BilingualProse => ({
    zh: prose`，${p.year}年底基数为${p.value}`,
    en: prose`, from ${p.value} at the end of ${p.year}`,
  }),
  baselineYear: (p: { year: Piece; value: Piece }): BilingualProse => ({
    zh: prose`，${p.year}年为${p.value}`,
    en: prose`; in ${p.year} it was ${p.value}`,
  }),
  baselineSum: (p: { years: Piece; value: Piece }): BilingualProse => ({
    zh: prose`，${p.years}合计为${p.value}`,
    en: prose`; the sum over ${p.years} was ${p.value}`,
  }),
  baselinePrinted: (p: { year: Piece; printed: Piece }): BilingualProse => ({
    zh: prose`，${p.year}年基数规划只印为“${p.printed}”`,
    en: prose`; for ${p.year} the plan prints only “${p.printed}”`,
  }),
  toRise: (p: { change: Piece }): BilingualProse => ({
    zh: prose`，需增加${p.change}`,
    en: prose`: a rise of ${p.change}`,
  }),
  mayFall: (p: { change: Piece }): BilingualProse => ({
    zh: prose`，目标比基数低${p.change}`,
    en: prose`: the target lies ${p.change} below the baseline`,
  }),
  stop: (): BilingualProse => ({ zh: prose`。`, en: prose`. ` }),
  measured: (p: { year: Piece; value: Piece }): BilingualProse => ({
    zh: prose`最近的实际值为${p.year}年的${p.value}`,
    en: prose`The latest observed value is ${p.value}, of ${p.year}`,
  }),
  pace: (p: { tier: Piece }): BilingualProse => ({
    zh: prose`，按时间进度衡量${p.tier}`,
    en: prose`: against the time that has passed, ${p.tier}`,
  }),
  fact: (p: { statistic: Piece; value: Piece; side: Piece }): BilingualProse => ({
    zh: prose`${p.statistic}实际为${p.value}${p.side}。`,
    en: prose`In fact ${p.statistic} was ${p.value}${p.side}. `,
  }),
  atLeast: (): BilingualProse => ({ zh: prose`不低于`, en: prose`at least ` }),
  atMost: (): BilingualProse => ({ zh: prose`不高于`, en: prose`at most ` }),
  simulated: (p: {
    tense: Piece;
    statistic: Piece;
    median: Piece;
    side: Piece;
    share: Piece;
    lower: Piece;
    upper: Piece;
  }): BilingualProse => ({
    zh: prose`${p.tense}，${p.statistic}的中位数为${p.median}${p.side}，${p.share}的模拟结果在${p.lower}至${p.upper}之间。`,
    en: prose`${p.tense}: the median of ${p.statistic} is ${p.median}${p.side}, and ${p.share} of the simulations lie between ${p.lower} and ${p.upper}. `,
  }),
  tenses: {
    forecast: (): BilingualProse => ({ zh: prose`据测算`, en: prose`Forecast` }),
    retrospective: (): BilingualProse => ({ zh: prose`据回溯测算`, en: prose`Retrospective estimate` }),
    fact: (): BilingualProse => ({ zh: prose`据实际结果`, en: prose`Fact` }),
  },
  above: (p: { gap: Piece }): BilingualProse => ({
    zh: prose`，比目标值高${p.gap}`,
    en: prose`, ${p.gap} above the target`,
  }),
  below: (p: { gap: Piece }): BilingualProse => ({
    zh: prose`，比目标值低${p.gap}`,
    en: prose`, ${p.gap} below the target`,
  }),
  statistics: {
    end_year: (p: { years: Piece }): BilingualProse => ({ zh: prose`${p.years}`, en: prose`the value of ${p.years}` }),
    sum: (p: { years: Piece }): BilingualProse => ({ zh: prose`${p.years}合计`, en: prose`the sum over ${p.years}` }),
    worst_year: (p: { years: Piece }): BilingualProse => ({
      zh: prose`${p.years}最差年份`,
      en: prose`the worst year of ${p.years}`,
    }),
    period_mean: (p: { years: Piece }): BilingualProse => ({
      zh: prose`${p.years}平均`,
      en: prose`the mean over ${p.years}`,
    }),
    geometric_mean: (p: { years: Piece }): BilingualProse => ({
      zh: prose`${p.years}年均`,
      en: prose`the mean growth over ${p.years}`,
    }),
  },
  metLater: (p: { year: Piece }): BilingualProse => ({
    zh: prose`按中位情形，到${p.year}年才能达到目标水平。`,
    en: prose`In the median case the target's level is reached in ${p.year}. `,
  }),
  asPublished: (): BilingualProse => ({
    zh: prose`按公布的精度取整，结论相反，请以原值核实。`,
    en: prose`Rounded as it was published it would come out the other way; please check with the exact value. `,
  }),
  drivers: (p: { sentence: Piece }): BilingualProse => ({ zh: prose`${p.sentence}`, en: prose`${p.sentence} ` }),
  alert: (p: { level: Piece }): BilingualProse => ({
    zh: prose`列入${p.level}。`,
    en: prose`Reported as: ${p.level}.`,
  }),
} as const;
