import { expect, test } from "vitest";
import { sourceList } from "./source-list.ts";

test("sourceList(sources) names three and counts the rest", () => {
  expect(sourceList(["甲", "乙"])).toEqual({ zh: "甲；乙", en: "甲; 乙" });
  expect(sourceList(["a", "b", "c", "d", "e"])).toEqual({ zh: "a；b；c；另 2 处", en: "a; b; c; and 2 more" });
});

test("sourceList(sources) leaves web addresses out, but for a source that has nothing else", () => {
  expect(sourceList(["Tidewick yearbook; https://tidewick.example/2031.html", "https://tidewick.example"]).en).toBe(
    "Tidewick yearbook; https://tidewick.example",
  );
});
