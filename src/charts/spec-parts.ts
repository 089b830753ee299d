import type { TopLevelSpec } from "vega-lite";
import { palette, textSize } from "./theme.ts";

/** One layer of a layered Vega-Lite view. */
export type Layer = Extract<TopLevelSpec, { layer: unknown }>["layer"][number];

/** One view of a vertical stack. */
export type StackedView = Extract<TopLevelSpec, { vconcat: unknown }>["vconcat"][number];

/** Encode a field that already holds a colour, a shape or a size, so that no scale touches it. */
export function raw(field: string): { field: string; type: "nominal"; scale: null; legend: null } {
  return { field, type: "nominal", scale: null, legend: null };
}

/** Encode a field that already holds a size or thickness in pixels. */
export function rawNumber(field: string): { field: string; type: "quantitative"; scale: null; legend: null } {
  return { field, type: "quantitative", scale: null, legend: null };
}

/** Encode a field that already holds a horizontal place in pixels. */
export function rawX(field: string): { field: string; type: "quantitative"; scale: null; axis: null } {
  return { field, type: "quantitative", scale: null, axis: null };
}

/** Encode a field that already holds a vertical place in pixels. */
export function rawY(field: string): { field: string; type: "quantitative"; scale: null; axis: null } {
  return { field, type: "quantitative", scale: null, axis: null };
}

/** Encode boxes by fields that hold their sides in pixels and the colour of their ground, and by that of their border. */
export function boxEncoding(border: string) {
  return {
    x: rawX("left"),
    x2: { field: "right" },
    y: rawY("top"),
    y2: { field: "bottom" },
    fill: raw("fill"),
    stroke: raw(border),
  };
}

/** Place a mark by year and value on the axes that the first layer of a plot defines. */
export function atYear(year: string, value: string) {
  return {
    x: { field: year, type: "quantitative" as const, title: null },
    y: { field: value, type: "quantitative" as const, title: null },
  };
}

/** A short text beside a point of a plot. */
export interface PlotLabel {
  readonly year: number;
  readonly value: number;
  readonly text: string;
  readonly colour: string;
  /** Pixels below the point. */
  readonly dy: number;
  readonly align?: "left" | "center" | "right";
}

/** Write a bold label with a pale halo, legible on whatever it stands on. */
export function labelLayers({ year, value, text, colour, dy, align = "center" }: PlotLabel): Layer[] {
  const data = { values: [{ year, value, text }] };
  const mark = {
    type: "text" as const,
    align,
    baseline: "middle" as const,
    dy,
    fontWeight: "bold" as const,
    fontSize: textSize.body,
  };
  const encoding = { ...atYear("year", "value"), text: { field: "text", type: "nominal" as const } };
  return [
    {
      data,
      mark: { ...mark, color: palette.paper, stroke: palette.paper, strokeWidth: 4, strokeJoin: "round" },
      encoding,
    },
    { data, mark: { ...mark, color: colour }, encoding },
  ];
}
