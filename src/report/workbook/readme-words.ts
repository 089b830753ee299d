import type { Bilingual } from "../../core/bilingual.ts";

/** What the first sheet says, in the order in which it says it. */
export const readmeWords = {
  what: { zh: "这是什么", en: "What this is" },
  whatText: {
    zh: "规划目标可达性测算的工作簿。“测算”表的每一格都是模型自己的方程；改动假设、措施或数表，各年数值和“目标”表的判断随之变化。",
    en: "A workbook of the reachability of a plan's targets. Every cell of the projection is the model's own equation: change an assumption, a measure or a table, and every year and the judgement of every target follow.",
  },
  plan: { zh: "规划", en: "Plan" },
  scenario: { zh: "测算情景", en: "Scenario computed" },
  informationDate: { zh: "信息截至", en: "Information as of" },
  run: { zh: "运行编号", en: "Run" },
  draws: { zh: "模拟次数与种子", en: "Draws and seed" },
  how: { zh: "怎样使用", en: "How to use it" },
  howAssumption: {
    zh: "在“假设”表改一个有底色的“取值”，再看“目标”表的“现测算值”和“是否达到”。",
    en: "Change a coloured value on “Assumptions”, then look at “Now” and “Met?” on “Targets”.",
  },
  howMeasure: {
    zh: "在“措施”表改各年力度，如把某项措施提前或加大。",
    en: "Change intensities by year on “Measures”, to start one earlier or to do more of it.",
  },
  howBack: {
    zh: "要还原，把“原值”抄回“取值”；或另开一份原件。",
    en: "To go back, copy “Original” into the value, or open the file afresh.",
  },
  sheets: { zh: "各表", en: "Sheets" },
  targets: { zh: "目标值与测算值对照，随改动变化", en: "targets against the projection; follows every change" },
  results: { zh: "各情景下的完成可能性，来自随机模拟", en: "how likely each target is, from the simulation" },
  decidedResults: { zh: "各情景下的各项实际结果", en: "what each target came to" },
  assumptions: {
    zh: "假设、口径、基年数，及其依据和来源",
    en: "assumptions, definitions, base-year figures, with basis and source",
  },
  measures: {
    zh: "措施与事件的力度、幅度和逐年作用",
    en: "levers and events: intensity, size, and what they do by year",
  },
  tables: { zh: "按分项或年份给出的数", en: "numbers by element or year" },
  lookups: { zh: "按折线取值的表", en: "tables read along straight lines" },
  projection: { zh: "全部变量的逐年测算", en: "every variable in every year" },
  steps: { zh: "长合计的各项", en: "terms of long sums" },
  colours: { zh: "底色", en: "Colours" },
  plan_basis: { zh: "取自规划", en: "taken from the plan" },
  data_basis: { zh: "取自数据", en: "taken from data" },
  definition_basis: { zh: "定义或口径", en: "a definition" },
  assumption_basis: { zh: "假设，没有直接的数据依据", en: "an assumption that no data state directly" },
  unused_basis: { zh: "只影响随机模拟", en: "matters to the simulation only" },
  nature: { zh: "数字的性质", en: "What the numbers are" },
  natureModel: {
    zh: "测算值是模型结果，不是统计数字；“实际值”一列才是观测值。",
    en: "Computed values are results of a model, not statistics; only the column “Actual” is observed.",
  },
  natureCentral: {
    zh: "“测算”是一条中间情形：假设取中间值，随机冲击取 0。它达到目标不等于有把握达到，把握看“结果”表。",
    en: "The projection is one middle path: assumptions at their values, no shocks. That it meets a target does not make the target safe: see “Results” for the chance.",
  },
  natureDecided: {
    zh: "“测算”是一条中间情形：假设取中间值，随机冲击取 0，没有用到实际值。目标是否完成，以“结果”表的实际值为准。",
    en: "The projection is one middle path, with assumptions at their values, no shocks and no use of what was observed. Whether a target was met, the actual values on “Results” say.",
  },
  unknown: { zh: "现有资料回答不了的", en: "What cannot be known from here" },
  unknownNone: { zh: "各行指标均可评估。", en: "Every row of the plan could be assessed." },
  unknownPolicies: {
    zh: "政策由力度概括，改工作簿不会重新推算政策落实程度；统计口径只换算法，不换基年数。",
    en: "Policies are summed up as intensities, which this workbook does not derive anew; a definition chosen here changes the method, not the base-year figures.",
  },
  internalText: {
    zh: "本工作簿含内部数据，请按内部资料管理。用 --public 可生成不含内部数据的版本。",
    en: "This workbook holds internal data; keep it internal. --public makes one without them.",
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Say what a model rests on, counted by basis. */
export function basisSentence(count: {
  readonly count: number;
  readonly plan: number;
  readonly data: number;
  readonly definition: number;
  readonly assumption: number;
}): Bilingual {
  const { plan, data, definition, assumption } = count;
  return {
    zh: `模型的参数和表共 ${count.count} 项：取自规划 ${plan}，取自数据 ${data}，定义 ${definition}，假设 ${assumption}。`,
    en: `The model rests on ${count.count} parameters and tables: plan ${plan}, data ${data}, definition ${definition}, assumption ${assumption}.`,
  };
}
