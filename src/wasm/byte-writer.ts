const firstBytes = 64;

/** Writes bytes one behind the other into room that doubles when it is full. */
export class ByteWriter {
  #room = new Uint8Array(firstBytes);
  #view = new DataView(this.#room.buffer);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** What was written so far; it shares its memory with the writer. */
  written(): Uint8Array<ArrayBuffer> {
    return this.#room.subarray(0, this.#length);
  }

  byte(value: number): this {
    const place = this.#take(1);
    this.#room[place] = value;
    return this;
  }

  bytes(run: ArrayLike<number>): this {
    const place = this.#take(run.length);
    this.#room.set(run, place);
    return this;
  }

  /** Write an unsigned integer as LEB128. */
  unsigned(value: number): this {
    let rest = value;
    while (rest >= 128) {
      this.byte((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    return this.byte(rest);
  }

  /** Write a signed integer of at most 32 bits as LEB128. */
  signed(value: number): this {
    let rest = value;
    while (rest < -64 || rest > 63) {
      this.byte((rest & 127) + 128);
      rest >>= 7;
    }
    return this.byte(rest & 127);
  }

  /** Write a signed integer of 64 bits as LEB128. */
  signed64(value: bigint): this {
    let rest = BigInt.asIntN(64, value);
    while (rest < -64n || rest > 63n) {
      this.byte(Number(rest & 127n) + 128);
      rest >>= 7n;
    }
    return this.byte(Number(rest & 127n));
  }

  /** Write a double as its eight bytes, lowest first. */
  float64(value: number): this {
    const place = this.#take(8);
    this.#view.setFloat64(place, value, true);
    return this;
  }

  /** Write a 64-bit pattern as its eight bytes, lowest first. */
  int64(value: bigint): this {
    const place = this.#take(8);
    this.#view.setBigUint64(place, BigInt.asUintN(64, value), true);
    return this;
  }

  /** Make room for some more bytes. @returns where they begin. */
  #take(count: number): number {
    const place = this.#length;
    this.#length += count;
    if (this.#length > this.#room.length) {
      const wider = new Uint8Array(Math.max(2 * this.#room.length, this.#length));
      wider.set(this.#room);
      this.#room = wider;
      this.#view = new DataView(wider.buffer);
    }
    return place;
  }
}
