import { existsSync } from "node:fs";
import { join } from "node:path";
import { readNames } from "./read-files.ts";

/**
 * List the regions of a data folder: its folders that hold a `plan.yaml`, in code-point order.
 *
 * @returns empty when there is no such folder.
 */
export function listRegions(dataDir: string): string[] {
  return (readNames(dataDir) ?? []).filter((name) => existsSync(join(dataDir, name, "plan.yaml")));
}
