import { expect, test } from "vitest";
import { alternativeClass, probabilityClass } from "./probability-class.ts";

const CUT_OFFS = [0.9, 0.66, 0.33, 0.1] as const;

test("probabilityClass(probability, cutOffs) gives a cut-off to the class above it", () => {
  const classes = [1, 0.9, 0.89, 0.66, 0.65, 0.33, 0.32, 0.1, 0.09, 0].map((p) => probabilityClass(p, CUT_OFFS));
  expect(classes).toEqual([
    "very_likely",
    "very_likely",
    "likely",
    "likely",
    "uncertain",
    "uncertain",
    "unlikely",
    "unlikely",
    "very_unlikely",
    "very_unlikely",
  ]);
});

test("probabilityClass(probability, cutOffs) follows the plan's own cut-offs", () => {
  expect(probabilityClass(0.92, [0.95, 0.8, 0.5, 0.2])).toBe("likely");
});

test("alternativeClass(probability, standardError, cutOffs) names the class across a straddled cut-off", () => {
  expect(alternativeClass(0.91, 0.01, CUT_OFFS)).toBe("likely");
  expect(alternativeClass(0.89, 0.01, CUT_OFFS)).toBe("very_likely");
  expect(alternativeClass(0.09, 0.01, CUT_OFFS)).toBe("unlikely");
  expect(alternativeClass(0.11, 0.01, CUT_OFFS)).toBe("very_unlikely");
  expect(alternativeClass(0.5, 0.01, CUT_OFFS)).toBeNull();
});

test("alternativeClass(probability, standardError, cutOffs) counts an interval that just touches the class above", () => {
  expect(alternativeClass(0.65, 0.005, CUT_OFFS)).toBe("likely");
  expect(alternativeClass(0.66, 0.005, CUT_OFFS)).toBe("uncertain");
  expect(alternativeClass(0.66, 0, CUT_OFFS)).toBeNull();
});

test("alternativeClass(probability, standardError, cutOffs) takes the nearest cut-off of a wide interval", () => {
  expect(alternativeClass(0.4, 0.2, CUT_OFFS)).toBe("unlikely");
  expect(alternativeClass(0.6, 0.2, CUT_OFFS)).toBe("likely");
});
