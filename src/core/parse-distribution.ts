import type { Bilingual } from "./bilingual.ts";
import type { Distribution } from "./distribution.ts";
import type { Parsed, TextRange } from "./expression.ts";
import { splitTokens, type Token } from "./split-tokens.ts";
import { TokenCursor } from "./token-cursor.ts";

/** A signed number as it stands in the text. */
interface Argument {
  readonly value: number;
  readonly text: string;
  readonly range: TextRange;
}

/** The kinds whose parameters are numbers in a row: all but `discrete`. */
type NumberKind = Exclude<Distribution["kind"], "discrete">;

/** How often the arguments of a kind occur, and what they are called in messages. */
const signatures: Readonly<Record<NumberKind, { readonly counts: readonly number[]; readonly form: string }>> = {
  normal: { counts: [2], form: "normal(mean, sd)" },
  truncated_normal: { counts: [4], form: "truncated_normal(mean, sd, lo, hi)" },
  lognormal: { counts: [2], form: "lognormal(median, sigma)" },
  uniform: { counts: [2], form: "uniform(lo, hi)" },
  triangular: { counts: [3], form: "triangular(lo, mode, hi)" },
  pert: { counts: [3], form: "pert(lo, mode, hi)" },
  beta: { counts: [2, 4], form: "beta(a, b) or beta(a, b, lo, hi)" },
};

/** Bounds of `beta` when none are written; they are in order, so no fault ever points at them. */
const unitInterval: readonly Argument[] = [
  { value: 0, text: "0", range: { start: 0, end: 0 } },
  { value: 1, text: "1", range: { start: 0, end: 0 } },
];

const kindNames = [...Object.keys(signatures), "discrete"].join(", ");
const discreteForm = "discrete([v, p], [v, p], …)";

/** How far the probabilities of `discrete` may be from summing to 1. */
const probabilityTolerance = 1e-9;

/**
 * Parse a distribution such as `pert(0.25, 0.40, 0.55)` or `discrete([0, 0.3], [1, 0.7])`.
 *
 * Spreads and shapes must be above 0, bounds in order with the mode between them, probabilities not negative and
 * summing to 1 within 1e-9. `beta` without bounds lies in 0 … 1.
 *
 * @returns the distribution, or the first fault, at the argument that is wrong.
 */
export function parseDistribution(text: string): Parsed<Distribution> {
  const tokens = splitTokens(text);
  if (!tokens.ok) {
    return tokens;
  }
  const cursor = new TokenCursor(tokens.value);
  return cursor.finish(parseCall(cursor));
}

function parseCall(cursor: TokenCursor): Distribution | undefined {
  const word = cursor.next;
  const isNumberKind = Object.hasOwn(signatures, word.text);
  if (word.kind !== "word" || !(isNumberKind || word.text === "discrete")) {
    return cursor.fail({ zh: `分布：${kindNames}`, en: `a distribution: ${kindNames}` });
  }
  cursor.take();
  if (!expectSymbol(cursor, "(")) {
    return undefined;
  }
  const distribution = isNumberKind ? parseNumbers(cursor, word.text as NumberKind) : parseDiscrete(cursor);
  if (distribution !== undefined && cursor.next.kind !== "end") {
    return cursor.fail({ zh: "分布的结尾", en: "the end of the distribution" });
  }
  return distribution;
}

function parseNumbers(cursor: TokenCursor, kind: NumberKind): Distribution | undefined {
  const { counts, form } = signatures[kind];
  const most = Math.max(...counts);
  const list: Argument[] = [];
  do {
    const argument = list.length < most ? parseArgument(cursor) : cursor.fail(formExpected(form));
    if (argument === undefined) {
      return undefined;
    }
    list.push(argument);
  } while (cursor.takeIf(","));
  if (!counts.includes(list.length) && cursor.isAt(")")) {
    return cursor.fail(formExpected(form));
  }
  const bounded = kind === "beta" && list.length === 2 ? [...list, ...unitInterval] : list;
  return expectSymbol(cursor, ")") ? buildDistribution(cursor, kind, bounded) : undefined;
}

/** Check the arguments of one kind, as many as it needs, and name them. */
function buildDistribution(cursor: TokenCursor, kind: NumberKind, list: readonly Argument[]): Distribution | undefined {
  const [first, second, third, fourth] = list as readonly [Argument, Argument, Argument, Argument];
  const a = first.value;
  const b = second.value;
  switch (kind) {
    case "normal":
      return isPositive(cursor, second) ? { kind, mean: a, sd: b } : undefined;
    case "truncated_normal":
      return isPositive(cursor, second) && isOrdered(cursor, third, fourth)
        ? { kind, mean: a, sd: b, lower: third.value, upper: fourth.value }
        : undefined;
    case "lognormal":
      return isPositive(cursor, first) && isPositive(cursor, second) ? { kind, median: a, sigma: b } : undefined;
    case "uniform":
      return isOrdered(cursor, first, second) ? { kind, lower: a, upper: b } : undefined;
    case "triangular":
    case "pert":
      return isOrdered(cursor, first, third) && isBetween(cursor, second, first, third)
        ? { kind, lower: a, mode: b, upper: third.value }
        : undefined;
    case "beta":
      return isPositive(cursor, first) && isPositive(cursor, second) && isOrdered(cursor, third, fourth)
        ? { kind, a, b, lower: third.value, upper: fourth.value }
        : undefined;
  }
}

function parseDiscrete(cursor: TokenCursor): Distribution | undefined {
  const start = cursor.next.range.start;
  const outcomes: { value: number; probability: number }[] = [];
  do {
    const outcome = parseOutcome(cursor);
    if (outcome === undefined) {
      return undefined;
    }
    outcomes.push(outcome);
  } while (cursor.takeIf(","));
  const range = { start, end: cursor.takenEnd };
  if (!expectSymbol(cursor, ")")) {
    return undefined;
  }
  const sum = outcomes.reduce((total, { probability }) => total + probability, 0);
  if (Math.abs(sum - 1) > probabilityTolerance) {
    return cursor.failAt(range, String(sum), { zh: "概率之和为 1", en: "probabilities that sum to 1" });
  }
  return { kind: "discrete", outcomes };
}

/** Read `[value, probability]`. */
function parseOutcome(cursor: TokenCursor): { value: number; probability: number } | undefined {
  if (!cursor.takeIf("[")) {
    return cursor.fail(formExpected(discreteForm));
  }
  const value = parseArgument(cursor);
  const probability = value && (expectSymbol(cursor, ",") ? parseArgument(cursor) : undefined);
  if (value === undefined || probability === undefined || !expectSymbol(cursor, "]")) {
    return undefined;
  }
  if (probability.value < 0) {
    return failArgument(cursor, probability, { zh: "不小于 0 的概率", en: "a probability of at least 0" });
  }
  return { value: value.value, probability: probability.value };
}

/** Read a number with an optional sign. */
function parseArgument(cursor: TokenCursor): Argument | undefined {
  const start = cursor.next.range.start;
  const isNegative = cursor.takeIf("-");
  if (!isNegative) {
    cursor.takeIf("+");
  }
  const token: Token = cursor.next;
  if (token.kind !== "number") {
    return cursor.fail({ zh: "数（可带正负号）", en: "a number, with or without a sign" });
  }
  cursor.take();
  const range = { start, end: token.range.end };
  // 0 − 0 is 0, so a written −0 does not become a value of its own.
  return { value: isNegative ? 0 - token.value : token.value, text: `${isNegative ? "-" : ""}${token.text}`, range };
}

function isPositive(cursor: TokenCursor, argument: Argument): boolean {
  if (argument.value > 0) {
    return true;
  }
  failArgument(cursor, argument, {
    zh: "大于 0 的数（没有不确定性的量直接写成数）",
    en: "a number above 0 (write a quantity without uncertainty as a plain number)",
  });
  return false;
}

function isOrdered(cursor: TokenCursor, lower: Argument, upper: Argument): boolean {
  if (upper.value > lower.value && Number.isFinite(upper.value - lower.value)) {
    return true;
  }
  failArgument(cursor, upper, {
    zh: `大于下限 ${lower.text} 的上限`,
    en: `an upper bound above the lower bound ${lower.text}`,
  });
  return false;
}

function isBetween(cursor: TokenCursor, mode: Argument, lower: Argument, upper: Argument): boolean {
  if (mode.value >= lower.value && mode.value <= upper.value) {
    return true;
  }
  failArgument(cursor, mode, {
    zh: `${lower.text} 与 ${upper.text} 之间的众数`,
    en: `a mode between ${lower.text} and ${upper.text}`,
  });
  return false;
}

function failArgument(cursor: TokenCursor, argument: Argument, expected: Bilingual): undefined {
  return cursor.failAt(argument.range, argument.text, expected);
}

function expectSymbol(cursor: TokenCursor, symbol: string): boolean {
  if (cursor.takeIf(symbol)) {
    return true;
  }
  cursor.fail({ zh: `\`${symbol}\``, en: `\`${symbol}\`` });
  return false;
}

function formExpected(form: string): Bilingual {
  return { zh: `${form} 这种写法`, en: `the form ${form}` };
}
