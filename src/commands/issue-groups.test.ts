import { expect, test } from "vitest";
import { type Issue, makeIssue } from "../core/issue.ts";
import { captureIo } from "../fixtures/captured-io.ts";
import { printGroupedIssues } from "./issue-groups.ts";

const at = (line: number) => ({ file: "model/work.yaml", line, column: 3, endLine: line, endColumn: 9 });
const remark = (line: number): Issue => makeIssue("model/only-equality", at(line), { name: "mode" }, "warning");
const error = (line: number): Issue => makeIssue("model/number-expected", at(line), {});
const sink = captureIo(60).io.results;

test("printGroupedIssues(issues, language, sink) prints every error, and before all remarks", () => {
  const text = printGroupedIssues([remark(1), error(2), error(3), error(4), error(5)], "en", sink);
  expect(text.match(/^model\/work\.yaml:\d+/gm)).toEqual([2, 3, 4, 5, 1].map((line) => `model/work.yaml:${line}`));
});

test("printGroupedIssues(issues, language, sink) prints the first of many remarks of a kind and lists the places of the rest", () => {
  const text = printGroupedIssues([11, 12, 13, 14, 15].map(remark), "en", sink);
  expect(text.match(/^model\/work\.yaml:\d+/gm)).toHaveLength(2);
  expect(text).toContain("3 more of the same kind, at:\n    model/work.yaml: 13, 14, 15\n");
});

test("printGroupedIssues(issues, language, sink) prints few remarks in full", () => {
  expect(printGroupedIssues([11, 12, 13].map(remark), "en", sink).match(/^model\/work\.yaml:\d+/gm)).toHaveLength(3);
  expect(printGroupedIssues([], "en", sink)).toBe("");
});
