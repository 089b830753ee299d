import fc from "fast-check";
import { expect, test } from "vitest";
import { displayWidth } from "../core/display-width.ts";
import { longestWord, wrapToWidth } from "./wrap-to-width.ts";

test("wrapToWidth(text, columns) breaks between Chinese characters and at spaces, in lines of like length", () => {
  expect(wrapToWidth("预计可以完成，需持续跟踪", 23)).toEqual(["预计可以完成，", "需持续跟踪"]);
  expect(wrapToWidth("likely to be met; keep watching", 20)).toEqual(["likely to be met;", "keep watching"]);
});

test("wrapToWidth(text, columns) starts no line with closing punctuation and ends none with a sign", () => {
  expect(wrapToWidth("港口从业人数，新", 12)).toEqual(["港口从业", "人数，新"]);
  expect(wrapToWidth("at least ≥ 9", 10)).toEqual(["at least", "≥ 9"]);
});

test("wrapToWidth(text, columns) cuts a word only when it is longer than a line", () => {
  expect(wrapToWidth("unemployment rate", 12)).toEqual(["unemployment", "rate"]);
  expect(wrapToWidth("unemployment", 5)).toEqual(["unemp", "loyme", "nt"]);
  expect(longestWord("unemployment rate")).toBe(12);
});

test("property: no line is wider than it may be, and nothing but blanks is lost", () => {
  const character = fc.constantFrom(..."港口从业人数，。（≥ab cd-12 ");
  const text = fc.array(character, { maxLength: 60 }).map((characters) => characters.join(""));
  const bare = (some: string) => some.replaceAll(/\s/g, "");
  fc.assert(
    fc.property(text, fc.integer({ min: 8, max: 40 }), (written, columns) => {
      const lines = wrapToWidth(written, columns);
      expect(bare(lines.join(""))).toBe(bare(written));
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
    }),
    { seed: 1, numRuns: 200 },
  );
});
