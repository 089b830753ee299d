import type { TopLevelSpec } from "vega-lite";
import type { Language } from "../core/bilingual.ts";
import { neverEvaluated } from "../core/never-evaluated.ts";
import {
  type CausalLayout,
  type CausalNode,
  causalColumns,
  labelLineHeight,
  layOutCausalDiagram,
} from "./causal-layout.ts";
import type { CausalDiagramData } from "./chart-data.ts";
import { frameChart } from "./chart-frame.ts";
import { chartWords } from "./chart-words.ts";
import { type Layer, raw, rawX, rawY } from "./spec-parts.ts";
import { palette, sectorStyle } from "./theme.ts";

/**
 * Draw which levers reach which rows of the plan: levers at the left, the sectors they act on in the middle, rows at
 * the right, a line for every link of the model's structure.
 *
 * A sector's lines share its colour, and its node has a shape of its own. What is linked to nothing is grey.
 *
 * @param data - links found in the compiled model.
 * @param language - of every word on the chart.
 */
export function causalDiagram(data: CausalDiagramData, language: Language): TopLevelSpec {
  const layout = layOutCausalDiagram(data, language);
  const { width } = causalColumns;
  return frameChart(
    [
      {
        width,
        height: layout.height,
        layer: [...linkLayers(data, layout), headerLayer(language), ...nodeLayers(layout)],
      },
    ],
    {
      language,
      title: data.title[language],
      subtitle: [chartWords.causalSubtitle[language]],
      captions: [chartWords.causalReading[language], sizeCaption(language)],
      footer: data.footer,
      width,
    },
  );
}

function sizeCaption(language: Language): string {
  const note = neverEvaluated[language];
  return language === "zh" ? `措施的作用：${note}。` : `What a lever does is ${note}.`;
}

function headerLayer(language: Language): Layer {
  const { levers, sectors, rows } = causalColumns;
  const values = [
    { x: levers.x, text: chartWords.causalLevers[language], align: "right" },
    { x: sectors.x, text: chartWords.causalSectors[language], align: "center" },
    { x: rows.x, text: chartWords.causalRows[language], align: "left" },
  ];
  return {
    layer: (["right", "center", "left"] as const).map((align) => ({
      data: { values: values.filter((value) => value.align === align) },
      mark: { type: "text", align, baseline: "top", fontWeight: "bold" },
      encoding: { x: rawX("x"), y: { value: 0 }, text: raw("text") },
    })),
  };
}

/** Room between a label and the dot at the end of its lines. */
const dotDistance = 9;

/** Half the room that a sector's name takes between the lines that come and those that go. */
const sectorHalf = 74;

/** Lines as curves that leave and arrive level: four points each, which a B-spline rounds. */
function linkLayers({ acts, reaches }: CausalDiagramData, { levers, sectors, rows }: CausalLayout): Layer[] {
  const place = (nodes: readonly CausalNode[], id: string) => nodes.findIndex((node) => node.id === id);
  const curve = (link: string, from: CausalNode, to: CausalNode, sector: number, start: number, end: number) => {
    const middle = (start + end) / 2;
    const { colour } = sectorStyle(sector);
    return [
      [start, from.y],
      [middle, from.y],
      [middle, to.y],
      [end, to.y],
    ].map(([x, y], step) => ({ link, step, x, y: rounded(y!), colour }));
  };
  const incoming = acts.flatMap(({ lever, sector }) => {
    const [from, to] = [levers[place(levers, lever)], sectors[place(sectors, sector)]];
    if (from === undefined || to === undefined) return [];
    return curve(`${lever} ${sector}`, from, to, place(sectors, sector), from.x + dotDistance, to.x - sectorHalf);
  });
  const outgoing = reaches.flatMap(({ sector, indicator }) => {
    const [from, to] = [sectors[place(sectors, sector)], rows[place(rows, indicator)]];
    if (from === undefined || to === undefined) return [];
    return curve(`${sector} ${indicator}`, from, to, place(sectors, sector), from.x + sectorHalf, to.x - dotDistance);
  });
  return [incoming, outgoing].map((values) => ({
    data: { values },
    mark: { type: "line", interpolate: "basis", strokeWidth: 1.2, opacity: 0.6 },
    encoding: {
      x: rawX("x"),
      y: rawY("y"),
      detail: { field: "link", type: "nominal" },
      order: { field: "step", type: "quantitative" },
      stroke: raw("colour"),
    },
  }));
}

function nodeLayers({ levers, sectors, rows }: CausalLayout): Layer[] {
  const dots = (nodes: readonly CausalNode[], dx: number) =>
    nodes.filter(({ isLinked }) => isLinked).map(({ x, y }) => ({ x: x + dx, y: rounded(y) }));
  const symbols = sectors.flatMap(({ x, y }, i) =>
    [-sectorHalf, sectorHalf].map((dx) => ({ x: x + dx, y: rounded(y), ...sectorStyle(i) })),
  );
  return [
    {
      data: { values: [...dots(levers, dotDistance), ...dots(rows, -dotDistance)] },
      mark: { type: "point", shape: "circle", filled: true, opacity: 1, size: 22, color: palette.ink },
      encoding: { x: rawX("x"), y: rawY("y") },
    },
    {
      data: { values: symbols },
      mark: { type: "point", filled: true, opacity: 1, size: 62 },
      encoding: { x: rawX("x"), y: rawY("y"), shape: raw("shape"), fill: raw("colour"), stroke: raw("colour") },
    },
    ...labelLayers(levers, "right"),
    ...labelLayers(sectors, "center"),
    ...labelLayers(rows, "left"),
  ];
}

function labelLayers(nodes: readonly CausalNode[], align: "left" | "center" | "right"): Layer[] {
  const values = nodes.map(({ x, y, lines, isLinked }) => ({
    x,
    y: rounded(y - ((lines.length - 1) * labelLineHeight) / 2),
    lines,
    colour: isLinked ? palette.ink : palette.quiet,
  }));
  return [
    {
      data: { values },
      mark: { type: "text", align, baseline: "middle", lineHeight: labelLineHeight },
      encoding: { x: rawX("x"), y: rawY("y"), text: raw("lines"), color: raw("colour") },
    },
  ];
}

/** Tenths of a pixel are enough, and keep the specification short. */
function rounded(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
