import type { WordLibrary } from "./load-word-library.ts";
import type {
  Block,
  DrawnPictures,
  FieldBlock,
  PictureBlock,
  ReportDocument,
  Span,
  TableBlock,
  TableColumn,
} from "./report-document.ts";
import { plainText } from "./report-document.ts";
import { wordPage } from "./word-page.ts";
import type { WordStyleName } from "./word-style.ts";

type Paragraph = InstanceType<WordLibrary["Paragraph"]>;
type Child = Paragraph | InstanceType<WordLibrary["Table"]>;
type ParagraphOptions = Exclude<ConstructorParameters<WordLibrary["Paragraph"]>[0], string>;

/** Tables with more rows than this are set in the smallest type. */
const longTable = 40;
/** Most of the page that a picture takes, in CSS pixels (96 to the inch); the text block is 589 wide. */
const largestPicture = { width: 575, height: 480 } as const;
/** Least height of a place to fill in, in twips. */
const fieldHeight = 1400;

/** Lays the blocks of a document out as paragraphs and tables of Word; how they look is left to their styles. */
export class WordBlocks {
  readonly #word: WordLibrary;
  readonly #document: ReportDocument;
  readonly #pictures: DrawnPictures;

  constructor(word: WordLibrary, document: ReportDocument, pictures: DrawnPictures) {
    this.#word = word;
    this.#document = document;
    this.#pictures = pictures;
  }

  /** Title, lines under it, and the written-out contents. */
  front(): Paragraph[] {
    const { title, lead, contentsTitle } = this.#document;
    return [
      ...title.map((spans, place) => this.#line(place > 1 ? "Subtitle" : "Title", plainText(spans))),
      ...lead.map((spans) => this.#line("Lead", plainText(spans))),
      this.#line("ContentsTitle", contentsTitle),
      ...this.#contents(),
    ];
  }

  /** @param isFirst - whether the block begins the page after the contents. */
  block(block: Block, isFirst: boolean): Child[] {
    switch (block.kind) {
      case "heading":
        return [this.#line(`Heading${block.level}`, this.#numbered(block), { pageBreakBefore: isFirst })];
      case "annex":
        return [
          this.#line("AnnexNumber", block.number, { pageBreakBefore: true }),
          this.#line("AnnexTitle", plainText(block.spans)),
        ];
      case "paragraph":
        return [this.#line("Normal", plainText(block.spans))];
      case "note":
        return [this.#line("Note", plainText(block.spans))];
      case "table":
        return this.#table(block);
      case "picture":
        return this.#picture(block);
      case "field":
        return [this.#field(block), this.#line("Gap", "")];
    }
  }

  /** Chapters, their first parts, and annexes. */
  #contents(): Paragraph[] {
    const { blocks } = this.#document;
    const firstAnnex = blocks.findIndex(({ kind }) => kind === "annex");
    return blocks.flatMap((block, place): Paragraph[] => {
      if (block.kind === "annex") return [this.#line("Contents", `${block.number}　${plainText(block.spans)}`)];
      const isListed = block.kind === "heading" && block.level < 3 && (firstAnnex < 0 || place < firstAnnex);
      if (!isListed) return [];
      return [this.#line(block.level === 1 ? "Contents" : "ContentsSecond", this.#numbered(block))];
    });
  }

  #numbered({ number, spans }: { readonly number: string; readonly spans: readonly Span[] }): string {
    return `${number}${this.#document.language === "zh" ? "" : " "}${plainText(spans)}`;
  }

  #table({ number, caption, unit, columns, rows }: TableBlock): Child[] {
    const { TableRow } = this.#word;
    const isLong = rows.length > longTable;
    const widths = columnWidths(columns);
    const cell = (style: WordStyleName, text: string, place: number, options: ParagraphOptions) =>
      this.#cell([this.#line(style, text, options)], widths[place] ?? 0);
    const heads = columns.map(({ header }, place) => cell(isLong ? "ListHead" : "TableHead", header, place, {}));
    const lines = rows.map((cells, at) => {
      const children = cells.map((spans, place) =>
        cell(isLong ? "ListText" : "TableText", plainText(spans), place, {
          alignment: columns[place]?.align ?? "left",
        }),
      );
      // Not the first: LibreOffice 7.4 loses rows where a table breaks after a first row that must not be split.
      return new TableRow({ children, cantSplit: at > 0 });
    });
    const head = new TableRow({ tableHeader: true, cantSplit: true, children: heads });
    return [
      this.#line("TableTitle", `${number}　${plainText(caption)}`),
      ...(unit === null ? [] : [this.#line("TableUnit", plainText(unit))]),
      this.#grid([head, ...lines], widths, { left: 70, right: 70, top: 30, bottom: 30 }),
      this.#line("Gap", ""),
    ];
  }

  #picture({ number, caption, name }: PictureBlock): Paragraph[] {
    const { ImageRun, Paragraph } = this.#word;
    const picture = this.#pictures.get(name);
    if (picture === undefined) throw new RangeError(`wordFile: every picture must have been drawn; got ${name}`);
    const { width, height, png } = picture;
    const scale = Math.min(1, largestPicture.width / width, largestPicture.height / height);
    const title = `${number}　${plainText(caption)}`;
    const image = new ImageRun({
      type: "png",
      data: png,
      transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
      // The library would number the pictures of all documents of a process.
      altText: { id: String([...this.#pictures.keys()].indexOf(name) + 1), name, title, description: title },
    });
    return [new Paragraph({ style: "Picture", children: [image] }), this.#line("PictureTitle", title)];
  }

  /** The evidence at the left, the place to fill in at the right. */
  #field({ label, prompt, evidenceLabel, evidence }: FieldBlock): Child {
    const { TableRow, HeightRule } = this.#word;
    const widths = columnWidths([{ width: 1 }, { width: 1 }]);
    const texts = evidence.map((spans) => this.#line("FieldText", plainText(spans)));
    const cells = [
      [this.#line("FieldTitle", evidenceLabel), ...texts],
      [this.#line("FieldTitle", label), this.#line("FieldText", prompt)],
    ].map((children, place) => this.#cell(children, widths[place] ?? 0, "top"));
    const row = new TableRow({
      cantSplit: true,
      height: { value: fieldHeight, rule: HeightRule.ATLEAST },
      children: cells,
    });
    return this.#grid([row], widths, { left: 100, right: 100, top: 60, bottom: 60 });
  }

  #cell(children: readonly Paragraph[], width: number, verticalAlign: "center" | "top" = "center") {
    const { TableCell, WidthType } = this.#word;
    return new TableCell({ width: { size: width, type: WidthType.DXA }, verticalAlign, children });
  }

  #grid(
    rows: readonly InstanceType<WordLibrary["TableRow"]>[],
    columnWidths: readonly number[],
    margins: Readonly<Record<"left" | "right" | "top" | "bottom", number>>,
  ): Child {
    const { Table, TableLayoutType, WidthType } = this.#word;
    const width = { size: wordPage.textWidth, type: WidthType.DXA };
    return new Table({ rows, columnWidths, width, layout: TableLayoutType.FIXED, margins });
  }

  #line(style: WordStyleName, text: string, options: ParagraphOptions = {}): Paragraph {
    const { Paragraph, TextRun } = this.#word;
    return new Paragraph({ ...options, style, children: text === "" ? [] : [new TextRun(text)] });
  }
}

/** Share the width of the text block out; what rounding leaves goes to the last column. */
function columnWidths(columns: readonly Pick<TableColumn, "width">[]): readonly number[] {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor((width / total) * wordPage.textWidth));
  const left = wordPage.textWidth - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, place) => (place === widths.length - 1 ? width + left : width));
}
