import { fixZipDates } from "./fix-zip-dates.ts";
import { loadWordLibrary, type WordLibrary } from "./load-word-library.ts";
import { type DrawnPictures, plainText, type ReportDocument } from "./report-document.ts";
import { WordBlocks } from "./word-blocks.ts";
import { alternativeFonts, type WordStyle, wordPage, wordStyle } from "./word-style.ts";

/**
 * Lay a document out as a Word file by the rules of Chinese official documents, for Word and for WPS alike.
 *
 * Pictures are PNG, the contents are written out, places to fill in are plain text in brackets: no content controls and
 * no field but the page number. The same document gives the same bytes; its dates are the information date.
 *
 * @see GB/T 9704-2012 (layout of official documents of party and government organs).
 */
export async function wordFile(document: ReportDocument, pictures: DrawnPictures): Promise<Uint8Array> {
  const word = await loadWordLibrary();
  const style = wordStyle(document.language);
  const blocks = new WordBlocks(word, document, pictures, style);
  const first = document.blocks.findIndex(({ kind }) => kind === "heading");
  const children = document.blocks.flatMap((block, place) => blocks.block(block, place === first));
  const { AlignmentType, DocumentGridType } = word;
  const { width, height, top, left, right, bottom, header, footer, linePitch, charSpace } = wordPage;
  const isChinese = document.language === "zh";
  const file = new word.Document({
    title: document.title.map(plainText).join(""),
    creator: "planreach",
    lastModifiedBy: "planreach",
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: style.body, size: style.sizes.body, language: languageOf(document) } } } },
    sections: [
      {
        properties: {
          page: { size: { width, height }, margin: { top, left, right, bottom, header, footer, gutter: 0 } },
          grid: isChinese ? { type: DocumentGridType.LINES_AND_CHARS, linePitch, charSpace } : {},
        },
        headers: { default: markHeader(word, document, style), even: markHeader(word, document, style) },
        footers: {
          default: pageNumber(word, style, AlignmentType.RIGHT),
          even: pageNumber(word, style, AlignmentType.LEFT),
        },
        children: [...blocks.front(), ...children],
      },
    ],
  });
  const packed = await word.Packer.toBuffer(file, undefined, [
    { path: "docProps/core.xml", data: coreProperties(document) },
    { path: "word/fontTable.xml", data: fontTable() },
  ]);
  return fixZipDates(packed);
}

function languageOf({ language }: ReportDocument) {
  return language === "zh" ? { value: "en-US", eastAsia: "zh-CN" } : { value: "en-GB", eastAsia: "zh-CN" };
}

/** What every page is marked with, at the upper left where the rules put the grade of secrecy; nothing otherwise. */
function markHeader({ Header, Paragraph, TextRun }: WordLibrary, { mark }: ReportDocument, style: WordStyle) {
  const run = new TextRun({ text: mark ?? "", font: style.label, size: style.sizes.body });
  return new Header({ children: [new Paragraph({ children: mark === null ? [] : [run] })] });
}

/** — 1 —: at the right of odd pages and the left of even ones, one character from the edge, in 宋体 of size 四号. */
function pageNumber({ Footer, Paragraph, TextRun, PageNumber }: WordLibrary, style: WordStyle, alignment: "right" | "left") {
  const run = new TextRun({ children: ["— ", PageNumber.CURRENT, " —"], font: style.pageNumber, size: 28 });
  const indent = alignment === "right" ? { right: 280 } : { left: 280 };
  return new Footer({ children: [new Paragraph({ alignment, indent, children: [run] })] });
}

function coreProperties({ title, informationDate }: ReportDocument): string {
  const date = `${informationDate}T00:00:00Z`;
  const stamp = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}</dcterms:${name}>`;
  return `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title.map(plainText).join(" "))}</dc:title><dc:creator>planreach</dc:creator><cp:lastModifiedBy>planreach</cp:lastModifiedBy><cp:revision>1</cp:revision>${stamp("created")}${stamp("modified")}</cp:coreProperties>`;
}

/** The faces with the names that other makers give them, so that a machine without one takes its like. */
function fontTable(): string {
  const fonts = Object.entries(alternativeFonts).map(
    ([name, others]) => `<w:font w:name="${name}"><w:altName w:val="${others.join(",")}"/></w:font>`,
  );
  return `${xmlHead}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join("")}</w:fonts>`;
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
