import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ScenarioToWrite, scenarioText } from "./scenario-text.ts";

/**
 * Write a scenario file into the folder of a region's scenarios; the folder must be there.
 *
 * @returns the path of the file, named after the scenario's id with hyphens.
 * @throws the file system's error with code `EEXIST` when there is such a file already: a scenario is never overwritten.
 */
export function writeScenario(folder: string, scenario: ScenarioToWrite): string {
  const path = join(folder, `${scenario.id.replaceAll("_", "-")}.yaml`);
  writeFileSync(path, scenarioText(scenario), { flag: "wx" });
  return path;
}
