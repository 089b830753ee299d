import type { Bilingual } from "./bilingual.ts";
import type { Parsed, TextRange } from "./expression.ts";

/** The smallest piece of a formula, a distribution or a unit that has a meaning of its own. */
export type Token =
  | { readonly kind: "number"; readonly text: string; readonly value: number; readonly range: TextRange }
  | { readonly kind: "word"; readonly text: string; readonly range: TextRange }
  | { readonly kind: "symbol"; readonly text: string; readonly range: TextRange }
  | { readonly kind: "end"; readonly text: typeof endOfText; readonly range: TextRange };

/** What a fault says it found when the text stops too early. */
export const endOfText = "end of text";

/** Longest text that is read, in UTF-16 units; no formula that a person writes comes near it. */
export const textLengthLimit = 10_000;

const space = /\s+/y;
const number = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y;
/** What may not follow a number directly: `1_000`, `2x`, `1.2.3`, `3.`. */
const numberTail = /[\p{L}\p{N}_.]+/uy;
/** Full-width letters look like the ASCII ones but are not, so they start no name. */
const word = /(?:(?![！-～])\p{L})(?:(?![！-～])[\p{L}0-9_])*/uy;
/** A comparison or logical sign with at least one full-width character in it, such as `＞＝` or `>＝`. */
const fullWidthSign = /[<>=!*&|]*[＜＞＝！＊＆｜][<>=!*&|＜＞＝！＊＆｜]*/y;
/** Signs of other languages, longest first; {@link wellKnownSigns} says what to write for them. */
const foreignSign = /\*\*|<>|=<|=>|&&?|\|\|?|=(?!=)|!(?!=)|[≤≥≠×·⋅÷−–—、【】〔〕［］²³]/y;
const symbol = /<=|>=|==|!=|[-+*/^<>()[\],]/y;

/** What a sign from another language or another keyboard is called here. */
const wellKnownSigns: ReadonlyMap<string, string> = new Map([
  ["=", "=="],
  ["<>", "!="],
  ["=<", "<="],
  ["=>", ">="],
  ["≤", "<="],
  ["≥", ">="],
  ["≠", "!="],
  ["**", "^"],
  ["×", "*"],
  ["·", "*"],
  ["⋅", "*"],
  ["÷", "/"],
  ["−", "-"],
  ["–", "-"],
  ["—", "-"],
  ["&", "and"],
  ["&&", "and"],
  ["|", "or"],
  ["||", "or"],
  ["!", "not"],
  ["、", ","],
  ["【", "["],
  ["】", "]"],
  ["〔", "["],
  ["〕", "]"],
  ["²", "^2"],
  ["³", "^3"],
]);

/**
 * Split the text of a formula, a distribution or a unit into tokens.
 *
 * Names are letters of any script, ASCII digits and underscores, and start with a letter; nothing is normalised.
 * A character that only looks like one of ours (full-width, typographic) is refused with the one to write instead.
 *
 * @returns the tokens, the last of kind `end`; or the first character, word or number that is not of the language.
 */
export function splitTokens(text: string): Parsed<readonly Token[]> {
  if (text.length > textLengthLimit) {
    return fault({ start: textLengthLimit, end: text.length }, `${text.length}`, {
      zh: `不超过 ${textLengthLimit} 个字符的文字`,
      en: `a text of at most ${textLengthLimit} characters`,
    });
  }
  const tokens: Token[] = [];
  let at = skipSpace(text, 0);
  while (at < text.length) {
    const token = readToken(text, at);
    if (!token.ok) {
      return token;
    }
    tokens.push(token.value);
    at = skipSpace(text, token.value.range.end);
  }
  tokens.push({ kind: "end", text: endOfText, range: { start: text.length, end: text.length } });
  return { ok: true, value: tokens };
}

function readToken(text: string, at: number): Parsed<Token> {
  const digits = matchAt(number, text, at);
  if (digits !== "") {
    return readNumber(text, at, digits);
  }
  const name = matchAt(word, text, at);
  if (name !== "") {
    return { ok: true, value: { kind: "word", text: name, range: { start: at, end: at + name.length } } };
  }
  const foreign = matchAt(fullWidthSign, text, at) || matchAt(foreignSign, text, at);
  const sign = foreign === "" ? matchAt(symbol, text, at) : "";
  if (sign !== "") {
    return { ok: true, value: { kind: "symbol", text: sign, range: { start: at, end: at + sign.length } } };
  }
  return refuseCharacter(at, foreign || String.fromCodePoint(text.codePointAt(at)!));
}

function readNumber(text: string, at: number, digits: string): Parsed<Token> {
  const range = { start: at, end: at + digits.length };
  const tail = matchAt(numberTail, text, range.end);
  if (tail !== "") {
    return fault({ start: at, end: range.end + tail.length }, digits + tail, {
      zh: "形如 12、0.5 或 1e-3 的数（不写千位分隔符；乘号不能省略）",
      en: "a number such as 12, 0.5 or 1e-3 (no digit separators; a product needs its `*`)",
    });
  }
  const value = Number(digits);
  const hasVanished = value === 0 && /^[^eE]*[1-9]/.test(digits);
  if (!Number.isFinite(value) || hasVanished) {
    return fault(range, digits, {
      zh: "双精度能表示的数（约 5e-324 至 1.8e308）",
      en: "a number that double precision can hold (about 5e-324 to 1.8e308)",
    });
  }
  return { ok: true, value: { kind: "number", text: digits, value, range } };
}

/** Refuse a sign that has no meaning here, naming what was probably meant. */
function refuseCharacter(start: number, found: string): Parsed<Token> {
  const ascii = found.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  const meant = wellKnownSigns.get(ascii) ?? (ascii === found ? undefined : ascii);
  const range = { start, end: start + found.length };
  if (ascii === "%" || ascii === "‰") {
    return fault(range, found, {
      zh: "小数（5% 写作 0.05；百分数只是单位 1 的显示方式）",
      en: "a fraction (write 5% as 0.05; percent is only a way to show unit 1)",
    });
  }
  if (meant !== undefined) {
    return fault(range, found, { zh: `半角字符 \`${meant}\``, en: `\`${meant}\` in ASCII` });
  }
  return fault(range, printable(found), {
    zh: "数、以字母开头的名称、运算符或括号",
    en: "a number, a name that starts with a letter, an operator or a bracket",
  });
}

/** Show a character that cannot be seen by its code point. */
function printable(character: string): string {
  const isSeen = !/[\p{C}\p{Z}\p{M}]/u.test(character);
  return isSeen ? character : `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}

function skipSpace(text: string, at: number): number {
  return at + matchAt(space, text, at).length;
}

/** The match of a sticky pattern at one place, or nothing. */
function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}

function fault(range: TextRange, found: string, expected: Bilingual): Parsed<never> {
  return { ok: false, fault: { range, found, expected } };
}
