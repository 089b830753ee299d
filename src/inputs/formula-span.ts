import type { TextRange } from "../core/expression.ts";
import type { SourceSpan } from "../core/issue.ts";
import type { Formula } from "./study.ts";

/**
 * Place of a part of a formula in its file.
 *
 * Exact for a formula on one line; a formula folded over several lines is pointed at as a whole, because YAML's folding
 * does not keep the columns.
 */
export function formulaSpan(formula: Formula, range: TextRange): SourceSpan {
  const { at } = formula;
  if (at.line !== at.endLine || at.endColumn - at.column !== formula.text.length) return at;
  return { ...at, column: at.column + range.start, endColumn: at.column + Math.max(range.end, range.start + 1) };
}
