import { expect, test } from "vitest";
import { inventedFans, sharePath } from "../fixtures/chart-data.ts";
import { inventedCausalDiagram } from "../fixtures/invented-causal-diagram.ts";
import { inventedOverview } from "../fixtures/invented-overview.ts";
import { causalDiagram } from "./causal-diagram.ts";
import { drawPng, drawSvg, drawSvgAndPng } from "./draw-chart.ts";
import { fanChart } from "./fan-chart.ts";
import { overviewChart } from "./overview-chart.ts";
import { sharePathChart } from "./share-path-chart.ts";
import { chartFont } from "./theme.ts";

const spec = () => fanChart(inventedFans.floor, "zh");

test("drawSvg(spec) gives the same text twice, with the words of the chart and its fonts", async () => {
  const svg = await drawSvg(spec());
  expect(await drawSvg(spec())).toBe(svg);
  expect(svg).toMatch(/^<svg /);
  expect(svg).toContain("港口从业人数");
  expect(svg).toContain("Noto Sans CJK SC");
});

test("drawPng(spec, scale) gives the same bytes twice, twice as large by default", async () => {
  const png = await drawPng(spec());
  expect(Buffer.compare(await drawPng(spec()), png)).toBe(0);
  // A PNG begins with its signature; width and height are the 32-bit numbers from byte 16 on (ISO/IEC 15948).
  const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset);
  expect(Buffer.from(png.subarray(1, 4)).toString("latin1")).toBe("PNG");
  const small = await drawPng(spec(), 1);
  expect(view(png).getUint32(16)).toBe(2 * view(small).getUint32(16));
});

test("drawSvgAndPng(spec) gives what drawing one after the other gives", async () => {
  const { svg, png } = await drawSvgAndPng(spec());
  expect(svg).toBe(await drawSvg(spec()));
  expect(Buffer.compare(png, await drawPng(spec()))).toBe(0);
});

test("drawPng(spec, scale) refuses a scale that is not positive", async () => {
  await expect(drawPng(spec(), 0)).rejects.toThrow(new RangeError("drawPng: scale must be positive; got 0"));
  await expect(drawPng(spec(), Number.NaN)).rejects.toThrow(RangeError);
});

test("drawSvg(spec) registers the font once", async () => {
  const { GlobalFonts } = await import("canvas");
  await drawSvg(spec());
  const families = () => GlobalFonts.families.map(({ family, styles }) => [family, styles.length]);
  const before = families();
  await drawSvg(spec());
  expect(families()).toEqual(before);
  expect(before.filter(([family]) => family === chartFont)).toHaveLength(1);
});

test("the chart font has a glyph for every character that the charts print", async () => {
  await drawSvg(spec());
  const { createCanvas } = await import("canvas");
  const charts = [
    ...Object.values(inventedFans).map((data) => fanChart(data, "zh")),
    sharePathChart(sharePath, "zh"),
    overviewChart(inventedOverview(18, 11), "zh"),
    overviewChart(inventedOverview(18, 11), "en"),
    causalDiagram(inventedCausalDiagram(3, 2, 3), "zh"),
  ];
  const printed = new Set(JSON.stringify(charts).replace(/[\s\\]/g, ""));
  const pixels = (character: string) => {
    const context = createCanvas(40, 40).getContext("2d");
    // No family behind ours: a character it lacks would show the box of a missing glyph.
    context.font = `24px "${chartFont}"`;
    context.fillText(character, 4, 30);
    return Buffer.from(context.getImageData(0, 0, 40, 40).data).toString("base64");
  };
  const missing = pixels("\u{10FFFF}");
  const blank = pixels(" ");
  expect(printed.size).toBeGreaterThan(150);
  for (const character of printed) {
    expect(pixels(character), character).not.toBe(missing);
    expect(pixels(character), character).not.toBe(blank);
  }
});
