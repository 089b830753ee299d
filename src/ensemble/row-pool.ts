/** Rows of numbers that are given out again and again: fresh memory is slow. */
export class RowPool {
  readonly #length: number;
  readonly #rows: Float64Array[] = [];
  #taken = 0;

  /** @param length - most numbers of a row. */
  constructor(length: number) {
    this.#length = length;
  }

  /** Take a row of so many numbers, of which nobody knows what they are. */
  readonly take = (count: number): Float64Array => {
    const place = this.#taken++;
    this.#rows[place] ??= new Float64Array(this.#length);
    const row = this.#rows[place];
    return count === this.#length ? row : row.subarray(0, count);
  };

  /** Take all rows back. */
  reset(): void {
    this.#taken = 0;
  }
}
