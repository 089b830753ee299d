import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { captureIo, optionsIn } from "../fixtures/captured-io.ts";
import { inventedProvince } from "../fixtures/invented-province.ts";
import { assessCommand } from "./assess-command.ts";
import { checkCommand } from "./check-command.ts";
import type { CommonOptions } from "./command-options.ts";
import { consistencyCommand } from "./consistency-command.ts";
import { runCommand } from "./run-command.ts";

const folder = mkdtempSync(join(tmpdir(), "province-command-"));
afterAll(() => rmSync(folder, { recursive: true }));
for (const [path, text] of Object.entries(inventedProvince(["aldwick", "birchby", "cresting"]))) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const optionsFor = (parts: Partial<CommonOptions> = {}) => optionsIn(folder, { region: "invented_province", ...parts });

test.each(["zh", "en"] as const)(
  "assessCommand prints a province's figures and in how many regions rows are kept: %s",
  async (language) => {
    const { io, results } = captureIo();
    expect(await assessCommand(optionsFor({ language }), {}, io)).toBe(0);
    await expect(results()).toMatchFileSnapshot(`__snapshots__/province.${language}.txt`);
  },
);

test("runCommand writes the sums, the verdicts of every region and what they rest on", async () => {
  const { io, results } = captureIo();
  expect(await runCommand(optionsFor({ json: true }), { scenario: ["pushed"] }, io)).toBe(0);
  const { outputDir } = optionsFor();
  const csv = readFileSync(join(outputDir, "pushed", "results.csv"), "utf8");
  expect(csv).toContain("pushed,invented_province,people,万人,2033,0.5,");
  const record = JSON.parse(readFileSync(join(outputDir, "pushed", "run.json"), "utf8"));
  expect(record).toMatchObject({
    regions: ["aldwick", "birchby", "cresting"],
    leftOut: [{ name: "wage", reason: "money" }],
  });
  expect(existsSync(join(outputDir, "baseline"))).toBe(false);
  const report = JSON.parse(results());
  expect(report.scenarios[0].regions).toHaveLength(3);
  expect(report.scenarios[0].figures[0]).toMatchObject({
    variable: "own_people",
    year: 2030,
    togetherness: expect.any(Number),
  });
});

test("checkCommand says that a province is in order", () => {
  const { io, results } = captureIo();
  expect(checkCommand({ ...optionsFor({ language: "en" }), identities: false }, io)).toBe(0);
  expect(results()).toBe("invented_province: 3 regions, 2 scenarios in common; no errors.\n");
});

test("commands on one region refuse a province, and a scenario that it lacks is wrong usage", async () => {
  const one = captureIo();
  expect(await consistencyCommand({ ...optionsFor({ language: "en" }), chart: false }, one.io)).toBe(2);
  expect(one.diagnostics()).toContain("is a province; this command looks at one region, such as aldwick");
  const other = captureIo();
  expect(await assessCommand(optionsFor({ language: "en" }), { scenario: ["pushd"] }, other.io)).toBe(2);
  expect(other.diagnostics()).toContain("did you mean `pushed`?");
});
