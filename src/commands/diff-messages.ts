import { type Bilingual, plain } from "../core/bilingual.ts";

/** What `diff` says. */
export const diffMessages = {
  diffTitle: (p: { from: string; to: string }): Bilingual => ({
    zh: `从 ${p.from} 到 ${p.to}`,
    en: `From ${p.from} to ${p.to}`,
  }),
  noDifference: plain("两个情景没有不同。", "The two scenarios do not differ."),
  differenceCount: (p: { count: number }): Bilingual => ({
    zh: `不同之处 ${p.count} 项`,
    en: `${p.count} difference(s)`,
  }),
  difference: plain("不同之处", "difference"),
  notSet: plain("未设", "not set"),
  readingKind: plain("口径", "reading"),
  switchKind: plain("开关", "switch"),
  leverKind: plain("措施", "lever"),
  policyKind: plain("政策", "policy"),
  assumptionKind: plain("假设", "assumption"),
  eventKind: plain("事件", "event"),
  driverKind: plain("外生驱动", "driver"),
  knownAsOfKind: plain("已知截至", "known as of"),
  runKind: plain("运行设置", "run setting"),
  eventAt: (p: { date: string; size: string }): Bilingual => ({
    zh: `${p.date} 起，规模 ${p.size}`,
    en: `from ${p.date}, size ${p.size}`,
  }),
  eventSize: (p: { size: string }): Bilingual => ({ zh: `规模 ${p.size}`, en: `size ${p.size}` }),
  movesTitle: plain("各项目标的变动", "What it does to each target"),
  medianMove: plain("中位数变动", "change of median"),
  pairedInterval: plain("逐次差的 90% 区间", "90% of paired changes"),
  chanceMove: plain("概率变动（百分点）", "change of chance (points)"),
  chanceFromTo: plain("概率", "chance"),
  unpaired: plain(
    "两个情景的模拟次数、种子或抽样方法不同，随机数不成对，区间因此偏宽。",
    "Draws, seed or sampling differ, so the scenarios share no random numbers and intervals are wider.",
  ),
  paired: plain(
    "两个情景用同一组随机数；± 为概率变动的 95% 区间。",
    "Both scenarios use the same random numbers; ± is the 95% interval of the change of chance.",
  ),
  singleTitle: (p: { from: string; draws: number }): Bilingual => ({
    zh: `在 ${p.from} 上每次只改一项，各项目标的概率变动（百分点，${p.draws} 次模拟）`,
    en: `One difference at a time laid over ${p.from}: change of chance in points (${p.draws} draws)`,
  }),
  effectSizes: (p: { note: Bilingual }): Bilingual => ({
    zh: `政策和措施的作用大小：${p.note.zh}。`,
    en: `What levers and policies do is ${p.note.en}.`,
  }),
  interaction: plain("相互作用", "interaction"),
  allDifferences: plain("全部", "all together"),
  impossibleAlone: plain("不能单独改", "cannot stand alone"),
  noMove: plain("没有一项目标的概率变动。", "No target's chance changes."),
} as const;
