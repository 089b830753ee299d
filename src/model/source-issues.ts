import { type Issue, makeIssue } from "../core/issue.ts";
import type { ModelSource } from "../inputs/study.ts";

/** Warn of every assumption and table that is a judgement and names no source, in the order of their places. */
export function sourceIssues({ assumptions, tables }: Pick<ModelSource, "assumptions" | "tables">): Issue[] {
  const unsourced = [...assumptions, ...tables].filter(
    ({ basis, source }) => basis === "assumption" && source === null,
  );
  const inOrder = unsourced.sort((a, b) =>
    a.at.file === b.at.file ? a.at.line - b.at.line : a.at.file < b.at.file ? -1 : 1,
  );
  return inOrder.map(({ name, at }) => makeIssue("model/no-source", at, { name }, "warning"));
}
