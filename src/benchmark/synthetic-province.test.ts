import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readProvince } from "../inputs/read-province.ts";
import { runProvince } from "../province/run-province.ts";
import { unwrap } from "../run-study.ts";
import { measureProvince } from "./measure-province.ts";
import { syntheticProvince } from "./synthetic-province.ts";
import { writeSyntheticProvince } from "./write-synthetic-province.ts";

test("syntheticProvince(count, seed) marks every YAML file, and makes the first counties of a larger one", () => {
  const few = syntheticProvince(3, 1);
  const more = syntheticProvince(5, 1);
  for (const [path, text] of few) {
    if (path.endsWith(".yaml")) expect(text, path).toMatch(/^# 合成数据.*\n# SYNTHETIC/);
    if (!path.endsWith("province.yaml")) expect(more.get(path), path).toBe(text);
  }
  const table = "data/synthetic_0001/model/tables/base-population.csv";
  expect(syntheticProvince(3, 2).get(table)).not.toBe(few.get(table));
});

test("writeSyntheticProvince(folder, …) writes counties that can be read, run and added up", () => {
  const folder = mkdtempSync(join(tmpdir(), "synthetic-"));
  try {
    const province = unwrap(readProvince(writeSyntheticProvince(folder, 3, 1)));
    const run = unwrap(runProvince(province, { draws: 64 }));
    expect(run.outcomes.summed).toEqual(["residents", "labour_force", "employed", "training", "certified"]);
    expect(run.outcomes.rates.map(({ name }) => name)).toEqual(["certified_share", "employed_share"]);
    const { ensemble, regions } = run.results[0] as (typeof run.results)[number];
    expect(ensemble.nonFinite).toEqual([]);
    expect(ensemble.central.every((value) => Number.isFinite(value) || Number.isNaN(value))).toBe(true);
    const chances = regions.map(({ verdicts }) => verdicts.verdicts.map(({ probability }) => probability));
    expect(new Set(chances.map(String)).size).toBeGreaterThan(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("measureProvince(…) gives a figure a turn and size", () => {
  const folder = mkdtempSync(join(tmpdir(), "measured-"));
  let time = 0;
  const processorTime = () => (time += 1e6);
  try {
    const figures = measureProvince({ folder, counties: 4, draws: 16, turns: 1, processorTime });
    expect(figures).toMatchObject({ run: { few: [1], all: [1] }, read: { few: [1], all: [1] }, runRatio: 0.5 });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
