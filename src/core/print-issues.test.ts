import { expect, test } from "vitest";
import type { Issue } from "./issue.ts";
import { makeIssue } from "./issue.ts";
import { printIssues } from "./print-issues.ts";

const place = (line: number, column: number, endColumn: number) => ({
  file: "data/town/plan.yaml",
  line,
  column,
  endLine: line,
  endColumn,
});

const issue = (excerpt: string, column: number, endColumn: number): Issue => ({
  ...makeIssue("schema/missing-key", place(14, column, endColumn), { key: "unit" }),
  excerpt,
});

test("printIssues(issues, language) prints place, message, line with carets, and mend", () => {
  expect(printIssues([issue("  fleet: {label: x}", 3, 8)], "en")).toBe(
    [
      "data/town/plan.yaml:14:3 error schema/missing-key",
      "  the key `unit` is missing.",
      "   14 │   fleet: {label: x}",
      "      │   ^^^^^",
      "  mend: add `unit: …`.",
      "",
    ].join("\n"),
  );
});

test("printIssues(issues, language) prints Chinese, with two columns for a wide character", () => {
  expect(printIssues([issue("港口: 船只数", 5, 8)], "zh")).toBe(
    [
      "data/town/plan.yaml:14:5 错误 schema/missing-key",
      "  缺少键 `unit`。",
      "   14 │ 港口: 船只数",
      "      │       ^^^^^^",
      "  改法：补上 `unit: …`。",
      "",
    ].join("\n"),
  );
});

test("printIssues(issues, language) shows no line when there is none, and nothing for no issues", () => {
  const missing = makeIssue("file/missing", place(1, 1, 1), { path: "plan.yaml" }, "warning");
  expect(printIssues([missing], "en").split("\n")).toHaveLength(4);
  expect(printIssues([], "en")).toBe("");
});

test("printIssues(issues, language) cuts a long line around the fault and keeps the carets under it", () => {
  const line = `${"a".repeat(300)}FAULT${"b".repeat(300)}`;
  const [, , excerpt, carets] = printIssues([issue(line, 301, 306)], "en").split("\n");
  expect(excerpt!.length).toBeLessThan(130);
  const at = carets!.indexOf("^");
  expect(excerpt!.slice(at, at + 5)).toBe("FAULT");
});

test("printIssues(issues, language) sends no control character of a file to the terminal", () => {
  const text = printIssues([issue("\u001B[31mred\t\u202Ex", 1, 3)], "en");
  for (const character of ["\u001B", "\t", "\u202E"]) expect(text).not.toContain(character);
});

test("printIssues(issues, language, {color}) differs by escape sequences only", () => {
  const issues = [issue("fleet: 1", 1, 6)];
  const colored = printIssues(issues, "en", { color: true });
  expect(colored).toContain("\u001B[");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is taken away
  expect(colored.replace(/\u001B\[\d+m/g, "")).toBe(printIssues(issues, "en"));
});
