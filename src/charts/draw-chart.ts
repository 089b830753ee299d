import { createRequire } from "node:module";
import type { Canvas } from "canvas";
import type { View } from "vega";
import type { TopLevelSpec } from "vega-lite";
import { chartFont, fontStack } from "./theme.ts";

/** Alias under which our own copy of the font is known once it is registered, whatever the machine has installed. */
const registeredMark = "Planreach chart font";

const fontFiles = ["400Regular/NotoSansSC_400Regular.ttf", "700Bold/NotoSansSC_700Bold.ttf"];

/**
 * Draw a chart as SVG text.
 *
 * The same specification gives the same text on every machine: widths are measured with the font that ships with the
 * toolkit, never with an installed one.
 *
 * @param spec - a Vega-Lite specification with its data inside.
 * @throws RangeError when the font cannot be registered; Vega's own errors when the specification is wrong.
 */
export async function drawSvg(spec: TopLevelSpec): Promise<string> {
  const view = await openView(spec);
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}

/**
 * Draw a chart as the bytes of a PNG file; several drawn at once share the processors.
 *
 * @param spec - a Vega-Lite specification with its data inside.
 * @param scale - pixels per unit of the specification; defaults to 2, sharp in print at the size of a page.
 * @throws RangeError when `scale` is not a positive number or the font cannot be registered.
 */
export async function drawPng(spec: TopLevelSpec, scale = 2): Promise<Uint8Array> {
  if (!(scale > 0 && Number.isFinite(scale))) throw new RangeError(`drawPng: scale must be positive; got ${scale}`);
  const view = await openView(spec);
  const canvas = await view.toCanvas(scale);
  view.finalize();
  // Vega types the canvas of a browser; in Node it is that of the `canvas` package, which encodes on a thread of its own.
  return (canvas as unknown as Canvas).encode("png");
}

/** A chart drawn both ways. */
export interface DrawnChart {
  readonly svg: string;
  readonly png: Uint8Array;
}

/**
 * Draw a chart as SVG text and PNG bytes, laid out once: the same as {@link drawSvg} and {@link drawPng}, faster.
 *
 * @param spec - a Vega-Lite specification with its data inside.
 */
export async function drawSvgAndPng(spec: TopLevelSpec): Promise<DrawnChart> {
  const view = await openView(spec);
  const svg = await view.toSVG();
  const canvas = await view.toCanvas(2);
  view.finalize();
  return { svg, png: await (canvas as unknown as Canvas).encode("png") };
}

/** Compile a specification and lay it out without a screen; Vega loads here, so that importing this file is cheap. */
async function openView(spec: TopLevelSpec): Promise<View> {
  await registerFonts();
  const [vega, vegaLite] = await Promise.all([import("vega"), import("vega-lite")]);
  // A specification without a font of its own gets ours, else its Chinese text would have no glyphs.
  const compiled = vegaLite.compile(spec, { config: { font: fontStack } });
  return new vega.View(vega.parse(compiled.spec), { renderer: "none" });
}

/** Make the chart font known to the canvas, once a process. */
async function registerFonts(): Promise<void> {
  const { GlobalFonts } = await import("canvas");
  if (GlobalFonts.has(registeredMark)) return;
  const { resolve } = createRequire(import.meta.url);
  for (const file of fontFiles) {
    const path = resolve(`@expo-google-fonts/noto-sans-sc/${file}`);
    if (GlobalFonts.registerFromPath(path, chartFont) === null)
      throw new RangeError(`drawChart: the chart font must be readable; got ${path}`);
  }
  GlobalFonts.setAlias(chartFont, registeredMark);
}
