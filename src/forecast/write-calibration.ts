import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Result } from "../core/issue.ts";
import { calibrationFiles } from "./calibration-files.ts";
import { readPastSeries } from "./read-series-tables.ts";

/**
 * Rebuild the committed calibration from a folder of past series.
 *
 * @param poolFolder - holds the tables that `readPastSeries` reads.
 * @param targetFolder - receives the files; `src/forecast` of a working copy.
 * @returns the paths written, or what is wrong with the tables.
 */
export function writeCalibration(poolFolder: string, targetFolder: string): Result<string[]> {
  const series = readPastSeries(poolFolder);
  if (!series.ok) return series;
  const value = Object.entries(calibrationFiles(series.value)).map(([name, text]) => {
    const path = join(targetFolder, name);
    writeFileSync(path, text);
    return path;
  });
  return { ok: true, value, warnings: series.warnings };
}
