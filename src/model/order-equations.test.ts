import { expect, test } from "vitest";
import { orderEquations } from "./order-equations.ts";

test("orderEquations(numbers, needs) survives a chain of a hundred thousand equations", () => {
  const count = 100_000;
  const numbers = Array.from({ length: count }, (_, i) => i);
  const { order, loops } = orderEquations(numbers, (n) => (n + 1 < count ? [n + 1] : []));
  expect(loops).toEqual([]);
  expect([order[0], order.at(-1), order.length]).toEqual([count - 1, 0, count]);
});

test("orderEquations(numbers, needs) returns each loop with its first number repeated", () => {
  const needs: Record<number, number[]> = { 0: [1], 1: [2], 2: [1], 3: [3] };
  const { loops } = orderEquations([0, 1, 2, 3], (n) => needs[n] ?? []);
  expect(loops).toEqual([
    [1, 2, 1],
    [3, 3],
  ]);
});
