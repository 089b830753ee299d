import { readFileSync } from "node:fs";

/** Read the version of this package, from `src/` as from `dist/`. */
export function readPackageVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
