import type { FigureDisplay } from "./chart-data.ts";
import type { FanScale } from "./fan-scale.ts";
import type { Layer } from "./spec-parts.ts";
import { palette } from "./theme.ts";

/** Years that fit below the plot side by side. */
const mostYearLabels = 14;

/** Give a plot its years: whole numbers from the last year backwards, as many as fit. */
export function yearAxis({ years, firstYear, lastYear }: Pick<FanScale, "years" | "firstYear" | "lastYear">) {
  const every = Math.ceil((lastYear - firstYear + 1) / mostYearLabels);
  const values: number[] = [];
  for (let year = lastYear; year >= firstYear; year -= every) values.unshift(year);
  return {
    type: "quantitative" as const,
    scale: { domain: [...years], nice: false, zero: false },
    axis: { title: null, format: "d", values, grid: false },
  };
}

/** Give a plot its values: fine lines across, no line at the side. */
export function valueAxis(values: FanScale["values"], { percent }: Pick<FigureDisplay, "percent">, tickCount = 6) {
  return {
    type: "quantitative" as const,
    scale: { domain: [...values], nice: false, zero: false },
    axis: { title: null, domain: false, ticks: false, tickCount, format: percent ? "~%" : ",~r" },
  };
}

/** Write the unit above the axis, where it needs no turned head. */
export function unitLayer(unit: string): Layer {
  return {
    data: { values: [{ unit }] },
    mark: { type: "text", align: "left", baseline: "bottom", color: palette.quiet },
    encoding: { x: { value: 0 }, y: { value: -8 }, text: { field: "unit", type: "nominal" } },
  };
}
