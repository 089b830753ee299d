import { expect, test } from "vitest";
import { repositoryText } from "../fixtures/repository-files.ts";
import { keyPaths, withKeyTables } from "./key-table.ts";
import { keyDocuments, schemaKinds } from "./schema-files.ts";

// Run `planreach schema --write` when this fails: a schema has changed.
test.each(keyDocuments("data", "scenarios"))("the tables of keys in %s are what the program writes", (path) => {
  const text = repositoryText(path);
  expect(text).toContain("<!-- keys of ");
  expect(withKeyTables(text)).toBe(text);
});

test("every kind of file has its table in one of the documents", () => {
  const texts = keyDocuments("data", "scenarios").map(repositoryText).join("");
  expect(schemaKinds.filter((kind) => !texts.includes(`<!-- keys of ${kind}: `))).toEqual([]);
});

test("withKeyTables(markdown) renews what stands between the marks and leaves all else", () => {
  const around = (inside: string) => `Before\n<!-- keys of province: words -->\n${inside}<!-- end of keys -->\nAfter\n`;
  const made = withKeyTables(around("stale\n"));
  expect(made).toMatch(/^Before\n<!-- keys of province: words -->\n\n\| 键 · Key .*<!-- end of keys -->\nAfter\n$/s);
  expect(made).toContain("| `regions` | 列表 · list：文件夹 · folder | 必填 · required |");
  expect(made).not.toContain("stale");
  expect(withKeyTables(made)).toBe(made);
  expect(withKeyTables("<!-- keys of nothing -->\n<!-- end of keys -->")).toBe(
    "<!-- keys of nothing -->\n<!-- end of keys -->",
  );
});

test("a row of a table says the shape of a value, its limits and its default", () => {
  const scenario = withKeyTables("<!-- keys of scenario -->\n<!-- end of keys -->");
  expect(scenario).toContain("| `run.draws` | 整数 · whole number ≥ 1, ≤ 1048576 | `8192` | 抽样数<br>Draws |");
  expect(scenario).toContain("| `events[].at` | 年份 · year，或 · or<br>`2022-07` |");
  expect(scenario).toContain("| `label` | `{zh: …, en: …}` | 必填 · required |");
});

test("keyPaths(kind) lists every path once, with names that a file chooses in brackets", () => {
  const paths = keyPaths("model");
  expect(paths).toContain("levers.<name>.acts_on.<name>.multiply");
  expect(paths).toContain("variables.<name>.equation[].when");
  expect(new Set(paths).size).toBe(paths.length);
});
