import { type Bilingual, plain } from "../core/bilingual.ts";

/** What `evaluate` says besides the evaluation itself. */
export const evaluateMessages = {
  evaluateCommand: plain(
    "年度、中期、总结评估：进度、更新后的测算、对标、预警、回头检验",
    "Annual, mid-term or final evaluation: pace, updated projection, peers, warnings, looking back",
  ),
  evaluateScenario: plain("情景；缺省 baseline", "scenario; default: baseline"),
  evaluateNeedsDate: plain(
    "请用 --as-of 给出评估的日期，如 2023 或 2023-06-30。",
    "give the date of the evaluation with --as-of, such as 2023 or 2023-06-30.",
  ),
  evaluateTooEarly: (p: { date: string; year: number }): Bilingual => ({
    zh: `${p.date} 还没有到规划开始的时候，评估日期不能早于 ${p.year}-12-31。`,
    en: `the plan has not begun on ${p.date}; the date must not be before ${p.year}-12-31.`,
  }),
  evaluating: plain("评估", "evaluating"),
  ledgerAppended: (p: { path: string; forecasts: number; scores: number }): Bilingual => ({
    zh: `预测台账 ${p.path}：新记 ${p.forecasts} 条预测，评分 ${p.scores} 条。`,
    en: `forecast ledger ${p.path}: ${p.forecasts} forecast(s) and ${p.scores} score(s) added.`,
  }),
  ledgerBroken: (p: { path: string; lines: string }): Bilingual => ({
    zh: `预测台账 ${p.path} 第 ${p.lines} 行读不出来，已跳过，没有改动。`,
    en: `line(s) ${p.lines} of the forecast ledger ${p.path} cannot be read; they were passed over and left as they are.`,
  }),
  otherFreeze: (p: { runs: string }): Bilingual => ({
    zh: `台账里另有不同的基期测算（${p.runs}）：此后模型、假设或规划改动过。`,
    en: `the ledger holds other frozen projections (${p.runs}): model, assumptions or plan have changed since.`,
  }),
} as const;
