import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { scenarioText } from "./scenario-text.ts";
import { writeScenario } from "./write-scenario.ts";

const policy = {
  id: "found_policy",
  label: { zh: "找到的组合：“扩”", en: 'Found, "quoted"' },
  description: { zh: "说明: 有冒号", en: "with: a colon # and a hash" },
  base: { id: "baseline" },
  levers: {
    push: 0.1 + 0.2,
    pull: [
      { year: 2032, intensity: 0 },
      { year: 2033, intensity: 1 / 3 },
    ],
  },
  remarks: ["made by\na search"],
};

test("scenarioText(scenario) is YAML that says what it was given, to the last bit", () => {
  const text = scenarioText(policy);
  expect(text.split("\n").slice(0, 3)).toEqual([
    "# yaml-language-server: $schema=../scenario.schema.json",
    "#",
    "# made by a search",
  ]);
  expect(parse(text)).toEqual({
    id: "found_policy",
    label: policy.label,
    description: policy.description,
    extends: "baseline",
    levers: { push: 0.1 + 0.2, pull: { 2032: 0, 2033: 1 / 3 } },
  });
});

test("writeScenario(folder, scenario) writes a new file and never overwrites one", () => {
  const folder = mkdtempSync(join(tmpdir(), "scenario-"));
  try {
    const path = writeScenario(folder, policy);
    expect(path).toBe(join(folder, "found-policy.yaml"));
    expect(readFileSync(path, "utf8")).toBe(scenarioText(policy));
    expect(() => writeScenario(folder, policy)).toThrow(/EEXIST/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
