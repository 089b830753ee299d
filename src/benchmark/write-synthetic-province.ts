import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { syntheticProvince, syntheticProvinceName } from "./synthetic-province.ts";

/** Write a synthetic province into a folder, usually a temporary one. @returns what `readProvince` wants to know. */
export function writeSyntheticProvince(folder: string, count: number, seed: number) {
  for (const [path, text] of syntheticProvince(count, seed)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { region: syntheticProvinceName, dataDir: join(folder, "data"), scenariosDir: join(folder, "scenarios") };
}
