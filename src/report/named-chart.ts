import type { TopLevelSpec } from "vega-lite";
import { drawSvgAndPng } from "../charts/draw-chart.ts";
import { markInternal } from "../charts/mark-internal.ts";
import type { Bilingual, Language } from "../core/bilingual.ts";
import type { Study } from "../inputs/study.ts";
import { holdsInternalValues } from "../inputs/without-internal.ts";
import type { OutputFile } from "./output-file.ts";

/** A chart that is to be drawn. */
export interface NamedChart {
  /** Path in the output folder, without an ending. */
  readonly path: string;
  readonly spec: TopLevelSpec;
}

/** A chart of a run, which the record of the run and the index of the output folder list. */
export interface ListedChart extends NamedChart {
  readonly title: Bilingual;
  /** Everything the chart shows but what its footer says, as text: the same text, the same picture. */
  readonly content: string;
}

/** File in the folder of a scenario that lists its charts with their titles. */
export const chartList = "charts/charts.json";

/** Mark a chart as internal when the study that it shows holds internal values. */
export function markedChart<T extends NamedChart>(chart: T, study: Study, language: Language): T {
  return holdsInternalValues(study) ? { ...chart, spec: markInternal(chart.spec, language) } : chart;
}

/** Draw a chart as the three files that it is kept as: the specification, SVG and PNG. */
export async function drawChartFiles({ path, spec }: NamedChart): Promise<OutputFile[]> {
  const { svg, png } = await drawSvgAndPng(spec);
  return [
    { path: `${path}.vl.json`, content: `${JSON.stringify(spec, null, 2)}\n` },
    { path: `${path}.svg`, content: svg },
    { path: `${path}.png`, content: png },
  ];
}
