import { type Issue, makeIssue } from "../core/issue.ts";

/** How many of the same kind are shown. */
const shown = 3;

/** Collects issues of which many may be alike, as in the rows of a table: the first three are shown, then the count. */
export class RepeatedIssues {
  readonly #issues: Issue[];
  readonly #kinds = new Map<string, { count: number; fourth: Issue | undefined }>();

  /** @param issues - receives the issues. */
  constructor(issues: Issue[]) {
    this.#issues = issues;
  }

  /** Add an issue; those of the same code and group, usually a column, are alike. */
  add(group: string, issue: Issue): void {
    const key = `${issue.code}\n${group}`;
    const kind = this.#kinds.get(key) ?? { count: 0, fourth: undefined };
    this.#kinds.set(key, kind);
    kind.count++;
    if (kind.count <= shown) this.#issues.push(issue);
    else kind.fourth ??= issue;
  }

  /** Tell how many were not shown, each kind at the place of its first one. */
  finish(): void {
    for (const { count, fourth } of this.#kinds.values()) {
      if (fourth) this.#issues.push(makeIssue("csv/more", fourth.at, { more: count - shown, total: count }));
    }
  }
}
