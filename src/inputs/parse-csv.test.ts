import fc from "fast-check";
import { expect, test } from "vitest";
import type { Issue } from "../core/issue.ts";
import { parseCsv } from "./parse-csv.ts";
import { TextLines } from "./text-lines.ts";

const parse = (text: string, columns = ["a", "b", "c"]) => {
  const issues: Issue[] = [];
  const rows = parseCsv(new TextLines("t.csv", text), columns, issues);
  return { rows, codes: issues.map(({ at, code }) => `${at.line}:${at.column} ${code}`) };
};

const cells = (text: string) => parse(text).rows?.map((row) => ["a", "b", "c"].map((column) => row.cell(column)));

test("parseCsv(lines, columns) reads columns in any order, quotes, blank lines and every line ending", () => {
  const wanted = [
    ["1", 'x, "y"', ""],
    ["4", "5", "6"],
  ];
  expect(cells('a,b,c\n1,"x, ""y""",\n\n4, 5 ,6\n')).toEqual(wanted);
  expect(cells('c,a,b\n,1,"x, ""y"""\n6,4,5')).toEqual(wanted);
  expect(cells('a,b,c\r\n1,"x, ""y""",\r\n\r\n4,5,6\r\n')).toEqual(wanted);
  expect(cells('a,b,c\r1,"x, ""y""",\r\n4,5,6\n')).toEqual(wanted);
});

test("CsvRow.span(column) is the cell's place in the file, quotes and lines before it counted", () => {
  const { rows } = parse('a,b,c\n"x\ny","p,q",r\n\n1,2,\n');
  const place = (row: number, column?: string) => {
    const { line, column: start, endLine, endColumn } = rows![row]!.span(column);
    return [line, start, endLine, endColumn];
  };
  expect(place(0, "a")).toEqual([2, 1, 3, 3]);
  expect(place(0, "b")).toEqual([3, 4, 3, 9]);
  expect(place(0, "c")).toEqual([3, 10, 3, 11]);
  expect(place(1, "b")).toEqual([5, 3, 5, 4]);
  expect(place(1, "c")).toEqual([5, 5, 5, 5]);
  expect(place(1)).toEqual([5, 1, 5, 5]);
});

test.each([
  ["", ["1:1 csv/empty"]],
  ["a,b\n", ["1:1 csv/missing-column"]],
  ["a,b,c,d\n", ["1:7 csv/unknown-column"]],
  ["a,b,c,b\n", ["1:7 csv/duplicate-column"]],
  ["a;b;c\n1;2;3\n", ["1:1 csv/delimiter"]],
  ["a\tb\tc\n", ["1:1 csv/delimiter"]],
  ["a,b,c\n1,2\n", ["2:1 csv/cell-count"]],
  ['a,b,c\n1,"2,3\n4,5,6\n', ["2:3 csv/syntax"]],
  ['a,b,c\n1,2"x,3\n', ["2:1 csv/syntax"]],
])("parseCsv(%j) gives %j", (text, codes) => {
  expect(parse(text).codes).toEqual(codes);
});

test("parseCsv(lines, columns) shows three of many equal faults, and the count", () => {
  const { codes, rows } = parse(`a,b,c\n1,2,3\n${"1,2\n".repeat(10)}`);
  expect(codes).toEqual(["3:1 csv/cell-count", "4:1 csv/cell-count", "5:1 csv/cell-count", "6:1 csv/more"]);
  expect(rows).toHaveLength(1);
});

test("property: parseCsv(lines, columns) reads back any table written with quotes", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "港", ",", '"', "\n", ";", "1") }).map((s) => s.trim());
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 5 }), (table) => {
      const text = [["a", "b", "c"], ...table].map((row) => row.map(quote).join(",")).join("\n");
      expect(cells(text)).toEqual(table);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test("property: parseCsv(any text) answers with rows or an issue", () => {
  const piece = fc.constantFrom("a", "b", "c", ",", '"', "\n", "\r", " ", ";", "\t", "a,b,c\n");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const { rows, codes } = parse(pieces.join(""));
      expect(rows !== null || codes.length > 0).toBe(true);
    }),
    { seed: 1, numRuns: 1000 },
  );
});
