import type { Bilingual } from "./bilingual.ts";
import type { Parsed } from "./expression.ts";
import { splitTokens, type Token } from "./split-tokens.ts";
import { TokenCursor } from "./token-cursor.ts";
import { makeUnit, multiplyUnits, powerUnit, scaleWords, type Unit } from "./unit.ts";

const expectations = {
  unit: { zh: "单位，如 万人、人/人次、1/年 或 1", en: "a unit such as 万人, 人/人次, 1/年 or 1" },
  join: { zh: "`*`、`/`、`^` 或单位的结尾", en: "`*`, `/`, `^` or the end of the unit" },
  exponent: {
    zh: "整数或半整数指数（不为零，绝对值不超过 100），如 2、-1 或 0.5",
    en: "a whole or half exponent up to 100 and not 0, such as 2, -1 or 0.5",
  },
  percent: {
    zh: "1（百分数和百分点是单位 1 的显示方式，数值写成小数）",
    en: "1 (percent and percentage points are ways to show unit 1; the figures are fractions)",
  },
  scale: {
    zh: `一个数量词（${[...scaleWords.keys()].join("、")}）后接单位名称，如 万人`,
    en: `one scale word (${[...scaleWords.keys()].join(", ")}) in front of a symbol, as in 万人`,
  },
  number: {
    zh: "不带数的单位（1 和 10 的幂除外；数量级写作 万人、亿元）",
    en: "a unit without numbers save 1 and powers of ten (a magnitude is written 万人, 亿元)",
  },
} as const satisfies Record<string, Bilingual>;

const percentWords: ReadonlySet<string> = new Set(["%", "％", "‰", "百分比", "百分点", "个百分点", "千分点"]);

/**
 * Parse a unit: symbols joined by `*` and `/` from left to right, each with an optional power.
 *
 * A leading 十, 百, 千, 万, 亿 or a pair of them such as 百万 is a scale, the rest of the word is the base symbol:
 * 万人次 is 10⁴ of 人次, which is another symbol than 人. A power takes the scale with it, as in km²: 万人^2 is 10⁸ of
 * 人^2. `1` is the dimensionless unit; `10^4` is a bare scale.
 *
 * @returns the unit, or the first fault with its place inside `text`.
 * @example
 * parseUnit("万人/年"); // scale 4, powers {人: 1, 年: -1}
 */
export function parseUnit(text: string): Parsed<Unit> {
  const tokens = splitTokens(text);
  if (!tokens.ok) {
    return { ok: false, fault: { ...tokens.fault, expected: explain(tokens.fault.found) ?? tokens.fault.expected } };
  }
  const cursor = new TokenCursor(tokens.value);
  return cursor.finish(parseProduct(cursor));
}

/** What a text that is no token was probably meant to be in a unit. */
function explain(found: string): Bilingual | undefined {
  if (percentWords.has(found)) {
    return expectations.percent;
  }
  return /^[0-9.]/.test(found) ? expectations.number : undefined;
}

function parseProduct(cursor: TokenCursor): Unit | undefined {
  let unit = parseFactor(cursor);
  while (unit !== undefined && cursor.next.kind !== "end") {
    const isQuotient = cursor.isAt("/");
    if (!isQuotient && !cursor.isAt("*")) {
      return cursor.fail(expectations.join);
    }
    cursor.take();
    const factor = parseFactor(cursor);
    unit = factor && multiplyUnits(unit, powerUnit(factor, isQuotient ? -1 : 1));
  }
  return unit;
}

function parseFactor(cursor: TokenCursor): Unit | undefined {
  const token = cursor.next;
  const base = parseBase(cursor, token);
  const isTen = token.kind === "number" && token.value === 10;
  if (base === undefined || !cursor.isAt("^")) {
    return isTen ? cursor.failAt(token.range, token.text, expectations.number) : base;
  }
  cursor.take();
  const sign = cursor.takeIf("-") ? -1 : 1;
  const exponent = cursor.next;
  if (exponent.kind !== "number" || !isExponent(exponent.value)) {
    return cursor.fail(expectations.exponent);
  }
  cursor.take();
  return powerUnit(base, sign * exponent.value);
}

/** Half exponents add up exactly, so that units can be compared without a tolerance. */
function isExponent(value: number): boolean {
  return value > 0 && value <= 100 && Number.isInteger(2 * value);
}

function parseBase(cursor: TokenCursor, token: Token): Unit | undefined {
  if (token.kind === "number") {
    if (token.value !== 1 && token.value !== 10) {
      return cursor.fail(expectations.number);
    }
    cursor.take();
    return makeUnit(token.value === 10 ? 1 : 0, []);
  }
  if (token.kind !== "word") {
    return cursor.fail(expectations.unit);
  }
  if (percentWords.has(token.text)) {
    return cursor.fail(expectations.percent);
  }
  const word = /^[十百千万亿]*/.exec(token.text)![0];
  const symbol = token.text.slice(word.length);
  const scale = word === "" ? 0 : scaleWords.get(word);
  if (scale === undefined || symbol === "") {
    return cursor.fail(expectations.scale);
  }
  cursor.take();
  return makeUnit(scale, [[symbol, 1]]);
}
