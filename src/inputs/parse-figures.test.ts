import { expect, test } from "vitest";
import { figuresPath, figuresText, withFigures } from "../fixtures/invented-figures-file.ts";
import { readChangedRegion } from "../fixtures/read-changed-region.ts";
import { noFigures } from "./figures.ts";

test("readStudy(folders) reads the figures that a region asks for, bars of five ages where it does not say", () => {
  const { result, issues } = readChangedRegion(withFigures);
  expect(issues).toEqual([]);
  expect(result.ok && result.value.figures).toMatchObject({
    levels: [{ id: "dockers", variables: ["certified_dockers", "harbour_jobs"], share: "certified_share" }],
    stocks: [{ id: "pair", variables: ["harbour_jobs", "certified_dockers"], ratio: "certified_share" }],
    flows: [{ id: "jobs", stock: "harbour_jobs", inflows: ["new_jobs"], outflows: ["left_jobs"] }],
    pyramids: [{ id: "fleet", variable: "fleet", band: 5 }],
    maps: [{ id: "training", levers: ["training_volume", "training_quality"], scenario: "baseline" }],
  });
});

test("readStudy(folders) draws nothing more where a region has no figures.yaml", () => {
  const { result } = readChangedRegion();
  expect(result.ok && result.value.figures).toEqual(noFigures);
});

/** Text to replace, its replacement, the code, and a text of the line at which the issue must stand. */
const faults: [from: string, to: string, code: string, lineWith: string][] = [
  ["in: [new_jobs]", "in: [new_job]", "name/unknown", "in: [new_job]"],
  ["in: [new_jobs]", "in: [passengers]", "figures/array", "in: [passengers]"],
  ["in: [new_jobs]", "in: [certificates]", "figures/not-reported", "in: [certificates]"],
  ["in: [new_jobs]", "in: [training_places]", "figures/units", "in: [training_places]"],
  ["in: [new_jobs]", "in: []", "schema/length", "in: []"],
  [
    "[harbour_jobs, certified_dockers]",
    "[harbour_jobs, harbour_jobs]",
    "figures/twice",
    "[harbour_jobs, harbour_jobs]",
  ],
  ["[harbour_jobs, certified_dockers]", "[harbour_jobs]", "schema/length", "variables: [harbour_jobs]"],
  ["[harbour_jobs, certified_dockers]", "[harbour_jobs, vessels]", "figures/units", "[harbour_jobs, vessels]"],
  ["variable: fleet", "variable: passengers", "figures/pyramid", "variable: passengers"],
  ["variable: fleet", "variable: vessels", "figures/pyramid", "variable: vessels"],
  ["variable: fleet", "variable: fleet\n    band: 0", "schema/limit", "band: 0"],
  ["[training_volume, training_quality]", "[training_volume, traning]", "name/unknown", "traning"],
  ["[training_volume, training_quality]", "[training_volume, training_volume]", "figures/twice", "levers: ["],
  ["indicators: [certified_share]", "indicators: [certifed_share]", "name/unknown", "certifed_share"],
  ["scenario: baseline", "scenario: basline", "name/unknown", "basline"],
  ["    stock: harbour_jobs\n", "", "schema/missing-key", "  jobs:"],
];

test.each(faults)("readStudy(folders) tells %s → %s once, at its place", (from, to, code, lineWith) => {
  expect(figuresText).toContain(from);
  const { issues, lineOf } = readChangedRegion({ ...withFigures, [figuresPath]: figuresText.replace(from, to) });
  expect(issues.map(({ code: found, file, line }) => ({ code: found, file, line }))).toEqual([
    { code, file: figuresPath, line: lineOf(figuresPath, lineWith) },
  ]);
});
