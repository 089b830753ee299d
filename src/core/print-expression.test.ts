import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryExpressions, binary, call, literal, named, unary } from "../fixtures/arbitrary-expression.ts";
import { withoutRanges } from "../fixtures/without-ranges.ts";
import type { Expression, SumDimension } from "./expression.ts";
import { parseExpression } from "./parse-expression.ts";
import { printExpression } from "./print-expression.ts";

const nowhere = { start: 0, end: 0 };

function reprinted(text: string): string {
  const parsed = parseExpression(text);
  return parsed.ok ? printExpression(parsed.value) : `refused at ${parsed.fault.range.start}`;
}

/** Trees that the grammar allows, whether or not they make sense: conditions as summands, sums as indices. */
const anyTree = fc.letrec<{ tree: Expression }>((tie) => {
  const tree = tie("tree");
  const names = fc.constantFrom("a", "b_1", "人口", "prev", "constructor");
  const operators = fc.constantFrom("+", "-", "*", "/", "^", "<", "<=", ">", ">=", "==", "!=", "and", "or");
  const dimensions = names.map((name): SumDimension => ({ name, range: nowhere }));
  const sum = fc.tuple(tree, fc.array(dimensions, { minLength: 1, maxLength: 3 }), fc.option(tree, { nil: undefined }));
  return {
    tree: fc.oneof(
      { maxDepth: 6, withCrossShrink: true },
      fc.oneof(names.map(named), fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map(literal)),
      fc.tuple(operators, tree, tree).map((parts) => binary(...parts)),
      fc.tuple(fc.constantFrom("-", "not"), tree).map((parts) => unary(...parts)),
      fc.tuple(fc.oneof(names, fc.constant("if")), fc.array(tree, { maxLength: 3 })).map((parts) => call(...parts)),
      fc
        .tuple(names, fc.array(tree, { minLength: 1, maxLength: 3 }))
        .map(([name, indices]): Expression => ({ kind: "element", name, nameRange: nowhere, indices, range: nowhere })),
      sum.map(
        ([body, over, where]): Expression => ({ kind: "sum", body, over, ...(where && { where }), range: nowhere }),
      ),
      tree.map((body): Expression => ({ kind: "sum", body, over: [], range: nowhere })),
    ),
  };
}).tree;

test.each([
  ["((a))", "a"],
  ["(a*b)+(c/d)", "a * b + c / d"],
  ["a*(b+c)", "a * (b + c)"],
  ["a-(b-c)", "a - (b - c)"],
  ["(a-b)-c", "a - b - c"],
  ["a+(b+c)", "a + (b + c)"],
  ["a/(b*c)", "a / (b * c)"],
  ["-(a^2)", "-a^2"],
  ["(-a)^2", "(-a)^2"],
  ["-(a*b)", "-(a * b)"],
  ["(-a)*b", "-a * b"],
  ["-(-a)", "--a"],
  ["a^(-b)", "a^-b"],
  ["a^(-(b^c))", "a^-(b^c)"],
  ["a^(b+1)", "a^(b + 1)"],
  ["(a^b)^c", "(a^b)^c"],
  ["not(a<b)and(c or d)", "not a < b and (c or d)"],
  ["not (a and b)", "not (a and b)"],
  ["(a<b)==(c<d)", "(a < b) == (c < d)"],
  ["1+(not a)", "1 + (not a)"],
  ["sum( x[ i,j-1 ]over i , j where(i>3) )", "sum(x[i, j - 1] over i, j where i > 3)"],
  ["if(a<1,(b),c)", "if(a < 1, b, c)"],
  [".50 + 1.0e3 + 1e21 + 1e-7", "0.5 + 1000 + 1e+21 + 1e-7"],
])("printExpression(parsed %j) is %j", (text, expected) => {
  expect(reprinted(text)).toBe(expected);
});

test("property: parsing what printExpression(e) writes gives e again", () => {
  const { number, condition } = arbitraryExpressions({ names: ["a", "旅客"] });
  fc.assert(
    fc.property(fc.oneof(anyTree, number, condition), (expression) => {
      const parsed = parseExpression(printExpression(expression));
      expect(parsed.ok && withoutRanges(parsed.value)).toEqual(withoutRanges(expression));
    }),
    { seed: 1, numRuns: 1000 },
  );
});

test("property: printExpression(e) is a fixed point: what it writes, it writes again", () => {
  fc.assert(
    fc.property(anyTree, (expression) => {
      const text = printExpression(expression);
      expect(reprinted(text)).toBe(text);
    }),
    { seed: 2, numRuns: 500 },
  );
});

test("property: no pair of brackets of printExpression(e) can be left out", () => {
  fc.assert(
    fc.property(anyTree, (expression) => {
      const text = printExpression(expression);
      for (const [open, close] of groupingBrackets(text)) {
        const bare = `${text.slice(0, open)} ${text.slice(open + 1, close)} ${text.slice(close + 1)}`;
        const parsed = parseExpression(bare);
        expect(parsed.ok && withoutRanges(parsed.value)).not.toEqual(withoutRanges(expression));
      }
    }),
    { seed: 3, numRuns: 200 },
  );
});

test("printExpression(e) refuses numbers that no formula can say", () => {
  for (const value of [-1, -0, NaN, Infinity]) {
    expect(() => printExpression({ kind: "number", value, range: nowhere })).toThrow(
      `printExpression: a number must be finite and not negative; got ${value}`,
    );
  }
});

/** Places of the round brackets that group, not those of a call. */
function groupingBrackets(text: string): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = [];
  const open: number[] = [];
  for (const [place, character] of [...text.split("")].entries()) {
    if (character === "(") {
      open.push(place);
    } else if (character === ")") {
      const start = open.pop()!;
      const isCall = /(?:^|[^\p{L}0-9_])(?!(?:and|or|not|over|where)\()\p{L}[\p{L}0-9_]*\($/u.test(
        text.slice(0, start + 1),
      );
      if (!isCall) {
        pairs.push([start, place]);
      }
    }
  }
  return pairs;
}
