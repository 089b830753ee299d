import type { Bilingual } from "../core/bilingual.ts";
import { type BilingualProse, type Piece, prose } from "./prose.ts";

const plain = (zh: string, en: string) => (): Bilingual => ({ zh, en });

/** Heads of columns, labels and other words that stand by themselves. */
export const labelWords = {
  contents: plain("目　录", "Contents"),
  provenance: plain("数字来源", "Where the figures come from"),
  internal: plain("内部资料", "Internal"),
  number: plain("序号", "No."),
  row: plain("行号", "Row"),
  indicator: plain("指标", "Target"),
  attribute: plain("属性", "Kind"),
  binding: plain("约束性", "binding"),
  indicative: plain("预期性", "indicative"),
  unit: plain("单位", "Unit"),
  baseline: plain("基数", "Baseline"),
  target: plain("目标", "Target"),
  median: plain("测算值", "Estimate"),
  actual: plain("实际值", "Actual"),
  chance: plain("完成把握", "Chance"),
  verdict: plain("判断", "Verdict"),
  scenario: plain("情景", "Scenario"),
  rowsMet: plain("预计完成项数", "Targets met"),
  rowsMetWithFacts: plain("已完成和预计完成项数", "Targets met"),
  least: plain("区间下限", "Lower end"),
  most: plain("区间上限", "Upper end"),
  rate: plain("指标完成率", "Completion rate"),
  bindingTogether: plain("约束性指标同时完成", "Binding targets together"),
  allTogether: plain("全部同时完成", "All together"),
  level: plain("级别", "Level"),
  gap: plain("与目标之差", "Gap"),
  drivers: plain("主要影响因素", "Depends most on"),
  probability: plain("概率", "Probability"),
  error: plain("标准误", "Standard error"),
  middle: plain("中位数", "Median"),
  first: plain("指标甲", "One target"),
  second: plain("指标乙", "The other"),
  joint: plain("同时完成", "Both met"),
  excess: plain("与互不相关时之差", "Against independence"),
  draws: plain("模拟次数", "Simulations"),
  expected: plain("期望完成项数", "Expected"),
  set: plain("指标组", "Set of targets"),
  name: plain("参数", "Parameter"),
  value: plain("中间值", "Central value"),
  distribution: plain("取值分布", "Distribution"),
  basis: plain("依据", "Basis"),
  source: plain("来源", "Source"),
  fixed: plain("固定值", "fixed"),
  noSource: plain("未写明", "none named"),
  basisPlan: plain("规划", "plan"),
  basisData: plain("数据", "data"),
  basisDefinition: plain("定义", "definition"),
  basisAssumption: plain("假设", "assumption"),
  dash: plain("—", "–"),
  cause: plain("原因分析", "Causes"),
  advice: plain("调整建议", "Proposed adjustment"),
  evidence: plain("测算依据", "Evidence"),
  causePrompt: plain(
    "【待填写：结合工作实际说明原因】",
    "[To be filled in: the causes, from what is known on the ground]",
  ),
  advicePrompt: plain("【待填写：提出加力措施或调整建议】", "[To be filled in: measures or adjustments proposed]"),
} as const;

/** Words of the chapters after the summary. */
export const chapterWords = {
  rows: (): BilingualProse => ({ zh: prose`指标完成情况`, en: prose`The targets one by one` }),
  overview: (): BilingualProse => ({ zh: prose`总体情况`, en: prose`Overview` }),
  bindingRows: (): BilingualProse => ({ zh: prose`约束性指标`, en: prose`Binding targets` }),
  indicativeRows: (): BilingualProse => ({ zh: prose`预期性指标`, en: prose`Indicative targets` }),
  rowTable: (): BilingualProse => ({ zh: prose`规划指标完成情况`, en: prose`Targets of the plan` }),
  rowUnit: (): BilingualProse => ({ zh: prose`单位：见“单位”栏`, en: prose`Units as in the column` }),
  rowNote: (p: { scenario: Piece }): BilingualProse => ({
    zh: prose`注：测算值为“${p.scenario}”情景下目标所比较的数值（年末数、累计数、年均数或最差年份）的中位数；有实际结果的为实际值。`,
    en: prose`Note: the estimate is the median, under “${p.scenario}”, of the number held against the target (year end, sum, mean or worst year), or the observed value where there is one.`,
  }),
  factRowNote: (): BilingualProse => ({
    zh: prose`注：实际值为目标所比较的数值（年末数、累计数、年均数或最差年份）。`,
    en: prose`Note: the actual value is the number held against the target (year end, sum, mean or worst year).`,
  }),
  factOverviewCaption: (): BilingualProse => ({
    zh: prose`各项目标完成情况`,
    en: prose`What each target came to`,
  }),
  rowCaption: (p: { label: Piece }): BilingualProse => ({ zh: prose`${p.label}`, en: prose`${p.label}` }),
  rowOrigin: (p: { place: Piece }): BilingualProse => ({ zh: prose`（${p.place}）`, en: prose` (${p.place})` }),
  overviewCaption: (): BilingualProse => ({
    zh: prose`各情景下各项目标的完成把握`,
    en: prose`Chance of meeting each target under each scenario`,
  }),
  scenarios: (): BilingualProse => ({ zh: prose`情景比较`, en: prose`The scenarios compared` }),
  scenariosFromBase: (): BilingualProse => ({
    zh: prose`各情景都自基期模拟，没有按实际值更新，只用于相互比较；已按实际值更新的测算见前文。`,
    en: prose`All scenarios are simulated from the base year without what was observed since, and serve to be compared; the projection updated by what was observed stands above.`,
  }),
  scenariosShare: (): BilingualProse => ({
    zh: prose`各情景使用同一组随机数，相互之间的差别只来自情景本身。`,
    en: prose`All scenarios share their random numbers, so that they differ only by what they assume.`,
  }),
  alwaysOnCourse: (p: { names: Piece }): BilingualProse => ({
    zh: prose`在所有情景下都已完成或预计可以完成的指标：${p.names}。`,
    en: prose`Met, or likely to be, under every scenario: ${p.names}.`,
  }),
  neverOnCourse: (p: { names: Piece }): BilingualProse => ({
    zh: prose`在任何一个情景下都没有把握完成的指标：${p.names}。`,
    en: prose`Likely to be met under no scenario: ${p.names}.`,
  }),
  scenarioTable: (): BilingualProse => ({
    zh: prose`各情景下预计完成的指标`,
    en: prose`Targets met under each scenario`,
  }),
  scenarioUnit: (): BilingualProse => ({ zh: prose`单位：项、%`, en: prose`Targets; %` }),
  scenarioNote: (p: { share: Piece }): BilingualProse => ({
    zh: prose`注：区间含${p.share}的模拟结果；预计完成项数为各次模拟完成项数的中位数。`,
    en: prose`Note: the interval holds ${p.share} of the simulations; the count is the median over the simulations.`,
  }),
  describedAs: (p: { name: Piece; description: Piece }): BilingualProse => ({
    zh: prose`“${p.name}”：${p.description}`,
    en: prose`“${p.name}”: ${p.description}`,
  }),
  missed: (): BilingualProse => ({ zh: prose`未完成的指标`, en: prose`Targets that were missed` }),
  noMissed: (): BilingualProse => ({
    zh: prose`已有实际结果的指标都已完成或基本完成。`,
    en: prose`Every decided target was met or nearly met.`,
  }),
  missedTable: (): BilingualProse => ({ zh: prose`未完成的指标`, en: prose`Targets that were missed` }),
  missedCausesIntro: (): BilingualProse => ({
    zh: prose`以下逐项列出实际结果，原因分析和调整建议由主管部门结合工作实际填写。措施的方向和次序为假设，未经评估。`,
    en: prose`For each target the actual result is given; causes and adjustments are for those in charge to fill in. Direction and order of measures are assumptions, never evaluated.`,
  }),
  bestFromBase: (p: { name: Piece; chance: Piece }): BilingualProse => ({
    zh: prose`在自基期模拟、未按实际值更新的各情景中，“${p.name}”情景下把握最大，${p.chance}。`,
    en: prose`Of all scenarios, simulated from the base year without what was observed, its chance is best under “${p.name}”: ${p.chance}.`,
  }),
  alerts: (): BilingualProse => ({ zh: prose`风险预警`, en: prose`Warnings` }),
  alertRule: (): BilingualProse => ({
    zh: prose`约束性指标完成把握不足或进度相对滞后的，列为预警或重点预警；预期性指标完成把握较小的，列为关注。`,
    en: prose`A binding target is a warning, or a serious one, when its chance is too small or its pace lags; an indicative one is watched when its chance is small.`,
  }),
  noAlert: (): BilingualProse => ({ zh: prose`没有需要预警或关注的指标。`, en: prose`No target calls for a warning.` }),
  alertTable: (): BilingualProse => ({ zh: prose`需要预警和关注的指标`, en: prose`Targets to warn of or to watch` }),
  alertUnit: (): BilingualProse => ({ zh: prose`单位：见“与目标之差”栏`, en: prose`Units as in the column` }),
  causes: (): BilingualProse => ({ zh: prose`原因分析和调整建议`, en: prose`Causes and adjustments` }),
  causesIntro: (): BilingualProse => ({
    zh: prose`以下逐项列出测算依据，原因分析和调整建议由主管部门结合工作实际填写。措施的方向和次序为假设，未经评估。`,
    en: prose`For each target the evidence of the simulations is given; causes and adjustments are for those in charge to fill in. Direction and order of measures are assumptions, never evaluated.`,
  }),
  hurts: (p: { names: Piece }): BilingualProse => ({
    zh: prose`与下列指标相互牵制，难以同时完成：${p.names}。`,
    en: prose`Hard to meet together with: ${p.names}.`,
  }),
  measures: (p: { names: Piece }): BilingualProse => ({
    zh: prose`单独用足时能使其向目标变动的措施，由大到小（假设，未经评估）：${p.names}。`,
    en: prose`Measures that move it towards its target when each alone is fully used, the farthest first (an assumption, never evaluated): ${p.names}.`,
  }),
  noMeasure: (): BilingualProse => ({
    zh: prose`模型中没有单独用足即能使其明显向目标变动的措施。`,
    en: prose`No measure in the model clearly moves it towards its target by itself.`,
  }),
  bestScenario: (p: { name: Piece; chance: Piece }): BilingualProse => ({
    zh: prose`各情景中，“${p.name}”情景下把握最大，${p.chance}。`,
    en: prose`Of all scenarios its chance is best under “${p.name}”: ${p.chance}.`,
  }),
} as const;
