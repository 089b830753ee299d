import fc from "fast-check";
import { expect, test } from "vitest";
import type { Issue } from "../core/issue.ts";
import { parseYaml, yamlDepthLimit } from "./parse-yaml.ts";
import { TextLines } from "./text-lines.ts";

const parse = (text: string) => {
  const issues: Issue[] = [];
  const document = parseYaml(new TextLines("a.yaml", text), issues);
  return { document, issues, codes: issues.map((issue) => `${issue.at.line}:${issue.at.column} ${issue.code}`) };
};

test("parseYaml(lines) reads the core schema: dates, yes and no stay texts", () => {
  const { document, codes } = parse("a: 2020-01-23\nb: no\nc: 0.5\nd: ~\ne: true\nf: [1, x]\n2022: 07\n");
  expect(codes).toEqual([]);
  expect(document?.value).toEqual({
    a: "2020-01-23",
    b: "no",
    c: 0.5,
    d: null,
    e: true,
    f: [1, "x"],
    "2022": 7,
  });
});

test("parseYaml(lines) takes a number and the same text in quotes for one key", () => {
  expect(parse('19: 1\n"19": 2\n').codes).toEqual(["2:1 yaml/duplicate-key"]);
});

test("parseYaml(lines) tells several errors of syntax at once, each in its line", () => {
  expect(parse('a: b: c\nd: @x\ne: "\\q"\n').codes).toEqual(["1:4 yaml/syntax", "2:4 yaml/syntax", "3:5 yaml/syntax"]);
});

test.each([
  ["", "1:1 yaml/empty"],
  ["# only a comment\n", "1:1 yaml/empty"],
  ["a: 1\n---\nb: 2\n", "2:1 yaml/several-documents"],
  ["a: {b: 1, c: [2, 3\n", "2:1 yaml/syntax"],
  ["a:\n\tb: 1\n", "2:1 yaml/tab"],
  ["? [a, b]\n: 1\n", "1:3 yaml/key-not-text"],
])("parseYaml(%j) gives %s", (text, code) => {
  expect(parse(text).codes).toEqual([code]);
});

test.each([
  ["a: {x: pert(1, 2, 3), y: 1}\n", "1:8 yaml/unquoted-formula", "pert(1, 2, 3)"],
  ["a: {x: 2 * max(b, c) + 1}\n", "1:8 yaml/unquoted-formula", "2 * max(b, c) + 1"],
  ["a: {x: fleet[route, age - 1], y: 1}\n", "1:8 yaml/unquoted-formula", "fleet[route, age - 1]"],
  ["a: {x: discrete([1, 0.5], [2, 0.5])}\n", "1:8 yaml/unquoted-formula", "discrete([1, 0.5], [2, 0.5])"],
  ["a: [x, max(1, 2)]\n", "1:8 yaml/unquoted-formula", "max(1, 2)"],
  ["a: {en: Jobs, all of them, zh: x}\n", "1:9 yaml/cut-text", "Jobs, all of them"],
])("parseYaml(%j) recognises what YAML has cut", (text, code, cut) => {
  const { issues, codes } = parse(text);
  expect(codes).toEqual([code]);
  expect(issues[0]?.mend.en).toContain(`"${cut}"`);
});

test("parseYaml(lines) leaves a quoted formula, and one in block style, alone", () => {
  expect(parse('a: {x: "pert(1, 2, 3)"}\nb: pert(1, 2, 3)\nc: fleet[route, age - 1]\n').codes).toEqual([]);
});

test("parseYaml(lines) refuses deep nesting before it can cost stack or time", () => {
  const depth = yamlDepthLimit + 1;
  expect(parse(`${"[".repeat(depth)}${"]".repeat(depth)}`).codes).toEqual([`1:${depth} yaml/too-deep`]);
  for (const opener of ["[", "{a: ", "- ", "? "]) {
    expect(parse(opener.repeat(200_000)).codes).toEqual([expect.stringMatching(/yaml\/too-deep$/)]);
  }
  const steps = Array.from({ length: depth + 1 }, (_, i) => `${" ".repeat(i)}k${i}:`).join("\n");
  expect(parse(`${steps} 1\n`).codes).toEqual([`${depth + 1}:${depth + 1} yaml/too-deep`]);
});

test("parseYaml(lines) refuses a document of too many tokens", () => {
  expect(parse("a: 1\n".repeat(100_000)).codes).toEqual([expect.stringMatching(/yaml\/too-large$/)]);
});

test("YamlDocument.textSpan(path, text, range) points into plain, quoted and folded formulas", () => {
  const text = 'a: x + y\nb: "x + y"\nc: >-\n  x +\n  y\nd:\n  - {e: "p * y"}\n';
  const { document } = parse(text);
  const place = (path: (string | number)[], value: string) => {
    const { line, column, endColumn } = document!.textSpan(path, value, { start: 4, end: 5 });
    return [line, column, endColumn];
  };
  expect(place(["a"], "x + y")).toEqual([1, 8, 9]);
  expect(place(["b"], "x + y")).toEqual([2, 9, 10]);
  expect(place(["c"], "x + y")).toEqual([5, 3, 4]);
  expect(place(["d", 0, "e"], "p * y")).toEqual([7, 14, 15]);
});

test("YamlDocument.span(path) is the value in one line, else its key; a missing one is the key above", () => {
  const { document } = parse("a:\n  b: {c: 1}\n  d:\n    e: 1\n");
  const place = (...path: string[]) => {
    const { line, column, endColumn } = document!.span(path);
    return [line, column, endColumn];
  };
  expect(place("a", "b")).toEqual([2, 6, 12]);
  expect(place("a", "b", "c")).toEqual([2, 10, 11]);
  expect(place("a", "d")).toEqual([3, 3, 4]);
  expect(place("a", "x")).toEqual([1, 1, 2]);
});

test("property: parseYaml(any text) answers with a document or an issue", () => {
  const piece = fc.constantFrom(
    "a",
    "b: ",
    "- ",
    "{",
    "}",
    "[",
    "]",
    "\n",
    "  ",
    "\t",
    ": ",
    ",",
    '"',
    "'",
    "|",
    ">",
    "#",
    "&x ",
    "*x",
    "!t ",
    "---",
    "?",
    "港",
    "(",
    ")",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.array(piece, { maxLength: 40 }).map((p) => p.join("")),
      ),
      (text) => {
        const { document, issues } = parse(text);
        expect(document !== null || issues.length > 0).toBe(true);
        for (const { at } of issues) {
          expect(at.line).toBeGreaterThanOrEqual(1);
          expect(at.endLine * 1e6 + at.endColumn).toBeGreaterThanOrEqual(at.line * 1e6 + at.column);
        }
      },
    ),
    { seed: 1, numRuns: 1500 },
  );
});
