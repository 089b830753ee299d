import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryExpressions } from "../fixtures/arbitrary-expression.ts";
import { withoutRanges } from "../fixtures/without-ranges.ts";
import type { Expression } from "./expression.ts";
import { depthLimit, parseExpression } from "./parse-expression.ts";
import { printExpression } from "./print-expression.ts";

/** Every operation of a formula in brackets, which shows how it was grouped. */
function grouped(text: string): string {
  const parsed = parseExpression(text);
  if (!parsed.ok) {
    throw new Error(`${text}: found ${parsed.fault.found}, expected ${parsed.fault.expected.en}`);
  }
  return bracketed(parsed.value);
}

function bracketed(e: Expression): string {
  switch (e.kind) {
    case "number":
      return String(e.value);
    case "name":
      return e.name;
    case "unary":
      return `(${e.operator} ${bracketed(e.operand)})`;
    case "binary":
      return `(${bracketed(e.left)} ${e.operator} ${bracketed(e.right)})`;
    case "element":
      return `${e.name}[${e.indices.map(bracketed).join(" ")}]`;
    case "call":
      return `${e.name}<${e.arguments.map(bracketed).join(" ")}>`;
    case "sum": {
      const where = e.where === undefined ? "" : ` | ${bracketed(e.where)}`;
      return `sum<${bracketed(e.body)} : ${e.over.map((d) => d.name).join(" ")}${where}>`;
    }
  }
}

function tree(text: string): Expression {
  const parsed = parseExpression(text);
  if (!parsed.ok) {
    throw new Error(`${text} was refused at ${parsed.fault.range.start}`);
  }
  return parsed.value;
}

/** Every node of a tree, the root first. */
function nodes(e: Expression): readonly Expression[] {
  switch (e.kind) {
    case "number":
    case "name":
      return [e];
    case "unary":
      return [e, ...nodes(e.operand)];
    case "binary":
      return [e, ...nodes(e.left), ...nodes(e.right)];
    case "element":
      return [e, ...e.indices.flatMap(nodes)];
    case "call":
      return [e, ...e.arguments.flatMap(nodes)];
    case "sum":
      return [e, ...nodes(e.body), ...(e.where === undefined ? [] : nodes(e.where))];
  }
}

test.each([
  ["a or b and c", "(a or (b and c))"],
  ["a and b or c", "((a and b) or c)"],
  ["not a and b", "((not a) and b)"],
  ["not a < b", "(not (a < b))"],
  ["not not a", "(not (not a))"],
  ["a < b and not c == d", "((a < b) and (not (c == d)))"],
  ["a + b < c - d", "((a + b) < (c - d))"],
  ["(a < b) == (c < d)", "((a < b) == (c < d))"],
  ["a - b - c", "((a - b) - c)"],
  ["a - b + c", "((a - b) + c)"],
  ["a / b * c", "((a / b) * c)"],
  ["a + b * c", "(a + (b * c))"],
  ["a * b + c", "((a * b) + c)"],
  ["(a + b) * c", "((a + b) * c)"],
  ["-a * b", "((- a) * b)"],
  ["a * -b", "(a * (- b))"],
  ["a - -b", "(a - (- b))"],
  ["--a", "(- (- a))"],
  ["-a^2", "(- (a ^ 2))"],
  ["(-a)^2", "((- a) ^ 2)"],
  ["a^-b", "(a ^ (- b))"],
  ["a^--b", "(a ^ (- (- b)))"],
  ["a^-b * c", "((a ^ (- b)) * c)"],
  ["a^-(b^c)", "(a ^ (- (b ^ c)))"],
  ["(a^b)^c", "((a ^ b) ^ c)"],
  ["a^(b^c)", "(a ^ (b ^ c))"],
  ["2 * x[i, j - 1]^2", "(2 * (x[i (j - 1)] ^ 2))"],
  ["a / b^c", "(a / (b ^ c))"],
])("parseExpression(%j) groups by precedence", (text, expected) => {
  expect(grouped(text)).toBe(expected);
});

test.each([
  ["sum(x)", "sum<x : >"],
  ["sum(x over sex, age)", "sum<x : sex age>"],
  [
    "sum(x[sex, age] / 2 over age where age >= 16 and age < 60)",
    "sum<(x[sex age] / 2) : age | ((age >= 16) and (age < 60))>",
  ],
  ["sum(sum(x over i) over j)", "sum<sum<x : i> : j>"],
  ["if(a < 1 or b, -c, 2)", "if<((a < 1) or b) (- c) 2>"],
  ["min(a, max(b, c), 3)", "min<a max<b c> 3>"],
  ["prev(x[a, 3])", "prev<x[a 3]>"],
  ["f()", "f<>"],
])("parseExpression(%j) reads calls and sums", (text, expected) => {
  expect(grouped(text)).toBe(expected);
});

test("parseExpression(text) lets words that only begin like reserved ones be names", () => {
  expect(grouped("android + ordinary * notes - summary / overhead + iffy + Sum + AND")).toBe(
    "(((((android + (ordinary * notes)) - (summary / overhead)) + iffy) + Sum) + AND)",
  );
});

test("parseExpression(text) takes spaces and line ends anywhere between tokens", () => {
  expect(grouped(" a\n  +\tmin ( b ,\r\n c ) ")).toBe("(a + min<b c>)");
});

test("parseExpression(text) gives every node its range, brackets included", () => {
  const text = "(a + b) * f(c[i], -2)";
  expect(nodes(tree(text)).map((node) => text.slice(node.range.start, node.range.end))).toEqual([
    text,
    "(a + b)",
    "a",
    "b",
    "f(c[i], -2)",
    "c[i]",
    "i",
    "-2",
    "2",
  ]);
});

test("parseExpression(text) marks the operator, the called name and the dimensions", () => {
  expect(tree("a  <= b")).toMatchObject({ operatorRange: { start: 3, end: 5 } });
  expect(tree(" f (x)")).toMatchObject({ nameRange: { start: 1, end: 2 }, range: { start: 1, end: 6 } });
  expect(tree("甲 [i]")).toMatchObject({ nameRange: { start: 0, end: 1 }, range: { start: 0, end: 5 } });
  expect(tree("sum(x over i, 年龄)")).toMatchObject({
    over: [
      { name: "i", range: { start: 11, end: 12 } },
      { name: "年龄", range: { start: 14, end: 16 } },
    ],
  });
});

test("property: every range of a parsed formula cuts out text that parses to the same node", () => {
  const { number, condition } = arbitraryExpressions({ names: ["a", "旅客", "b_2"] });
  fc.assert(
    fc.property(fc.oneof(number, condition), (generated) => {
      const text = printExpression(generated);
      for (const node of nodes(tree(text))) {
        expect(withoutRanges(tree(text.slice(node.range.start, node.range.end)))).toEqual(withoutRanges(node));
      }
    }),
    { seed: 1, numRuns: 100 },
  );
});

test("property: parseExpression(text) answers any text, with a fault that lies inside it", () => {
  const pieces = fc.constantFrom(
    "a",
    "1",
    "(",
    ")",
    "[",
    "]",
    ",",
    "^",
    "-",
    "not",
    "and",
    "<",
    "sum",
    "over",
    "where",
    "if",
    "，",
    " ",
  );
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(" ")),
  );
  fc.assert(
    fc.property(text, (written) => {
      const parsed = parseExpression(written);
      if (!parsed.ok) {
        const { range, found, expected } = parsed.fault;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeLessThanOrEqual(written.length);
        expect(range.end).toBeGreaterThanOrEqual(range.start);
        expect([found, expected.zh, expected.en].every((part) => part.length > 0)).toBe(true);
      }
    }),
    { seed: 1, numRuns: 2000 },
  );
});

test("parseExpression(text) reads as deep and as long as its limits, and no further", () => {
  const brackets = (levels: number) => `${"(".repeat(levels)}a${")".repeat(levels)}`;
  const chain = (operators: number) => `a${"+a".repeat(operators)}`;
  for (const nest of [
    brackets,
    chain,
    (n: number) => `${"-".repeat(n)}a`,
    (n: number) => `${"f(".repeat(n)}a${")".repeat(n)}`,
  ]) {
    expect(parseExpression(nest(depthLimit)).ok).toBe(true);
    expect(parseExpression(nest(depthLimit + 1))).toMatchObject({
      fault: { expected: { zh: "不超过 200 层的嵌套", en: "at most 200 nested levels" } },
    });
    expect(parseExpression(nest(2400)).ok).toBe(false);
  }
  expect(parseExpression(`f(${"((a)), ".repeat(depthLimit)}a)`).ok).toBe(true);
  expect(parseExpression(chain(depthLimit + 1))).toMatchObject({
    fault: { range: { start: 401, end: 402 }, found: "+" },
  });
});
