import type { TopLevelSpec } from "vega-lite";
import { expect, test } from "vitest";
import type { Language } from "../core/bilingual.ts";
import { inventedCausalDiagram, inventedFans, inventedOverview, sharePath } from "../fixtures/chart-data.ts";
import { inventedForecast } from "../fixtures/invented-forecast.ts";
import { laidOutTexts, textClashes } from "../fixtures/laid-out-texts.ts";
import { causalDiagram } from "./causal-diagram.ts";
import { fanChart } from "./fan-chart.ts";
import { forecastChart } from "./forecast-chart.ts";
import { overviewChart } from "./overview-chart.ts";
import { sharePathChart } from "./share-path-chart.ts";

/** Every chart there is, with the invented data that is hardest for it. */
const everyChart = (["zh", "en"] as const).flatMap(
  (language): [name: string, language: Language, spec: TopLevelSpec][] => [
    ...Object.entries(inventedFans).map(
      ([name, data]) => [`fan-${name}`, language, fanChart(data, language)] as [string, Language, TopLevelSpec],
    ),
    ["forecast", language, forecastChart(inventedForecast, language)],
    ["share-path", language, sharePathChart(sharePath, language)],
    ["overview-18x11", language, overviewChart(inventedOverview(18, 11), language)],
    ["overview-3x1", language, overviewChart(inventedOverview(3, 1), language)],
    ["causal-40x12x18", language, causalDiagram(inventedCausalDiagram(40, 12, 18), language)],
    ["causal-3x2x3", language, causalDiagram(inventedCausalDiagram(3, 2, 3), language)],
  ],
);

/** Write a specification as a text that two machines agree on: six significant digits. */
function goldenText(spec: TopLevelSpec): string {
  const round = (_: string, value: unknown) => (typeof value === "number" ? Number(value.toPrecision(6)) : value);
  return `${JSON.stringify(spec, round, 1)}\n`;
}

test.each(everyChart)("%s in %s compiles without a warning of Vega-Lite", async (_, __, spec) => {
  const vegaLite = await import("vega-lite");
  const warnings: unknown[] = [];
  const note = (...messages: readonly unknown[]) => warnings.push(...messages);
  const silent = () => logger;
  const logger = { level: silent, error: note, warn: note, info: silent, debug: silent };
  vegaLite.compile(spec, { logger: logger as never });
  expect(warnings).toEqual([]);
});

test.each(everyChart)("%s in %s clips no text and lays no text over another", async (_, __, spec) => {
  const { texts, width, height } = await laidOutTexts(spec);
  expect(texts.length).toBeGreaterThan(10);
  for (const text of texts) {
    expect(text.left, text.text).toBeGreaterThan(0);
    expect(text.top, text.text).toBeGreaterThan(0);
    expect(text.right, text.text).toBeLessThan(width);
    expect(text.bottom, text.text).toBeLessThan(height);
  }
  expect(textClashes(texts)).toEqual([]);
});

test("textClashes(texts) finds a text that lies over another", async () => {
  const at = (x: number, text: string) => ({
    mark: { type: "text" as const, text },
    encoding: { x: { value: x }, y: { value: 20 } },
  });
  const planted = (x: number): TopLevelSpec => ({ data: { values: [{}] }, layer: [at(20, "港口从业"), at(x, "人数")] });
  expect(textClashes((await laidOutTexts(planted(40))).texts)).toEqual([["港口从业", "人数"]]);
  expect(textClashes((await laidOutTexts(planted(60))).texts)).toEqual([]);
});

test.each(everyChart.filter(([name, language]) => language === "zh" || /floor|overview-3/.test(name)))(
  "%s in %s is the specification kept as golden text",
  async (name, language, spec) => {
    if (name === "overview-18x11" || name === "causal-40x12x18") return;
    await expect(goldenText(spec)).toMatchFileSnapshot(`__snapshots__/${name}.${language}.vl.json`);
  },
);

test("every chart says source, information date and run in its footer", async () => {
  for (const [name, language, spec] of everyChart) {
    const text = goldenText(spec);
    const expected =
      language === "zh" ? /信息截至 2033-12-31.*运行编号 3f9ac1d204be/ : /as of 2033-12-31.*Run 3f9ac1d204be/;
    expect(text, name).toMatch(expected);
    expect(text, name).toContain(language === "zh" ? "潮湾镇统计公报" : "Tidewick yearbook");
  }
});
