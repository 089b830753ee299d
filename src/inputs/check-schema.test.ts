import { expect, test } from "vitest";
import * as z from "zod";
import type { Issue } from "../core/issue.ts";
import { checkSchema } from "./check-schema.ts";
import { parseYaml } from "./parse-yaml.ts";
import { bilingual, spelt } from "./schema-parts.ts";
import { TextLines } from "./text-lines.ts";

const schema = z.strictObject({
  id: spelt("identifier"),
  label: bilingual,
  size: z.number().min(0).max(1).optional(),
  kind: z.enum(["stock", "flow"]).optional(),
  pair: z.tuple([z.string(), z.number()]).optional(),
  cases: z.union([z.string(), z.number(), z.array(z.strictObject({ when: z.string(), value: z.number() }))]).optional(),
  parts: z.record(spelt("name"), z.strictObject({ unit: z.string(), count: z.int().optional() })).optional(),
});

const check = (text: string) => {
  const issues: Issue[] = [];
  const document = parseYaml(new TextLines("a.yaml", text), issues);
  const part = checkSchema(schema, document!, issues);
  return { part, issues, codes: issues.map(({ at, code }) => `${at.line}:${at.column} ${code}`) };
};

const head = "id: a\nlabel: {zh: 甲, en: A}\n";

test("checkSchema(schema, document) gives a sound document back unchanged", () => {
  const { part, codes } = check(`${head}cases: [{when: x, value: 1}]\nparts: {p: {unit: 人}}\n`);
  expect(codes).toEqual([]);
  expect(part).toEqual({
    id: "a",
    label: { zh: "甲", en: "A" },
    cases: [{ when: "x", value: 1 }],
    parts: { p: { unit: "人" } },
  });
});

test.each([
  ["size: 2\n", "3:7 schema/limit", "≤ 1"],
  ["size: big\n", "3:7 schema/type", "a number is expected here, but this is a text"],
  ["size:\n", "3:1 schema/type", "but this is blank"],
  ["kind: stok\n", "3:7 schema/choice", "`stok`"],
  ["pair: [a]\n", "3:7 schema/length", "1 entries"],
  ["cases: true\n", "3:8 schema/type", "a text or a number or a list is expected here, but this is true or false"],
  ["cases:\n  - {when: x, value: y}\n", "4:22 schema/type", "a number is expected"],
  ["cases:\n  - {value: 1}\n", "4:5 schema/missing-key", "`when`"],
  ["parts:\n  p: {unit: 人, cuont: 1}\n", "4:16 schema/unknown-key", "`cuont`"],
  ["parts:\n  p: {unit: 人, count: 1.5}\n", "4:23 schema/type", "a whole number"],
  ["parts:\n  1p: {unit: 人}\n", "4:3 schema/format", "`1p`"],
  ["parts:\n  p: 3\n", "4:6 schema/type", "a mapping is expected"],
  ["parts: [p]\n", "3:8 schema/type", "a mapping is expected"],
])("checkSchema(schema, %j) gives %s", (text, code, words) => {
  const { codes, issues } = check(head + text);
  expect(codes).toEqual([code]);
  expect(issues[0]?.message.en).toContain(words);
});

test("checkSchema(schema, document) proposes the nearest known key or value", () => {
  const { issues } = check(`${head}sise: 1\nkind: stok\n`);
  expect(issues.map((issue) => issue.mend.en)).toEqual([
    "did you mean `stock`? Known: `stock`, `flow`.",
    "did you mean `size`? Known: `id`, `label`, `size`, `kind`, `pair`, `cases`, `parts`.",
  ]);
});

test("checkSchema(schema, document) keeps what is sound beside faults, entry by entry", () => {
  const { part, codes } = check(
    "id: A\nlabel: {zh: 甲, en: A}\nsize: 3\nparts:\n  p: {unit: 人, extra: 1}\n  q: {count: 1}\n  r: {unit: 3}\n  s: {unit: 人}\n",
  );
  expect(part).toEqual({ label: { zh: "甲", en: "A" }, parts: { p: { unit: "人" }, s: { unit: "人" } } });
  expect(codes.sort()).toEqual([
    "1:5 schema/format",
    "3:7 schema/limit",
    "5:16 schema/unknown-key",
    "6:6 schema/missing-key",
    "7:13 schema/type",
  ]);
});

test("checkSchema(schema, document) says nothing more of what was refused as YAML", () => {
  const { codes, part } = check(`id: a\nlabel: {zh: 甲, en: A (b, c)}\nparts: {p: {unit: "人"}}\n`);
  expect(codes).toEqual(["2:20 yaml/unquoted-formula"]);
  expect(part).toEqual({ id: "a", parts: { p: { unit: "人" } } });
});

test("checkSchema(schema, document) answers a document that is no mapping at all", () => {
  expect(check("- a\n").codes).toEqual(["1:1 schema/type"]);
  expect(check("- a\n").part).toEqual({});
});
