import { type Layer, raw, rawX, rawY } from "./spec-parts.ts";
import { palette, textSize } from "./theme.ts";

/** A text at a place in pixels. */
export interface PixelText {
  readonly x: number;
  readonly y: number;
  /** One line, or several below each other. */
  readonly text: string | readonly string[];
  readonly ink?: string;
}

/** How texts of one layer are set; alignment and weight are properties of the mark, so each has a layer of its own. */
export interface PixelTextStyle {
  readonly align?: "left" | "center" | "right";
  readonly baseline?: "top" | "middle" | "bottom";
  readonly isBold?: boolean;
  readonly size?: number;
}

/** Distance of two lines of one text in pixels. */
const pixelLineHeight = 14;

/** Write texts at places in pixels; a text of several lines stands around its place as one line would. */
export function pixelTexts(
  texts: readonly PixelText[],
  { align = "left", baseline = "middle", isBold = false, size = textSize.body }: PixelTextStyle = {},
): Layer {
  const values = texts.map(({ x, y, text, ink = palette.ink }) => {
    const lines = typeof text === "string" ? [text] : text;
    const above = baseline === "middle" ? (lines.length - 1) / 2 : baseline === "bottom" ? lines.length - 1 : 0;
    return { x: rounded(x), y: rounded(y - above * pixelLineHeight), lines, ink };
  });
  return {
    data: { values },
    mark: {
      type: "text",
      align,
      baseline,
      fontSize: size,
      fontWeight: isBold ? "bold" : "normal",
      lineHeight: pixelLineHeight,
    },
    encoding: { x: rawX("x"), y: rawY("y"), text: raw("lines"), color: raw("ink") },
  };
}

/** Tenths of a pixel are enough, and keep specifications short. */
export function rounded(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
