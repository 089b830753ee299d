import fc from "fast-check";
import { expect, test } from "vitest";
import { chanceWording, verdictWording } from "./wording.ts";
import { yearsText } from "./years-text.ts";

// METHODS H13.
test("verdictWording(class) says the classes as evaluation reports do", () => {
  const classes = ["very_likely", "likely", "uncertain", "unlikely", "very_unlikely"] as const;
  expect(classes.map((c) => verdictWording(c).zh)).toEqual([
    "预计可如期完成",
    "预计可以完成，需持续跟踪",
    "完成有一定难度，需加力推进",
    "完成难度较大",
    "预计难以完成",
  ]);
  expect(classes.map((c) => verdictWording(c).en)).toEqual([
    "expected to be met on time",
    "likely to be met; keep watching",
    "uncertain: needs more effort",
    "unlikely to be met",
    "not expected to be met",
  ]);
});

// METHODS H1.
test("verdictWording(class) says facts and gaps", () => {
  const classes = ["exceeded", "met", "nearly_met", "missed", "definition_changed", "data_missing"] as const;
  expect([...classes, "not_assessable" as const, "no_target_yet" as const].map((c) => verdictWording(c).zh)).toEqual([
    "超额完成",
    "完成",
    "基本完成",
    "未完成",
    "口径调整，不作评价",
    "数据缺失",
    "暂不可评估",
    "目标未定",
  ]);
});

test("chanceWording(probability) speaks in tenths, and of bounds at the extremes", () => {
  expect([0.81, 0.5, 0.12, 0.96, 0.03].map((p) => chanceWording(p).zh)).toEqual([
    "完成把握约八成",
    "完成把握约五成",
    "完成把握约一成",
    "完成把握九成以上",
    "完成把握一成以下",
  ]);
  expect([0.81, 0.9, 0.0999].map((p) => chanceWording(p).en)).toEqual([
    "about eight in ten",
    "nine in ten or better",
    "less than one in ten",
  ]);
});

test("property: chanceWording(probability) holds no digit", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (p) => {
      expect(chanceWording(p).zh).toMatch(/^完成把握(约[一二三四五六七八九]成|九成以上|一成以下)$/);
      expect(chanceWording(p).en).not.toMatch(/\d|undefined|zero/);
    }),
    { seed: 1, numRuns: 200 },
  );
});

test("chanceWording(probability) refuses what is no probability", () => {
  for (const p of [Number.NaN, -0.1, 1.1]) expect(() => chanceWording(p)).toThrow(RangeError);
});

test("yearsText(years) draws runs of years together", () => {
  expect(yearsText([2025])).toEqual({ zh: "2025年", en: "2025" });
  expect(yearsText([2021, 2022, 2023, 2025])).toEqual({ zh: "2021—2023、2025年", en: "2021–2023, 2025" });
});
