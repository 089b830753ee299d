import type { Bilingual, Language } from "../../core/bilingual.ts";

/** Names of the sheets. */
export const sheetNames = {
  readme: { zh: "说明", en: "Read me" },
  targets: { zh: "目标", en: "Targets" },
  results: { zh: "结果", en: "Results" },
  assumptions: { zh: "假设", en: "Assumptions" },
  measures: { zh: "措施", en: "Measures" },
  tables: { zh: "数表", en: "Tables" },
  lookups: { zh: "查表", en: "Lookups" },
  projection: { zh: "测算", en: "Projection" },
  steps: { zh: "中间项", en: "Steps" },
} as const;

/** The fixed words of the workbook. */
export const workbookTexts = {
  internal: { zh: "内部资料", en: "Internal" },
  page: { zh: "第 &P 页，共 &N 页", en: "Page &P of &N" },
  run: { zh: "运行编号", en: "Run" },
  informationDate: { zh: "信息截至", en: "Information as of" },
  scenario: { zh: "情景", en: "Scenario" },
  row: { zh: "行", en: "Row" },
  indicator: { zh: "指标", en: "Indicator" },
  attribute: { zh: "属性", en: "Attribute" },
  binding: { zh: "约束性", en: "binding" },
  indicative: { zh: "预期性", en: "indicative" },
  unit: { zh: "单位", en: "Unit" },
  condition: { zh: "要求", en: "Asks" },
  target: { zh: "目标值", en: "Target" },
  statistic: { zh: "取值", en: "Measured as" },
  engineValue: { zh: "原测算值", en: "As computed" },
  liveValue: { zh: "现测算值", en: "Now" },
  change: { zh: "变动", en: "Change" },
  judgement: { zh: "是否达到", en: "Met?" },
  met: { zh: "达到", en: "met" },
  missed: { zh: "未达到", en: "not met" },
  chance: { zh: "完成把握（模拟）", en: "Chance (simulated)" },
  actual: { zh: "实际值", en: "Actual" },
  wording: { zh: "判断", en: "Verdict" },
  chanceWords: { zh: "完成把握", en: "Chance in words" },
  probability: { zh: "概率", en: "Chance" },
  standing: { zh: "性质", en: "Standing" },
  reason: { zh: "说明", en: "Remark" },
  name: { zh: "名称", en: "Name" },
  identifier: { zh: "代码", en: "Identifier" },
  original: { zh: "原值", en: "Original" },
  value: { zh: "取值（可改）", en: "Value (edit here)" },
  lower: { zh: "下限", en: "From" },
  upper: { zh: "上限", en: "To" },
  distribution: { zh: "分布", en: "Distribution" },
  basis: { zh: "依据", en: "Basis" },
  source: { zh: "来源", en: "Source" },
  switches: { zh: "统计口径与算法", en: "Definitions and methods" },
  observed: { zh: "基年数", en: "Figures of the base year" },
  onlySimulated: { zh: "只影响随机模拟，不影响本表的测算", en: "matters to the simulation only, not to this workbook" },
  variable: { zh: "变量", en: "Variable" },
  element: { zh: "分项", en: "Element" },
  kind: { zh: "类别", en: "Kind" },
  stock: { zh: "存量", en: "stock" },
  flow: { zh: "流量", en: "flow" },
  auxiliary: { zh: "辅助量", en: "auxiliary" },
  constant: { zh: "常数", en: "constant" },
  driver: { zh: "外生", en: "driver" },
  equation: { zh: "方程（模型原文）", en: "Equation as the model states it" },
  measure: { zh: "措施或事件", en: "Measure or event" },
  actsOn: { zh: "作用于", en: "Acts on" },
  operation: { zh: "方式", en: "How" },
  size: { zh: "幅度（可改）", en: "Size (edit here)" },
  multiply: { zh: "乘", en: "times" },
  add: { zh: "加", en: "plus" },
  set: { zh: "改为", en: "set to" },
  keep: { zh: "保留比例", en: "share kept" },
  lever: { zh: "措施", en: "lever" },
  event: { zh: "事件", en: "event" },
  intensities: { zh: "力度（0 为不实施，1 为完全实施；可改）", en: "Intensity (0: nothing, 1: in full; edit here)" },
  sizes: { zh: "力度为 1 时的幅度，及其逐年作用", en: "Size at intensity 1, and what it does by year" },
  inForce: { zh: "各年生效的假设与数表调整", en: "Assumptions in force, and adjustments of tables, by year" },
  noMeasures: { zh: "这一情景没有措施和事件。", en: "This scenario has no measures or events." },
  slope: { zh: "斜率变化", en: "Change of slope" },
  allYears: { zh: "各年相同", en: "every year" },
  noTables: { zh: "模型没有这类表。", en: "The model has no such table." },
  noSteps: { zh: "没有需要分行计算的合计。", en: "No sum needs rows of its own." },
  term: { zh: "项", en: "Term" },
  basisPlan: { zh: "规划", en: "plan" },
  basisData: { zh: "数据", en: "data" },
  basisDefinition: { zh: "定义", en: "definition" },
  basisAssumption: { zh: "假设", en: "assumption" },
  targetsNote: {
    zh: "“现测算值”“变动”“是否达到”随“假设”“措施”等表的改动即时变化；“目标值”也可改。完成把握来自随机模拟，不随改动变化。",
    en: "“Now”, “Change” and “Met?” follow every change on the other sheets; the target may be changed too. The chance comes from the simulation and does not move.",
  },
  decidedTargetsNote: {
    zh: "“判断”“实际值”是实际结果，不随改动变化。“现测算值”“变动”“是否达到”是模型的中间情形，随“假设”“措施”等表的改动即时变化，供试算。",
    en: "“Verdict” and “Actual” are what came of it and do not move. “Now”, “Change” and “Met?” are the model's middle path, which follows every change on the other sheets, for what-if questions.",
  },
  verdictOrChance: { zh: "判断或完成把握（模拟）", en: "Verdict, or chance (simulated)" },
  resultsNote: {
    zh: "来自随机模拟，是各情景的完成可能性，不随本工作簿的改动变化。分位数是“取值”一列所指数值的分布；已有实际结果的指标只列实际值。",
    en: "From the simulation: how likely each target is under each scenario. Changes in this workbook do not move it. Rows that are decided have their actual value only.",
  },
  decidedResultsNote: {
    zh: "各项指标的实际结果，不随本工作簿的改动变化。",
    en: "What each target came to. Changes in this workbook do not move it.",
  },
  assumptionsNote: {
    zh: "改黄、蓝、绿、灰底色的“取值”格，其余表随之重算；改过的格会加粗变红，“原值”用于还原。上下限为模拟所用分布的 0.1%—99.9%。",
    en: "Change a coloured value and everything follows; a changed one turns bold red, and “Original” brings it back. From/To: 0.1 % to 99.9 % of the distribution that the simulation uses.",
  },
  measuresNote: {
    zh: "力度由情景和政策落实程度算出，已含滞后。改力度或幅度，其余表随之重算。",
    en: "Intensities follow from the scenario and how far its policies are carried out, lags included. Change one, or a size, and everything follows.",
  },
  tablesNote: {
    zh: "随年份的表，表外年份取最近一年。改数即重算。",
    en: "Outside the years of a table its nearest year holds. Change a number and everything follows.",
  },
  lookupsNote: {
    zh: "点之间按直线取值，两端之外取端点值。改数即重算，x 须递增。",
    en: "Straight lines between the points, flat outside them. Change a number and everything follows; x must ascend.",
  },
  projectionNote: {
    zh: "每一格是模型自己的方程；随机冲击取 0。分项多的变量已折叠，点左侧“+”展开。",
    en: "Every cell is the model's own equation, with shocks at 0. Variables with many elements are folded: click “+” at the left.",
  },
  stepsNote: {
    zh: "有的合计项数多、每项算式长，各项在此分行计算，再由“测算”表求和。",
    en: "Sums of many long terms: each term has a row here, and the projection adds them up.",
  },
  numberPrompt: { zh: "模拟所用范围：{lower} 到 {upper}", en: "Range of the simulation: {lower} to {upper}" },
  fixedPrompt: { zh: "模拟中为固定值", en: "fixed in the simulation" },
  choicePrompt: { zh: "从列表中选择", en: "choose from the list" },
  outside: {
    zh: "超出模拟所用的范围，结果供试算参考。仍要输入吗？",
    en: "This is outside the range of the simulation, so the result is a what-if. Enter it all the same?",
  },
  notANumber: { zh: "要一个数", en: "A number is needed" },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** The words of the workbook in one language. */
export interface WorkbookWords {
  readonly language: Language;
  readonly sheets: Readonly<Record<keyof typeof sheetNames, string>>;
  readonly say: (key: keyof typeof workbookTexts) => string;
}

/** Choose the words of one language. */
export function wordsIn(language: Language): WorkbookWords {
  const entries = Object.entries(sheetNames).map(([key, name]) => [key, name[language]]);
  return {
    language,
    sheets: Object.fromEntries(entries) as WorkbookWords["sheets"],
    say: (key) => workbookTexts[key][language],
  };
}
