import { expect, test } from "vitest";
import { isMap, parseDocument, visit } from "yaml";
import { readChangedRegion } from "../fixtures/read-changed-region.ts";
import type { Study } from "./study.ts";

/** Write a YAML text with the keys of every mapping in reverse. */
function reverseKeys(text: string): string {
  const document = parseDocument(text);
  visit(document, { Map: (_, map) => void (isMap(map) && map.items.reverse()) });
  return document.toString({ lineWidth: 0 });
}

/** Reverse the rows of a CSV below its header. */
function reverseRows(text: string): string {
  const [header, ...rows] = text.trimEnd().split("\n");
  return `${[header, ...rows.reverse()].join("\n")}\n`;
}

/** A study without places, paths and hashes; lists whose items have names, which stand for mappings, in one order. */
function content(value: unknown): unknown {
  if (value instanceof Float64Array) return [...value];
  if (Array.isArray(value)) {
    const items = value.map(content);
    const isNamed = value.every((item) => item?.name ?? item?.id ?? item?.series ?? item?.first ?? item?.target);
    return isNamed ? items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : items;
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(
    ([key, part]) => key !== "files" && key !== "file" && part?.endColumn === undefined,
  );
  return Object.fromEntries(
    entries.map(([key, part]) => [key, content(part)] as const).sort(([x], [y]) => (x < y ? -1 : 1)),
  );
}

const files = (change: (text: string) => string, ...paths: string[]) =>
  Object.fromEntries(paths.map((path) => [path, change]));

const yamlFiles = [
  "data/tidewick/plan.yaml",
  "data/tidewick/policies.yaml",
  "data/tidewick/model/ferries.yaml",
  "data/tidewick/model/town.yaml",
  "data/tidewick/model/work.yaml",
  "scenarios/tidewick/baseline.yaml",
  "scenarios/tidewick/training-push.yaml",
];

const studyOf = (changes: Parameters<typeof readChangedRegion>[0]) => {
  const { result } = readChangedRegion(changes);
  if (!result.ok) throw new Error(JSON.stringify(result.issues, null, 1));
  return result.value;
};

test("property: the order of keys in YAML does not matter", () => {
  const reversed = studyOf(files(reverseKeys, ...yamlFiles));
  expect(reversed.plan.indicators[0]?.id).toBe("night_ferry");
  expect(content(reversed)).toEqual(content(studyOf({})));
});

test("property: the order of rows in CSV does not matter", () => {
  const tables = ["base-fleet", "scrap-share"].map((name) => `data/tidewick/model/tables/${name}.csv`);
  const reversed = studyOf(files(reverseRows, "data/tidewick/observations.csv", ...tables));
  expect(reversed.observations[0]?.month).toBe(9);
  expect(content(reversed)).toEqual(content(studyOf({})));
});

test("property: which file of the model says a thing does not matter, but for its sector", () => {
  const moved = "  base_income: {unit: 元, value: 42000, basis: data, source: 住户调查}\n";
  const elsewhere = studyOf({
    "data/tidewick/model/town.yaml": (text) => text.replace(moved, ""),
    "data/tidewick/model/work.yaml": (text) => text.replace("assumptions:\n", `assumptions:\n${moved}`),
  });
  const income = (study: Study) => study.model.assumptions.find((assumption) => assumption.name === "base_income");
  const { at, sector, ...rest } = income(studyOf({}))!;
  expect(income(elsewhere)).toMatchObject({ ...rest, sector: "work" });
  expect(elsewhere.model.assumptions).toHaveLength(studyOf({}).model.assumptions.length);
});
