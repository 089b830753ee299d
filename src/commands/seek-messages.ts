import { type Bilingual, plain } from "../core/bilingual.ts";

/** What `seek` says around its findings, and what is said of options that it cannot take. */
export const seekMessages = {
  seekTitle: (p: { scenarios: string }): Bilingual => ({
    zh: `措施搜索（${p.scenarios}）`,
    en: `Lever search (${p.scenarios})`,
  }),
  seekLever: plain("措施", "lever"),
  seekNow: plain("现有力度", "now"),
  seekFound: plain("所需力度", "found"),
  seekBand: plain("误差范围", "error band"),
  seekBest: plain("最多", "at most"),
  seekCost: plain("单位投入", "unit effort"),
  seekGain: plain("每单位投入的百分点", "points per effort"),
  seekRow: plain("指标", "row"),
  seekScenario: plain("情景", "scenario"),
  seekAsked: plain("要求", "asked"),
  seekBefore: plain("原概率", "before"),
  seekAfter: plain("现概率", "after"),
  seekFresh: plain("复核", "checked"),
  seekMedian: plain("中位数", "median"),
  seekAlone: plain("各项措施单独使用", "Each lever alone"),
  seekSetAside: (p: { names: string }): Bilingual => ({
    zh: `作用很小或有害而未列入搜索：${p.names}。`,
    en: `Left out, because they hardly matter here or do harm: ${p.names}.`,
  }),
  seekFront: plain("概率与投入", "Effort by probability"),
  seekProbability: plain("概率", "probability"),
  seekEffort: plain("投入", "effort"),
  seekUnreached: plain("达不到", "out of reach"),
  seekFooter: (p: { draws: number; seed: number; fresh: number; date: string }): Bilingual => ({
    zh: `模拟 ${p.draws} 次，种子 ${p.seed}，复核用种子 ${p.fresh}；信息截至 ${p.date}。力度和投入都是假设，未经评估。`,
    en: `${p.draws} draws of seed ${p.seed}, checked on seed ${p.fresh}; information as of ${p.date}. Reach and effort of the levers are assumptions that nobody has evaluated.`,
  }),
  seekWritten: (p: { path: string }): Bilingual => ({
    zh: `已写成情景 ${p.path}。`,
    en: `Written as the scenario ${p.path}.`,
  }),
  seekNothingToWrite: plain("没有找到可写的组合。", "There is no policy to write."),
  seekNothingToDraw: plain(
    "没有可画的图：加 --front 画概率与投入的关系，或用 --lever 给出两项措施画等值线。",
    "there is no chart to draw: add --front for effort by probability, or name two levers with --lever for a map.",
  ),
  driversTitle: (p: { scenario: string }): Bilingual => ({
    zh: `影响各指标的主要因素（${p.scenario}）`,
    en: `What decides each row most (${p.scenario})`,
  }),
  suggestTitle: (p: { scenario: string }): Bilingual => ({
    zh: `建议目标值（${p.scenario}）`,
    en: `Targets that would be kept (${p.scenario})`,
  }),
  suggestAt: (p: { probability: string }): Bilingual => ({
    zh: `把握 ${p.probability}`,
    en: `kept with ${p.probability}`,
  }),
  suggestCurrent: plain("现有目标", "target"),
  suggestCurrentChance: plain("其概率", "its chance"),
  suggestKindBefore: plain("† 目标类型取自上一规划", "† kind of target as in the plan before"),
  suggestKindAssumed: plain("‡ 没有目标类型，按越多越好", "‡ no kind of target is known; more is taken to be better"),
  wrongProbability: (p: { given: string }): Bilingual => ({
    zh: `概率要写成 0 与 1 之间的小数（不含两端），如 0.9；给出的是 ${p.given}。`,
    en: `a probability must lie between 0 and 1, such as 0.9; got ${p.given}.`,
  }),
  wrongYear: (p: { given: string }): Bilingual => ({
    zh: `--from 要四位年份，给出的是 ${p.given}。`,
    en: `--from must be a year of four digits; got ${p.given}.`,
  }),
  lateYear: (p: { lastYear: number }): Bilingual => ({
    zh: `--from 不能晚于规划末年 ${p.lastYear}。`,
    en: `--from must not be later than the plan's last year, ${p.lastYear}.`,
  }),
  wrongScenarioId: (p: { given: string; expected: Bilingual }): Bilingual => ({
    zh: `--write 要${p.expected.zh}，给出的是 ${p.given}。`,
    en: `--write must be ${p.expected.en}; got ${p.given}.`,
  }),
  scenarioExists: (p: { name: string }): Bilingual => ({
    zh: `情景 \`${p.name}\` 已经有了，请用 --write 另取一个标识。`,
    en: `there is a scenario \`${p.name}\` already; choose another id with --write.`,
  }),
  seekWhat: plain(
    "请给出要达到的指标或指标组；要看各指标能定多高的目标，用 --target-at。",
    "say which rows or sets of rows are sought; to see which targets could be set, use --target-at.",
  ),
  unknownRow: (p: { name: string; choice: Bilingual }): Bilingual => ({
    zh: `没有指标或指标组 \`${p.name}\`。${p.choice.zh}`,
    en: `there is no row or set of rows \`${p.name}\`: ${p.choice.en}`,
  }),
  unknownLever: (p: { name: string; choice: Bilingual }): Bilingual => ({
    zh: `没有措施 \`${p.name}\`。${p.choice.zh}`,
    en: `there is no lever \`${p.name}\`: ${p.choice.en}`,
  }),
} as const;
