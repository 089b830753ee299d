import { type BilingualProse, type Piece, prose } from "./prose.ts";

/** Words of the title and of the first chapter. */
export const summaryWords = {
  planTitle: (p: { plan: Piece }): BilingualProse => ({ zh: prose`《${p.plan}》`, en: prose`${p.plan}` }),
  finalTitle: (): BilingualProse => ({ zh: prose`实施情况总结评估报告`, en: prose`Final evaluation report` }),
  midTermTitle: (): BilingualProse => ({ zh: prose`实施情况中期评估报告`, en: prose`Mid-term evaluation report` }),
  outlookTitle: (): BilingualProse => ({
    zh: prose`目标可达性分析报告`,
    en: prose`Report on the reachability of its targets`,
  }),
  subtitle: (p: { heading: Piece }): BilingualProse => ({ zh: prose`（${p.heading}）`, en: prose`(${p.heading})` }),
  lead: (p: { date: Piece; hash: Piece }): BilingualProse => ({
    zh: prose`信息截至${p.date}　运行编号${p.hash}`,
    en: prose`Information as of ${p.date} · run ${p.hash}`,
  }),
  summary: (): BilingualProse => ({ zh: prose`总体结论`, en: prose`Summary` }),
  rowsCounted: (p: { rows: Piece; assessed: Piece }): BilingualProse => ({
    zh: prose`规划共设${p.rows}项指标，可以评估的有${p.assessed}项。`,
    en: prose`The plan has ${p.rows} targets, of which ${p.assessed} can be assessed. `,
  }),
  rowsMet: (p: {
    scenario: Piece;
    met: Piece;
    rate: Piece;
    share: Piece;
    lower: Piece;
    upper: Piece;
  }): BilingualProse => ({
    zh: prose`按“${p.scenario}”情景测算，预计完成${p.met}项，指标完成率${p.rate}；${p.share}的模拟结果在${p.lower}至${p.upper}项之间。`,
    en: prose`Under “${p.scenario}” ${p.met} of them are expected to be met, a completion rate of ${p.rate}; ${p.share} of the simulations lie between ${p.lower} and ${p.upper}. `,
  }),
  rowsMetInFact: (p: { met: Piece; rate: Piece }): BilingualProse => ({
    zh: prose`根据实际结果，完成${p.met}项，指标完成率${p.rate}。`,
    en: prose`By the actual results ${p.met} of them are met, a completion rate of ${p.rate}. `,
  }),
  facts: (p: { facts: Piece; met: Piece }): BilingualProse => ({
    zh: prose`其中${p.facts}项已有实际结果，完成或基本完成${p.met}项。`,
    en: prose`${p.facts} are decided by actual results, ${p.met} of them met or nearly met. `,
  }),
  retrospective: (): BilingualProse => ({
    zh: prose`目标年份已过而实际值尚未收集，以下均为回溯测算结果，不是统计数字。`,
    en: prose`The target year has passed and its actual values have not been collected: what follows is a retrospective estimate, not statistics.`,
  }),
  classes: (p: { onCourse: Piece; uncertain: Piece; unlikely: Piece }): BilingualProse => ({
    zh: prose`逐项看，已完成或预计可以完成的${p.onCourse}项，完成有一定难度的${p.uncertain}项，未完成、完成难度较大或预计难以完成的${p.unlikely}项。`,
    en: prose`Row by row, ${p.onCourse} are met or likely to be, ${p.uncertain} are uncertain and ${p.unlikely} are missed or unlikely to be met. `,
  }),
  hardRows: (p: { names: Piece }): BilingualProse => ({
    zh: prose`难度较大的是：${p.names}。`,
    en: prose`The hardest are: ${p.names}.`,
  }),
  bindingRows: (p: { binding: Piece; onCourse: Piece }): BilingualProse => ({
    zh: prose`约束性指标可以评估的有${p.binding}项，其中已完成或预计可以完成的${p.onCourse}项。`,
    en: prose`${p.binding} binding targets can be assessed; ${p.onCourse} of them are met or likely to be. `,
  }),
  bindingAlerts: (p: { count: Piece }): BilingualProse => ({
    zh: prose`需要预警的约束性指标${p.count}项，见“风险预警”部分。`,
    en: prose`${p.count} of them call for a warning: see the chapter on warnings.`,
  }),
  noBindingAlert: (): BilingualProse => ({
    zh: prose`没有需要预警的约束性指标。`,
    en: prose`None of them calls for a warning.`,
  }),
  scenarioRange: (p: {
    count: Piece;
    least: Piece;
    leastName: Piece;
    most: Piece;
    mostName: Piece;
  }): BilingualProse => ({
    zh: prose`在模拟的${p.count}个情景中，预计完成项数最少为${p.least}项（“${p.leastName}”），最多为${p.most}项（“${p.mostName}”）。`,
    en: prose`Over the ${p.count} scenarios simulated, between ${p.least} (“${p.leastName}”) and ${p.most} (“${p.mostName}”) targets are expected to be met.`,
  }),
  findings: (p: { count: Piece }): BilingualProse => ({
    zh: prose`规划文本自身有${p.count}处数字、表述或目标之间不衔接，逐条列于附件，建议核实口径。`,
    en: prose`In ${p.count} places the plan's own figures, words or targets do not fit together; an annex lists them. They should be checked with those who wrote it.`,
  }),
  basis: (p: { count: Piece; assumed: Piece; unsourced: Piece }): BilingualProse => ({
    zh: prose`测算结论以模型和假设为前提。模型使用参数${p.count}项，其中${p.assumed}项为假设，${p.unsourced}项未写明来源；各项措施的效果均为假设，未经评估。`,
    en: prose`All this rests on a model and its assumptions. Of ${p.count} parameters ${p.assumed} are assumptions and ${p.unsourced} name no source; what a measure does is an assumption that nobody has evaluated.`,
  }),
} as const;
