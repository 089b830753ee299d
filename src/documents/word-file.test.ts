import { beforeAll, expect, test } from "vitest";
import { type BuiltReport, inventedReport } from "../fixtures/invented-report.ts";
import { looseFigures } from "../fixtures/loose-figures.ts";
import { readZip } from "../fixtures/read-zip.ts";
import { labelWords } from "./chapter-words.ts";
import { plainText } from "./report-document.ts";
import { wordFile } from "./word-file.ts";

let report: BuiltReport;
let bytes: Uint8Array;
let parts: ReadonlyMap<string, string>;
beforeAll(async () => {
  report = await inventedReport("zh");
  bytes = await wordFile(report.document, report.pictures);
  parts = textParts(bytes);
});

const textParts = (file: Uint8Array) => new Map(readZip(file).map(({ name, content }) => [name, content.toString()]));
const part = (name: string) => parts.get(name) ?? "";
/** Attributes of the only element of a name in the main part, lengths in twips. */
const attributes = (element: string) => {
  const [, text = ""] = part("word/document.xml").match(new RegExp(`<w:${element} ([^>]*?)/?>`)) ?? [];
  return Object.fromEntries([...text.matchAll(/w:(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
};
const millimetres = (twips: string | undefined) => (Number(twips) / 1440) * 25.4;
const style = (name: string) =>
  part("word/styles.xml").match(new RegExp(`<w:style [^>]*w:styleId="${name}">.*?</w:style>`))?.[0] ?? "";

// GB/T 9704-2012, 5.2.1: A4, 37 mm above and 28 mm left of a text block of 156 × 225 mm, each within 1 mm.
test("wordFile(document) sets the page of an official document", () => {
  const size = attributes("pgSz");
  const margins = attributes("pgMar");
  expect(millimetres(size.w)).toBeCloseTo(210, 1);
  expect(millimetres(size.h)).toBeCloseTo(297, 1);
  expect(millimetres(margins.top)).toBeCloseTo(37, 1);
  expect(millimetres(margins.left)).toBeCloseTo(28, 1);
  expect(millimetres(size.w) - millimetres(margins.left) - millimetres(margins.right)).toBeCloseTo(156, 1);
  expect(millimetres(size.h) - millimetres(margins.top) - millimetres(margins.bottom)).toBeCloseTo(225, 1);
});

// 5.2.3: 22 lines of 28 characters fill the text block.
test("wordFile(document) sets 22 lines of 28 characters, on the grid and by the text itself", () => {
  const { type, linePitch, charSpace } = attributes("docGrid");
  expect(type).toBe("linesAndChars");
  expect(Math.floor(((225 / 25.4) * 1440) / Number(linePitch))).toBe(22);
  expect(Math.floor(((156 / 25.4) * 72) / (16 + Number(charSpace) / 4096))).toBe(28);
  const [, spacing] = style("Normal").match(/<w:rPr>.*<w:spacing w:val="(-?\d+)"/) ?? [];
  expect(Math.floor(((156 / 25.4) * 1440) / (320 + Number(spacing)))).toBe(28);
  expect(style("Normal")).toContain(`w:line="${linePitch}" w:lineRule="exact"`);
});

test("wordFile(document) names the faces of official documents, with digits in Times New Roman", () => {
  const faces = {
    Title: "方正小标宋简体",
    Heading1: "黑体",
    Heading2: "楷体_GB2312",
    Heading3: "仿宋_GB2312",
    Normal: "仿宋_GB2312",
  };
  for (const [name, face] of Object.entries(faces)) {
    expect(style(name)).toContain(`w:ascii="Times New Roman" w:hAnsi="Times New Roman"`);
    expect(style(name)).toContain(`w:eastAsia="${face}"`);
  }
  // 三号 is 16 points, 二号 22.
  expect(style("Normal")).toContain('<w:sz w:val="32"/>');
  expect(style("Title")).toContain('<w:sz w:val="44"/>');
  for (const face of new Set(Object.values(faces)))
    expect(part("word/fontTable.xml")).toMatch(new RegExp(`${face}"><w:altName`));
});

test("wordFile(document) numbers pages — 1 —, at the right of odd pages and the left of even ones", () => {
  expect(part("word/settings.xml")).toContain("<w:evenAndOddHeaders");
  const footers = ["word/footer1.xml", "word/footer2.xml"].map(part);
  expect(footers.map((text) => text.match(/w:jc w:val="(\w+)"/)?.[1])).toEqual(["right", "left"]);
  for (const text of footers) expect(text).toMatch(/— .*PAGE.* —/s);
});

test("wordFile(document) has no field but the page number, no content control, link or picture but PNG", () => {
  expect(part("word/document.xml")).not.toMatch(/<w:(fldChar|fldSimple|instrText|sdt|hyperlink)\b/);
  expect(
    [...parts.keys()].filter((name) => name.startsWith("word/media/")).every((name) => name.endsWith(".png")),
  ).toBe(true);
  expect([...parts.values()].join("")).not.toContain('TargetMode="External"');
});

test("wordFile(document) writes every table, picture and place to fill in", () => {
  const text = part("word/document.xml");
  const count = (kind: string) => report.document.blocks.filter((block) => block.kind === kind).length;
  expect(text.match(/<w:tbl>/g)).toHaveLength(count("table") + count("field"));
  expect(text.match(/<w:drawing>/g)).toHaveLength(count("picture"));
  expect(text.match(/【待填写/g)).toHaveLength(count("field"));
});

test("wordFile(document) sets the title above a table, the unit at its right, and the title of a picture below it", () => {
  expect(part("word/document.xml")).toMatch(
    /w:val="TableTitle"\/>(?:(?!<w:tbl>).)*w:val="TableUnit"\/>(?:(?!<w:p>).)*<\/w:p><w:tbl>/,
  );
  expect(style("TableTitle")).toContain('<w:jc w:val="center"/>');
  expect(style("TableUnit")).toContain('<w:jc w:val="right"/>');
  expect(part("word/document.xml")).toMatch(/<\/w:drawing><\/w:r><\/w:p><w:p><w:pPr><w:pStyle w:val="PictureTitle"\/>/);
});

test("wordFile(document) writes the contents out, chapter by chapter and annex by annex", () => {
  const lines = [...part("word/document.xml").matchAll(/w:val="Contents(?:Second)?"\/>.*?<w:t[^>]*>([^<]*)</g)];
  const headings = report.document.blocks.flatMap((block) => {
    if (block.kind === "annex") return [`${block.number}　${plainText(block.spans)}`];
    return block.kind === "heading" && block.level === 1 ? [`${block.number}${plainText(block.spans)}`] : [];
  });
  expect(headings.length).toBeGreaterThan(5);
  expect(lines.map(([, text]) => text)).toEqual(expect.arrayContaining(headings));
});

test("wordFile(document) keeps rows whole, but for the first of a table", () => {
  for (const table of part("word/document.xml").match(/<w:tbl>.*?<\/w:tbl>/g) ?? []) {
    const rows = table.match(/<w:tr>.*?<\/w:tr>/g) ?? [];
    const [first, ...rest] = table.includes("<w:tblHeader/>") ? rows.slice(1) : [undefined, ...rows];
    if (first !== undefined) expect(first).not.toContain("<w:cantSplit/>");
    for (const row of rest) expect(row).toContain("<w:cantSplit/>");
  }
});

test("every number of the Word report is a figure of the document", () => {
  const text = part("word/document.xml")
    .replace(/<\/w:p>/g, " ")
    .replace(/<[^>]*>/g, "");
  expect(looseFigures(report.document, text)).toEqual([]);
});

test("wordFile(document) gives the same bytes every time, dated by what was known", async () => {
  expect(Buffer.from(await wordFile(report.document, report.pictures)).equals(Buffer.from(bytes))).toBe(true);
  expect(part("docProps/core.xml")).toContain(`${report.document.informationDate}T00:00:00Z`);
});

test("wordFile(document) marks every page, odd and even, of a report with internal values", async () => {
  const marked = { ...report.document, mark: labelWords.internal().zh };
  const headers = textParts(await wordFile(marked, report.pictures));
  for (const name of ["word/header1.xml", "word/header2.xml"]) {
    expect(headers.get(name)).toContain("内部资料");
    expect(part(name)).not.toContain("内部资料");
  }
});
