import { createColors } from "picocolors";
import type { Bilingual, Language } from "./bilingual.ts";
import { displayWidth } from "./display-width.ts";
import type { Issue, Severity } from "./issue.ts";

const severityWords: Readonly<Record<Severity, Bilingual>> = {
  error: { zh: "错误", en: "error" },
  warning: { zh: "警告", en: "warning" },
  notice: { zh: "提示", en: "notice" },
};
const mendWords: Bilingual = { zh: "改法：", en: "mend: " };

/** Most columns of a source line that are shown; the rest is cut off around the fault. */
const excerptWidth = 110;
/** How many characters are kept before the fault in a line that is cut. */
const keptBefore = 28;

/**
 * Print issues for a terminal, one paragraph each:
 *
 * ```
 * model/ferries.yaml:14:11 error unit/operands
 *   what is wrong, with the values seen
 *    14 │     rate: orders + scrap_share
 *       │           ^^^^^^^^^^^^^^^^^^^^
 *   mend: what to write instead
 * ```
 *
 * The first word can be clicked in most terminals. Carets stand under wide Chinese characters as two columns each;
 * control characters of the file are not sent to the terminal.
 *
 * @param options - `color` switches escape sequences on; off by default.
 * @returns the text, which ends with a line break; empty for no issues.
 */
export function printIssues(
  issues: readonly Issue[],
  language: Language,
  options: { readonly color?: boolean } = {},
): string {
  const colors = createColors(options.color ?? false);
  const paint = { error: colors.red, warning: colors.yellow, notice: colors.cyan };
  const paragraphs = issues.map((issue) => {
    const { file, line, column } = issue.at;
    const severity = paint[issue.severity](severityWords[issue.severity][language]);
    return [
      `${colors.bold(`${printable(file)}:${line}:${column}`)} ${severity} ${colors.dim(issue.code)}`,
      `  ${printable(issue.message[language])}`,
      ...excerptLines(issue, paint[issue.severity], colors.dim),
      `  ${colors.bold(mendWords[language])}${printable(issue.mend[language])}`,
      "",
    ].join("\n");
  });
  return paragraphs.join("\n");
}

/** The source line and, under it, carets below the fault; nothing when there is no line to show. */
function excerptLines(issue: Issue, paintCaret: (text: string) => string, dim: (text: string) => string): string[] {
  if (!issue.excerpt) return [];
  const { line, column, endLine, endColumn } = issue.at;
  const start = Math.min(column - 1, issue.excerpt.length);
  const end = endLine === line ? Math.min(endColumn - 1, issue.excerpt.length) : issue.excerpt.length;
  const shown = cutExcerpt(printable(issue.excerpt), start, Math.max(end, start));
  const number = String(line).padStart(5);
  const before = " ".repeat(displayWidth(shown.text.slice(0, shown.start)));
  const carets = "^".repeat(Math.max(displayWidth(shown.text.slice(shown.start, shown.end)), 1));
  return [
    `${dim(`${number} │`)} ${shown.text}`,
    `${dim(`${" ".repeat(number.length)} │`)} ${before}${paintCaret(carets)}`,
  ];
}

/** Cut a long line to the part around start … end, with … where something was left out. */
function cutExcerpt(line: string, start: number, end: number): { text: string; start: number; end: number } {
  if (displayWidth(line) <= excerptWidth) return { text: line, start, end };
  const from = Math.max(0, Math.min(start - keptBefore, line.length - 1));
  let to = from;
  for (let width = 0; to < line.length && width < excerptWidth; to++) width += displayWidth(line[to]!);
  const front = from > 0 ? "…" : "";
  const text = front + line.slice(from, to) + (to < line.length ? "…" : "");
  const move = front.length - from;
  return { text, start: start + move, end: Math.min(end, to) + move };
}

/** Replace control characters one by one, so that columns stay and no file can steer the terminal. */
function printable(text: string): string {
  return text.replace(/\t/g, " ").replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/gu, "�");
}
