import type { Language } from "../core/bilingual.ts";
import type { Evaluation } from "../evaluation/evaluation.ts";
import { evaluationSheet } from "../report/evaluation-sheet.ts";
import type { SheetSection } from "../report/sheet-parts.ts";
import { type TextSink, textColumns } from "./command-io.ts";
import { sayIn } from "./messages.ts";
import { textTable } from "./text-table.ts";
import { paintFor } from "./verdict-paint.ts";
import { wrapToWidth } from "./wrap-to-width.ts";

/** Lay an evaluation out for a terminal: the counts first, then what to report, then every row. */
export function evaluationText(evaluation: Evaluation, language: Language, sink: TextSink): string {
  const sheet = evaluationSheet(evaluation, language);
  const { bold, dim } = paintFor(sink);
  const wrap = (text: string) => wrapToWidth(text, textColumns(sink)).join("\n");
  const lead = [bold(wrap(sheet.title)), dim(wrap(sheet.heading.join(language === "zh" ? "，" : ", ")))];
  const summary = sheet.summary.map(wrap);
  const parts = sheet.sections.map((section) => sectionText(section, language, sink));
  return `${[...lead, "", ...summary].join("\n")}\n\n${parts.join("\n")}`;
}

function sectionText({ title, table, lines }: SheetSection, language: Language, sink: TextSink): string {
  const { bold, dim } = paintFor(sink);
  const columns = textColumns(sink);
  const parts = [`${bold(title)}\n`];
  if (table !== null) {
    const heads = table.heads.map(({ text, isNumber }) => {
      return { header: text, align: isNumber ? ("right" as const) : ("left" as const), wraps: true };
    });
    parts.push(textTable(heads, table.rows, sink.columns));
    if (table.rows.some(([name]) => name?.endsWith("*"))) parts.push(`${dim(sayIn(language)("bindingMark"))}\n`);
  }
  for (const line of lines) {
    const [first = "", ...rest] = wrapToWidth(line, columns - 2);
    parts.push([`- ${first}`, ...rest.map((one) => `  ${one}`)].map((one) => `${one}\n`).join(""));
  }
  return parts.join("");
}
