import fc from "fast-check";
import { expect, test } from "vitest";
import { inventedFans } from "../fixtures/chart-data.ts";
import { chartWords } from "./chart-words.ts";
import { drawSvg } from "./draw-chart.ts";
import { fanChart } from "./fan-chart.ts";
import { estimateTextWidth, wrapText } from "./text-lines.ts";
import { chartFont } from "./theme.ts";

test("wrapText(text, width, size) breaks English at spaces", () => {
  expect(wrapText("likely to be met", 40, 10)).toEqual(["likely", "to be", "met"]);
  expect(wrapText("incomprehensibilities", 40, 10)).toEqual(["incomprehensibilities"]);
});

test("wrapText(text, width, size) breaks Chinese between characters, never before closing punctuation", () => {
  expect(wrapText("港口从业人数", 40, 10)).toEqual(["港口从业", "人数"]);
  expect(wrapText("港口从业，人数", 40, 10)).toEqual(["港口从", "业，人数"]);
});

test("wrapText(text, width, size) keeps a number with its sign and its unit", () => {
  expect(wrapText("目标每年 ≥ 25万人", 70, 10)).toEqual(["目标每年", "≥ 25万人"]);
});

test("wrapText(text, width, size) keeps the breaks of the text", () => {
  expect(wrapText("预计完成\n把握约八成", 500, 10)).toEqual(["预计完成", "把握约八成"]);
  expect(wrapText("", 500, 10)).toEqual([""]);
});

test("property: wrapText(text, width, size) loses no character but the spaces at breaks", () => {
  const text = fc.string({ unit: fc.constantFrom(..."港口人数，。（）% 25≥ab "), maxLength: 60 });
  const bare = (lines: string) => lines.replace(/\s/g, "");
  fc.assert(
    fc.property(text, fc.integer({ min: 10, max: 300 }), (words, width) => {
      expect(bare(wrapText(words, width, 11).join(""))).toBe(bare(words));
    }),
    { seed: 1, numRuns: 300 },
  );
});

test("estimateTextWidth(text, size) is never narrower than the drawn text and seldom much wider", async () => {
  await drawSvg(fanChart(inventedFans.floor, "zh"));
  const { createCanvas } = await import("canvas");
  const context = createCanvas(10, 10).getContext("2d");
  context.font = `100px "${chartFont}"`;
  const texts = [
    ...Object.values(chartWords).flatMap(({ zh, en }) => [zh, en]),
    ...Object.values(inventedFans).flatMap(({ title }) => [title.zh, title.en]),
    "2031—2035年累计 ≥ 1200",
    "Information as of 2033-12-31",
  ];
  for (const text of texts) {
    const ratio = estimateTextWidth(text, 100) / context.measureText(text).width;
    expect(ratio, text).toBeGreaterThan(1 - 1e-9);
    expect(ratio, text).toBeLessThan(1.25);
  }
});
