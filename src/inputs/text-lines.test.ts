import { expect, test } from "vitest";
import { TextLines } from "./text-lines.ts";

test("TextLines.span(start, end) counts lines and columns from 1, the end exclusive", () => {
  const lines = new TextLines("a.yaml", "ab\ncd\n\nef");
  expect(lines.span(0, 2)).toEqual({ file: "a.yaml", line: 1, column: 1, endLine: 1, endColumn: 3 });
  expect(lines.span(4, 7)).toEqual({ file: "a.yaml", line: 2, column: 2, endLine: 4, endColumn: 1 });
  expect(lines.span(7, 99)).toMatchObject({ line: 4, column: 1, endLine: 4, endColumn: 3 });
  expect(lines.span(-5, -1)).toMatchObject({ line: 1, column: 1, endColumn: 1 });
});

test("TextLines.line(number) gives a line without its ending, LF or CRLF", () => {
  const lines = new TextLines("a.yaml", "ab\r\ncd\n");
  expect([0, 1, 2, 3, 4].map((number) => lines.line(number))).toEqual([undefined, "ab", "cd", "", undefined]);
});
