import type { Loop, Segment, Stream } from "../program/program.ts";
import type { CodeWriter, Local } from "../wasm/wasm-code.ts";
import { startParameter, type ValueEmitter } from "./emit-value.ts";

const wordBytes = 4;

/** Locals of a loop being written. */
interface Running {
  readonly loop: Loop;
  /** Where each stream stands. */
  readonly pointers: readonly Local[];
  /** Where the clock stands when the segment is over. */
  readonly end: Local;
  readonly body: () => void;
}

/** Writes loops: one over the segments, where there are several, around one over the turns of a segment. */
export class LoopEmitter {
  readonly #values: ValueEmitter;
  readonly #code: CodeWriter;

  constructor(values: ValueEmitter) {
    this.#values = values;
    this.#code = values.code;
  }

  /** @param body - writes what is done in each turn. */
  write(loop: Loop, body: () => void): void {
    const code = this.#code;
    const pointers = loop.streams.map(() => code.local("i32"));
    const running: Running = { loop, pointers, end: code.local("i32"), body };
    const [only, ...others] = loop.segments;
    if (only && others.length === 0 && !loop.inner) this.#onlySegment(running, only);
    else this.#allSegments(running);
  }

  #onlySegment(running: Running, segment: Segment): void {
    const { loop, pointers, end } = running;
    const clock = loop.streams[loop.clock] as Stream;
    this.#pointAt(clock, end, () => this.#code.i32(this.#endBytes(loop, segment)));
    loop.streams.forEach((stream, n) => {
      this.#pointAt(stream, pointers[n] as Local, () => this.#code.i32(this.#startBytes(stream, segment, n)));
    });
    this.#turns(running);
  }

  /** The segments stand in a table: for each the end of the clock, then the start of each stream. */
  #allSegments(running: Running): void {
    const { loop } = running;
    const { plan } = this.#values;
    const code = this.#code;
    const rowBytes = (1 + loop.streams.length) * wordBytes;
    const words = loop.segments.flatMap((segment) => [
      this.#endBytes(loop, segment),
      ...loop.streams.map((stream, n) => this.#startBytes(stream, segment, n)),
    ]);
    const table = plan.table(words);
    const [row, lastRow] = [code.local("i32"), code.local("i32")];
    if (!loop.inner) {
      code.i32(table).set(row);
      code.i32(table + words.length * wordBytes).set(lastRow);
      this.#segments(running, row, lastRow, rowBytes);
      return;
    }
    const bounds = plan.table(loop.inner.bounds.map((segment) => table + segment * rowBytes));
    const place = { place: 0, stream: loop.inner.outerStream };
    this.#values.base("bounds", place);
    code.memory("i32.load", bounds).set(row);
    this.#values.base("bounds", place);
    code.memory("i32.load", bounds + wordBytes).set(lastRow);
    // A turn of the outer loop may have no turn here.
    code.get(row).get(lastRow).plain("i32.ne");
    code.branch(() => this.#segments(running, row, lastRow, rowBytes), null);
  }

  #segments(running: Running, row: Local, lastRow: Local, rowBytes: number): void {
    const { loop, pointers, end } = running;
    const code = this.#code;
    code.loop(() => {
      this.#pointAt(loop.streams[loop.clock] as Stream, end, () => code.get(row).memory("i32.load", 0));
      loop.streams.forEach((stream, n) => {
        this.#pointAt(stream, pointers[n] as Local, () => code.get(row).memory("i32.load", (1 + n) * wordBytes));
      });
      this.#turns(running);
      code.advance(row, rowBytes).get(row).get(lastRow).plain("i32.ne");
    });
  }

  /** Write the turns of one segment; the pointers stand at its first turn. */
  #turns({ loop, pointers, end, body }: Running): void {
    const code = this.#code;
    code.loop(() => {
      this.#values.inLoop(pointers, body);
      loop.streams.forEach(({ base, stride }, n) => {
        if (stride !== 0) code.advance(pointers[n] as Local, stride * this.#values.plan.unit(base));
      });
      code
        .get(pointers[loop.clock] as Local)
        .get(end)
        .plain("i32.ne");
    });
  }

  /** Set a pointer to the start of its stream's region plus the offset that `pushOffset` pushes. */
  #pointAt({ base }: Stream, pointer: Local, pushOffset: () => void): void {
    pushOffset();
    if (base === "now" || base === "previous" || base === "yearUniform") {
      this.#code.get(startParameter(base)).plain("i32.add");
    }
    this.#code.set(pointer);
  }

  #startBytes({ base }: Stream, { starts }: Segment, number: number): number {
    return (starts[number] as number) * this.#values.plan.unit(base);
  }

  /** Where the clock stands after a segment. */
  #endBytes({ streams, clock }: Loop, { turns, starts }: Segment): number {
    const { base, stride } = streams[clock] as Stream;
    return ((starts[clock] as number) + turns * stride) * this.#values.plan.unit(base);
  }
}
