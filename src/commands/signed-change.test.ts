import { expect, test } from "vitest";
import { signedChange, smallChange } from "./signed-change.ts";

const persons = { display: { percent: false, decimals: 2 } };
const share = { display: { percent: true, decimals: 1 } };

test("signedChange(change, indicator, language) keeps the row's decimals", () => {
  expect(signedChange(0.254, persons, "en")).toBe("+0.25");
  expect(signedChange(-0.013, share, "en")).toBe("−1.3");
  expect(signedChange(0.002, persons, "en")).toBe("0");
});

test("smallChange(change, indicator, language) shows two digits of what would round to nothing", () => {
  expect(smallChange(0.00214, persons, "en")).toBe("+0.0021");
  expect(smallChange(-0.00049, share, "en")).toBe("−0.049");
  expect(smallChange(1234.567, persons, "en")).toBe("+1,234.57");
  expect(smallChange(0.00214, persons, "en", false)).toBe("0.0021");
  expect(smallChange(0, persons, "en")).toBe("0");
});
