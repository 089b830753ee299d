import { expect, test } from "vitest";
import { scalarOffsets } from "./scalar-offsets.ts";

/** The character of the source that each character of the value was found at. */
const found = (value: string, source: string) =>
  scalarOffsets(value, source)
    ?.slice(0, -1)
    .map((offset) => source[offset])
    .join("");

test("scalarOffsets(value, source) finds plain and quoted texts", () => {
  expect(scalarOffsets("a + b", "a + b")).toEqual([0, 1, 2, 3, 4, 5]);
  expect(scalarOffsets("a + b", '"a + b"')).toEqual([1, 2, 3, 4, 5, 6]);
});

test("scalarOffsets(value, source) follows folded and block texts", () => {
  expect(found("a + b", "a +\n    b")).toBe("a +\nb");
  expect(found("a +\nb", "|\n    a +\n    b\n")).toBe("a +\nb");
  expect(found("a + b", ">-\n    a +\n    b\n")).toBe("a +\nb");
});

test("scalarOffsets(value, source) gives null when escapes hide the text", () => {
  expect(scalarOffsets("a\u00E9", '"a\\u00E9"')).toBeNull();
});
