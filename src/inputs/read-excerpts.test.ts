import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Issue, makeIssue } from "../core/issue.ts";
import { readExcerpts } from "./read-excerpts.ts";

function issueAt(file: string, line: number): Issue {
  return makeIssue("model/sum-over-nothing", { file, line, column: 1, endLine: line, endColumn: 2 }, {});
}

test("readExcerpts(issues) gives each issue its line, and leaves those alone whose file or line is not there", () => {
  const folder = mkdtempSync(join(tmpdir(), "excerpts-"));
  const file = join(folder, "model.yaml");
  writeFileSync(file, "first\r\nsecond\n");
  const known = { ...issueAt(file, 2), excerpt: "known already" };
  const issues = readExcerpts([issueAt(file, 1), issueAt(file, 2), known, issueAt(file, 9), issueAt("gone.yaml", 1)]);
  rmSync(folder, { recursive: true });
  expect(issues.map(({ excerpt }) => excerpt)).toEqual(["first", "second", "known already", undefined, undefined]);
});
