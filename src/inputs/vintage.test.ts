import { expect, test } from "vitest";
import { makeObservation } from "../fixtures/small-assessment.ts";
import { comparePreference, knownSince, parseVintage, wasKnownBy } from "./vintage.ts";

test("parseVintage(text) reads a release, a date, both or neither", () => {
  expect(parseVintage("快报")).toEqual({ release: "flash", published: null });
  expect(parseVintage("annual 2023-04")).toEqual({ release: "annual", published: "2023-04-30" });
  expect(parseVintage("审定2024")).toEqual({ release: "audited", published: "2024-12-31" });
  expect(parseVintage("2024-02")).toEqual({ release: null, published: "2024-02-29" });
  for (const text of ["", "unknown", "c63631a", "第三版"]) {
    expect(parseVintage(text)).toEqual({ release: null, published: null });
  }
  expect(parseVintage("2023-02-30")).toBe(null);
  expect(parseVintage("年报 2023-13")).toBe(null);
});

test("wasKnownBy(observation, date) waits for the period to end and for the figure to come out", () => {
  const figure = makeObservation({ year: 2022, vintage: "快报 2023-01-20" });
  expect(wasKnownBy(figure, "2023-01-19")).toBe(false);
  expect(wasKnownBy(figure, "2023-01-20")).toBe(true);
  expect(knownSince({ asOf: "2022-12-31", vintage: "unknown" })).toBe("2022-12-31");
});

test("comparePreference(a, b) puts 审定 before 年报 before 快报, then what came out last, whatever their order", () => {
  const vintages = ["快报 2026-06", "年报 2026-03", "审定 2026-05", "审定 2026-09", "unknown"];
  const ordered = ["审定 2026-09", "审定 2026-05", "年报 2026-03", "unknown", "快报 2026-06"];
  for (const order of [vintages, vintages.toReversed()]) {
    const figures = order.map((vintage) => makeObservation({ vintage }));
    expect(figures.toSorted(comparePreference).map(({ vintage }) => vintage)).toEqual(ordered);
  }
});
