import { fixZipDates } from "../report/zip-dates.ts";
import { loadWordLibrary, type WordLibrary } from "./load-word-library.ts";
import { type DrawnPictures, plainText, type ReportDocument } from "./report-document.ts";
import { WordBlocks } from "./word-blocks.ts";
import { wordPage } from "./word-page.ts";
import { fontTableXml, stylesXml } from "./word-style.ts";

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
  const blocks = new WordBlocks(word, document, pictures);
  const first = document.blocks.findIndex(({ kind }) => kind === "heading");
  const children = document.blocks.flatMap((block, place) => blocks.block(block, place === first));
  const { width, height, top, left, right, bottom, header, footer, linePitch, charSpace } = wordPage;
  const { LINES_AND_CHARS } = word.DocumentGridType;
  const file = new word.Document({
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: { size: { width, height }, margin: { top, left, right, bottom, header, footer, gutter: 0 } },
          grid: document.language === "zh" ? { type: LINES_AND_CHARS, linePitch, charSpace } : {},
        },
        headers: { default: markHeader(word, document), even: markHeader(word, document) },
        footers: { default: pageNumber(word, "right"), even: pageNumber(word, "left") },
        children: [...blocks.front(), ...children],
      },
    ],
  });
  const packed = await word.Packer.toBuffer(file, undefined, [
    { path: "docProps/core.xml", data: corePropertiesXml(document) },
    { path: "word/fontTable.xml", data: fontTableXml() },
    { path: "word/styles.xml", data: stylesXml(document.language) },
  ]);
  // A copy: a Buffer may be a part of a larger one.
  return fixZipDates(Uint8Array.from(packed), document.informationDate);
}

/** What every page is marked with, at the upper left where the rules put the grade of secrecy; nothing otherwise. */
function markHeader({ Header, Paragraph, TextRun }: WordLibrary, { mark }: ReportDocument) {
  const children = mark === null ? [] : [new TextRun(mark)];
  return new Header({ children: [new Paragraph({ style: "Mark", children })] });
}

/** — 1 —: at the right of odd pages and the left of even ones, one character from the edge. */
function pageNumber({ Footer, Paragraph, TextRun, PageNumber }: WordLibrary, alignment: "right" | "left") {
  const run = new TextRun({ children: ["— ", PageNumber.CURRENT, " —"] });
  const indent = { [alignment]: 280 };
  return new Footer({ children: [new Paragraph({ style: "PageNumber", alignment, indent, children: [run] })] });
}

function corePropertiesXml({ title, informationDate }: ReportDocument): string {
  const stamp = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${informationDate}T00:00:00Z</dcterms:${name}>`;
  const text = escapeXml(title.map(plainText).join(" "));
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${text}</dc:title><dc:creator>planreach</dc:creator><cp:lastModifiedBy>planreach</cp:lastModifiedBy><cp:revision>1</cp:revision>${stamp("created")}${stamp("modified")}</cp:coreProperties>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
