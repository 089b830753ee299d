import { type Bilingual, plain } from "../core/bilingual.ts";

/** Words of the tables and of the lines around them. */
export const resultMessages = {
  row: plain("行", "row"),
  indicator: plain("指标", "indicator"),
  target: plain("目标", "target"),
  median: plain("中位数", "median"),
  statistic: plain("取值", "measured as"),
  chance: plain("概率", "chance"),
  verdict: plain("判断", "verdict"),
  targetYear: (p: { year: number }): Bilingual => ({ zh: `${p.year}年`, en: `${p.year}` }),
  sumOf: (p: { from: number; to: number }): Bilingual => ({
    zh: `${p.from}—${p.to}年合计`,
    en: `sum ${p.from}–${p.to}`,
  }),
  worstOf: (p: { from: number; to: number }): Bilingual => ({
    zh: `${p.from}—${p.to}年最差年`,
    en: `worst year ${p.from}–${p.to}`,
  }),
  meanOf: (p: { from: number; to: number }): Bilingual => ({
    zh: `${p.from}—${p.to}年年均`,
    en: `mean ${p.from}–${p.to}`,
  }),
  observedValue: plain("实际值", "observed"),
  run: (p: { hash: string; draws: number }): Bilingual => ({
    zh: `运行编号 ${p.hash}，模拟 ${p.draws} 次`,
    en: `run ${p.hash}, ${p.draws} draws`,
  }),
  informationDate: (p: { date: string }): Bilingual => ({
    zh: `信息截至 ${p.date}`,
    en: `information as of ${p.date}`,
  }),
  retrospective: plain("回溯测算", "Retrospective estimate"),
  forecast: plain("预测", "Forecast"),
  fact: plain("实际值", "Actual values"),
  rowsMet: (p: {
    assessed: number;
    rows: number;
    met: number;
    metSpan: string;
    rate: string;
    rateSpan: string;
  }): Bilingual => ({
    zh:
      `规划 ${p.rows} 个指标，可评估 ${p.assessed} 个，预计完成 ${p.met} 个（80% 区间 ${p.metSpan} 个），` +
      `指标完成率 ${p.rate}（${p.rateSpan}）。`,
    en:
      `${p.met} of ${p.assessed} assessed rows are expected to be met (80 % interval ${p.metSpan}): ` +
      `a completion rate of ${p.rate} (${p.rateSpan}). The plan has ${p.rows} rows.`,
  }),
  rowsMetBesides: (p: {
    rows: number;
    decided: number;
    decidedMet: number;
    open: number;
    met: number;
    metSpan: string;
    rate: string;
    rateSpan: string;
  }): Bilingual => ({
    zh:
      `规划 ${p.rows} 个指标，已有实际结果 ${p.decided} 个，已完成 ${p.decidedMet} 个；` +
      `其余可评估的 ${p.open} 个，预计完成 ${p.met} 个（80% 区间 ${p.metSpan} 个），合计指标完成率 ${p.rate}（${p.rateSpan}）。`,
    en:
      `${p.decidedMet} of the ${p.decided} rows that are decided are met; of the other ${p.open} assessed rows ` +
      `${p.met} are expected to be met (80 % interval ${p.metSpan}). ` +
      `Together a completion rate of ${p.rate} (${p.rateSpan}). The plan has ${p.rows} rows.`,
  }),
  metCount: (p: { met: number; decided: number; rows: number; rate: string }): Bilingual => ({
    zh: `规划 ${p.rows} 个指标，已有实际结果 ${p.decided} 个，完成 ${p.met} 个，指标完成率 ${p.rate}。`,
    en: `${p.met} of ${p.decided} decided rows are met, a completion rate of ${p.rate}; the plan has ${p.rows} rows.`,
  }),
  bindingRow: plain("约束性指标", "Binding"),
  byPace: plain("按进度", "by its pace"),
  byChance: plain("按概率", "by its chance"),
  bindingRows: plain("可评估的约束性指标", "assessed binding rows"),
  allRows: plain("全部可评估指标", "all assessed rows"),
  metTogether: (p: { chances: string }): Bilingual => ({
    zh: `同时完成的概率：${p.chances}。`,
    en: `Chance of being met together: ${p.chances}.`,
  }),
  pair: (p: { first: string; second: string; points: number }): Bilingual => ({
    zh: `${p.first}与${p.second}（${p.points} 个百分点）`,
    en: `${p.first} and ${p.second} (${p.points} points)`,
  }),
  pairsHurt: (p: { pairs: string }): Bilingual => ({
    zh: `相互拉低的指标（同时完成的概率比互不相干时低）：${p.pairs}。`,
    en: `Rows that hurt each other (met together less often than unrelated rows): ${p.pairs}.`,
  }),
  pairsHelp: (p: { pairs: string }): Bilingual => ({
    zh: `相互带动的指标（比互不相干时高）：${p.pairs}。`,
    en: `Rows that go together (more often): ${p.pairs}.`,
  }),
  precise: (p: { points: string; draws: number }): Bilingual => ({
    zh: `模拟 ${p.draws} 次，各项概率的 95% 误差不超过 ±${p.points} 个百分点。`,
    en: `After ${p.draws} draws every chance is known to ±${p.points} points (95 %).`,
  }),
  notPrecise: (p: { points: string; reached: string; draws: number }): Bilingual => ({
    zh: `模拟到上限 ${p.draws} 次，误差仍为 ±${p.reached} 个百分点，未达到要求的 ±${p.points}。`,
    en: `At ${p.draws} draws, the most allowed, chances are known to ±${p.reached} points, not to ±${p.points}.`,
  }),
  bindingMark: plain("* 约束性指标", "* binding"),
  together: plain("约束性同时完成", "binding together"),
  allTogether: plain("全部同时完成", "all together"),
  notAssessed: (p: { count: number }): Bilingual => ({ zh: `未评估 ${p.count} 行：`, en: `Not assessed, ${p.count}:` }),
  noReason: plain("没有说明原因。", "no reason given."),
  basis: (p: {
    count: number;
    plan: number;
    data: number;
    definition: number;
    assumption: number;
    unsourced: number;
  }): Bilingual => ({
    zh:
      `中位数和概率都是模型结果，不是统计数字。模型用到参数和表 ${p.count} 项：取自规划 ${p.plan}，取自数据 ${p.data}，` +
      `定义 ${p.definition}，假设 ${p.assumption}；没有写明来源的 ${p.unsourced} 项。`,
    en:
      `Medians and chances are results of a model, not statistics. It rests on ${p.count} parameters and tables: ` +
      `plan ${p.plan}, data ${p.data}, definition ${p.definition}, assumption ${p.assumption}; ` +
      `${p.unsourced} name no source.`,
  }),
  widerBand: plain(
    "± 表示模拟次数尚不足以把这一概率与相邻等级分开。",
    "±: the draws are too few to tell this chance from the next class.",
  ),
  factMatrixTitle: plain("各项指标的实际结果", "What each target came to"),
  matrixTitle: plain("各情景下完成的概率（%）", "Chance of each target under each scenario (%)"),
  matrixLegend: plain(
    "✓ 实际已完成　✗ 实际未完成　– 未评估",
    "✓ met by observation   ✗ missed by observation   – not assessed",
  ),
  warningsMet: (p: { count: number }): Bilingual => ({
    zh: `输入文件有 ${p.count} 条提示，用 \`planreach check\` 查看。`,
    en: `${p.count} remark(s) on the input files; see \`planreach check\`.`,
  }),
  eventsLeftOut: (p: { names: string; date: string }): Bilingual => ({
    zh: `按 ${p.date} 时已知的情况，未计入事件：${p.names}。`,
    en: `known as of ${p.date}, so these events are left out: ${p.names}.`,
  }),
  nonFinite: (p: { draws: number; equation: string; year: number }): Bilingual => ({
    zh: `有 ${p.draws} 次模拟算不出有限的数，始于 ${p.year} 年的 \`${p.equation}\`，按未完成计。`,
    en: `${p.draws} draw(s) stop being finite, first in \`${p.equation}\` in ${p.year}; they count as not met.`,
  }),
  estimatedQuantiles: plain(
    "抽样太多，没有全部保留：概率是精确值，分位数是估计值；加 --exact 再模拟一遍可得精确值。",
    "the draws were too many to keep: chances are exact, quantiles are estimates; --exact simulates again for exact ones.",
  ),
  holdsInternal: plain(
    "所写结果含内部数据，属内部资料；用 --public 可生成不含内部数据的版本。",
    "what was written holds internal data; --public makes results without them.",
  ),
  simulating: plain("模拟", "simulating"),
  drawing: plain("画图", "drawing"),
  chartWritten: (p: { path: string }): Bilingual => ({ zh: `图已写入 ${p.path}。`, en: `Chart written to ${p.path}.` }),
  nothingToDraw: plain("没有发现冲突，没有可画的图。", "No conflicts were found, so there is no chart to draw."),
  written: (p: { folder: string; count: number }): Bilingual => ({
    zh: `结果已写入 ${p.folder}（${p.count} 个文件）。`,
    en: `Results written to ${p.folder} (${p.count} files).`,
  }),
  index: (p: { path: string }): Bilingual => ({
    zh: `全部图、表和报告的目录：${p.path}`,
    en: `Index of all charts, tables and reports: ${p.path}`,
  }),
} as const;
