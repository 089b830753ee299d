import type { SourceSpan } from "../core/issue.ts";

/** A text with its lines, so that places given as offsets become lines and columns. */
export class TextLines {
  readonly file: string;
  readonly text: string;
  /** Offset at which each line starts. */
  readonly #starts: readonly number[];

  /** @param file - the path that issues show. */
  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
    const starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    this.#starts = starts;
  }

  /** The span between two offsets, the end exclusive; offsets outside the text are moved to its ends. */
  span(start: number, end: number): SourceSpan {
    const from = Math.min(Math.max(start, 0), this.text.length);
    const to = Math.min(Math.max(end, from), this.text.length);
    const line = this.#lineAt(from);
    const endLine = this.#lineAt(to);
    return {
      file: this.file,
      line: line + 1,
      column: from - this.#starts[line]! + 1,
      endLine: endLine + 1,
      endColumn: to - this.#starts[endLine]! + 1,
    };
  }

  /** A line without its ending, counted from 1; undefined when the text has no such line. */
  line(number: number): string | undefined {
    const start = this.#starts[number - 1];
    if (start === undefined) return undefined;
    return this.text.slice(start, this.#starts[number] ?? this.text.length).replace(/\r?\n$/, "");
  }

  /** Number, from 0, of the line that holds an offset; a binary search. */
  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
