import { type Bilingual, plain } from "../core/bilingual.ts";

/** A scenario and how often it was simulated. */
interface About {
  readonly scenario: Bilingual;
  readonly draws: number;
}

/** Where figures of a report come from, in words. */
export const provenanceWords = {
  run: plain("本次运行的设置", "settings of this run"),
  plan: plain("规划", "the plan"),
  row: (place: Bilingual): Bilingual => ({ zh: `规划，${place.zh}`, en: `the plan, ${place.en}` }),
  observed: (sources: Bilingual): Bilingual => ({
    zh: `实际值，来源：${sources.zh}`,
    en: `observed; source: ${sources.en}`,
  }),
  consistency: plain("规划自身衔接性检查", "the plan held against itself"),
  model: plain("模型假设表", "the model's table of assumptions"),
  definition: plain("本报告的约定", "a convention of this report"),
  counted: plain("由本报告逐项计数", "counted in this report"),
  settings: plain("本地区的设置", "settings of the region"),
  levers: plain("逐项单独模拟各措施（假设，未经评估）", "each lever simulated alone (an assumption, never evaluated)"),
  draws: plain(
    "本次模拟各次结果之间的秩相关或同时完成的频次",
    "rank correlation, or joint frequency, over the draws of this run",
  ),
  countedIn: ({ scenario }: About): Bilingual => ({
    zh: `“${scenario.zh}”情景下逐行计数`,
    en: `rows counted under “${scenario.en}”`,
  }),
  rowsMet: ({ scenario, draws }: About): Bilingual => ({
    zh: `“${scenario.zh}”情景模拟${draws}次，逐次计数完成的行`,
    en: `rows met, counted in each of ${draws} simulations of “${scenario.en}”`,
  }),
  joint: ({ scenario, draws }: About): Bilingual => ({
    zh: `“${scenario.zh}”情景模拟${draws}次，同时完成的次数占比`,
    en: `share of ${draws} simulations of “${scenario.en}” in which they are met together`,
  }),
  probability: ({ scenario, draws }: About): Bilingual => ({
    zh: `“${scenario.zh}”情景模拟${draws}次，完成的次数占比`,
    en: `share of ${draws} simulations of “${scenario.en}” in which it is met`,
  }),
  simulated: ({ scenario, draws }: About): Bilingual => ({
    zh: `“${scenario.zh}”情景模拟${draws}次的分位数`,
    en: `quantile of ${draws} simulations of “${scenario.en}”`,
  }),
  gap: ({ scenario, draws }: About): Bilingual => ({
    zh: `“${scenario.zh}”情景模拟${draws}次的中位数（或实际值）减规划目标`,
    en: `median of ${draws} simulations of “${scenario.en}” (or the observed value) less the plan's target`,
  }),
  firstYear: ({ scenario, draws }: About): Bilingual => ({
    zh: `“${scenario.zh}”情景模拟${draws}次，首次达到目标的年份`,
    en: `first year in which the target is met, ${draws} simulations of “${scenario.en}”`,
  }),
  scenario: ({ scenario }: About): Bilingual => ({
    zh: `“${scenario.zh}”情景的设置`,
    en: `settings of the scenario “${scenario.en}”`,
  }),
} as const;
