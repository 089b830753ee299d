import type { Bilingual } from "./bilingual.ts";
import type { Parsed, ParseFault, TextRange } from "./expression.ts";
import type { Token } from "./split-tokens.ts";

/**
 * A place in a list of tokens, and the first fault met there.
 *
 * Parsers built on it return `undefined` once they have called {@link TokenCursor.fail}; the fault itself waits here, so
 * that no parser throws.
 */
export class TokenCursor {
  readonly #tokens: readonly Token[];
  #place = 0;
  #fault: ParseFault | undefined;

  /**
   * Stand before the first token.
   *
   * @param tokens - as `splitTokens` gives them: the last one is of kind `end`, and the cursor never passes it.
   */
  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** The token that has not been taken yet. */
  get next(): Token {
    return this.#tokens[this.#place]!;
  }

  /** Where the last taken token ends; 0 before the first. */
  get takenEnd(): number {
    return this.#place === 0 ? 0 : this.#tokens[this.#place - 1]!.range.end;
  }

  /** Take the next token, whatever it is. */
  take(): Token {
    const token = this.next;
    if (token.kind !== "end") {
      this.#place += 1;
    }
    return token;
  }

  /** Say whether the next token is this symbol or word. */
  isAt(text: string): boolean {
    return this.next.kind !== "end" && this.next.text === text;
  }

  /** Take the next token if it is this symbol or word, and say whether it was. */
  takeIf(text: string): boolean {
    const isThere = this.isAt(text);
    if (isThere) {
      this.take();
    }
    return isThere;
  }

  /** Record that something else should have stood at the next token. */
  fail(expected: Bilingual): undefined {
    return this.failAt(this.next.range, this.next.text, expected);
  }

  /** Record a fault at a place of its own; only the first one counts. */
  failAt(range: TextRange, found: string, expected: Bilingual): undefined {
    this.#fault ??= { range, found, expected };
    return undefined;
  }

  /**
   * Close a parse: the value if nothing went wrong, else the first fault.
   *
   * @throws TypeError when a parser gave up without saying why.
   */
  finish<T>(value: T | undefined): Parsed<T> {
    if (this.#fault !== undefined) {
      return { ok: false, fault: this.#fault };
    }
    if (value === undefined) {
      throw new TypeError("TokenCursor.finish: a parser must give a value or a fault; got neither");
    }
    return { ok: true, value };
  }
}
