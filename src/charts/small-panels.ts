import type { Layer } from "./spec-parts.ts";

/** Measures of a small panel in pixels: its plot, and the room left of, beside, above and below it. */
export interface PanelSize {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly gap: number;
  readonly header: number;
  readonly below: number;
}

/** Upper left corner of a panel in pixels. */
export interface PanelPlace {
  readonly left: number;
  readonly top: number;
}

const panelsAcross = 3;

/** Width of all panels beside each other. */
export function panelsWidth({ width, gap }: PanelSize): number {
  return panelsAcross * (width + gap) - gap;
}

/** Lay out one panel a row, three beside each other, as a view. */
export function panelsView<T>(
  rows: readonly T[],
  panel: PanelSize,
  layersOf: (row: T, place: PanelPlace) => Layer[],
): { readonly width: number; readonly height: number; readonly layer: Layer[] } {
  const panelHeight = panel.header + panel.height + panel.below;
  return {
    width: panelsWidth(panel),
    height: Math.ceil(rows.length / panelsAcross) * panelHeight,
    layer: rows.flatMap((row, place) => {
      const left = (place % panelsAcross) * (panel.width + panel.gap);
      const top = Math.floor(place / panelsAcross) * panelHeight;
      return layersOf(row, { left, top });
    }),
  };
}
