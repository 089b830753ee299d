import type { Bilingual } from "./bilingual.ts";
import type { BinaryOperator, Expression, Parsed, SumDimension, TextRange } from "./expression.ts";
import { binaryPrecedence, precedence, reservedWords } from "./operator-precedence.ts";
import { splitTokens, type Token } from "./split-tokens.ts";
import { TokenCursor } from "./token-cursor.ts";

/** Deepest nesting of brackets and of the tree, so that nothing that walks a tree can run out of stack. */
export const depthLimit = 200;

/** What the parser says could have stood where it stopped. */
const expectations = {
  operand: { zh: "数、名称或 `(`", en: "a number, a name or `(`" },
  operator: { zh: "运算符，或公式的结尾", en: "an operator, or the end of the formula" },
  name: { zh: "名称（保留字不能作名称）", en: "a name (reserved words cannot be names)" },
  condition: {
    zh: "数、名称或 `(`（`not` 在这里要加括号）",
    en: "a number, a name or `(` (here `not` needs brackets around it)",
  },
  singleComparison: {
    zh: "单个比较（两个比较之间写 `and`：a < b and b < c）",
    en: "a single comparison (write `and` between two: a < b and b < c)",
  },
  singlePower: { zh: "表明次序的括号：(a^b)^c 或 a^(b^c)", en: "brackets to say which: (a^b)^c or a^(b^c)" },
  depth: { zh: `不超过 ${depthLimit} 层的嵌套`, en: `at most ${depthLimit} nested levels` },
} as const satisfies Record<string, Bilingual>;

/**
 * Parse a formula of the model language into its tree.
 *
 * Loosest to tightest: `or`, `and`, `not`, comparisons (never chained), `+ -`, `* /`, unary minus, `^` (never chained;
 * its exponent may carry a minus), then `x[i, j]`, `f(a, b)`, `sum(x over i where c)` and brackets.
 * Names and the number of arguments are not checked here. The range of a node includes brackets around it, so that
 * every range cuts out text that parses to the same node.
 *
 * @param text - the formula; at most 10,000 characters and {@link depthLimit} nested levels.
 * @returns the tree, or the first fault with its place inside `text`.
 * @see Clarke (1986), "The top-down parsing of expressions": precedence climbing.
 * @example
 * parseExpression("-a^2 + min(b, 3)");
 */
export function parseExpression(text: string): Parsed<Expression> {
  const tokens = splitTokens(text);
  if (!tokens.ok) {
    return tokens;
  }
  const cursor = new TokenCursor(tokens.value);
  return cursor.finish(new ExpressionParser(cursor).formula());
}

/** One descent through the tokens; every method gives undefined once the cursor holds a fault. */
class ExpressionParser {
  readonly #cursor: TokenCursor;
  /** Height of every subtree that stands already: 0 for a leaf. */
  readonly #heights = new WeakMap<Expression, number>();
  #depth = 0;

  constructor(cursor: TokenCursor) {
    this.#cursor = cursor;
  }

  formula(): Expression | undefined {
    const expression = this.#operation(precedence.or);
    if (expression === undefined || this.#cursor.next.kind === "end") {
      return expression;
    }
    return this.#cursor.fail(expectations.operator);
  }

  /** Read operands joined by operators that bind at least as tightly as `minimum`, left to right. */
  #operation(minimum: number): Expression | undefined {
    const start = this.#cursor.next.range.start;
    let left = this.#prefix(minimum);
    while (left !== undefined) {
      const operator = this.#cursor.next;
      const tightness = tightnessOf(operator);
      if (tightness < minimum) {
        return left;
      }
      this.#cursor.take();
      const right = this.#operation(tightness + 1);
      if (tightness === precedence.comparison && tightnessOf(this.#cursor.next) === precedence.comparison) {
        return this.#cursor.fail(expectations.singleComparison);
      }
      left = right && this.#binary(operator, left, right, start);
    }
    return undefined;
  }

  #prefix(minimum: number): Expression | undefined {
    if (this.#cursor.isAt("-")) {
      return this.#unary("-", () => this.#operation(precedence.negation));
    }
    if (!this.#cursor.isAt("not")) {
      return this.#power();
    }
    return minimum <= precedence.not
      ? this.#unary("not", () => this.#operation(precedence.not))
      : this.#cursor.fail(expectations.condition);
  }

  #power(): Expression | undefined {
    const start = this.#cursor.next.range.start;
    const base = this.#atom();
    const operator = this.#cursor.next;
    if (base === undefined || !this.#cursor.takeIf("^")) {
      return base;
    }
    const exponent = this.#exponent();
    if (exponent !== undefined && this.#cursor.isAt("^")) {
      return this.#cursor.fail(expectations.singlePower);
    }
    return exponent && this.#binary(operator, base, exponent, start);
  }

  #exponent(): Expression | undefined {
    return this.#cursor.isAt("-") ? this.#unary("-", () => this.#exponent()) : this.#atom();
  }

  #atom(): Expression | undefined {
    const token = this.#cursor.next;
    if (token.kind === "number") {
      this.#cursor.take();
      return { kind: "number", value: token.value, range: token.range };
    }
    if (token.kind === "word") {
      return this.#named(token);
    }
    if (!this.#cursor.takeIf("(")) {
      return this.#cursor.fail(expectations.operand);
    }
    const inner = this.#nested(token, () => this.#operation(precedence.or));
    return inner && this.#close(")") && this.#grown({ ...inner, range: this.#since(token.range.start) }, 0, [inner]);
  }

  /** Read what starts with a word: a name, an element, a call or a sum. */
  #named(word: Token): Expression | undefined {
    const name = word.text;
    if (name === "sum" || name === "if") {
      this.#cursor.take();
      if (!this.#cursor.isAt("(")) {
        return this.#cursor.fail({ zh: `\`${name}\` 后面的 \`(\``, en: `\`(\` after \`${name}\`` });
      }
      return name === "sum" ? this.#sum(word) : this.#call(word);
    }
    if (reservedWords.has(name)) {
      return this.#cursor.fail(expectations.operand);
    }
    this.#cursor.take();
    if (this.#cursor.isAt("(")) {
      return this.#call(word);
    }
    return this.#cursor.isAt("[") ? this.#element(word) : { kind: "name", name, range: word.range };
  }

  #call(name: Token): Expression | undefined {
    const parameters = this.#list("(", ")");
    if (parameters === undefined) {
      return undefined;
    }
    const range = this.#since(name.range.start);
    const call = { kind: "call", name: name.text, nameRange: name.range, arguments: parameters, range } as const;
    return this.#grown(call, 1, parameters);
  }

  #element(name: Token): Expression | undefined {
    const indices = this.#list("[", "]");
    if (indices === undefined) {
      return undefined;
    }
    const range = this.#since(name.range.start);
    const element = { kind: "element", name: name.text, nameRange: name.range, indices, range } as const;
    return this.#grown(element, 1, indices);
  }

  /** Read a bracketed list; only a call's may be empty, and how many it needs is for the compiler to say. */
  #list(open: "(" | "[", close: ")" | "]"): readonly Expression[] | undefined {
    const bracket = this.#cursor.take();
    if (open === "(" && this.#cursor.takeIf(close)) {
      return [];
    }
    const items: Expression[] = [];
    do {
      const item = this.#nested(bracket, () => this.#operation(precedence.or));
      if (item === undefined) {
        return undefined;
      }
      items.push(item);
    } while (this.#cursor.takeIf(","));
    return this.#close(close) && items;
  }

  #sum(word: Token): Expression | undefined {
    const bracket = this.#cursor.take();
    const body = this.#nested(bracket, () => this.#operation(precedence.or));
    const over = body && (this.#cursor.takeIf("over") ? this.#dimensions() : []);
    if (body === undefined || over === undefined) {
      return undefined;
    }
    const hasWhere = over.length > 0 && this.#cursor.takeIf("where");
    const where = hasWhere ? this.#nested(bracket, () => this.#operation(precedence.or)) : undefined;
    if ((hasWhere && where === undefined) || !this.#close(")")) {
      return undefined;
    }
    const range = this.#since(word.range.start);
    const sum = { kind: "sum", body, over, ...(where === undefined ? {} : { where }), range } as const;
    return this.#grown(sum, 1, where === undefined ? [body] : [body, where]);
  }

  #dimensions(): readonly SumDimension[] | undefined {
    const dimensions: SumDimension[] = [];
    do {
      const token = this.#cursor.next;
      if (token.kind !== "word" || reservedWords.has(token.text)) {
        return this.#cursor.fail(expectations.name);
      }
      this.#cursor.take();
      dimensions.push({ name: token.text, range: token.range });
    } while (this.#cursor.takeIf(","));
    return dimensions;
  }

  #unary(operator: "-" | "not", readOperand: () => Expression | undefined): Expression | undefined {
    const sign = this.#cursor.take();
    const operand = this.#nested(sign, readOperand);
    return (
      operand && this.#grown({ kind: "unary", operator, operand, range: this.#since(sign.range.start) }, 1, [operand])
    );
  }

  #binary(operator: Token, left: Expression, right: Expression, start: number): Expression | undefined {
    const binary = {
      kind: "binary",
      operator: operator.text as BinaryOperator,
      operatorRange: operator.range,
      left,
      right,
      range: this.#since(start),
    } as const;
    return this.#grown(binary, 1, [left, right]);
  }

  /** Take a closing bracket, or say that it, or an operator before it, is missing. */
  #close(bracket: ")" | "]"): true | undefined {
    if (this.#cursor.takeIf(bracket)) {
      return true;
    }
    return this.#cursor.fail({ zh: `运算符或 \`${bracket}\``, en: `an operator or \`${bracket}\`` });
  }

  /** Read one level deeper, unless that is too deep. */
  #nested<T>(opening: Token, read: () => T | undefined): T | undefined {
    if (this.#depth === depthLimit) {
      return this.#cursor.failAt(opening.range, opening.text, expectations.depth);
    }
    this.#depth += 1;
    const value = read();
    this.#depth -= 1;
    return value;
  }

  /** Note the height of a new node: `levels` above its highest part; a long chain of operators grows a high tree too. */
  #grown(node: Expression, levels: 0 | 1, parts: readonly Expression[]): Expression | undefined {
    const height = parts.reduce((highest, part) => Math.max(highest, this.#heights.get(part) ?? 0), 0) + levels;
    if (height > depthLimit) {
      const place = node.kind === "binary" ? node.operatorRange : node.range;
      return this.#cursor.failAt(place, node.kind === "binary" ? node.operator : node.kind, expectations.depth);
    }
    this.#heights.set(node, height);
    return node;
  }

  /** From `start` to the end of what has been taken. */
  #since(start: number): TextRange {
    return { start, end: this.#cursor.takenEnd };
  }
}

/** How tightly a token binds as an operator; 0 when it is none. */
function tightnessOf(token: Token): number {
  const isOperator = token.kind === "symbol" || token.kind === "word";
  return isOperator ? (binaryPrecedence.get(token.text) ?? 0) : 0;
}
