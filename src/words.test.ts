import { expect, test } from "vitest";
import { isChinese, textsOf } from "./fixtures/bilingual-texts.ts";
import { repositoryFiles } from "./fixtures/repository-files.ts";

// Every word that a person reads, wherever it stands in the source: in both languages, once, and in a file of words.

const modules = repositoryFiles("src").filter(
  (file) => /\.ts$/.test(file) && !/\.test\.ts$|^src\/fixtures\//.test(file),
);
const found = modules.map((file) => textsOf(file));
const pairs = found.flatMap((file) => file.pairs);

/** Units keep their Chinese symbols in English, as the data have them. */
const units = /万人次|万人|人次|亿元|人|年/g;

/** What is wrong with a pair of texts; null when nothing is. */
function gapIn({ zh, en }: Pick<(typeof pairs)[number], "zh" | "en">): string | null {
  if (zh.text === null || en.text === null) return null;
  const isWord = (text: string) => /[\p{L}]{2,}/u.test(text);
  if (zh.text.trim() === "" && isWord(en.text)) return "the Chinese is empty";
  if (en.text.trim() === "" && isChinese(zh.text) && !zh.text.startsWith("/")) return "the English is empty";
  if (!isChinese(zh.text) && /[a-z]{2,} [a-z]{2,}/.test(en.text)) return "the Chinese has no Chinese character";
  if (isChinese(en.text.replace(units, ""))) return "the English has a Chinese character";
  const said = ({ parameters }: typeof zh) => parameters.filter((name) => !/^(zh|en)$|(Zh|En)$/.test(name)).join();
  return said(zh) === said(en) ? null : `the Chinese says ${said(zh)}, the English ${said(en)}`;
}

test("every text stands in both languages, with the same values", () => {
  expect(pairs.length).toBeGreaterThan(1500);
  expect(pairs.flatMap((pair) => (gapIn(pair) === null ? [] : [`${pair.place}: ${gapIn(pair)}`]))).toEqual([]);
});

test("a planted gap is found", () => {
  const gaps = (code: string) => textsOf("a.ts", code).pairs.map(gapIn);
  expect(gaps(`const a = (n: number) => ({ zh: \`共\${n}项\`, en: \`\${n} rows\` });`)).toEqual([null]);
  expect(gaps('const a = { zh: "", en: "no rows" };')).toEqual(["the Chinese is empty"]);
  expect(gaps('const a = { zh: "no rows", en: "no rows" };')).toEqual(["the Chinese has no Chinese character"]);
  expect(gaps('const a = { zh: "没有", en: "没有" };')).toEqual(["the English has a Chinese character"]);
  expect(gaps(`const a = (n: number) => ({ zh: \`共\${n}项\`, en: "some rows" });`)[0]).toContain("the Chinese says n");
  expect(gaps('plain("没有", "none")')).toEqual([null]);
  expect(textsOf("a.ts", 'const a = "没有";').loose.map(({ text }) => text)).toEqual(["没有"]);
});

test("no sentence is written twice", () => {
  const places = new Map<string, Set<string>>();
  for (const { zh, file } of pairs) {
    const size = zh.text?.match(/\p{Script=Han}/gu)?.length ?? 0;
    if (zh.text !== null && size >= 8) places.set(zh.text, new Set([...(places.get(zh.text) ?? []), file]));
  }
  expect([...places].filter(([, files]) => files.size > 1)).toEqual([]);
});

const isOfWords = (file: string) =>
  /(^|[/-])(words|wording|messages|texts?|sentence|reasons|refusals|notes|schema)\.ts$/.test(file);

/** Files that hold texts besides those of words, by why they do. */
const besides: Readonly<Record<string, readonly string[]>> = {
  "a parser says what it expected where it expected it": [
    "core/parse-distribution",
    "core/parse-expression",
    "core/parse-unit",
    "core/parse-year",
    "core/split-tokens",
    "forecast/series-tables",
    "inputs/csv-cells",
    "inputs/parse-csv",
    "inputs/parse-observations",
    "inputs/parse-table",
    "inputs/schema-parts",
  ],
  "the name of a class or a way stands beside what makes one": [
    "charts/theme",
    "core/never-evaluated",
    "core/print-issues",
    "evaluation/evaluation-kind",
    "evaluation/naive-ways",
    "inputs/demonstration",
    "inputs/vintage",
    "progress/control-standing",
    "progress/pace-tier",
    "progress/row-alert",
    "reachability/standing",
  ],
  "titles, captions and notes of a chart stand beside the values that they speak of": [
    "charts/causal-diagram",
    "charts/comparison-chart",
    "charts/conflict-chart",
    "charts/corridor-chart",
    "charts/fan-key",
    "charts/pyramid-chart",
    "report/causal-diagram-data",
    "report/chart-data-from-ensemble",
    "report/chart-target",
    "report/comparison-chart-data",
    "report/conflict-chart-data",
    "report/contour-chart-data",
    "report/corridor-chart-data",
    "report/effort-front-chart-data",
    "report/evaluation-paths-chart-data",
    "report/figure-chart-data",
    "report/forecast-chart-data",
    "report/overview-chart-data",
    "report/pyramid-chart-data",
    "report/share-path-chart-data",
    "report/time-to-target-chart-data",
    "report/timeline-chart-data",
  ],
  "a sentence is built of a result, next to how the result is read": [
    "commands/policy-scenario",
    "consistency/conflict-findings",
    "documents/collect-report-data",
    "documents/document-writer",
    "documents/report-figures",
    "ensemble/bind-drivers",
    "ensemble/bind-scenario",
    "ensemble/draw-sample",
    "evaluation/honesty-report",
    "evaluation/peer-pace",
    "exploration/drivers",
    "exploration/row-of-plan",
    "exploration/uncertain-inputs",
    "progress/row-progress",
    "reachability/assess-target",
    "report/describe-seek",
    "report/describe-verdict",
    "report/evaluation-sheet",
    "report/model-page-measures",
  ],
};

/** Files with Chinese that has no English, because it is read or drawn and not said. */
const vocabulary: Readonly<Record<string, string>> = {
  "benchmark/synthetic-model": "a model written as a file in both languages",
  "benchmark/synthetic-province": "files in both languages",
  "benchmark/synthetic-region": "files in both languages",
  "commands/key-table": "heads of a table, in both languages at once",
  "core/parse-unit": "units as they are written",
  "core/unit": "scale words of units",
  "documents/document-writer": "Chinese digits",
  "documents/word-style": "names of fonts",
  "forecast/observed-series": "a remark that observations.csv may hold",
  "inputs/parse-observations": "what observations.csv may say in Chinese",
  "inputs/schema-parts": "descriptions in both languages at once",
  "inputs/json-schema": "titles in both languages at once",
  "inputs/sums-of-regions": "units that add up",
  "inputs/vintage": "what observations.csv may say in Chinese",
  "province/province-outcomes": "units of money",
  "reachability/observed-evidence": "a remark that observations.csv may hold",
  "report/evaluation-files": "one cell in both languages at once",
  "report/workbook/render-workbook": "the name of a font",
};

const nameOf = (file: string) => file.replace(/^src\/|\.ts$/g, "");
const others = <T extends { readonly file: string }>(texts: readonly T[]) =>
  texts.filter(({ file }) => !isOfWords(file));

test("texts stand in files of words, and elsewhere only for a reason", () => {
  const files = new Set(others(pairs.filter(({ zh }) => isChinese(zh.text))).map(({ file }) => nameOf(file)));
  const known = new Set([...Object.values(besides).flat(), ...Object.keys(vocabulary)]);
  expect([...files].filter((file) => !known.has(file))).toEqual([]);
  expect(
    Object.values(besides)
      .flat()
      .filter((file) => !files.has(file)),
  ).toEqual([]);
});

test("outside the files of words no Chinese stands without its English but vocabulary", () => {
  const alone = others(found.flatMap(({ loose }) => loose)).filter(({ file }) => !(nameOf(file) in vocabulary));
  expect(alone.map(({ place, text }) => `${place}: ${text}`)).toEqual([]);
});
