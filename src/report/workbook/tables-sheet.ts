import { elementName } from "../../model/compile-cases.ts";
import type { CompiledTable } from "../../model/compiled-model.ts";
import { type Book, basisOf, unitOf } from "./book.ts";
import { columnName } from "./cell-place.ts";
import type { TableBlock } from "./place-cells.ts";
import { anyNumber, type DraftCell, type DraftRow, type SheetDraft, sectionRow, textCell } from "./sheet-draft.ts";

type Content<K extends CompiledTable["content"]["kind"]> = Extract<CompiledTable["content"], { kind: K }>;

/** Draft the sheet of the tables that formulas read by element and year. */
export function tablesSheet(book: Book): SheetDraft {
  const { words, plan } = book;
  const { say, sheets } = words;
  const widest = Math.max(1, ...plan.tables.map(({ table }) => yearsOf(plan.model.tables[table]).length));
  return {
    name: sheets.tables,
    heading: [sheets.tables, say(plan.tables.length > 0 ? "tablesNote" : "noTables")],
    columns: [
      { title: say("element"), width: 22 },
      ...Array.from({ length: widest }, (_, i) => ({ title: i === 0 ? say("value") : "", width: 13 })),
    ],
    rows: plan.tables.flatMap((block) => valueRows(block, book)),
    frozenColumns: 1,
  };
}

/** Draft the sheet of the tables that are read between points. */
export function lookupsSheet(book: Book): SheetDraft {
  const { words, plan } = book;
  const { say, sheets } = words;
  return {
    name: sheets.lookups,
    heading: [sheets.lookups, say(plan.lookups.length > 0 ? "lookupsNote" : "noTables")],
    columns: [
      { title: "x", width: 14 },
      { title: "y", width: 14 },
      { title: say("slope"), width: 16 },
    ],
    rows: plan.lookups.flatMap((block) => pointRows(block, book)),
    frozenColumns: 0,
  };
}

function valueRows({ table }: TableBlock, book: Book): DraftRow[] {
  const { model } = book.plan;
  const { content } = model.tables[table] as CompiledTable;
  if (content.kind === "points") return [];
  const years = yearsOf(model.tables[table]);
  const columns = Math.max(1, years.length);
  const size = content.values.length / columns;
  const { look } = basisOf(model.source.tables[table]?.basis ?? "assumption", book.words);
  const rows = Array.from({ length: size }, (_, element): DraftRow => {
    const name = content.over.length > 0 ? elementName(content.over, model.dimensions, element) : "";
    const values = Array.from(
      { length: columns },
      (_, column): DraftCell => ({
        value: content.values[column * size + element] as number,
        look,
        format: "General",
        entry: anyNumber,
      }),
    );
    return { cells: [textCell(name), ...values] };
  });
  return [...titleRows(table, years.length > 0 ? years : [book.words.say("allYears")], book), ...rows, { cells: [] }];
}

function yearsOf(table: CompiledTable | undefined): readonly number[] {
  return table?.content.kind === "years" ? table.content.years : [];
}

function pointRows({ table, firstRow }: TableBlock, book: Book): DraftRow[] {
  const { model } = book.plan;
  const content = model.tables[table]?.content as Content<"points">;
  const points = model.source.tables[table]?.content;
  const values = points?.kind === "points" ? points.points : [];
  const { look } = basisOf(model.source.tables[table]?.basis ?? "assumption", book.words);
  const rows = values.map(([x, y], i): DraftRow => {
    const slope = slopeFormula(firstRow, i, values.length);
    const change: DraftCell = {
      value: content.slopeChanges[i] as number,
      look: "result",
      format: "0.000000",
      ...(slope === null ? {} : { formula: slope }),
    };
    return { cells: [pointCell(x, look), pointCell(y, look), change] };
  });
  return [...titleRows(table, ["x", "y", book.words.say("slope")], book, 0), ...rows, { cells: [] }];
}

function pointCell(value: number, look: DraftCell["look"]): DraftCell {
  return { value, look, format: "General", entry: anyNumber };
}

/** What the line turns by at a point; nothing at the last one, beyond which it is not read. */
function slopeFormula(firstRow: number, place: number, length: number): string | null {
  if (place === length - 1) return null;
  const slope = (from: number) => {
    const [row, next] = [firstRow + from, firstRow + from + 1];
    return `(B${next}-B${row})/(${columnName(1)}${next}-${columnName(1)}${row})`;
  };
  return place === 0 ? slope(0) : `${slope(place)}-${slope(place - 1)}`;
}

/** A line that names the table, and one that names its columns. */
function titleRows(table: number, columns: readonly (string | number)[], book: Book, indent = 1): DraftRow[] {
  const { plan, words } = book;
  const source = plan.model.source.tables[table];
  if (!source) return [];
  const basis = basisOf(source.basis, words).word;
  const facts = [source.name, unitOf(source, words), `${words.say("basis")} ${basis}`, source.source ?? ""];
  const title = `${source.label?.[words.language] ?? source.name} · ${facts.filter((fact) => fact !== "").join(" · ")}`;
  const titles = columns.map((value): DraftCell => ({ value, look: "note", format: "General" }));
  return [sectionRow(title), { cells: [...Array.from({ length: indent }, () => null), ...titles] }];
}
