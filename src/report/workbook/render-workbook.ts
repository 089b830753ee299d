import type { Borders, Cell, Fill, Font, Workbook, Worksheet } from "exceljs";
import type { Language } from "../../core/bilingual.ts";
import { displayWidth } from "../../core/display-width.ts";
import { columnName } from "./cell-place.ts";
import {
  type CellEntry,
  type CellLook,
  type DraftCell,
  type DraftColumn,
  type DraftRow,
  firstRow,
  type Highlight,
  headerRow,
  type SheetDraft,
  type WorkbookDraft,
} from "./sheet-draft.ts";
import { workbookTexts } from "./workbook-words.ts";

/** Fonts that Office and WPS have everywhere; LibreOffice replaces them by its own. */
const fontNames: Readonly<Record<Language, string>> = { zh: "微软雅黑", en: "Calibri" };

const colours = {
  header: "FF1F4E79",
  white: "FFFFFFFF",
  section: "FFDCE6F1",
  line: "FFD0D7DE",
  note: "FF6B7280",
  entry: "FF0B3D91",
  changed: "FFC00000",
  good: "FFE2F0D9",
  bad: "FFFCE4D6",
} as const;

/** Backgrounds of what a number rests on; they differ in lightness too, for print in grey. */
const fills: Readonly<Partial<Record<CellLook, string>>> = {
  section: colours.section,
  plan: "FFD9EAD3",
  data: "FFCFE2F3",
  definition: "FFE7E6E6",
  assumption: "FFFFF2CC",
  unused: "FFF7F7F7",
};

/**
 * Turn the draft of a workbook into the bytes of an .xlsx file.
 *
 * exceljs is loaded here and nowhere else.
 */
export async function renderWorkbook(draft: WorkbookDraft, language: Language): Promise<Uint8Array> {
  const { default: excel } = await import("exceljs");
  const workbook: Workbook = new excel.Workbook();
  const date = new Date(`${draft.date}T00:00:00Z`);
  workbook.title = draft.title;
  workbook.creator = "planreach";
  workbook.lastModifiedBy = "planreach";
  workbook.created = date;
  workbook.modified = date;
  workbook.calcProperties.fullCalcOnLoad = true;
  for (const sheet of draft.sheets) addSheet(workbook, sheet, draft, language);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addSheet(workbook: Workbook, draft: SheetDraft, book: WorkbookDraft, language: Language): void {
  // A short sheet is one page; a row or two over would be a page of their own.
  const fitToHeight = draft.rows.length <= onePage ? 1 : 0;
  const sheet = workbook.addWorksheet(draft.name, {
    views: [{ state: "frozen", xSplit: draft.frozenColumns, ySplit: headerRow, showGridLines: false }],
    pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight },
    properties: { outlineProperties: { summaryBelow: false, summaryRight: false } } as object,
  });
  sheet.pageSetup.printTitlesRow = `${headerRow}:${headerRow}`;
  sheet.pageSetup.margins = { left: 0.5, right: 0.5, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 };
  sheet.headerFooter.oddFooter = `&L${book.footer.replaceAll("&", "&&")}&R${workbookTexts.page[language]}`;
  sheet.headerFooter.oddHeader = `&L${draft.name}${book.mark === null ? "" : `&R&B${book.mark}`}`;
  draft.columns.forEach((column, place) => {
    sheet.getColumn(place + 1).width = columnWidth(column, place, draft.rows);
  });
  const printed = draft.printedColumns ?? draft.columns.length;
  // exceljs fixes the columns of both corners and leaves the rows to be fixed here.
  sheet.pageSetup.printArea = `A$1:${columnName(printed)}$${firstRow + draft.rows.length - 1}`;
  addHeading(sheet, draft, book.mark, language);
  draft.rows.forEach((row, place) => {
    addRow(sheet, row, firstRow + place, draft.columns.length, language);
  });
  if (draft.hasFilter === true) {
    const last = `${columnName(draft.columns.length)}${firstRow + draft.rows.length - 1}`;
    sheet.autoFilter = `A${headerRow}:${last}`;
  }
  for (const highlight of draft.highlights ?? []) addHighlight(sheet, highlight);
}

/** Wide enough for the names in a column; remarks run on to the right, so they do not count. */
function columnWidth({ width }: DraftColumn, place: number, rows: readonly DraftRow[]): number {
  const names = rows.flatMap(({ cells }) => {
    const cell = cells[place];
    return cell?.look === "text" && typeof cell.value === "string" ? [displayWidth(cell.value) + 3] : [];
  });
  return Math.max(width, Math.min(widestColumn, ...[Math.max(0, ...names)]));
}

function addHeading(
  sheet: Worksheet,
  { heading, columns, rows }: SheetDraft,
  mark: string | null,
  language: Language,
): void {
  const [title, note] = heading;
  const name = fontNames[language];
  setText(sheet.getCell(1, 1), title, { name, size: 16, bold: true, color: { argb: colours.header } });
  setText(sheet.getCell(2, 1), note, { name, size: 10, color: { argb: colours.note } });
  if (mark !== null)
    setText(sheet.getCell(3, 1), mark, { name, size: 11, bold: true, color: { argb: colours.changed } });
  sheet.getRow(1).height = 26;
  if (columns.every((column) => column.title === "")) return;
  columns.forEach(({ title: text }, place) => {
    const cell = sheet.getCell(headerRow, place + 1);
    cell.value = text;
    cell.font = { name, size: 10, bold: true, color: { argb: colours.white } };
    cell.fill = solid(colours.header);
    const side = isOfNumbers(rows, place)
      ? ({ horizontal: "right" } as const)
      : ({ horizontal: "left", indent: 1 } as const);
    cell.alignment = { ...side, vertical: "middle", wrapText: true };
    if (typeof text === "number") cell.numFmt = "0";
  });
  sheet.getRow(headerRow).height = 32;
}

function isOfNumbers(rows: readonly DraftRow[], place: number): boolean {
  return rows.some(({ cells }) => typeof cells[place]?.value === "number");
}

function addRow(sheet: Worksheet, draft: DraftRow, number: number, columns: number, language: Language): void {
  const row = sheet.getRow(number);
  draft.cells.forEach((cell, place) => {
    if (cell !== null) addCell(sheet.getCell(number, place + 1), cell, language);
  });
  const isSection = draft.cells[0]?.look === "section";
  for (let column = 1; column <= columns && draft.cells.length > 0; column++) {
    const cell = sheet.getCell(number, column);
    if (isSection) cell.fill = solid(colours.section);
    else cell.border = underline;
  }
  const lines = linesNeeded(draft, sheet);
  if (lines > 1) row.height = lines * lineHeight;
  if (draft.isDetail === true) row.outlineLevel = 1;
  if (draft.isFolded === true) row.hidden = true;
}

/** Lines that the longest wrapped text of a row takes; programs do not all make rows higher by themselves. */
function linesNeeded({ cells }: DraftRow, sheet: Worksheet): number {
  const lines = cells.map((cell, place) => {
    if (cell === null || !isWrapped(cell.look) || typeof cell.value !== "string") return 1;
    const width = (sheet.getColumn(place + 1).width ?? 1) * 0.9;
    return Math.ceil((displayWidth(cell.value) + 2) / width);
  });
  return Math.max(1, ...lines);
}

function isWrapped(look: CellLook): boolean {
  return look === "wrapped" || look === "remark";
}

function addCell(cell: Cell, draft: DraftCell, language: Language): void {
  const { value, formula, look, format, entry } = draft;
  const font = fontOf(draft, language);
  const fill = fills[look];
  if (fill !== undefined) cell.fill = solid(fill);
  cell.alignment = { vertical: isWrapped(look) ? "top" : "middle", wrapText: isWrapped(look) };
  if (typeof value === "string") {
    // A space before text keeps it off the number at its left; what a formula says stands in the middle.
    const place =
      formula === undefined ? ({ horizontal: "left", indent: look === "section" ? 0 : 1 } as const) : centred;
    cell.alignment = { ...cell.alignment, ...place };
  }
  if (typeof value === "string" && formula === undefined) {
    setText(cell, value, font);
  } else {
    cell.font = font;
    cell.value = formula === undefined ? value : { formula, result: value ?? "", date1904: false };
    if (format !== undefined) cell.numFmt = format;
  }
  if (entry) addEntry(cell, entry, language);
}

/** Text that begins like a formula is marked as text, so that it stays text when somebody edits the cell. */
function setText(cell: Cell, text: string, font: Partial<Font>): void {
  cell.value = text;
  cell.font = font;
  if (/^[=+\-@\t\r]/.test(text)) cell.numFmt = "@";
}

function fontOf({ look, entry }: DraftCell, language: Language): Partial<Font> {
  const base = { name: fontNames[language], size: 10 };
  if (look === "section") return { ...base, bold: true, color: { argb: colours.header } };
  if (look === "note" || look === "remark" || look === "unused") return { ...base, color: { argb: colours.note } };
  return entry ? { ...base, color: { argb: colours.entry } } : base;
}

function addEntry(cell: Cell, entry: CellEntry, language: Language): void {
  const prompt = {
    showErrorMessage: true,
    ...(entry.prompt === null ? {} : { showInputMessage: true, prompt: entry.prompt }),
  };
  if (entry.kind === "choice") {
    const list = { type: "list" as const, allowBlank: false, formulae: [`"${entry.options.join(",")}"`] };
    cell.dataValidation = { ...list, ...prompt, errorStyle: "stop", error: entry.prompt };
    return;
  }
  const { range } = entry;
  cell.dataValidation = {
    type: "decimal",
    operator: "between",
    formulae: range === null ? [-widest, widest] : [range.lower, range.upper],
    ...prompt,
    errorStyle: range === null ? "stop" : "warning",
    error: workbookTexts[range === null ? "notANumber" : "outside"][language],
  };
}

/** Largest number that stands for no limit; Excel reads none beyond 9.99E307. */
const widest = 1e300;

function addHighlight(sheet: Worksheet, { area, formula, look }: Highlight): void {
  const [top, left, bottom, right] = area;
  const style =
    look === "changed"
      ? { font: { bold: true, color: { argb: colours.changed } } }
      : {
          fill: { type: "pattern", pattern: "solid", bgColor: { argb: colours[look] } } as const,
          font: { bold: look === "bad" },
        };
  sheet.addConditionalFormatting({
    ref: `${columnName(left)}${top}:${columnName(right)}${bottom}`,
    rules: [{ type: "expression", priority: 1, formulae: [formula], style }],
  });
}

function solid(argb: string): Fill {
  return { type: "pattern", pattern: "solid", fgColor: { argb } };
}

/** Height of a line of text in points. */
const lineHeight = 14;

const centred = { horizontal: "center" } as const;

/** Rows that fit on a page. */
const onePage = 45;

/** Columns of names grow no further. */
const widestColumn = 48;

const underline: Partial<Borders> = { bottom: { style: "hair", color: { argb: colours.line } } };
