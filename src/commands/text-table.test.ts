import { expect, test } from "vitest";
import { displayWidth } from "../core/display-width.ts";
import { textTable } from "./text-table.ts";

const columns = [{ header: "行" }, { header: "指标", wraps: true }, { header: "数", align: "right" }] as const;
const rows = [
  ["1", "港口从业人数", "5.6"],
  ["2a", "Share of dockers with a certificate", "45%"],
];

test("textTable(columns, rows, width) keeps columns straight with Chinese text", () => {
  expect(textTable(columns, rows, 80)).toBe(
    [
      "行  指标                                  数",
      "────────────────────────────────────────────",
      "1   港口从业人数                         5.6",
      "2a  Share of dockers with a certificate  45%",
      "",
    ].join("\n"),
  );
});

test("textTable(columns, rows, width) breaks the texts of columns that wrap until the table fits", () => {
  const table = textTable(columns, rows, 30);
  expect(table).toContain("2a  Share of dockers       45%\n    with a certificate\n");
  for (const line of table.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(30);
});

test("textTable(columns, rows, width) cuts no word, be the table too wide for it", () => {
  expect(textTable(columns, rows, 5)).toContain("certificate");
});

test("textTable(columns, rows, width) paints each line of a cell by itself", () => {
  const paint = (line: string) => `\u001b[31m${line}\u001b[39m`;
  const table = textTable([{ header: "x", wraps: true }], [[{ text: "one two", paint }]], 4);
  expect(table.split("\n").slice(2)).toEqual([paint("one"), paint("two"), ""]);
});
