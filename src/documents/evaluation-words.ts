import type { Bilingual } from "../core/bilingual.ts";
import { type BilingualProse, type Piece, prose } from "./prose.ts";

const plain = (zh: string, en: string) => (): Bilingual => ({ zh, en });

/** Heads of the columns of the chapter that tells an evaluation. */
export const evaluationLabels = {
  latest: plain("最新实际", "Latest actual"),
  date: plain("截至", "As of"),
  timePassed: plain("时间进度", "Time passed"),
  paceIndex: plain("进度指数", "Pace index"),
  pace: plain("进度", "Pace"),
  needed: plain("尚需年均", "Needed a year"),
  frozen: plain("基期测算", "Base year's projection"),
  lower: plain("区间下限", "Lower end"),
  upper: plain("区间上限", "Upper end"),
  actual: plain("实际值", "Actual"),
  actualOrUpdated: plain("实际或更新测算", "Actual or updated"),
  change: plain("变动", "Change"),
  level: plain("实际水平", "Level"),
  parameters: plain("参数", "Assumptions"),
  events: plain("事件", "Events"),
  correction: plain("回检修正", "Correction"),
  way: plain("方法", "Way"),
  pairs: plain("对数", "Pairs"),
  score: plain("得分", "Score"),
  modelScore: plain("模型同组得分", "Model, same pairs"),
} as const;

/** Words of the chapter that tells an evaluation. */
export const evaluationWords = {
  title: (): BilingualProse => ({ zh: prose`实施进展与基期测算对照`, en: prose`Progress, and what was projected` }),
  note: (p: { text: Piece }): BilingualProse => ({ zh: prose`${p.text}`, en: prose`${p.text}` }),
  pace: (): BilingualProse => ({ zh: prose`进度`, en: prose`Pace` }),
  tiers: (p: { early: Piece; ahead: Piece; onTrack: Piece; lagging: Piece }): BilingualProse => ({
    zh: prose`按时间进度衡量，提前实现${p.early}项，快于预期${p.ahead}项，基本符合预期${p.onTrack}项，相对滞后${p.lagging}项。时间进度按各项指标自己的数据日期计算。`,
    en: prose`Against the time that has passed, ${p.early} are achieved early, ${p.ahead} ahead of pace, ${p.onTrack} about on pace and ${p.lagging} lagging. Time is counted to the date of each target's own data.`,
  }),
  paceTable: (): BilingualProse => ({ zh: prose`尚无结果的指标的进度`, en: prose`Pace of the targets that are open` }),
  unit: (): BilingualProse => ({ zh: prose`单位：同指标`, en: prose`Units as of the target` }),
  projections: (): BilingualProse => ({ zh: prose`基期测算、实际与对标`, en: prose`Projections, results and peers` }),
  projectionTable: (): BilingualProse => ({
    zh: prose`基期测算与实际、对标的对照`,
    en: prose`What was projected, what came, and what peers' pace would have given`,
  }),
  projectionNote: (p: { share: Piece }): BilingualProse => ({
    zh: prose`注：基期测算是不用规划期实际值的测算，为中位数，区间含${p.share}的模拟结果；对标为本指标从基期起按该地区的速度变动时的数值。`,
    en: prose`Note: the base year's projection uses nothing observed since; it is a median, and its interval holds ${p.share} of the simulations. Peers: the target's value if it had moved from the baseline at that place's pace.`,
  }),
  pathsCaption: (): BilingualProse => ({
    zh: prose`基期测算与历年实际`,
    en: prose`The base year's projection and what came`,
  }),
  revision: (): BilingualProse => ({ zh: prose`更新测算及其变动原因`, en: prose`What the figures changed, and why` }),
  evidence: (p: { count: Piece; why: Piece }): BilingualProse => ({
    zh: prose`更新测算用到实际值${p.count}个。${p.why}`,
    en: prose`The update uses ${p.count} observed figures: ${p.why}`,
  }),
  informed: (p: { informed: Piece; uninformed: Piece }): BilingualProse => ({
    zh: prose`实际值对其中${p.informed}项假设提供了信息，对其余${p.uninformed}项没有提供信息。`,
    en: prose`They inform ${p.informed} of the uncertain assumptions; of the other ${p.uninformed} they say nothing.`,
  }),
  revisionTable: (): BilingualProse => ({
    zh: prose`更新测算比基期测算的变动`,
    en: prose`Change from the base year's to the updated projection`,
  }),
  honesty: (): BilingualProse => ({ zh: prose`回头检验`, en: prose`Looking back` }),
  scoreTable: (): BilingualProse => ({
    zh: prose`以往测算与朴素方法的比较`,
    en: prose`Earlier projections beside naive ways`,
  }),
  scoreUnit: (): BilingualProse => ({
    zh: prose`单位：对；得分越小越好`,
    en: prose`Pairs; the lower the score the better`,
  }),
  coverage: (p: { level: Piece; hits: Piece; count: Piece; low: Piece; high: Piece }): BilingualProse => ({
    zh: prose`${p.level}区间：${p.count}对中有${p.hits}对的实际值落在区间内，如实的区间应有${p.low}至${p.high}对。`,
    en: prose`${p.level} interval: of ${p.count} pairs ${p.hits} came to lie inside; honest intervals would hold ${p.low} to ${p.high}. `,
  }),
} as const;
