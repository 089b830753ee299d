import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseYaml } from "./parse-yaml.ts";
import { FolderReader, readNames } from "./read-files.ts";

/** File that makes a folder of the data a province. */
export const provinceFile = "province.yaml";

/** Whether a folder of the data is a province: a list of regions that are run together. */
export function isProvince(dataDir: string, name: string): boolean {
  return existsSync(join(dataDir, name, provinceFile));
}

/**
 * List the regions of a data folder: its folders that hold a `plan.yaml`, in code-point order.
 *
 * @returns empty when there is no such folder.
 */
export function listRegions(dataDir: string): string[] {
  return (readNames(dataDir) ?? []).filter((name) => existsSync(join(dataDir, name, "plan.yaml")));
}

/**
 * List the regions whose plan continues no other and whose figures are real: what is meant when nobody names a region.
 *
 * A plan that cannot be read counts, so that its faults are told rather than hidden.
 */
export function listStartingRegions(dataDir: string): string[] {
  const reader = new FolderReader(dataDir, "data", []);
  return listRegions(dataDir).filter((region) => {
    const lines = reader.readText(`${region}/plan.yaml`, "utf-8");
    const document = lines && parseYaml(lines, []);
    const keys = document?.keys([]) ?? [];
    return !keys.includes("continues") && !keys.includes("demonstration");
  });
}
