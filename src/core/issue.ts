import type { Bilingual } from "./bilingual.ts";
import { type IssueCode, type IssueParameters, issueTexts } from "./issue-texts.ts";

/** A place in an input file; all numbers count from 1, columns in UTF-16 units, `endColumn` is exclusive. */
export interface SourceSpan {
  /** The path as the person gave it, relative to the working folder where possible. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Whether an issue stops the work or only warns. */
export type Severity = "error" | "warning" | "notice";

/** Something wrong (or worth knowing) in a file that a person wrote: data, never an exception. */
export interface Issue {
  /** Stable name `stage/what`, one of the keys of `issueTexts`. */
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly at: SourceSpan;
  /** What is wrong, with the values seen. */
  readonly message: Bilingual;
  /** What to write instead, in the imperative. */
  readonly mend: Bilingual;
  /** The source line at `at.line`, when the file could be read. */
  readonly excerpt?: string;
}

/** Either a value with the warnings met on the way, or every issue that stood in the way. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Build an issue from its code, its place and the values its text needs.
 *
 * @param code - a key of `issueTexts`.
 * @param at - where the fault stands.
 * @param parameters - the values that the text of this code names.
 * @param severity - `error` stops the work, `warning` is shown, `notice` tells what was done; defaults to `error`.
 */
export function makeIssue<C extends IssueCode>(
  code: C,
  at: SourceSpan,
  parameters: IssueParameters<C>,
  severity: Severity = "error",
): Issue {
  const text = (issueTexts[code] as (p: IssueParameters<C>) => { message: Bilingual; mend: Bilingual })(parameters);
  return { code, severity, at, message: text.message, mend: text.mend };
}

/** The span of a whole file, for faults that have no better place. */
export function fileSpan(file: string): SourceSpan {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}
