import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { StudyFolders } from "../inputs/read-study.ts";
import { type SyntheticSize, syntheticName, syntheticRegion } from "./synthetic-region.ts";

/** Write the files of a synthetic region into a folder. @returns where `readStudy` finds it. */
export function writeSyntheticRegion(folder: string, size: SyntheticSize): StudyFolders {
  for (const [path, text] of syntheticRegion(size)) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  return { region: syntheticName, dataDir: join(folder, "data"), scenariosDir: join(folder, "scenarios") };
}
