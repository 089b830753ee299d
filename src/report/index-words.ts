import type { Bilingual } from "../core/bilingual.ts";

/** The fixed words of the index of an output folder. */
export const indexWords = {
  title: { zh: "结果目录", en: "Results" },
  internal: { zh: "内部资料", en: "Internal" },
  documents: { zh: "报告与评估", en: "Reports and evaluations" },
  together: { zh: "全部情景", en: "All scenarios" },
  overview: { zh: "各项目标在各情景下的完成把握", en: "Chance of meeting each target under each scenario" },
  comparison: { zh: "各情景与基准情景之差", en: "Differences of the scenarios from the baseline" },
  scenarios: { zh: "各情景的数据与图", en: "Data and charts by scenario" },
  charts: {
    zh: "第一个情景画全部的图，其余情景只画有变化的图：结论等级不同的指标、何时达到、措施与事件，以及数值不同的专题图。要某一情景的全部图，单独运行该情景：planreach run <情景>。",
    en: "The first scenario has all charts, the others those that change: rows with another verdict, when targets are met, levers and events, and figures that come out differently. All charts of one scenario: planreach run <scenario>.",
  },
  endings: {
    zh: "PNG 可直接贴入文稿；SVG 放大不失真；Vega-Lite 规格（.vl.json）供修改。",
    en: "PNG to paste into documents, SVG to print at any size, the Vega-Lite specification (.vl.json) to change a chart.",
  },
  model: { zh: "模型说明", en: "The model" },
  drawings: { zh: "单独命令画的图", en: "Charts of single commands" },
  notebooks: { zh: "笔记本", en: "Notebooks" },
  run: { zh: "运行编号", en: "run" },
  informationDate: { zh: "信息截至", en: "information as of" },
  "results.csv": { zh: "逐年数据", en: "figures by year" },
  "results.parquet": { zh: "逐年数据", en: "figures by year" },
  "verdicts.json": { zh: "结论", en: "verdicts" },
  "regions.json": { zh: "各地区结论", en: "verdicts by region" },
  "run.json": { zh: "运行记录", en: "record of the run" },
  "model.html": { zh: "方程、假设与来源、措施、政策", en: "Equations, assumptions with sources, levers, policies" },
  "causal-diagram.svg": { zh: "措施通向哪些指标", en: "Which levers reach which rows" },
} as const satisfies Record<string, Bilingual>;
