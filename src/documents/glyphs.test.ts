import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { fontGlyphs } from "../fixtures/font-glyphs.ts";
import { inventedReport } from "../fixtures/invented-report.ts";
import { repositoryFiles, repositoryText } from "../fixtures/repository-files.ts";
import { allSpans } from "./report-document.ts";

// The font that ships with the toolkit must have every character that charts and documents can show.

const { resolve } = createRequire(import.meta.url);
const faces = ["400Regular/NotoSansSC_400Regular.ttf", "700Bold/NotoSansSC_700Bold.ttf"].map((file) =>
  fontGlyphs(readFileSync(resolve(`@expo-google-fonts/noto-sans-sc/${file}`))),
);

/** Characters of a text that a face of the font has no glyph for. */
function missing(text: string): string[] {
  const characters = new Set([...text].filter((character) => character > " "));
  return [...characters].filter((character) => faces.some((glyphs) => !glyphs.has(character.codePointAt(0) ?? 0)));
}

// GB/T 2312 level 1, rows 16 to 55: the 3755 most common characters.
test("the font has a glyph for each of the 3755 common characters", () => {
  const decoder = new TextDecoder("gb18030");
  const rows = Array.from({ length: 40 }, (_, i) => 0xb0 + i);
  const cells = Array.from({ length: 94 }, (_, i) => 0xa1 + i);
  const characters = rows.flatMap((row) => cells.map((cell) => decoder.decode(Uint8Array.of(row, cell))));
  // The last five cells of row 55 are empty.
  const common = characters.slice(0, -5);
  expect(common).toHaveLength(3755);
  expect([common[0], common.at(-1)]).toEqual(["啊", "座"]);
  expect(missing(common.join(""))).toEqual([]);
});

test("the font has a glyph for every character of our words", () => {
  // What the commands say stands in the terminal, in the terminal's own font.
  const sources = repositoryFiles("src").filter((file) => /(words|texts|wording|theme)\.ts$/.test(file));
  expect(sources.length).toBeGreaterThan(10);
  expect(missing(sources.map(repositoryText).join(""))).toEqual([]);
});

test("the font has a glyph for every character of a report", async () => {
  const { document } = await inventedReport("zh");
  expect(
    missing(
      allSpans(document)
        .map(({ text }) => text)
        .join(""),
    ),
  ).toEqual([]);
});

test("a character that the font lacks is found", () => {
  expect(missing("数字𠮷\u{e000}")).toContain("\u{e000}");
});
