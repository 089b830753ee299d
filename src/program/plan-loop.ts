import type { Loop, Moving, Segment, Stream, StreamBase } from "./program.ts";

/** Collects the places that the body of a loop reads and writes, and cuts the loop into segments. */
export class LoopDraft {
  readonly turns: number;
  /** Turns at which those of the next turn of an outer loop begin, with the end; null when there is no outer loop. */
  readonly #outerStarts: readonly number[] | null;
  readonly #streams: { readonly base: StreamBase; readonly sequence: readonly number[] }[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(turns: number, outerStarts: readonly number[] | null) {
    this.turns = turns;
    this.#outerStarts = outerStarts;
  }

  /** Say how a place moves: `sequence` holds it for each turn. */
  moving(base: StreamBase, sequence: readonly number[]): Moving {
    const place = sequence[0] as number;
    if (sequence.every((p) => p === place)) return { place, stream: null };
    return { place, stream: this.#streamOf(base, sequence) };
  }

  /**
   * Cut the loop into segments.
   *
   * @param outer - the loop around, if there is one.
   */
  finish(outer: LoopDraft | null): Loop {
    let clock = this.#streams.findIndex(({ sequence }) => stride(sequence) !== 0);
    if (clock < 0) clock = this.#streamOf("bounds", turnNumbers(this.turns));
    const streams: Stream[] = this.#streams.map(({ base, sequence }) => ({ base, stride: stride(sequence) }));
    const { segments, firstSegments } = this.#cut(streams);
    if (!this.#outerStarts || !outer) return { streams, clock, segments, inner: null };
    const bounds = this.#outerStarts.map((turn) => firstSegments[turn] as number);
    const outerStream = outer.moving("bounds", turnNumbers(outer.turns)).stream;
    return { streams, clock, segments, inner: { bounds, outerStream } };
  }

  #streamOf(base: StreamBase, sequence: readonly number[]): number {
    const first = sequence[0] as number;
    const relative = sequence.map((place) => place - first);
    const key = `${base} ${relative.join(" ")}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#streams.push({ base, sequence: relative });
    this.#numbers.set(key, this.#streams.length - 1);
    return this.#streams.length - 1;
  }

  /** @returns the segments, and for each turn (and the end) the number of segments that begin before it. */
  #cut(streams: readonly Stream[]): { segments: Segment[]; firstSegments: number[] } {
    const isStart = new Set(this.#outerStarts ?? []);
    const segments: { turns: number; starts: readonly number[] }[] = [];
    const firstSegments: number[] = [];
    for (let turn = 0; turn < this.turns; turn++) {
      const goesOn = streams.every(({ stride: step }, n) => {
        const sequence = this.#streams[n]?.sequence ?? [];
        return sequence[turn] === (sequence[turn - 1] as number) + step;
      });
      const last = segments[segments.length - 1];
      firstSegments.push(segments.length);
      if (goesOn && last && !isStart.has(turn)) last.turns++;
      else segments.push({ turns: 1, starts: this.#streams.map(({ sequence }) => sequence[turn] as number) });
    }
    firstSegments.push(segments.length);
    return { segments, firstSegments };
  }
}

function turnNumbers(turns: number): number[] {
  return Array.from({ length: turns }, (_, turn) => turn);
}

/** The commonest step of a sequence. */
function stride(sequence: readonly number[]): number {
  const counts = new Map<number, number>();
  for (let turn = 1; turn < sequence.length; turn++) {
    const step = (sequence[turn] as number) - (sequence[turn - 1] as number);
    counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  let commonest = 0;
  for (const [step, count] of counts) if (count > (counts.get(commonest) ?? 0)) commonest = step;
  return commonest;
}
