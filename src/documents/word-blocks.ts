import type { WordLibrary } from "./load-word-library.ts";
import type { Block, DrawnPictures, FieldBlock, PictureBlock, ReportDocument, Span, TableBlock } from "./report-document.ts";
import { plainText } from "./report-document.ts";
import { type WordFont, type WordStyle, wordPage } from "./word-style.ts";

type Child = InstanceType<WordLibrary["Paragraph"]> | InstanceType<WordLibrary["Table"]>;
type Paragraph = InstanceType<WordLibrary["Paragraph"]>;
type ParagraphOptions = Exclude<ConstructorParameters<WordLibrary["Paragraph"]>[0], string>;

/** Tables with more rows than this are set in the smallest type. */
const longTable = 40;
/** Distance of lines as a multiple of the size of the type, where nothing else is said. */
const lineHeight = 1.35;
/** Most of the page that a picture takes, in CSS pixels (96 to the inch). */
const largestPicture = { width: 589, height: 400 } as const;

/** Lays the blocks of a document out as paragraphs and tables of Word. */
export class WordBlocks {
  readonly #word: WordLibrary;
  readonly #document: ReportDocument;
  readonly #pictures: DrawnPictures;
  readonly #style: WordStyle;

  constructor(word: WordLibrary, document: ReportDocument, pictures: DrawnPictures, style: WordStyle) {
    this.#word = word;
    this.#document = document;
    this.#pictures = pictures;
    this.#style = style;
  }

  /** Title, lines under it, and the written-out contents. */
  front(): Child[] {
    const { AlignmentType } = this.#word;
    const { title, lead, contentsTitle } = this.#document;
    const { sizes, heading, body, label } = this.#style;
    const centre = AlignmentType.CENTER;
    const lines = title.map((spans, place) => {
      const isSubtitle = place > 1;
      const font = isSubtitle ? heading[2] : this.#style.title;
      const size = isSubtitle ? sizes.subtitle : sizes.title;
      return this.#line(plainText(spans), font, size, { alignment: centre, spacing: { line: 700, lineRule: "exact" } });
    });
    const under = lead.map((spans) =>
      this.#line(plainText(spans), body, sizes.caption, { alignment: centre, spacing: { before: 240, after: 240 } }),
    );
    const contents = this.#line(contentsTitle, label, sizes.heading, { alignment: centre, spacing: { before: 360, after: 160 } });
    return [...lines, ...under, contents, ...this.#contents()];
  }

  block(block: Block, isFirst: boolean): Child[] {
    switch (block.kind) {
      case "heading":
        return [this.#heading(block.level, block.number, block.spans, isFirst)];
      case "annex":
        return this.#annex(block.number, block.spans);
      case "paragraph":
        return [this.#body(block.spans)];
      case "note":
        return [this.#line(plainText(block.spans), this.#style.body, this.#style.sizes.note, { spacing: { before: 60 } })];
      case "table":
        return this.#table(block);
      case "picture":
        return this.#picture(block);
      case "field":
        return [this.#field(block), this.#gap()];
    }
  }

  #contents(): Paragraph[] {
    const { sizes, body } = this.#style;
    let isAnnex = false;
    return this.#document.blocks.flatMap((block): Paragraph[] => {
      isAnnex ||= block.kind === "annex";
      if (block.kind !== "annex" && (block.kind !== "heading" || block.level > (isAnnex ? 1 : 2))) return [];
      const isSecond = block.kind === "heading" && block.level === 2;
      const space = this.#document.language === "zh" && block.kind === "heading" ? "" : "　";
      const text = `${block.number}${space}${plainText(block.spans)}`;
      const indent = { left: isSecond ? this.#style.indent || 400 : 0 };
      return [this.#line(text, body, sizes.caption + 4, { indent, spacing: { line: 440, lineRule: "exact" } })];
    });
  }

  #heading(level: 1 | 2 | 3, number: string, spans: readonly Span[], isFirst: boolean): Paragraph {
    const { HeadingLevel } = this.#word;
    const { heading, sizes, line, indent, isBoldHeading } = this.#style;
    const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
    const isChinese = this.#document.language === "zh";
    return this.#line(`${number}${isChinese ? "" : " "}${plainText(spans)}`, heading[level], sizes.heading, {
      heading: levels[level],
      bold: isBoldHeading,
      keepNext: true,
      pageBreakBefore: isFirst,
      ...(isChinese ? { indent: { firstLine: indent, firstLineChars: 200 } } : {}),
      spacing: isChinese ? { line, lineRule: "exact" } : { line, before: 200, after: 80 },
    });
  }

  /** 附件1 in 黑体 at the left, its title centred below, on a page of its own. */
  #annex(number: string, spans: readonly Span[]): Paragraph[] {
    const { AlignmentType, HeadingLevel } = this.#word;
    const { label, title, sizes } = this.#style;
    return [
      this.#line(number, label, sizes.body, { pageBreakBefore: true, keepNext: true }),
      this.#line(plainText(spans), title, sizes.title - 8, {
        heading: HeadingLevel.HEADING_1,
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: { before: 120, after: 200 },
      }),
    ];
  }

  #body(spans: readonly Span[]): Paragraph {
    const { AlignmentType } = this.#word;
    const { body, sizes, line, indent } = this.#style;
    const isChinese = this.#document.language === "zh";
    return this.#line(plainText(spans), body, sizes.body, {
      alignment: AlignmentType.BOTH,
      ...(isChinese ? { indent: { firstLine: indent, firstLineChars: 200 } } : {}),
      spacing: isChinese ? { line, lineRule: "exact" } : { line, after: 120 },
    });
  }

  #table(block: TableBlock): Child[] {
    const { AlignmentType, TableRow, TableCell, Table, TableLayoutType, WidthType, VerticalAlign } = this.#word;
    const { sizes, label, body } = this.#style;
    const { number, caption, unit, columns, rows } = block;
    const size = rows.length > longTable ? sizes.list : sizes.table;
    const total = columns.reduce((sum, { width }) => sum + width, 0);
    const widths = columns.map(({ width }) => Math.floor((width / total) * wordPage.textWidth));
    const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
    const cell = (text: string, place: number, isHead: boolean) =>
      new TableCell({
        width: { size: widths[place] ?? 0, type: WidthType.DXA },
        verticalAlign: VerticalAlign.CENTER,
        children: [
          this.#line(text, isHead ? label : body, size, {
            alignment: isHead ? AlignmentType.CENTER : alignments[columns[place]?.align ?? "left"],
            bold: isHead && this.#style.isBoldHeading,
          }),
        ],
      });
    const head = new TableRow({ tableHeader: true, cantSplit: true, children: columns.map(({ header }, i) => cell(header, i, true)) });
    const lines = rows.map(
      (cells) => new TableRow({ cantSplit: true, children: cells.map((spans, i) => cell(plainText(spans), i, false)) }),
    );
    const margins = { left: 50, right: 50, top: 30, bottom: 30 };
    const table = new Table({
      rows: [head, ...lines],
      columnWidths: widths,
      width: { size: wordPage.textWidth, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      margins,
    });
    return [...this.#tableTitle(number, caption, unit), table, this.#gap()];
  }

  /** The title above the table, the unit at its right end. */
  #tableTitle(number: string, caption: readonly Span[], unit: readonly Span[] | null): Paragraph[] {
    const { AlignmentType } = this.#word;
    const { sizes, label, body, isBoldHeading } = this.#style;
    const title = this.#line(`${number}　${plainText(caption)}`, label, sizes.caption, {
      alignment: AlignmentType.CENTER,
      bold: isBoldHeading,
      keepNext: true,
      spacing: { before: 160, after: 40 },
    });
    if (unit === null) return [title];
    const right = this.#line(plainText(unit), body, sizes.note, { alignment: AlignmentType.RIGHT, keepNext: true });
    return [title, right];
  }

  #picture({ number, caption, name }: PictureBlock): Paragraph[] {
    const { AlignmentType, ImageRun, Paragraph } = this.#word;
    const picture = this.#pictures.get(name);
    if (picture === undefined) throw new RangeError(`wordFile: every picture must have been drawn; got ${name}`);
    const { width, height, png } = picture;
    const scale = Math.min(1, largestPicture.width / width, largestPicture.height / height);
    const title = `${number}　${plainText(caption)}`;
    const image = new ImageRun({
      type: "png",
      data: png,
      transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
      altText: { name, title, description: title },
    });
    const { sizes, label, isBoldHeading } = this.#style;
    return [
      new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, spacing: { before: 120 }, children: [image] }),
      this.#line(title, label, sizes.caption, {
        alignment: AlignmentType.CENTER,
        bold: isBoldHeading,
        spacing: { before: 40, after: 160 },
      }),
    ];
  }

  /** The evidence at the left, the place to fill in at the right. */
  #field({ label: title, prompt, evidenceLabel, evidence }: FieldBlock): Child {
    const { Table, TableRow, TableCell, WidthType, TableLayoutType, HeightRule } = this.#word;
    const { sizes, label, body } = this.#style;
    const widths = [Math.round(wordPage.textWidth * 0.5), Math.round(wordPage.textWidth * 0.5)];
    const size = sizes.note + 1;
    const cell = (place: number, head: string, texts: readonly string[]) =>
      new TableCell({
        width: { size: widths[place] ?? 0, type: WidthType.DXA },
        children: [
          this.#line(head, label, size, { bold: this.#style.isBoldHeading }),
          ...texts.map((text) => this.#line(text, body, size, { spacing: { before: 40 } })),
        ],
      });
    const row = new TableRow({
      cantSplit: true,
      height: { value: 1400, rule: HeightRule.ATLEAST },
      children: [cell(0, evidenceLabel, evidence.map(plainText)), cell(1, title, [prompt])],
    });
    return new Table({
      rows: [row],
      columnWidths: widths,
      width: { size: wordPage.textWidth, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      margins: { left: 100, right: 100, top: 60, bottom: 60 },
    });
  }

  /** A little space between a table and what follows; without a paragraph two tables would become one. */
  #gap(): Paragraph {
    return this.#line("", this.#style.body, 8, { spacing: { line: 160, lineRule: "exact" } });
  }

  #line(
    text: string,
    font: WordFont,
    size: number,
    { bold = false, ...options }: ParagraphOptions & { readonly bold?: boolean },
  ): Paragraph {
    const { Paragraph, TextRun } = this.#word;
    // The grid of lines and characters is for the body; text of another size would be drawn apart by it.
    const snapToGrid = size === this.#style.sizes.body;
    const run = new TextRun({ text, font, size, bold, snapToGrid, color: "000000" });
    const spacing = { line: Math.round(size * 10 * lineHeight), lineRule: "exact", ...options.spacing } as const;
    return new Paragraph({ ...options, spacing, children: [run] });
  }
}
