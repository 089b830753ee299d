import type { Language } from "../core/bilingual.ts";
import type { ProbabilityClass, VerdictClass } from "../reachability/verdict.ts";
import type { OverviewChartData } from "./chart-data.ts";
import { classSymbol, groundLayers, symbolLayer } from "./overview-layers.ts";
import { raw, rawX, rawY, type StackedView } from "./spec-parts.ts";
import { estimateTextWidth } from "./text-lines.ts";
import { textSize, verdictStyles } from "./theme.ts";

export const probabilityOrder: readonly ProbabilityClass[] = [
  "very_likely",
  "likely",
  "uncertain",
  "unlikely",
  "very_unlikely",
];
const rowHeight = 22;
const swatch = { width: 24, height: 16 };

/** Explain the classes of probability with their bounds, if one of them is shown, and the other classes that are. */
export function legendView(
  probabilityClasses: OverviewChartData["probabilityClasses"],
  shown: ReadonlySet<VerdictClass>,
  language: Language,
  width: number,
): StackedView {
  const others = (Object.keys(verdictStyles) as VerdictClass[]).filter(
    (key) => shown.has(key) && !probabilityOrder.some((likelihood) => likelihood === key),
  );
  const isAnyOpen = probabilityOrder.some((key) => shown.has(key));
  const entries = [
    ...(isAnyOpen ? probabilityOrder : []).map((key, i) => ({ key, bounds: classBounds(probabilityClasses, i) })),
    ...others.map((key) => ({ key, bounds: "" })),
  ];
  let left = 0;
  let line = 0;
  const items = entries.map(({ key, bounds }) => {
    const { label, fill, border, hasBrokenBorder, ink } = verdictStyles[key];
    const text = bounds === "" ? label[language] : `${label[language]} ${bounds}`;
    const itemWidth = swatch.width + 6 + estimateTextWidth(text, textSize.body) + 18;
    if (left > 0 && left + itemWidth > width) {
      left = 0;
      line += 1;
    }
    const top = line * rowHeight;
    const y = top + swatch.height / 2;
    const item = {
      ground: { left, right: left + swatch.width, top, bottom: top + swatch.height, fill, border, hasBrokenBorder },
      symbol: classSymbol(key, left + swatch.width / 2, y, ink, 50),
      words: { x: left + swatch.width + 6, y, text },
    };
    left += itemWidth;
    return item;
  });
  return {
    width,
    height: (line + 1) * rowHeight,
    layer: [
      ...groundLayers(items.map(({ ground }) => ground)),
      symbolLayer(items.map(({ symbol }) => symbol)),
      {
        data: { values: items.map(({ words }) => words) },
        mark: { type: "text", align: "left", baseline: "middle" },
        encoding: { x: rawX("x"), y: rawY("y"), text: raw("text") },
      },
    ],
  };
}

/** Write the bounds of a class in whole percent: 66%–90%. */
function classBounds(bounds: OverviewChartData["probabilityClasses"], place: number): string {
  const percent = (bound: number) => `${Math.round(bound * 100)}%`;
  if (place === 0) return `≥ ${percent(bounds[0])}`;
  const upper = percent(bounds[place - 1]!);
  return place === bounds.length ? `< ${upper}` : `${percent(bounds[place]!)}–${upper}`;
}
