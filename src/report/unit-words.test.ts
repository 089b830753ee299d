import { expect, test } from "vitest";
import { parseUnit } from "../core/parse-unit.ts";
import { unitWords } from "./unit-words.ts";

function words(unitText: string, percent = false) {
  const parsed = parseUnit(unitText);
  if (!parsed.ok) throw new TypeError(`words: unit must be readable; got ${unitText}`);
  return unitWords({ unit: parsed.value, unitText, display: { percent, decimals: 1 } });
}

test("unitWords(indicator) puts plain units into English", () => {
  expect(words("万人")).toEqual({ zh: "万人", en: "10,000 persons" });
  expect(words("万人次").en).toBe("10,000 person-times");
  expect(words("元").en).toBe("yuan");
  expect(words("艘").en).toBe("艘");
});

test("unitWords(indicator) leaves quotients as the plan has them", () => {
  expect(words("人/人次")).toEqual({ zh: "人/人次", en: "人/人次" });
});

test("unitWords(indicator) calls percent rows shares", () => {
  expect(words("1", true)).toEqual({ zh: "占比", en: "share" });
});
