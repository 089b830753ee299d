import { expect, test } from "vitest";
import { baselineText, comparisonText, type FigureForm, figureText } from "./figure-text.ts";

const people: FigureForm = {
  unit: { scale: 4, powers: { 人: 1 } },
  unitText: "万人",
  display: { percent: false, decimals: 2 },
};
const share: FigureForm = { unit: { scale: 0, powers: {} }, unitText: "1", display: { percent: true, decimals: 1 } };
const boats: FigureForm = {
  unit: { scale: 0, powers: { 艘: 1 } },
  unitText: "艘",
  display: { percent: false, decimals: 0 },
};
const rate: FigureForm = {
  unit: { scale: 0, powers: { 人: 1, 年: -1 } },
  unitText: "人/年",
  display: { percent: false, decimals: 1 },
};

test.each([
  [39.04, people, "39.04万人", "390,400 persons"],
  [45, people, "45万人", "450,000 persons"],
  [0.257, share, "25.7%", "25.7%"],
  [0.5, share, "50%", "50%"],
  [-1250, boats, "−1250艘", "−1,250 艘"],
  [3.14, rate, "3.1人/年", "3.1 人/年"],
  [2, { ...share, display: { percent: false, decimals: 1 } }, "2", "2"],
])("figureText(%s, form) writes %s", (value, form, zh, en) => {
  expect(figureText(value, form)).toEqual({ zh, en });
});

test("figureText(value, form, rounding) rounds to one side, and takes no rounding error for a step", () => {
  expect(figureText(0.42291, share, "down").zh).toBe("42.2%");
  expect(figureText(0.42291, share, "up").zh).toBe("42.3%");
  expect(figureText(0.1 + 0.2, share, "up").zh).toBe("30%");
});

test("baselineText(figure, form) writes intervals and blanks", () => {
  expect(baselineText({ min: 0.9, max: 1 }, share)).toEqual({ zh: "90%至100%", en: "90% to 100%" });
  expect(baselineText(null, share)).toEqual({ zh: "空缺", en: "blank" });
});

test("comparisonText(comparison, value, form) writes the sign as print does", () => {
  expect(comparisonText("<=", 4.5, people)).toEqual({ zh: "≤4.5万人", en: "≤ 45,000 persons" });
});
