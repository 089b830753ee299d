import { expect, test } from "vitest";
import { splitTokens, textLengthLimit } from "./split-tokens.ts";

const texts = (text: string) => {
  const tokens = splitTokens(text);
  return tokens.ok ? tokens.value.slice(0, -1).map((token) => token.text) : tokens.fault;
};

test("splitTokens(text) ends with a token at the end of the text", () => {
  expect(splitTokens(" a ")).toEqual({
    ok: true,
    value: [
      { kind: "word", text: "a", range: { start: 1, end: 2 } },
      { kind: "end", text: "end of text", range: { start: 3, end: 3 } },
    ],
  });
});

test("splitTokens(text) takes the longest symbol", () => {
  expect(texts("a<=b<c>=d>e==f!=g")).toEqual(["a", "<=", "b", "<", "c", ">=", "d", ">", "e", "==", "f", "!=", "g"]);
  expect(texts("(x[i,j]^2-3)*4/5+6")).toHaveLength(18);
});

test.each([
  ["12", 12],
  ["0.5", 0.5],
  [".5", 0.5],
  ["007", 7],
  ["1e-3", 0.001],
  ["1E3", 1000],
  ["2.5e+2", 250],
  ["1e+21", 1e21],
  ["5e-324", 5e-324],
  ["1.7976931348623157e308", Number.MAX_VALUE],
  ["0e-999", 0],
])("splitTokens(%j) reads a number", (text, value) => {
  expect(splitTokens(text)).toMatchObject({ ok: true, value: [{ kind: "number", value }, { kind: "end" }] });
});

test.each(["1_000", "2x", "1.2.3", "3.", "1..5", "1e", "1e-3x", "3万", "1１", "0x1F", "1.5.", "5²x"])(
  "splitTokens(%j) refuses a number that runs into something else",
  (text) => {
    expect(splitTokens(text)).toMatchObject({ ok: false, fault: { range: { start: 0 } } });
  },
);

test("splitTokens(text) shows the whole number that it refuses", () => {
  expect(texts("a + 1_000 * b")).toEqual({
    range: { start: 4, end: 9 },
    found: "1_000",
    expected: {
      zh: "形如 12、0.5 或 1e-3 的数（不写千位分隔符；乘号不能省略）",
      en: "a number such as 12, 0.5 or 1e-3 (no digit separators; a product needs its `*`)",
    },
  });
});

test.each(["1e309", "9".repeat(400), "1e-400", "0.0000001e-320"])(
  "splitTokens(%j) refuses a number that double precision cannot hold",
  (text) => {
    expect(splitTokens(text)).toMatchObject({ fault: { range: { start: 0, end: text.length }, found: text } });
  },
);

test.each(["a", "b_2", "失业率", "x就业", "naïve", "ß", "данные", "𠮷野", "ｱ", "constructor"])(
  "splitTokens(%j) takes letters of any script as a name",
  (name) => {
    expect(texts(`1+${name}*2`)).toEqual(["1", "+", name, "*", "2"]);
  },
);

test("splitTokens(text) normalises no name", () => {
  expect(texts("\u00e9")).toEqual(["\u00e9"]);
  expect(splitTokens("e\u0301")).toMatchObject({ fault: { range: { start: 1, end: 2 }, found: "U+0301" } });
});

test.each([
  ["a＋b", "＋", "+"],
  ["a－b", "－", "-"],
  ["a＊b", "＊", "*"],
  ["a／b", "／", "/"],
  ["a＾b", "＾", "^"],
  ["f（a)", "（", "("],
  ["(a）", "）", ")"],
  ["x［i]", "［", "["],
  ["x[i］", "］", "]"],
  ["f(a，b)", "，", ","],
  ["f(a、b)", "、", ","],
  ["x【i]", "【", "["],
  ["a＜b", "＜", "<"],
  ["a＞＝b", "＞＝", ">="],
  ["a >＝b", ">＝", ">="],
  ["a＝b", "＝", "=="],
  ["a＝＝b", "＝＝", "=="],
  ["a！＝b", "！＝", "!="],
  ["a ＆＆ b", "＆＆", "and"],
  ["a * ５", "５", "5"],
  ["０.5", "０", "0"],
  ["a．b", "．", "."],
  ["Ａ + 1", "Ａ", "A"],
  ["aＢ", "Ｂ", "B"],
  ["a＿b", "＿", "_"],
  ["a = b", "=", "=="],
  ["a <> b", "<>", "!="],
  ["a => b", "=>", ">="],
  ["a ≤ b", "≤", "<="],
  ["a ≠ b", "≠", "!="],
  ["a ** b", "**", "^"],
  ["a × b", "×", "*"],
  ["a · b", "·", "*"],
  ["a ÷ b", "÷", "/"],
  ["a − b", "−", "-"],
  ["a — b", "—", "-"],
  ["a && b", "&&", "and"],
  ["a || b", "||", "or"],
  ["!a", "!", "not"],
  ["a²", "²", "^2"],
])("splitTokens(%j) names the ASCII sign for %j", (text, found, meant) => {
  const start = text.indexOf(found);
  expect(splitTokens(text)).toEqual({
    ok: false,
    fault: {
      range: { start, end: start + found.length },
      found,
      expected: { zh: `半角字符 \`${meant}\``, en: `\`${meant}\` in ASCII` },
    },
  });
});

test("splitTokens(text) takes any space between tokens, the full-width and the no-break one too", () => {
  expect(texts("a\u3000+\u00a0b\n")).toEqual(["a", "+", "b"]);
});

test.each([
  ["a\u200bb", 1, "U+200B"],
  ["a\u0000", 1, "U+0000"],
  ["\ud800", 0, "U+D800"],
  ["a\u0301", 1, "U+0301"],
  ["_a", 0, "_"],
  ["a;", 1, ";"],
  ["a # b", 2, "#"],
  ["'a'", 0, "'"],
  ["a😀", 1, "😀"],
  ["٣", 0, "٣"],
])("splitTokens(%j) refuses a character outside the language", (text, start, found) => {
  expect(splitTokens(text)).toMatchObject({ fault: { range: { start }, found } });
});

test.each(["5%", "a * 5 ％", "3‰"])("splitTokens(%j) explains that shares are fractions", (text) => {
  expect(splitTokens(text)).toMatchObject({ fault: { expected: { en: expect.stringContaining("5% as 0.05") } } });
});

test("splitTokens(text) refuses a text that is too long", () => {
  expect(splitTokens("a".repeat(textLengthLimit)).ok).toBe(true);
  expect(splitTokens(" ".repeat(textLengthLimit + 5))).toEqual({
    ok: false,
    fault: {
      range: { start: 10_000, end: 10_005 },
      found: "10005",
      expected: { zh: "不超过 10000 个字符的文字", en: "a text of at most 10000 characters" },
    },
  });
});
