import type { TopLevelSpec } from "vega-lite";
import type { Attribute } from "../inputs/study.ts";
import { labelWords, chapterWords as words } from "./chapter-words.ts";
import type { DocumentWriter } from "./document-writer.ts";
import type { RowData } from "./report-data.ts";
import type { ReportPictures, Span, TableColumn } from "./report-document.ts";
import { rowProse } from "./row-prose.ts";

/** Tell whether the picture of a row stands beside its text: of binding rows, and of those that call for a warning. */
export function hasPictureInText({ attribute, alert }: RowData): boolean {
  return attribute === "binding" || alert.level !== "none";
}

/** Write the chapter that tells every row, binding rows first: a table of all, then each, the chief ones with a picture. */
export function writeRows(writer: DocumentWriter, pictures: ReportPictures): void {
  const { language } = writer;
  writer.heading(1, words.rows()[language]);
  writer.heading(2, words.overview()[language]);
  writeRowTable(writer);
  // What is decided is the same under all scenarios, so that the picture of them belongs here.
  if (writer.isDecided) writer.picture(words.factOverviewCaption()[language], "overview", pictures.overview);
  writeGroup(writer, "binding", pictures.rows);
  writeGroup(writer, "indicative", pictures.rows);
}

function writeGroup(writer: DocumentWriter, attribute: Attribute, pictures: Readonly<Record<string, TopLevelSpec>>) {
  const { language, figures, data } = writer;
  const rows = data.order.map((id) => writer.row(id)).filter((row) => row.attribute === attribute);
  if (rows.length === 0) return;
  writer.heading(2, (attribute === "binding" ? words.bindingRows : words.indicativeRows)()[language]);
  for (const row of rows) {
    const label = figures.quote(`/rows/${row.id}/label`);
    const place = words.rowOrigin({ place: figures.quote(`/rows/${row.id}/place`) })[language];
    writer.heading(3, [label, ...place]);
    writer.paragraph(rowProse(writer, row));
    const picture = pictures[row.id];
    if (picture !== undefined && hasPictureInText(row))
      writer.picture(words.rowCaption({ label })[language], row.id, picture);
  }
}

function writeRowTable(writer: DocumentWriter): void {
  const { language, figures, data } = writer;
  const say = (key: keyof typeof labelWords) => labelWords[key]()[language];
  // A column must hold its longest word: “indicative”, “Estimate”.
  const [word, rest] = language === "en" ? [18, 28] : [14, 36];
  const columns: readonly TableColumn[] = [
    { header: say("row"), width: 9, align: "center" },
    { header: say("indicator"), width: 33, align: "left" },
    { header: say("attribute"), width: word, align: "center" },
    { header: say("unit"), width: 14, align: "center" },
    { header: say("baseline"), width: 14, align: "right" },
    { header: say("target"), width: 17, align: "right" },
    { header: say(writer.isDecided ? "actual" : "median"), width: word, align: "right" },
    ...(writer.isDecided ? [] : ([{ header: say("chance"), width: 18, align: "center" }] as const)),
    { header: say("verdict"), width: rest, align: "left" },
  ];
  const rows = data.order.map((id) => rowCells(writer, writer.row(id)));
  writer.table(words.rowTable()[language], words.rowUnit()[language], columns, rows);
  const scenario = figures.quote("/main/label");
  writer.note((writer.isDecided ? words.factRowNote() : words.rowNote({ scenario }))[language]);
}

function rowCells(writer: DocumentWriter, row: RowData): readonly (readonly Span[])[] {
  const { language, figures, main } = writer;
  const at = `/main/verdicts/${row.id}`;
  const verdict = main.verdicts[row.id];
  const say = (key: keyof typeof labelWords): Span => ({ kind: "text", text: labelWords[key]()[language] });
  const dash = [say("dash")];
  const { comparison = null, target = null } = verdict ?? {};
  const middle = verdict?.fact ? `${at}/fact/value` : `${at}/quantiles/0.5`;
  const chance = verdict?.probability == null ? dash : [figures.chance(`${at}/probability`, "short")];
  return [
    row.row === null ? dash : [figures.quote(`/rows/${row.id}/row`)],
    [figures.quote(`/rows/${row.id}/label`)],
    [say(row.attribute === "binding" ? "binding" : "indicative")],
    [figures.quote(`/rows/${row.id}/unit`)],
    baselineCell(writer, row, dash),
    target === null || comparison === null ? dash : figures.target(`${at}/target`, comparison, row),
    verdict?.fact || verdict?.quantiles ? [figures.bare(middle, row)] : dash,
    ...(writer.isDecided ? [] : [chance]),
    verdict === undefined ? dash : [figures.quote(`${at}/wording`)],
  ];
}

function baselineCell({ figures }: DocumentWriter, row: RowData, dash: readonly Span[]): readonly Span[] {
  if (typeof row.baseline === "number") return [figures.bare(`/rows/${row.id}/baseline`, row)];
  return row.printed.baseline === null || row.baseline === null
    ? dash
    : [figures.quote(`/rows/${row.id}/printed/baseline`)];
}
