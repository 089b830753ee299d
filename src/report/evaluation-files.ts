import { stringify } from "csv-stringify/sync";
import type { Language } from "../core/bilingual.ts";
import type { Evaluation, EvaluationRow } from "../evaluation/evaluation.ts";
import { type EvaluationSheet, evaluationSheet } from "./evaluation-sheet.ts";
import type { OutputFile } from "./output-file.ts";
import type { SheetTable } from "./sheet-parts.ts";

/** Name of the folder of evaluations in the output folder. */
export const evaluationFolder = "evaluation";

/**
 * Make the files of an evaluation: all of it for programs, two tables, and a page of text.
 *
 * They stand in a folder of their own for each scenario and date, so that an earlier evaluation stays.
 */
export function evaluationFiles(evaluation: Evaluation, language: Language): OutputFile[] {
  const folder = `${evaluationFolder}/${evaluation.scenario.id}-${evaluation.run.informationDate}`;
  return [
    { path: `${folder}/evaluation.json`, content: `${JSON.stringify(evaluation, null, 2)}\n` },
    { path: `${folder}/rows.csv`, content: rowsCsv(evaluation) },
    { path: `${folder}/years.csv`, content: yearsCsv(evaluation) },
    { path: `${folder}/evaluation.md`, content: sheetMarkdown(evaluationSheet(evaluation, language)) },
  ];
}

/** One line a row of the plan; a byte order mark tells spreadsheets that it is UTF-8. */
function rowsCsv(evaluation: Evaluation): string {
  const peers = evaluation.rows[0]?.peers ?? [];
  const columns = [
    "region",
    "scenario",
    "information_date",
    "row",
    "indicator",
    "label_zh",
    "label_en",
    "attribute",
    "unit",
    "target",
    "actual",
    "actual_date",
    "pace_index",
    "time_passed",
    "tier",
    "needed_per_year",
    "class",
    "wording",
    ...(hasOpenRows(evaluation) ? ["probability", "updated", "updated_lower", "updated_upper"] : []),
    "frozen",
    "frozen_lower",
    "frozen_upper",
    ...peers.map(({ region }) => `peer_${region}`),
    "alert",
    "demonstration",
  ];
  const lines = evaluation.rows.map((row) => rowCells(row, evaluation));
  return stringify([columns, ...lines], { bom: true });
}

function rowCells(row: EvaluationRow, evaluation: Evaluation): string[] {
  const { verdict, actual, pace, required, frozen, updated, alert } = row;
  return [
    evaluation.region,
    evaluation.scenario.id,
    evaluation.run.informationDate,
    row.row ?? "",
    row.indicator,
    row.label.zh,
    row.label.en,
    row.attribute,
    row.unit,
    cell(row.target),
    cell(verdict.fact?.value ?? actual?.value),
    actual?.date ?? "",
    cell(pace?.index),
    cell(pace?.elapsedShare),
    pace?.tier ?? "",
    cell(required?.perYear ?? required?.growth),
    verdict.class,
    verdict.wording.zh,
    ...(hasOpenRows(evaluation)
      ? [cell(verdict.probability), cell(updated?.median), cell(updated?.lower), cell(updated?.upper)]
      : []),
    cell(frozen?.median),
    cell(frozen?.lower),
    cell(frozen?.upper),
    ...row.peers.map(({ value }) => cell(value)),
    alert.level === "none" ? "" : alert.level,
    evaluation.isDemonstration ? "示例 demonstration" : "",
  ];
}

function hasOpenRows({ rows }: Evaluation): boolean {
  return rows.some(({ verdict }) => verdict.probability !== null);
}

/** One line a row and year: the frozen projection with its run, the figure, the updated projection with its run. */
function yearsCsv(evaluation: Evaluation): string {
  const columns = ["region", "scenario", "indicator", "unit", "year", "actual"];
  const projected = ["run", "median", "lower", "upper"];
  const heads = [...columns, ...projected.map((one) => `frozen_${one}`), ...projected.map((one) => `updated_${one}`)];
  const lines = evaluation.rows.flatMap((row) =>
    row.path.map(({ year, frozen, actual, updated }) => [
      evaluation.region,
      evaluation.scenario.id,
      row.indicator,
      row.unit,
      String(year),
      cell(actual),
      frozen === null ? "" : evaluation.frozen.hash,
      cell(frozen?.median),
      cell(frozen?.lower),
      cell(frozen?.upper),
      updated === null ? "" : evaluation.run.hash,
      cell(updated?.median),
      cell(updated?.lower),
      cell(updated?.upper),
      evaluation.isDemonstration ? "示例 demonstration" : "",
    ]),
  );
  return stringify([[...heads, "demonstration"], ...lines], { bom: true });
}

function cell(value: number | null | undefined): string {
  return value === null || value === undefined || !Number.isFinite(value) ? "" : String(value);
}

/** Lay an evaluation out as Markdown. */
function sheetMarkdown({ title, heading, summary, sections }: EvaluationSheet): string {
  const parts = sections.map(({ title: name, table, lines }) => {
    const list = lines.map((line) => `- ${line}`).join("\n");
    return [`## ${name}`, ...(table === null ? [] : [tableMarkdown(table)]), ...(list === "" ? [] : [list])].join(
      "\n\n",
    );
  });
  return `${[`# ${title}`, heading.join(" · "), summary.join("\n"), ...parts].join("\n\n")}\n`;
}

function tableMarkdown({ heads, rows }: SheetTable): string {
  const line = (cells: readonly string[]) => `| ${cells.map((one) => one.replaceAll("|", "\\|")).join(" | ")} |`;
  const rule = heads.map(({ isNumber }) => (isNumber ? "---:" : "---"));
  return [line(heads.map(({ text }) => text)), line(rule), ...rows.map(line)].join("\n");
}
