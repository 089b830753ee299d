import type { Language } from "../core/bilingual.ts";

/** Twips (twentieths of a point) in a millimetre. */
const twipsPerMillimetre = 1440 / 25.4;

/** Give a length in twips, the unit of Word. */
export function twips(millimetres: number): number {
  return Math.round(millimetres * twipsPerMillimetre);
}

const textBlock = { width: 156, height: 225 } as const;
const paper = { width: 210, height: 297 } as const;
const top = 37;
const left = 28;

/**
 * The page of an official document, in twips: A4, text of 156 × 225 mm, 37 mm from the top and 28 mm from the left.
 *
 * 22 lines of 28 characters fill the text block. The line pitch is rounded down, else Word sets 21 lines; the pitch of a
 * character, a little less than its size of 16 points, is given as the difference in 4096ths of a point.
 *
 * @see GB/T 9704-2012, 5.2.1–5.2.3 and 7.5 (page number 7 mm under the text block).
 */
export const wordPage = {
  width: twips(paper.width),
  height: twips(paper.height),
  top: twips(top),
  left: twips(left),
  right: twips(paper.width - left - textBlock.width),
  bottom: twips(paper.height - top - textBlock.height),
  header: twips(20),
  footer: twips(22),
  textWidth: twips(textBlock.width),
  lines: 22,
  characters: 28,
  linePitch: Math.floor(twips(textBlock.height) / 22),
  charSpace: Math.floor((twips(textBlock.width) / 20 / 28 - 16) * 4096),
} as const;

/** Fonts of a run: the East Asian one, and the one of Latin letters and digits. */
export interface WordFont {
  readonly ascii: string;
  readonly hAnsi: string;
  readonly cs: string;
  readonly eastAsia: string;
  readonly hint: string;
}

const latin = "Times New Roman";

/** Quotation marks and dashes belong to both scripts; the hint gives them to the one of the text. */
function font(eastAsia: string, language: Language): WordFont {
  return { ascii: latin, hAnsi: latin, cs: latin, eastAsia, hint: language === "zh" ? "eastAsia" : "default" };
}

/** What the parts of a document are set in: sizes in half points, as Word counts. */
export interface WordStyle {
  readonly title: WordFont;
  readonly heading: Readonly<Record<1 | 2 | 3, WordFont>>;
  readonly body: WordFont;
  readonly label: WordFont;
  readonly pageNumber: WordFont;
  readonly sizes: Readonly<Record<"title" | "subtitle" | "heading" | "body" | "caption" | "note" | "table" | "list", number>>;
  /** Distance of body lines in twips. */
  readonly line: number;
  /** Indent of the first line in twips. */
  readonly indent: number;
  readonly isBoldHeading: boolean;
}

/**
 * Fonts and sizes by language: 小标宋 for the title, 黑体 and 楷体 for the first two levels, 仿宋 of size 三号 (16 points) for
 * the rest; English has one face and a smaller size.
 *
 * @see GB/T 9704-2012, 5.2.2 and 7.3.
 */
export function wordStyle(language: Language): WordStyle {
  const isChinese = language === "zh";
  return {
    title: font("方正小标宋简体", language),
    heading: { 1: font("黑体", language), 2: font("楷体_GB2312", language), 3: font("仿宋_GB2312", language) },
    body: font("仿宋_GB2312", language),
    label: font("黑体", language),
    pageNumber: font("宋体", language),
    sizes: {
      title: 44,
      subtitle: 32,
      heading: isChinese ? 32 : 26,
      body: isChinese ? 32 : 24,
      caption: isChinese ? 24 : 21,
      note: isChinese ? 21 : 18,
      table: isChinese ? 19 : 18,
      list: isChinese ? 15 : 14,
    },
    line: isChinese ? wordPage.linePitch : 360,
    indent: isChinese ? 640 : 0,
    isBoldHeading: !isChinese,
  };
}

/**
 * Names under which other makers ship the faces that official documents ask for; Word takes the first that it finds.
 *
 * The standard names come first: WPS and most offices in China have them.
 */
export const alternativeFonts: Readonly<Record<string, readonly string[]>> = {
  方正小标宋简体: ["方正小标宋_GBK", "华文中宋", "宋体", "SimSun"],
  仿宋_GB2312: ["仿宋", "FangSong", "华文仿宋", "STFangsong"],
  楷体_GB2312: ["楷体", "KaiTi", "华文楷体", "STKaiti"],
  黑体: ["SimHei", "华文黑体", "Noto Sans CJK SC"],
  宋体: ["SimSun", "华文宋体", "Noto Serif CJK SC"],
  "Times New Roman": ["Liberation Serif"],
};
