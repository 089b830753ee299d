import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryUnit } from "../fixtures/arbitrary-unit.ts";
import { parseUnit } from "./parse-unit.ts";
import { printUnit } from "./print-unit.ts";

test.each([
  ["1", 0, {}, "1"],
  ["人", 0, { 人: 1 }, "人"],
  ["万人", 4, { 人: 1 }, "万人"],
  ["万人次", 4, { 人次: 1 }, "万人次"],
  ["人/人次", 0, { 人: 1, 人次: -1 }, "人/人次"],
  ["元", 0, { 元: 1 }, "元"],
  ["亿元", 8, { 元: 1 }, "亿元"],
  ["百万元", 6, { 元: 1 }, "百万元"],
  ["千万元", 7, { 元: 1 }, "千万元"],
  ["万亿元", 12, { 元: 1 }, "万亿元"],
  ["千亿元", 11, { 元: 1 }, "千亿元"],
  ["十万户", 5, { 户: 1 }, "十万户"],
  ["百户", 2, { 户: 1 }, "百户"],
  ["千克", 3, { 克: 1 }, "千克"],
  ["1/年", 0, { 年: -1 }, "1/年"],
  ["元/人", 0, { 元: 1, 人: -1 }, "元/人"],
  ["元/人/年", 0, { 元: 1, 人: -1, 年: -1 }, "元/人/年"],
  ["万人^2", 8, { 人: 2 }, "万人^2"],
  ["万人^-1", -4, { 人: -1 }, "1/万人"],
  ["人^0.5", 0, { 人: 0.5 }, "人^0.5"],
  ["万人*年", 4, { 人: 1, 年: 1 }, "万人*年"],
  ["年*万人", 4, { 人: 1, 年: 1 }, "万人*年"],
  ["万人/人", 4, {}, "10^4"],
  ["亿元/万人", 4, { 元: 1, 人: -1 }, "万元/人"],
  ["元/万人", -4, { 元: 1, 人: -1 }, "元/万人"],
  ["万人/万人次", 0, { 人: 1, 人次: -1 }, "人/人次"],
  ["10^-3*元", -3, { 元: 1 }, "10^-3*元"],
  ["km", 0, { km: 1 }, "km"],
  ["person / km^2", 0, { km: -2, person: 1 }, "person/km^2"],
  ["万kWh", 4, { kWh: 1 }, "万kWh"],
  [" 万人 / 年 ", 4, { 人: 1, 年: -1 }, "万人/年"],
])("parseUnit(%j) gives scale %i and its symbols, and prints canonically", (text, scale, powers, printed) => {
  const parsed = parseUnit(text);
  expect(parsed).toEqual({ ok: true, value: { scale, powers } });
  expect(parsed.ok && printUnit(parsed.value)).toBe(printed);
});

const percent = /^1 \(percent/;
const number = /^a unit without numbers/;
const scale = /^one scale word/;
const unit = /^a unit such as/;
const exponent = /^a whole or half exponent/;

test.each([
  ["%", 0, 1, "%", percent],
  ["％", 0, 1, "％", percent],
  ["1/%", 2, 3, "%", percent],
  ["百分点", 0, 3, "百分点", percent],
  ["个百分点", 0, 4, "个百分点", percent],
  ["", 0, 0, "end of text", unit],
  ["万人/", 3, 3, "end of text", unit],
  ["/年", 0, 1, "/", unit],
  ["(人)", 0, 1, "(", unit],
  ["万", 0, 1, "万", scale],
  ["元/万", 2, 3, "万", scale],
  ["万万元", 0, 3, "万万元", scale],
  ["2", 0, 1, "2", number],
  ["10", 0, 2, "10", number],
  ["10*元", 0, 2, "10", number],
  ["100人", 0, 4, "100人", number],
  ["人^", 2, 2, "end of text", exponent],
  ["人^0", 2, 3, "0", exponent],
  ["人^0.3", 2, 5, "0.3", exponent],
  ["人^1e3", 2, 5, "1e3", exponent],
  ["人^年", 2, 3, "年", exponent],
  ["人 年", 2, 3, "年", /^`\*`, `\/`/],
  ["人^2^2", 3, 4, "^", /^`\*`, `\/`/],
  ["人-年", 1, 2, "-", /^`\*`, `\/`/],
  ["万人／年", 2, 3, "／", /^`\/` in ASCII/],
  ["人·年", 1, 2, "·", /^`\*` in ASCII/],
  ["km²", 2, 3, "²", /^`\^2` in ASCII/],
])("parseUnit(%j) is refused at %i–%i", (text, start, end, found, expected) => {
  expect(parseUnit(text)).toMatchObject({
    ok: false,
    fault: { range: { start, end }, found, expected: { en: expect.stringMatching(expected) } },
  });
});

test("property: parseUnit(printUnit(unit)) is the unit", () => {
  fc.assert(
    fc.property(arbitraryUnit, (generated) => {
      expect(parseUnit(printUnit(generated))).toEqual({ ok: true, value: generated });
    }),
    { seed: 1, numRuns: 1000 },
  );
});

test("property: parseUnit(text) answers any text", () => {
  const pieces = fc.constantFrom("万", "人", "1", "10", "^", "-", "*", "/", "0.5", "亿元", " ", "%", "(");
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(text, (written) => {
      const parsed = parseUnit(written);
      if (parsed.ok) {
        expect(parseUnit(printUnit(parsed.value))).toEqual(parsed);
      } else {
        expect(parsed.fault.range.end).toBeLessThanOrEqual(written.length);
      }
    }),
    { seed: 1, numRuns: 2000 },
  );
});
