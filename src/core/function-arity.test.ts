import { expect, test } from "vitest";
import { functionArity } from "./function-arity.ts";
import { reservedWords } from "./operator-precedence.ts";

test("functionArity holds a range of counts for every function, and nothing for other names", () => {
  for (const [name, { least, most }] of functionArity) {
    expect([name, least >= 1, most >= least]).toEqual([name, true, true]);
  }
  expect(functionArity.get("min")).toEqual({ least: 2, most: Infinity });
  expect(functionArity.get("clamp")).toEqual({ least: 3, most: 3 });
  expect(functionArity.has("constructor")).toBe(false);
});

test("functionArity knows no reserved word but if, which is read like a call", () => {
  expect([...functionArity.keys()].filter((name) => reservedWords.has(name))).toEqual(["if"]);
});
