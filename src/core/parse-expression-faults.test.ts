import { expect, test } from "vitest";
import { parseExpression } from "./parse-expression.ts";

const operand = "a number, a name or `(`";
const operator = "an operator, or the end of the formula";
const chained = "a single comparison (write `and` between two: a < b and b < c)";
const tower = "brackets to say which: (a^b)^c or a^(b^c)";
const bracketed = "a number, a name or `(` (here `not` needs brackets around it)";
const name = "a name (reserved words cannot be names)";

// [text, the place of the fault marked by ^ below it, found, expected]
test.each([
  ["", "", "end of text", operand],
  ["   ", "", "end of text", operand],
  ["a +", "", "end of text", operand],
  ["a b", "  ^", "b", operator],
  ["a 2", "  ^", "2", operator],
  ["(a) (b)", "    ^", "(", operator],
  ["a)", " ^", ")", operator],
  ["a, b", " ^", ",", operator],
  ["* a", "^", "*", operand],
  ["+a", "^", "+", operand],
  ["a + * b", "    ^", "*", operand],
  ["a < b < c", "      ^", "<", chained],
  ["a == b + 1 != c", "           ^^", "!=", chained],
  ["a^b^c", "   ^", "^", tower],
  ["a^-b^c", "    ^", "^", tower],
  ["a + not b", "    ^^^", "not", bracketed],
  ["-not b", " ^^^", "not", bracketed],
  ["a^not b", "  ^^^", "not", operand],
  ["a and", "", "end of text", operand],
  ["and a", "^^^", "and", operand],
  ["over", "^^^^", "over", operand],
  ["where + 1", "^^^^^", "where", operand],
  ["sum + 1", "    ^", "+", "`(` after `sum`"],
  ["if a", "   ^", "a", "`(` after `if`"],
  ["(a", "", "end of text", "an operator or `)`"],
  ["(a]", "  ^", "]", "an operator or `)`"],
  ["()", " ^", ")", operand],
  ["f(a b)", "    ^", "b", "an operator or `)`"],
  ["f(a,)", "    ^", ")", operand],
  ["f(,a)", "  ^", ",", operand],
  ["x[]", "  ^", "]", operand],
  ["x[i", "", "end of text", "an operator or `]`"],
  ["x[i][j]", "    ^", "[", operator],
  ["f(a)[i]", "    ^", "[", operator],
  ["3[i]", " ^", "[", operator],
  ["sum()", "    ^", ")", operand],
  ["sum(x over)", "          ^", ")", name],
  ["sum(x over 3)", "           ^", "3", name],
  ["sum(x over where a)", "           ^^^^^", "where", name],
  ["sum(x over i where)", "                  ^", ")", operand],
  ["sum(x where i > 3)", "      ^^^^^", "where", "an operator or `)`"],
  ["sum(x over i, j", "", "end of text", "an operator or `)`"],
  ["x over i", "  ^^^^", "over", operator],
])("parseExpression(%j) says what stands where and what could", (text, marker, found, expected) => {
  const end = marker === "" ? text.length : marker.length;
  const start = marker === "" ? text.length : marker.indexOf("^");
  expect(parseExpression(text)).toMatchObject({
    ok: false,
    fault: { range: { start, end }, found, expected: { en: expected } },
  });
});

test("parseExpression(text) speaks Chinese as well", () => {
  expect(parseExpression("a < b < c")).toMatchObject({
    fault: { expected: { zh: "单个比较（两个比较之间写 `and`：a < b and b < c）" } },
  });
  expect(parseExpression("sum x")).toMatchObject({ fault: { expected: { zh: "`sum` 后面的 `(`" } } });
});
