import * as fc from "fast-check";
import { expect, test } from "vitest";
import { evaluateForm, type LinearNames, linearForm } from "./linear-form.ts";
import { parseExpression } from "./parse-expression.ts";

const names: LinearNames = {
  isVariable: (name) => ["a", "b", "船"].includes(name),
  call: (name, argument) => (name !== "baseline" ? undefined : argument === "ferries" ? 12 : null),
};

function formOf(text: string) {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new TypeError(`formOf: ${text} does not parse`);
  return linearForm(parsed.value, names);
}

test("linearForm(expression, names) gathers constants and coefficients", () => {
  const form = formOf("2 * (a - 3) / 4 - -船 + baseline(ferries) * 0.5");
  expect(form.ok && form.value).toEqual({
    constant: 4.5,
    coefficients: new Map([
      ["a", 0.5],
      ["船", 1],
    ]),
  });
});

test("linearForm(expression, names) drops names that cancel", () => {
  const form = formOf("a + b - a");
  expect(form.ok && [...form.value.coefficients.keys()]).toEqual(["b"]);
});

test.each([
  ["a * b", "not_linear", "*", 2],
  ["1 / a", "not_linear", "/", 2],
  ["a / 0", "not_linear", "/", 2],
  ["a ^ 2", "not_linear", "^", 2],
  ["a + min(a, b)", "unknown_call", "min", 4],
  ["a + other", "unknown_name", "other", 4],
  ["baseline(jobs)", "no_figure", "jobs", 9],
  ["baseline(2)", "unknown_call", "baseline", 0],
  ["a <= b", "not_linear", "<=", 2],
  ["a[b]", "not_linear", "a", 0],
  ["not a", "not_linear", "not", 0],
])("linearForm(%s) tells what stands in the way", (text, kind, found, start) => {
  const form = formOf(text);
  expect(form.ok ? null : { ...form.fault, range: form.fault.range.start }).toEqual({ kind, found, range: start });
});

test("property: a linear form has the value of its formula", async () => {
  const number = fc.integer({ min: -50, max: 50 });
  await fc.assert(
    fc.property(number, number, number, number, (k, m, a, b) => {
      const form = formOf(`${k} * (a - 3 * b) - (b + ${m}) / 2`.replaceAll("--", "- -"));
      const value = form.ok ? evaluateForm(form.value, new Map(Object.entries({ a, b }))) : Number.NaN;
      expect(value).toBeCloseTo(k * (a - 3 * b) - (b + m) / 2, 9);
    }),
    { seed: 1, numRuns: 100 },
  );
});
