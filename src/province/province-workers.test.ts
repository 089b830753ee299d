import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inventedProvince } from "../fixtures/invented-province.ts";
import { transpileSource } from "../fixtures/transpile-source.ts";

// Workers load JavaScript, so the library that this test runs is transpiled first.

const folder = mkdtempSync(join(tmpdir(), "province-workers-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Library = typeof import("./run-province.ts") &
  typeof import("../run-study.ts") &
  typeof import("../inputs/read-province.ts");

let library: Library;

beforeAll(async () => {
  transpileSource(folder);
  for (const [path, text] of Object.entries(inventedProvince(["aldwick", "birchby", "cresting"]))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const load = (file: string) => import(pathToFileURL(join(folder, "dist", file)).href);
  const parts = ["province/run-province.js", "run-study.js", "inputs/read-province.js"].map(load);
  library = Object.assign({}, ...(await Promise.all(parts)));
});

test("runProvinceOnWorkers(province, { workers }) gives the bits of runProvince with none, one and two threads", async () => {
  const { readProvince, runProvince, runProvinceOnWorkers, unwrap } = library;
  const folders = {
    region: "invented_province",
    dataDir: join(folder, "data"),
    scenariosDir: join(folder, "scenarios"),
  };
  const province = unwrap(readProvince(folders));
  // More batches than workers, and not a whole number of them.
  const draws = 3500;
  const alone = unwrap(runProvince(province, { draws }));
  for (const workers of [0, 1, 2]) {
    const run = unwrap(await runProvinceOnWorkers(province, { workers, draws, leastWork: 0 }));
    expect(run.results.map(({ ensemble }) => ensemble)).toEqual(alone.results.map(({ ensemble }) => ensemble));
    expect(run.results.map(({ regions }) => regions)).toEqual(alone.results.map(({ regions }) => regions));
  }
});
