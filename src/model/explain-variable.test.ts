import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { writeInventedRegion } from "../fixtures/write-invented-region.ts";
import { readStudy } from "../inputs/read-study.ts";
import type { Study } from "../inputs/study.ts";
import { explainableNames, explainName } from "./explain-name.ts";
import { explainVariable } from "./explain-variable.ts";

const folder = mkdtempSync(join(tmpdir(), "names-"));
afterAll(() => rmSync(folder, { recursive: true }));
const study = readInvented();
const { model } = study;

function readInvented(): Study {
  const read = readStudy(writeInventedRegion(folder));
  if (!read.ok) throw new TypeError("the invented region must be sound");
  return read.value;
}

const useTexts = (name: string) => explainVariable(model, name)?.reads.map((use) => `${use.name} ${use.moment}`);

test("explainVariable(model, name) gives each formula as written, with the part it is", () => {
  const { kind, unit, formulas, sector } = explainVariable(model, "harbour_jobs")!;
  expect({ kind, unit, sector: sector?.en }).toEqual({ kind: "stock", unit: "万人", sector: "Work" });
  expect(formulas.map(({ part, text }) => [part, text])).toEqual([
    ["initial", "observed(harbour_jobs)"],
    ["inflow", "new_jobs"],
    ["outflow", "left_jobs"],
  ]);
});

test("explainVariable(model, name) tells when a formula reads a name: now, last year, or a figure", () => {
  expect(useTexts("left_jobs")).toEqual(["leaving_share now", "harbour_jobs previous"]);
  expect(useTexts("certified_dockers")).toEqual([
    "harbour_jobs observed",
    "certified_share observed",
    "certificates now",
    "leaving_share now",
    "certified_dockers previous",
  ]);
});

test("explainVariable(model, name) reads switches and tables, but neither options nor dimensions nor shocks", () => {
  expect(useTexts("training_places")).toEqual(["training_mode now", "annual_training now", "apprentice_factor now"]);
  const names = new Set(
    [...model.variables, ...model.assumptions, ...model.tables, ...model.switches].map(({ name }) => name),
  );
  for (const { name } of model.variables) {
    for (const use of explainVariable(model, name)!.reads) {
      if (use.moment !== "observed") expect(names).toContain(use.name);
    }
  }
});

test("explainVariable(model, name): who reads a variable is who names it among what it reads", () => {
  for (const { name } of model.variables) {
    const readers = explainVariable(model, name)!.readBy.map((reader) => reader.name);
    const naming = model.variables.filter((other) =>
      explainVariable(model, other.name)!.reads.some((use) => use.name === name && use.moment !== "observed"),
    );
    expect(readers).toEqual(naming.map((other) => other.name));
  }
});

test("explainVariable(model, name) is undefined for what is no variable", () => {
  expect(explainVariable(model, "leaving_share")).toBeUndefined();
});

test("explainName(study, name) finds everything that bears a name", () => {
  expect(explainName(study, "harbour_jobs").map(({ kind }) => kind)).toEqual(["variable", "indicator"]);
  expect(explainName(study, "nowhere")).toEqual([]);
});

test("explainName(study, name) tells what acts on an assumption, and which policies feed a lever", () => {
  const [assumption] = explainName(study, "annual_training");
  const acting =
    assumption?.kind === "assumption" ? assumption.actedOnBy.map(({ kind, name }) => `${kind} ${name}`) : [];
  expect(acting).toEqual(["lever training_volume", "event storm_season"]);
  const [lever] = explainName(study, "training_quality");
  expect(lever?.kind === "lever" && lever.fedBy.map(({ number }) => number)).toEqual([2]);
});

test("explainableNames(study) lists every name that explainName knows, once and in order", () => {
  const names = explainableNames(study);
  expect(names).toEqual([...new Set(names)].sort());
  expect(names).toContain("night_ferry");
  for (const name of names) expect(explainName(study, name).length).toBeGreaterThan(0);
});
