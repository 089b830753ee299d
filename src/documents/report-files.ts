import type { OutputFile } from "../report/output-file.ts";
import type { WorkbookRun } from "../report/workbook/book.ts";
import { workbookBytes } from "../report/workbook/workbook-bytes.ts";
import { htmlPage } from "./html-page.ts";
import { markdownText } from "./markdown-text.ts";
import type { DrawnPictures, ReportDocument } from "./report-document.ts";
import { wordFile } from "./word-file.ts";

/** The kinds of files that a report is written as. */
export const reportFormats = ["html", "docx", "xlsx", "md"] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Name of the folder in the output folder that the pictures of the Markdown report lie in. */
export function pictureFolder({ language }: Pick<ReportDocument, "language">): string {
  return `report_${language}`;
}

/**
 * Lay a document out in the formats asked for, one file after the other: `report.zh.html` and so on.
 *
 * Markdown cannot hold pictures, so they stand beside it in a folder, with `run.json` to say what made them.
 *
 * @param run - what the workbook is made from.
 * @param scenario - the one that the workbook computes, which is the one that the document tells.
 */
export async function* reportFiles(
  document: ReportDocument,
  pictures: DrawnPictures,
  formats: readonly ReportFormat[],
  run: WorkbookRun,
  scenario: string,
): AsyncGenerator<OutputFile> {
  const path = (format: ReportFormat) => `report.${document.language}.${format}`;
  if (formats.includes("html")) yield { path: path("html"), content: htmlPage(document, pictures) };
  if (formats.includes("docx")) yield { path: path("docx"), content: await wordFile(document, pictures) };
  if (formats.includes("xlsx")) {
    yield { path: path("xlsx"), content: await workbookBytes(run, document.language, scenario) };
  }
  if (!formats.includes("md")) return;
  const folder = pictureFolder(document);
  yield { path: path("md"), content: markdownText(document, folder) };
  yield { path: `${folder}/run.json`, content: `${JSON.stringify({ run: run.identity }, null, 2)}\n` };
  for (const [name, { png }] of pictures) yield { path: `${folder}/${name}.png`, content: png };
}
