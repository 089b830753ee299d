import { expect, test } from "vitest";
import { displayWidth } from "./display-width.ts";

// Widths by East Asian Width (UAX #11) of each character.
test.each([
  ["", 0],
  ["fleet", 5],
  ["港口", 4],
  ["，", 2],
  ["ａ", 2],
  ["a港b", 4],
  ["“a”", 3],
  ["e\u0301", 1],
  ["𠮷", 2],
])("displayWidth(%j) is %i", (text, width) => {
  expect(displayWidth(text)).toBe(width);
});
