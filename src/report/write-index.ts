import { existsSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { indexMark, indexPage } from "./index-page.ts";
import { readOutputFolder } from "./read-output-folder.ts";

/** Name of the index in an output folder. */
export const indexFile = "index.html";

/**
 * Write the index of an output folder anew, from what lies there now.
 *
 * A page of that name which is not ours is left alone.
 */
export async function writeIndex(folder: string): Promise<void> {
  const path = join(folder, indexFile);
  if (existsSync(path) && !(await readFile(path, "utf8")).includes(indexMark)) return;
  const page = indexPage(readOutputFolder(folder));
  const staged = `${path}.new`;
  await writeFile(staged, page);
  await rename(staged, path);
}
