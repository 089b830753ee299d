import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { captureIo, optionsIn } from "../fixtures/captured-io.ts";
import { writeInventedRegion } from "../fixtures/write-invented-region.ts";
import { readStudy } from "../inputs/read-study.ts";
import { runStudy, unwrap } from "../run-study.ts";
import type { CommonOptions } from "./command-options.ts";
import { seekCommand } from "./seek-command.ts";
import type { TypedSeekOptions } from "./seek-options.ts";

const folder = mkdtempSync(join(tmpdir(), "seek-"));
writeInventedRegion(folder);
afterAll(() => rmSync(folder, { recursive: true }));

async function seek(typed: Partial<TypedSeekOptions>, parts: Partial<CommonOptions> = {}) {
  const { io, results, diagnostics } = captureIo();
  const options = { ...optionsIn(folder, { draws: 512, asOf: "2031-12-31" }), ...parts };
  const exit = await seekCommand(options, { together: false, front: false, ...typed }, io);
  return { exit, results: results(), diagnostics: diagnostics() };
}

test.each(["zh", "en"] as const)(
  "seekCommand prints the answer about all levers, with the front: %s",
  async (language) => {
    const { exit, results, diagnostics } = await seek({ indicator: ["certified_share"], front: true }, { language });
    expect({ exit, diagnostics }).toEqual({ exit: 0, diagnostics: "" });
    await expect(results).toMatchFileSnapshot(`__snapshots__/seek.${language}.txt`);
  },
);

test.each(["zh", "en"] as const)(
  "seekCommand prints the answer about one lever that is not enough: %s",
  async (language) => {
    const typed = { indicator: ["certified_share"], lever: "training_quality", probability: "0.999" };
    const { exit, results } = await seek(typed, { language });
    expect(exit).toBe(0);
    await expect(results).toMatchFileSnapshot(`__snapshots__/seek-one.${language}.txt`);
  },
);

test.each(["zh", "en"] as const)(
  "seekCommand --target-at prints the targets that would be kept: %s",
  async (language) => {
    const { exit, results } = await seek({ targetAt: "" }, { language });
    expect(exit).toBe(0);
    await expect(results).toMatchFileSnapshot(`__snapshots__/seek-target-at.${language}.txt`);
  },
);

test("seekCommand --json prints the finding as data, with its sentence", async () => {
  const { results } = await seek({ indicator: ["work"], together: true, probability: "0.3" }, { json: true });
  expect(JSON.parse(results)).toMatchObject({
    scenarios: ["baseline"],
    together: true,
    chances: [{ indicators: ["harbour_jobs", "certified_share"], probability: 0.3 }],
    draws: 512,
    seed: 7,
    freshSeed: 8,
    informationDate: "2031-12-31",
    sentence: { zh: expect.any(String), en: expect.any(String) },
    front: null,
    written: null,
  });
});

test("seekCommand --chart draws the front and the map of two levers, and says where", async () => {
  const typed = { indicator: ["certified_share"], lever: "training_volume,training_quality", front: true, chart: true };
  const { exit, diagnostics } = await seek(typed);
  expect(exit).toBe(0);
  for (const name of [
    "front-baseline-certified_share",
    "map-baseline-certified_share-training_volume+training_quality",
  ]) {
    expect(diagnostics).toContain(`seek/${name}.png`);
    expect(readdirSync(join(folder, "output/seek"))).toContain(`${name}.vl.json`);
  }
  const { diagnostics: told } = await seek({ indicator: ["certified_share"], lever: "training_quality", chart: true });
  expect(told).toContain("there is no chart to draw");
});

test("seekCommand --target-at --json prints the suggestions and the run they come from", async () => {
  const { results } = await seek({ indicator: ["harbour_jobs"], targetAt: "0.9, 0.5" }, { json: true });
  expect(JSON.parse(results)).toMatchObject({
    run: { draws: 512, seed: 7 },
    probabilities: [0.9, 0.5],
    suggestions: [{ indicator: "harbour_jobs", suggested: [{ probability: 0.9 }, { probability: 0.5 }] }],
  });
});

test("seekCommand --write writes the policy as a scenario that runs to the same chance", async () => {
  const typed = {
    indicator: ["certified_share"],
    lever: "training_volume,training_quality",
    probability: "0.6",
    write: "found",
  };
  const { exit, results } = await seek(typed, { json: true });
  expect(exit).toBe(0);
  const { written, chances, status } = JSON.parse(results);
  expect(status).toBe("met");
  expect(readFileSync(written, "utf8")).toContain("extends: baseline\nlevers:\n");
  const folders = { region: "tidewick", dataDir: join(folder, "data"), scenariosDir: join(folder, "scenarios") };
  const study = unwrap(readStudy(folders));
  const run = unwrap(runStudy(study, { scenarios: ["found"], draws: 512, asOf: "2031-12-31" }));
  const verdict = run.results[0]?.verdicts.verdicts.find(({ indicator }) => indicator === "certified_share");
  expect(verdict?.probability).toBe(chances[0].after.probability);
  const again = await seek(typed);
  expect(again).toMatchObject({ exit: 2, results: "" });
  expect(again.diagnostics).toContain("`found`");
});

const wrongUses: [typed: Partial<TypedSeekOptions>, told: string][] = [
  [{}, "say which rows"],
  [{ indicator: ["certfied_share"] }, "did you mean `certified_share`?"],
  [{ indicator: ["certified_share"], lever: "training" }, "there is no lever `training`"],
  [{ indicator: ["certified_share"], scenario: "base" }, "there is no scenario `base`"],
  [{ indicator: ["certified_share"], probability: "1.5" }, "got 1.5"],
  [{ targetAt: "0.9,high" }, "got 0.9,high"],
  [{ indicator: ["certified_share"], from: "soon" }, "got soon"],
  [{ indicator: ["certified_share"], from: "2050" }, "not be later than the plan's last year, 2035"],
  [{ indicator: ["certified_share"], write: "Found It" }, "got Found It"],
];

test.each(wrongUses)("seekCommand ends with 2 and says what is wrong: %j", async (typed, told) => {
  const { exit, results, diagnostics } = await seek(typed);
  expect({ exit, results }).toEqual({ exit: 2, results: "" });
  expect(diagnostics).toContain(told);
});
