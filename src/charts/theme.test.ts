import { expect, test } from "vitest";
import { palette, verdictStyles } from "./theme.ts";

/** Relative luminance of a colour, 0 black to 1 white (WCAG 2.2, "relative luminance"). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, 1 none to 21 black on white (WCAG 2.2, "contrast ratio"). */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

test("verdictStyles grow darker as the chance shrinks, so that a grey printer keeps them apart", () => {
  const { very_likely, likely, uncertain, unlikely, very_unlikely } = verdictStyles;
  const fills = [very_likely, likely, uncertain, unlikely, very_unlikely].map(({ fill }) => fill);
  for (const [i, fill] of fills.slice(1).entries()) {
    expect(luminance(fill)).toBeLessThan(luminance(fills[i]!));
    expect(contrast(fill, fills[i]!)).toBeGreaterThan(1.3);
  }
});

test("verdictStyles have a shape and a label of their own, legible on their ground", () => {
  const styles = Object.values(verdictStyles);
  expect(new Set(styles.map(({ shape }) => shape)).size).toBe(styles.length);
  expect(new Set(styles.map(({ label }) => label.zh)).size).toBe(styles.length);
  expect(new Set(styles.map(({ label }) => label.en)).size).toBe(styles.length);
  // 4.5 is what WCAG 2.2 asks of text at level AA, 3 of symbols and bold labels.
  for (const { ink, fill, label } of styles) expect(contrast(ink, fill), label.en).toBeGreaterThan(4.5);
});

test("palette keeps the bands apart and the words legible", () => {
  const { bands, paper } = palette;
  expect(contrast(bands["0.95"], bands["0.8"])).toBeGreaterThan(1.25);
  expect(contrast(bands["0.8"], bands["0.5"])).toBeGreaterThan(1.25);
  for (const word of [palette.ink, palette.quiet, palette.target, palette.median]) {
    expect(contrast(word, paper)).toBeGreaterThan(4.5);
  }
});
