import { raw, rawNumber, rawY, type StackedView } from "./spec-parts.ts";
import { wrapText } from "./text-lines.ts";
import { palette, textSize, type VerdictStyle } from "./theme.ts";

/** How an entry of a key is marked. */
export interface KeySymbol {
  /** Vega symbol name or SVG path in the square −1 … 1. */
  readonly shape: string;
  readonly fill: string;
  readonly stroke: string;
  readonly dash: readonly number[];
  readonly thickness: number;
  /** Area in square pixels, as Vega counts it. */
  readonly size: number;
}

/** One entry of a key: its symbol and its words, broken into lines where they are too long. */
export interface KeyEntry {
  readonly symbol: KeySymbol;
  readonly text: string;
  readonly isBold?: boolean;
}

/** Width of the key that stands to the right of a plot. */
export const keyWidth = 190;

const lineHeight = 16;
const entryGap = 7;
const textLeft = 28;

/** Mark an entry by a filled rectangle, as a band is drawn. */
export function swatchSymbol(fill: string, stroke: string = fill): KeySymbol {
  return { shape: "M-1.2,-0.8H1.2V0.8H-1.2Z", fill, stroke, dash: [], thickness: 1, size: 170 };
}

/** Mark an entry by a hatched rectangle. */
export function hatchSymbol(fill: string, stroke: string): KeySymbol {
  const shape = "M-1.2,-0.8H1.2V0.8H-1.2ZM-1.2,0.2L-0.2,-0.8M-0.6,0.8L1,-0.8M0.4,0.8L1.2,0";
  return { shape, fill, stroke, dash: [], thickness: 0.8, size: 170 };
}

/** Mark an entry by a piece of line. */
export function lineSymbol(stroke: string, dash: readonly number[], thickness: number): KeySymbol {
  return { shape: "M-1.2,0H1.2", fill: "transparent", stroke, dash, thickness, size: 170 };
}

/** Mark an entry by a point as it stands in the plot. */
export function pointSymbol(shape: string, fill: string, stroke: string, size: number): KeySymbol {
  return { shape, fill, stroke, dash: [], thickness: 1.5, size };
}

/** Mark an entry by the symbol of a class of verdict. */
export function verdictSymbol(style: VerdictStyle): KeySymbol {
  const { shape, isFilled, fill, border } = style;
  if (isFilled) return { shape, fill, stroke: palette.ink, dash: [], thickness: 1, size: 150 };
  return { shape, fill: "transparent", stroke: border, dash: [], thickness: 2, size: 150 };
}

/**
 * Lay entries out below each other.
 *
 * @param height - of the plot that the key stands beside, so that the two begin on one line.
 */
export function keyView(entries: readonly KeyEntry[], height: number): StackedView {
  let top = lineHeight / 2;
  const rows = entries.map(({ symbol, text, isBold = false }) => {
    const lines = wrapText(text, keyWidth - textLeft, textSize.body);
    const row = { y: top, lines, weight: isBold ? "bold" : "normal", ...symbol };
    top += lines.length * lineHeight + entryGap;
    return row;
  });
  return {
    width: keyWidth,
    height,
    data: { values: rows },
    layer: [
      {
        mark: { type: "point", opacity: 1 },
        encoding: {
          x: { value: 12 },
          y: rawY("y"),
          shape: raw("shape"),
          fill: raw("fill"),
          stroke: raw("stroke"),
          strokeDash: raw("dash"),
          strokeWidth: rawNumber("thickness"),
          size: rawNumber("size"),
        },
      },
      ...["normal", "bold"].map((weight) => ({
        transform: [{ filter: `datum.weight === '${weight}'` }],
        mark: {
          type: "text" as const,
          align: "left" as const,
          baseline: "middle" as const,
          fontWeight: weight as "normal" | "bold",
          lineHeight,
        },
        encoding: { x: { value: textLeft }, y: rawY("y"), text: { field: "lines", type: "nominal" as const } },
      })),
    ],
  };
}
