import type { TopLevelSpec } from "vega-lite";
import { expect, test } from "vitest";
import type { Language } from "../core/bilingual.ts";
import { inventedCharts } from "../fixtures/invented-charts.ts";
import { laidOutTexts, textClashes } from "../fixtures/laid-out-texts.ts";

const everyChart = inventedCharts().map(({ name, language, spec }): [string, Language, TopLevelSpec] => [
  name,
  language,
  spec,
]);

/** Charts whose specification is kept in English too. */
const keptWhole = /floor|overview-3/;
/** Charts that are too large to be read as text. */
const large = /overview-18x11|causal-40x12x18/;

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

test.each(everyChart)("%s in %s clips no text and lays no text over another", async (name, language, spec) => {
  const { texts, width, height } = await laidOutTexts(spec);
  expect(texts.length).toBeGreaterThan(10);
  for (const text of texts) {
    expect(text.left, text.text).toBeGreaterThan(0);
    expect(text.top, text.text).toBeGreaterThan(0);
    expect(text.right, text.text).toBeLessThan(width);
    expect(text.bottom, text.text).toBeLessThan(height);
  }
  expect(textClashes(texts)).toEqual([]);
  if (language === "zh") return;
  // What is drawn is the same in both languages, so of most charts in English only the words are kept.
  const words = texts.map(({ text }) => text);
  expect(words.filter((word) => /\p{Script=Han}/u.test(word))).toEqual([]);
  if (!keptWhole.test(name) && !large.test(name))
    await expect(`${words.join("\n")}\n`).toMatchFileSnapshot(`__snapshots__/${name}.en.txt`);
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

test.each(everyChart.filter(([name, language]) => language === "zh" || keptWhole.test(name)))(
  "%s in %s is the specification kept as golden text",
  async (name, language, spec) => {
    if (large.test(name)) return;
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
