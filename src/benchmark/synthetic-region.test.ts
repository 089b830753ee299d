import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readStudy } from "../inputs/read-study.ts";
import { prepareStudy, runStudy, unwrap } from "../run-study.ts";
import { standardSize, syntheticRegion } from "./synthetic-region.ts";
import { writeSyntheticRegion } from "./write-synthetic-region.ts";

const folder = mkdtempSync(join(tmpdir(), "synthetic-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("writeSyntheticRegion(folder, standardSize) has the size for which the engine's goals are stated", () => {
  const study = unwrap(readStudy(writeSyntheticRegion(folder, standardSize)));
  const { variables, assumptions } = study.model;
  const stocks = variables.filter(({ initial }) => initial !== null);
  const text = syntheticRegion(standardSize).get("data/synthetic/model/everything.yaml") as string;
  const count = (pattern: RegExp) => text.match(pattern)?.length;
  expect({
    equations: variables.length,
    stocks: stocks.length,
    uncertain: assumptions.filter(({ distribution }) => distribution !== null).length,
    outcomes: variables.filter(({ report }) => report).length,
    scenarios: study.scenarios.length,
    lookups: count(/lookup\(/g),
    // A logistic is an exponential.
    exponentials: count(/\b(exp|ln|logistic)\(/g),
  }).toEqual({ equations: 144, stocks: 24, uncertain: 30, outcomes: 40, scenarios: 6, lookups: 9, exponentials: 24 });
  expect(unwrap(prepareStudy(study)).bound[0]?.years).toHaveLength(16);
});

test("a synthetic region runs to finite values in every size", () => {
  for (const size of [
    standardSize,
    { sectors: 30, ageGroups: 17, years: 5 },
    { sectors: 1, ageGroups: 101, years: 5 },
  ]) {
    const study = unwrap(readStudy(writeSyntheticRegion(folder, size)));
    const [result] = unwrap(runStudy(study, { draws: 64, scenarios: ["most"] })).results;
    expect(result?.ensemble.nonFinite).toEqual([]);
  }
});

test("every file of a synthetic region says that it is one", () => {
  const texts = [...syntheticRegion(standardSize)].filter(([path]) => path.endsWith(".yaml"));
  for (const [, text] of texts) expect(text.startsWith("# Synthetic: ")).toBe(true);
});
