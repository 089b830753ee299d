import { ByteWriter } from "./byte-writer.ts";

/** Encode an unsigned integer as LEB128. */
export function unsignedLeb(value: number): Uint8Array {
  return new ByteWriter().unsigned(value).written();
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
