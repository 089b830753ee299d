/** Encode an unsigned integer as LEB128. */
export function unsignedLeb(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low + 128 : low);
  } while (rest > 0);
  return bytes;
}

/** Encode a signed integer of at most 32 bits as LEB128. */
export function signedLeb(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (;;) {
    const low = rest & 127;
    rest >>= 7;
    const isLast = (rest === 0 && low < 64) || (rest === -1 && low >= 64);
    bytes.push(isLast ? low : low + 128);
    if (isLast) return bytes;
  }
}

/** Encode a signed integer of 64 bits as LEB128. */
export function signedLeb64(value: bigint): number[] {
  const bytes: number[] = [];
  let rest = BigInt.asIntN(64, value);
  for (;;) {
    const low = Number(rest & 127n);
    rest >>= 7n;
    const isLast = (rest === 0n && low < 64) || (rest === -1n && low >= 64);
    bytes.push(isLast ? low : low + 128);
    if (isLast) return bytes;
  }
}

/** Encode a double as its eight bytes, lowest first. */
export function float64Bytes(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value, true);
  return bytes;
}

/** Encode a 64-bit pattern as its eight bytes, lowest first. */
export function int64Bytes(value: bigint): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt.asUintN(64, value), true);
  return bytes;
}

/** Encode a name as its length and its UTF-8 bytes. */
export function nameBytes(name: string): number[] {
  const bytes = [...new TextEncoder().encode(name)];
  return [...unsignedLeb(bytes.length), ...bytes];
}

/** Encode a list: its length, then its entries. */
export function listBytes(entries: readonly ArrayLike<number>[]): Uint8Array<ArrayBuffer> {
  return joinBytes([unsignedLeb(entries.length), ...entries]);
}

/** Put several runs of bytes behind each other. */
export function joinBytes(runs: readonly ArrayLike<number>[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(runs.reduce((length, run) => length + run.length, 0));
  let place = 0;
  for (const run of runs) {
    joined.set(run, place);
    place += run.length;
  }
  return joined;
}
