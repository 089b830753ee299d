import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Issue } from "../core/issue.ts";
import { printIssues } from "../core/print-issues.ts";
import { decodeText } from "./decode-text.ts";
import { collectModelNames } from "./model-names.ts";
import { parseModel } from "./parse-model.ts";
import { parseObservations } from "./parse-observations.ts";
import { parsePlan } from "./parse-plan.ts";
import { parsePolicies } from "./parse-policies.ts";
import { parseScenario } from "./parse-scenario.ts";
import { parseYaml } from "./parse-yaml.ts";
import { resolveScenarios } from "./resolve-scenario.ts";
import { TextLines } from "./text-lines.ts";

const folder = fileURLToPath(new URL("../fixtures/invented-region", import.meta.url));
const fixture = (path: string) => readFileSync(join(folder, path), "utf8");

/** Read one file of a kind as far as it goes; an exception here is a fault of ours. */
function readText(path: string, text: string): Issue[] {
  const issues: Issue[] = [];
  const lines = new TextLines(path, text);
  if (path.endsWith(".csv")) {
    parseObservations(lines, issues);
    return issues;
  }
  const document = parseYaml(lines, issues);
  if (!document) return issues;
  if (path.includes("plan.yaml")) parsePlan(document, issues);
  else if (path.includes("policies.yaml")) parsePolicies(document, collectModelNames([], false, issues), issues);
  else if (path.includes("/model/")) parseModel([document], false, () => null, issues);
  else {
    const source = parseScenario(document, issues);
    resolveScenarios({ sources: [source], isComplete: false, switches: [], plan: { lastYear: 2035 } }, issues);
  }
  return issues;
}

/** Every issue has a place inside the file and can be printed in both languages. */
function expectPrintable(issues: readonly Issue[], text: string): void {
  const lineCount = text.split("\n").length;
  for (const { at, message, mend } of issues) {
    expect(at.line).toBeGreaterThanOrEqual(1);
    expect(at.line).toBeLessThanOrEqual(lineCount);
    expect(`${message.zh}${message.en}${mend.zh}${mend.en}`).not.toMatch(/undefined|\[object|NaN/);
  }
  expect(printIssues(issues, "zh").length).toBeGreaterThanOrEqual(issues.length);
}

const paths = [
  "data/tidewick/plan.yaml",
  "data/tidewick/observations.csv",
  "data/tidewick/policies.yaml",
  "data/tidewick/model/ferries.yaml",
  "data/tidewick/model/work.yaml",
  "scenarios/tidewick/training-push.yaml",
];

/** Pieces that mean something in one of the languages of the files. */
const piece = fc.constantFrom(
  "",
  "\n",
  "  ",
  ": ",
  "- ",
  "{",
  "}",
  "[",
  "]",
  "(",
  ",",
  '"',
  "'",
  "#",
  "null",
  "true",
  "-1",
  "1e999",
  "0..9",
  "constructor: 1\n",
  "__proto__: {a: 1}\n",
  "港",
  "\t",
  "*a",
  "&a ",
  "!t ",
  "---\n",
  "|",
  "%",
  "\u0000",
  "\uD800",
);

const mutation = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(12), piece);

test.each(paths)("property: any change of %s is answered with issues, never with an exception", (path) => {
  const valid = fixture(path);
  expect(readText(path, valid)).toEqual([]);
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
      const text = mutations.reduce((current, [where, length, inserted]) => {
        const at = Math.floor(where * current.length);
        return current.slice(0, at) + inserted + current.slice(at + length);
      }, valid);
      expectPrintable(readText(path, text), text);
    }),
    { seed: 1, numRuns: 120 },
  );
});

test.each(paths)("property: any lines of %s, in any order, are answered with issues", (path) => {
  const lines = fixture(path).split("\n");
  fc.assert(
    fc.property(fc.shuffledSubarray(lines, { maxLength: Math.min(30, lines.length) }), (some) => {
      const text = some.join("\n");
      expectPrintable(readText(path, text), text);
    }),
    { seed: 1, numRuns: 80 },
  );
});

test("property: any bytes are decoded or refused, and what is decoded is read or refused", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(...paths), (bytes, path) => {
      const issues: Issue[] = [];
      const encoding = path.endsWith(".csv") ? "utf-8 or gb18030" : "utf-8";
      const text = decodeText(bytes, path, encoding, issues);
      expect(text !== null || issues.length > 0).toBe(true);
      if (text !== null) expectPrintable(readText(path, text), text);
    }),
    { seed: 1, numRuns: 400 },
  );
});
