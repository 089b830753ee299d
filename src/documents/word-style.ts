import type { Language } from "../core/bilingual.ts";
import { wordPage } from "./word-page.ts";

/** Names of the paragraph styles of a report, as `w:styleId`. */
export type WordStyleName =
  | "Normal"
  | "Title"
  | "Subtitle"
  | "Lead"
  | "ContentsTitle"
  | "Contents"
  | "ContentsSecond"
  | "Heading1"
  | "Heading2"
  | "Heading3"
  | "AnnexNumber"
  | "AnnexTitle"
  | "TableTitle"
  | "TableUnit"
  | "TableHead"
  | "TableText"
  | "ListHead"
  | "ListText"
  | "PictureTitle"
  | "Picture"
  | "Note"
  | "FieldTitle"
  | "FieldText"
  | "Gap"
  | "Mark"
  | "PageNumber";

/** How the paragraphs of one style look; lengths in twips, size in half points. */
interface WordStyle {
  /** As WPS and Word show it in their list of styles. */
  readonly label: string;
  readonly font: string;
  readonly size: number;
  readonly bold?: boolean;
  readonly align?: "left" | "center" | "right" | "both";
  /** Exact distance of lines; 0: as high as what stands in it. */
  readonly line?: number;
  readonly before?: number;
  readonly after?: number;
  /** Characters that the first line is indented by. */
  readonly firstLine?: number;
  readonly left?: number;
  readonly right?: number;
  readonly keepNext?: boolean;
  /** Keep the lines of a paragraph on one page. */
  readonly keepLines?: boolean;
  /** Level in the outline that the side bar shows, from 0. */
  readonly outline?: number;
}

const song = "方正小标宋简体";
const fang = "仿宋_GB2312";
const kai = "楷体_GB2312";
const hei = "黑体";
const plainSong = "宋体";
/** Digits and Latin letters. */
const latin = "Times New Roman";

/**
 * Names under which other makers ship the faces that official documents ask for; Word takes the first that it finds.
 *
 * The standard names come first: WPS and most offices in China have them.
 */
const alternativeFonts: Readonly<Record<string, readonly string[]>> = {
  [song]: ["方正小标宋_GBK", "华文中宋", "SimSun"],
  [fang]: ["仿宋", "FangSong", "华文仿宋", "STFangsong"],
  [kai]: ["楷体", "KaiTi", "华文楷体", "STKaiti"],
  [hei]: ["SimHei", "华文黑体", "Noto Sans CJK SC"],
  [plainSong]: ["SimSun", "华文宋体", "Noto Serif CJK SC"],
  [latin]: ["Liberation Serif"],
};

/** Distance of lines as a multiple of the size, for text that is off the grid. */
const lineHeight = 1.35;
/** 四号, 五号 and so on in half points: 16, 12, 10.5, 9.5 and 7.5 points. */
const sizes = { three: 32, four: 28, smallFour: 24, five: 21, table: 19, list: 15, two: 44 } as const;

/**
 * The styles of a report: 小标宋 of size 二号 for the title, 黑体 and 楷体 for the first two levels of headings, 仿宋 of size
 * 三号 for the rest, smaller faces in tables. English keeps the faces and takes smaller sizes.
 *
 * @see GB/T 9704-2012, 5.2.2 and 7.3.
 */
function wordStyles(language: Language): Readonly<Record<WordStyleName, WordStyle>> {
  const isChinese = language === "zh";
  const body = isChinese ? sizes.three : sizes.smallFour;
  const heading = isChinese ? sizes.three : 26;
  const line = isChinese ? wordPage.linePitch : 340;
  const firstLine = isChinese ? 2 : 0;
  const bold = !isChinese;
  const space = isChinese ? {} : { before: 200, after: 80 };
  const head = { size: heading, bold, line, firstLine, keepNext: true, ...space } as const;
  return {
    Normal: {
      label: "Normal",
      font: fang,
      size: body,
      align: "both",
      line,
      firstLine,
      ...(isChinese ? {} : { after: 120 }),
    },
    Title: {
      label: "Title",
      font: song,
      size: isChinese ? sizes.two : 36,
      bold,
      align: "center",
      line: isChinese ? 700 : 560,
    },
    Subtitle: { label: "Subtitle", font: kai, size: heading, align: "center", line: 600 },
    Lead: { label: "Report lead", font: fang, size: sizes.five + 3, align: "center", before: 200, after: 200 },
    ContentsTitle: {
      label: "Contents title",
      font: hei,
      size: heading,
      bold,
      align: "center",
      before: 300,
      after: 160,
    },
    Contents: { label: "Contents", font: fang, size: sizes.four, line: 360 },
    ContentsSecond: { label: "Contents second", font: fang, size: sizes.four, line: 360, left: 560 },
    Heading1: { label: "heading 1", font: hei, outline: 0, ...head },
    Heading2: { label: "heading 2", font: kai, outline: 1, ...head },
    Heading3: { label: "heading 3", font: fang, outline: 2, ...head },
    AnnexNumber: { label: "Annex number", font: hei, size: heading, keepNext: true, line },
    AnnexTitle: {
      label: "Annex title",
      font: song,
      size: 36,
      bold,
      align: "center",
      outline: 0,
      keepNext: true,
      line: 700,
      after: 120,
    },
    ...smallStyles(language),
  };
}

/** Styles of tables, pictures, notes and what stands in the margins. */
function smallStyles(language: Language) {
  const bold = language === "en";
  const table = bold ? sizes.list + 1 : sizes.table;
  return {
    TableTitle: {
      label: "Table title",
      font: hei,
      size: sizes.smallFour,
      bold,
      align: "center",
      keepNext: true,
      before: 160,
    },
    TableUnit: { label: "Table unit", font: fang, size: sizes.five, align: "right", keepNext: true, after: 50 },
    TableHead: { label: "Table head", font: hei, size: table, bold, align: "center" },
    TableText: { label: "Table text", font: fang, size: table, keepLines: true },
    ListHead: { label: "List head", font: hei, size: sizes.list, bold, align: "center" },
    ListText: { label: "List text", font: fang, size: sizes.list, keepLines: true },
    PictureTitle: {
      label: "Picture title",
      font: hei,
      size: sizes.smallFour,
      bold,
      align: "center",
      before: 60,
      after: 160,
    },
    Picture: { label: "Picture", font: fang, size: sizes.five, align: "center", line: 0, before: 120, keepNext: true },
    Note: { label: "Report note", font: fang, size: sizes.five, before: 60 },
    FieldTitle: { label: "Field title", font: hei, size: sizes.five + 1, bold },
    FieldText: { label: "Field text", font: fang, size: sizes.five + 1, before: 40 },
    Gap: { label: "Gap", font: fang, size: 8, line: 160 },
    Mark: { label: "Mark", font: hei, size: sizes.three, bold },
    PageNumber: { label: "Page number", font: plainSong, size: sizes.four },
  } as const satisfies Partial<Record<WordStyleName, WordStyle>>;
}

/** Write the part `word/styles.xml` of a report. */
export function stylesXml(language: Language): string {
  const styles = Object.entries(wordStyles(language)).map(([name, style]) =>
    styleXml(name as WordStyleName, style, language),
  );
  const size = wordStyles(language).Normal.size;
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:rPrDefault></w:docDefaults>`;
  return `${xmlHead}<w:styles ${namespace}>${defaults}${styles.join("")}<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style></w:styles>`;
}

/** Write the part `word/fontTable.xml`: the faces with the names that other makers give them. */
export function fontTableXml(): string {
  const fonts = Object.entries(alternativeFonts).map(
    ([name, others]) => `<w:font w:name="${name}"><w:altName w:val="${others.join(",")}"/></w:font>`,
  );
  return `${xmlHead}<w:fonts ${namespace}>${fonts.join("")}</w:fonts>`;
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

function styleXml(name: WordStyleName, style: WordStyle, language: Language): string {
  const { label, font, size, bold = false } = style;
  const isNormal = name === "Normal";
  const head = isNormal ? 'w:type="paragraph" w:default="1"' : 'w:type="paragraph"';
  // The hint gives quotation marks and dashes, which both scripts have, to the script of the text.
  const hint = language === "zh" ? ' w:hint="eastAsia"' : "";
  const fonts = `<w:rFonts w:ascii="${latin}" w:hAnsi="${latin}" w:cs="${latin}" w:eastAsia="${font}"${hint}/>`;
  const lang = `<w:lang w:val="${language === "zh" ? "en-US" : "en-GB"}" w:eastAsia="zh-CN"/>`;
  const isBody = language === "zh" && size === sizes.three;
  const condensed = isBody ? `<w:spacing w:val="${wordPage.characterSpacing}"/>` : "";
  const run = `<w:rPr>${fonts}${bold ? "<w:b/>" : ""}${condensed}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>${lang}</w:rPr>`;
  return `<w:style ${head} w:styleId="${name}"><w:name w:val="${label}"/>${isNormal ? "" : '<w:next w:val="Normal"/>'}<w:qFormat/><w:pPr>${paragraphXml(style)}</w:pPr>${run}</w:style>`;
}

/**
 * In the order that the schema asks for.
 *
 * The grid of the page says how many lines and characters there are; text is off it and gets the same by exact lines and
 * condensed characters, because programs differ in how they put text of another size, or Latin letters, on a grid.
 */
function paragraphXml(style: WordStyle): string {
  const { size, align = "left", line = Math.round(size * 10 * lineHeight), before = 0, after = 0 } = style;
  const { firstLine = 0, left = 0, right = 0, keepNext = false, keepLines = false, outline } = style;
  const rule = line === 0 ? 'w:line="240" w:lineRule="auto"' : `w:line="${line}" w:lineRule="exact"`;
  const indent = firstLine === 0 ? "" : ` w:firstLineChars="${firstLine * 100}" w:firstLine="${firstLine * size * 10}"`;
  return [
    keepNext ? "<w:keepNext/>" : "",
    keepLines ? "<w:keepLines/>" : "",
    '<w:snapToGrid w:val="0"/>',
    `<w:spacing w:before="${before}" w:after="${after}" ${rule}/>`,
    `<w:ind w:left="${left}" w:right="${right}"${indent}/>`,
    `<w:jc w:val="${align}"/>`,
    outline === undefined ? "" : `<w:outlineLvl w:val="${outline}"/>`,
  ].join("");
}
