import { expect, test } from "vitest";
import { LoopDraft } from "./plan-loop.ts";

test("LoopDraft: places that move together share a stream, places that stay have none", () => {
  const draft = new LoopDraft(3, null);
  expect(draft.moving("fixed", [10, 11, 12])).toEqual({ place: 10, stream: 0 });
  expect(draft.moving("fixed", [40, 41, 42])).toEqual({ place: 40, stream: 0 });
  expect(draft.moving("previous", [40, 41, 42])).toEqual({ place: 40, stream: 1 });
  expect(draft.moving("fixed", [7, 7, 7])).toEqual({ place: 7, stream: null });
  expect(draft.finish(null)).toEqual({
    streams: [
      { base: "fixed", stride: 1 },
      { base: "previous", stride: 1 },
    ],
    clock: 0,
    segments: [{ turns: 3, starts: [0, 0] }],
    inner: null,
  });
});

test("LoopDraft: a jump of any place begins a segment", () => {
  // Ages 1 and 2 of two sexes, read an age lower, times a rate of the sex.
  const draft = new LoopDraft(4, null);
  draft.moving("uniform", [0, 0, 1, 1]);
  draft.moving("now", [1, 2, 4, 5]);
  const { streams, clock, segments } = draft.finish(null);
  expect(streams.map(({ stride }) => stride)).toEqual([0, 1]);
  expect(clock).toBe(1);
  expect(segments).toEqual([
    { turns: 2, starts: [0, 0] },
    { turns: 2, starts: [1, 3] },
  ]);
});

test("LoopDraft: a loop in which nothing moves gets a clock", () => {
  const { streams, clock, segments } = new LoopDraft(5, null).finish(null);
  expect(streams[clock]).toEqual({ base: "bounds", stride: 1 });
  expect(segments).toEqual([{ turns: 5, starts: [0] }]);
});

test("LoopDraft: an inner loop runs its own segments in each turn of the outer one, or none", () => {
  const outer = new LoopDraft(3, null);
  // Two turns, none, one.
  const inner = new LoopDraft(3, [0, 2, 2, 3]);
  inner.moving("now", [10, 11, 12]);
  const { segments, inner: bounds } = inner.finish(outer);
  expect(segments).toEqual([
    { turns: 2, starts: [0] },
    { turns: 1, starts: [2] },
  ]);
  expect(bounds).toEqual({ bounds: [0, 1, 1, 2], outerStream: 0 });
  expect(outer.finish(null).streams).toEqual([{ base: "bounds", stride: 1 }]);
});
