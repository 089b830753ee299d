import type { Bilingual } from "../core/bilingual.ts";
import type { VerdictClass } from "../reachability/verdict.ts";

const plain = (zh: string, en: string): Bilingual => ({ zh, en });

/** Heads of the columns of an evaluation. */
export const evaluationHeads = {
  row: plain("行", "row"),
  indicator: plain("指标", "indicator"),
  target: plain("目标", "target"),
  actual: plain("最新实际", "latest actual"),
  pace: plain("进度指数", "pace index"),
  due: plain("时间进度", "time passed"),
  tier: plain("进度", "pace"),
  needed: plain("尚需年均", "needed a year"),
  verdict: plain("判断", "verdict"),
  chance: plain("概率", "chance"),
  frozen: plain("基期测算", "frozen"),
  updated: plain("更新测算", "updated"),
  change: plain("变动", "change"),
  level: plain("实际水平", "level"),
  parameters: plain("参数", "parameters"),
  events: plain("事件", "events"),
  correction: plain("回检修正", "correction"),
  way: plain("方法", "way"),
  pairs: plain("对数", "pairs"),
  score: plain("得分", "score"),
  modelScore: plain("模型同组得分", "model, same pairs"),
} as const;

/** Titles of the parts of an evaluation. */
export const evaluationTitles = {
  alerts: plain("预警清单", "To be reported"),
  rows: plain("各指标进展", "Rows"),
  projections: plain("测算与对标", "Projections and peers"),
  revision: plain("更新测算为什么变动", "Why the projection moved"),
  honesty: plain("回头检验", "Looking back"),
  update: plain("实际值怎样改变测算", "What the figures change"),
  notes: plain("说明", "Notes"),
} as const;

/** Sentences of an evaluation. */
export const evaluationSentences = {
  scenario: (p: { scenario: string }): Bilingual => ({ zh: `情景：${p.scenario}`, en: `scenario: ${p.scenario}` }),
  asOf: (p: { date: string }): Bilingual => ({ zh: `信息截至 ${p.date}`, en: `information as of ${p.date}` }),
  run: (p: { hash: string; frozen: string }): Bilingual => ({
    zh: `运行编号 ${p.hash}，基期测算编号 ${p.frozen}`,
    en: `run ${p.hash}, frozen projection ${p.frozen}`,
  }),
  decided: (p: { rows: number; decided: number; met: number; rate: string }): Bilingual => ({
    zh: `${p.rows}项指标中${p.decided}项已有定论，完成${p.met}项，指标完成率${p.rate}。`,
    en: `${p.decided} of ${p.rows} rows are decided; ${p.met} of them are met, a completion rate of ${p.rate}.`,
  }),
  noneDecided: (p: { rows: number }): Bilingual => ({
    zh: `${p.rows}项指标均未到期或尚无定论，指标完成率待定。`,
    en: `None of the ${p.rows} rows is decided yet, so there is no completion rate.`,
  }),
  classes: (p: { list: string }): Bilingual => ({ zh: `其中：${p.list}。`, en: `By class: ${p.list}.` }),
  tiers: (p: { list: string }): Bilingual => ({ zh: `进度：${p.list}。`, en: `By pace: ${p.list}.` }),
  open: (p: { open: number; list: string }): Bilingual => ({
    zh: `尚无定论的${p.open}项：${p.list}。`,
    en: `${p.open} ${p.open === 1 ? "row is" : "rows are"} open: ${p.list}.`,
  }),
  unjudged: (p: { count: number; list: string }): Bilingual => ({
    zh: `未作评价的${p.count}项：${p.list}。`,
    en: `${p.count} ${p.count === 1 ? "row is" : "rows are"} not judged: ${p.list}.`,
  }),
  noAlerts: plain("没有需要预警的指标。", "No row needs to be reported."),
  countOf: (p: { word: string; count: number }): Bilingual => ({
    zh: `${p.word}${p.count}项`,
    en: `${p.word} ${p.count}`,
  }),
  published: (p: { label: string }): Bilingual => ({
    zh: `${p.label}按公布的精度算是完成，按原值算没有完成，或相反。`,
    en: `${p.label}: met at the precision it is published with but not by its exact value, or the other way round.`,
  }),
  intervals: plain("测算为中位数，括号内为80%区间。", "Projections are medians with 80 % intervals."),
  peersMeaning: plain(
    "对标：本行从基期起按该地区的速度变动时的目标年数值。",
    "Peers: the row in the target year if it moved from its baseline at that place's pace.",
  ),
  evidence: (p: { count: number; method: string }): Bilingual => ({
    zh: `用到${p.count}个实际值。${p.method}`,
    en: `${p.count} figure(s) were used. ${p.method}`,
  }),
  informed: (p: { list: string; uninformed: number }): Bilingual => ({
    zh: `数据提供了信息的假设（收缩率）：${p.list}；其余${p.uninformed}项假设，数据未提供信息。`,
    en: `Assumptions that the data inform (contraction): ${p.list}; of the other ${p.uninformed} the data say nothing.`,
  }),
  nothingInformed: (p: { uninformed: number }): Bilingual => ({
    zh: `对${p.uninformed}项不确定的假设，数据都未提供信息。`,
    en: `Of the ${p.uninformed} uncertain assumptions the data say nothing.`,
  }),
  figure: (p: { series: string; year: number; value: string; projected: string; updated: string }): Bilingual => ({
    zh: `${p.series} ${p.year}年：实际 ${p.value}，原测算 ${p.projected}，更新后 ${p.updated}`,
    en: `${p.series} ${p.year}: ${p.value} came, ${p.projected} was projected, ${p.updated} after the update`,
  }),
  coverage: (p: { level: number; hits: number; count: number; low: number; high: number }): Bilingual => ({
    zh: `${p.level}%区间落入${p.hits}/${p.count}（如实的区间应在${p.low}—${p.high}之间）`,
    en: `${p.hits} of ${p.count} inside the ${p.level} % interval (honest intervals: ${p.low} to ${p.high})`,
  }),
  inflation: (p: { raw: string; applied: string }): Bilingual => ({
    zh: `80%区间宽度按回检需乘${p.raw}，样本少，实际乘${p.applied}。`,
    en: `To cover 80 % the intervals want a factor of ${p.raw}; with so few pairs ${p.applied} is applied.`,
  }),
} as const;

/** Classes as they are counted, best first. */
export const countedClasses: readonly VerdictClass[] = [
  "exceeded",
  "met",
  "nearly_met",
  "missed",
  "definition_changed",
  "data_missing",
  "very_likely",
  "likely",
  "uncertain",
  "unlikely",
  "very_unlikely",
  "not_assessable",
  "no_target_yet",
];
