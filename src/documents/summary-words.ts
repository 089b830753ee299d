import { type BilingualProse, type Piece, prose } from "./prose.ts";

/** Words of the title and of the first chapter. */
export const summaryWords = {
  planTitle: (p: { plan: Piece }): BilingualProse => ({ zh: prose`《${p.plan}》`, en: prose`${p.plan}` }),
  finalTitle: (): BilingualProse => ({ zh: prose`实施情况总结评估报告`, en: prose`Final evaluation report` }),
  midTermTitle: (): BilingualProse => ({ zh: prose`实施情况中期评估报告`, en: prose`Mid-term evaluation report` }),
  annualTitle: (p: { year: Piece }): BilingualProse => ({
    zh: prose`${p.year}年度实施情况评估报告`,
    en: prose`Annual evaluation report ${p.year}`,
  }),
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
  rowsMetInFact: (p: { rows: Piece; facts: Piece; met: Piece; rate: Piece }): BilingualProse => ({
    zh: prose`规划共设${p.rows}项指标，已有实际结果的有${p.facts}项，完成${p.met}项，指标完成率${p.rate}。`,
    en: prose`Of the plan's ${p.rows} targets ${p.facts} are decided by actual results; ${p.met} of them are met, a completion rate of ${p.rate}. `,
  }),
  facts: (p: { facts: Piece; met: Piece }): BilingualProse => ({
    zh: prose`其中${p.facts}项已有实际结果，已完成${p.met}项；`,
    en: prose`${p.facts} of them are decided by actual results, and ${p.met} of those are met. `,
  }),
  openRowsMet: (p: {
    scenario: Piece;
    open: Piece;
    met: Piece;
    share: Piece;
    lower: Piece;
    upper: Piece;
    all: Piece;
    rate: Piece;
  }): BilingualProse => ({
    zh: prose`其余${p.open}项按“${p.scenario}”情景测算，预计完成${p.met}项，${p.share}的模拟结果在${p.lower}至${p.upper}项之间；合计${p.all}项，指标完成率${p.rate}。`,
    en: prose`Of the other ${p.open}, ${p.met} are expected to be met under “${p.scenario}”; ${p.share} of the simulations lie between ${p.lower} and ${p.upper}. Together that makes ${p.all}, a completion rate of ${p.rate}. `,
  }),
  retrospective: (): BilingualProse => ({
    zh: prose`目标年份已过而实际值尚未收集，以下均为回溯测算结果，不是统计数字。`,
    en: prose`The target year has passed and its actual values have not been collected: what follows is a retrospective estimate, not statistics.`,
  }),
  factClasses: (p: { exceeded: Piece; met: Piece; nearly: Piece; missed: Piece }): BilingualProse => ({
    zh: prose`已有实际结果的，超额完成${p.exceeded}项，完成${p.met}项，基本完成${p.nearly}项，未完成${p.missed}项。`,
    en: prose`Of the decided ones: exceeded ${p.exceeded}, met ${p.met}, nearly met ${p.nearly}, missed ${p.missed}. `,
  }),
  missedRows: (p: { names: Piece }): BilingualProse => ({
    zh: prose`未完成的是：${p.names}。`,
    en: prose`Missed: ${p.names}. `,
  }),
  classes: (p: { onCourse: Piece; uncertain: Piece; unlikely: Piece }): BilingualProse => ({
    zh: prose`逐项看，预计可以完成的${p.onCourse}项，完成有一定难度的${p.uncertain}项，完成难度较大或预计难以完成的${p.unlikely}项。`,
    en: prose`Row by row: likely to be met ${p.onCourse}, uncertain ${p.uncertain}, unlikely to be met ${p.unlikely}. `,
  }),
  openClasses: (p: { onCourse: Piece; uncertain: Piece; unlikely: Piece }): BilingualProse => ({
    zh: prose`尚无实际结果的，预计可以完成${p.onCourse}项，完成有一定难度${p.uncertain}项，完成难度较大或预计难以完成${p.unlikely}项。`,
    en: prose`Of the open ones: likely to be met ${p.onCourse}, uncertain ${p.uncertain}, unlikely to be met ${p.unlikely}. `,
  }),
  hardRows: (p: { names: Piece }): BilingualProse => ({
    zh: prose`难度较大的是：${p.names}。`,
    en: prose`The hardest are: ${p.names}.`,
  }),
  bindingFacts: (p: { facts: Piece; met: Piece }): BilingualProse => ({
    zh: prose`约束性指标已有实际结果的有${p.facts}项，完成${p.met}项。`,
    en: prose`Binding targets that are decided: ${p.facts}, met: ${p.met}. `,
  }),
  bindingRows: (p: { binding: Piece; onCourse: Piece }): BilingualProse => ({
    zh: prose`约束性指标尚待完成而可以评估的有${p.binding}项，其中预计可以完成的${p.onCourse}项。`,
    en: prose`Binding targets that are open and can be assessed: ${p.binding}, likely to be met: ${p.onCourse}. `,
  }),
  bindingAlerts: (p: { count: Piece }): BilingualProse => ({
    zh: prose`需要预警的约束性指标${p.count}项，见“风险预警”部分。`,
    en: prose`Calling for a warning: ${p.count}; see the chapter on warnings.`,
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
  scenarioRangeFromBase: (p: {
    count: Piece;
    least: Piece;
    leastName: Piece;
    most: Piece;
    mostName: Piece;
  }): BilingualProse => ({
    zh: prose`在自基期模拟、未按实际值更新的${p.count}个情景中，预计完成项数最少为${p.least}项（“${p.leastName}”），最多为${p.most}项（“${p.mostName}”）。`,
    en: prose`Over the ${p.count} scenarios simulated from the base year, without what was observed, between ${p.least} (“${p.leastName}”) and ${p.most} (“${p.mostName}”) targets are expected to be met.`,
  }),
  findings: (p: { count: Piece }): BilingualProse => ({
    zh: prose`规划文本自身有${p.count}处数字、表述或目标之间不衔接，逐条列于附件，建议核实口径。`,
    en: prose`In ${p.count} places the plan's own figures, words or targets do not fit together; an annex lists them. They should be checked with those who wrote it.`,
  }),
  factBasis: (): BilingualProse => ({
    zh: prose`以上结论以实际值为依据，与模型和假设无关；后文的基期测算只供对照。`,
    en: prose`All this rests on observed values, not on the model or its assumptions; projections of the base year stand beside them for comparison only.`,
  }),
  basis: (p: { count: Piece; assumed: Piece; unsourced: Piece }): BilingualProse => ({
    zh: prose`测算结论以模型和假设为前提。模型使用参数${p.count}项，其中${p.assumed}项为假设，${p.unsourced}项未写明来源；各项措施的效果均为假设，未经评估。`,
    en: prose`All this rests on a model and its assumptions. Of ${p.count} parameters ${p.assumed} are assumptions and ${p.unsourced} name no source; what a measure does is an assumption that nobody has evaluated.`,
  }),
} as const;
