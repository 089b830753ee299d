import { expect, test } from "vitest";
import { comparisonSign, formatFigure } from "./format-figure.ts";

const plain = { percent: false, decimals: 2 };

test("formatFigure(value, display, language) writes at most the row's decimals and no trailing zeros", () => {
  expect(formatFigure(39.04, plain, "zh")).toBe("39.04");
  expect(formatFigure(41, plain, "zh")).toBe("41");
  expect(formatFigure(5.499, plain, "en")).toBe("5.5");
  expect(formatFigure(100, { percent: false, decimals: 0 }, "en")).toBe("100");
});

test("formatFigure(value, display, language) groups thousands in English only", () => {
  expect(formatFigure(1234567.5, plain, "en")).toBe("1,234,567.5");
  expect(formatFigure(1234567.5, plain, "zh")).toBe("1234567.5");
});

test("formatFigure(value, display, language) writes fractions of percent rows as percent", () => {
  expect(formatFigure(0.734, { percent: true, decimals: 1 }, "zh")).toBe("73.4%");
  expect(formatFigure(0.8, { percent: true, decimals: 1 }, "en")).toBe("80%");
});

test("formatFigure(value, display, language) writes a true minus sign, but none before zero", () => {
  expect(formatFigure(-2.5, plain, "en")).toBe("−2.5");
  expect(formatFigure(-0.001, plain, "en")).toBe("0");
});

test("comparisonSign(comparison) writes comparisons as print does", () => {
  expect((["<", "<=", ">=", ">"] as const).map(comparisonSign)).toEqual(["<", "≤", "≥", ">"]);
});
