import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isSystemError } from "../core/system-error.ts";
import type { OutputFile } from "./output-file.ts";
import { writeIndex } from "./write-index.ts";
import { takeWriteLock } from "./write-lock.ts";

/** What came of writing: the number of files, or the path that could not be written and the reason. */
export type WriteOutcome =
  | { readonly ok: true; readonly fileCount: number }
  | { readonly ok: false; readonly path: string; readonly reason: string };

/** Beginning of the names of folders in which results wait until they are complete. */
const stagingPrefix = ".tmp-";

/**
 * Write the results of a run, all of them or none.
 *
 * Everything is written into a folder of its own inside the output folder and moved into place by renaming once it is
 * complete, so that an interrupted run leaves nothing that looks like a result; what it does leave is removed by the
 * next run. A folder of an earlier run is replaced as a whole, without files that this run does not make. While another
 * run writes into the same folder, nothing is written. The index of the folder is renewed in the end.
 *
 * @param folders - names in the output folder that the files will replace. One that is there, is not empty and has
 *   neither `run.json` nor `model.html` was not made by a run: nothing is then written, so that a wrong `--output`
 *   destroys nothing.
 * @param files - made while they are written.
 */
export async function writeResults(
  outputDir: string,
  hash: string,
  folders: readonly string[],
  files: AsyncIterable<OutputFile>,
): Promise<WriteOutcome> {
  checkNames(folders);
  return await whileAlone(outputDir, () => replaceFolders(outputDir, hash, folders, files));
}

/**
 * Write files below a folder, all of them or none, beside what is there already.
 *
 * Everything is written aside first and then moved into place file by file, so that a full disk or a missing permission
 * leaves no half of an answer. While another run writes into the same folder, nothing is written.
 */
export async function writeFiles(outputDir: string, files: readonly OutputFile[]): Promise<WriteOutcome> {
  const staging = join(outputDir, `${stagingPrefix}files`);
  return await whileAlone(outputDir, async () => {
    try {
      for (const { path } of files) await mkdir(dirname(join(outputDir, path)), { recursive: true });
      await rm(staging, { recursive: true, force: true });
      const fileCount = await stage(staging, files);
      for (const { path } of files) await rename(join(staging, path), join(outputDir, path));
      return { ok: true, fileCount };
    } finally {
      await rm(staging, { recursive: true, force: true }).catch(() => {});
    }
  });
}

/** Write while no other run writes into the folder, which is made; a path that the system refuses is an outcome. */
async function whileAlone(outputDir: string, write: () => Promise<WriteOutcome>): Promise<WriteOutcome> {
  try {
    await mkdir(outputDir, { recursive: true });
    const lock = await takeWriteLock(outputDir);
    if (!lock.ok) return { ok: false, path: lock.path, reason: `process ${lock.holder} is writing` };
    try {
      return await write();
    } finally {
      await lock.release();
    }
  } catch (error) {
    if (isSystemError(error)) return { ok: false, path: error.path ?? outputDir, reason: error.code ?? "" };
    throw error;
  }
}

async function replaceFolders(
  outputDir: string,
  hash: string,
  folders: readonly string[],
  files: AsyncIterable<OutputFile>,
): Promise<WriteOutcome> {
  const foreign = await foreignFolder(outputDir, folders);
  if (foreign !== undefined) return { ok: false, path: foreign, reason: `no ${marks.join(", ")} in it` };
  await removeLeftovers(outputDir);
  const staging = join(outputDir, `${stagingPrefix}${hash}`);
  try {
    const fileCount = await stage(staging, files);
    await moveIntoPlace(staging, outputDir);
    await writeIndex(outputDir);
    return { ok: true, fileCount };
  } finally {
    await rm(staging, { recursive: true, force: true }).catch(() => {});
  }
}

/** Files of which every folder that a run makes has one. */
const marks: readonly string[] = ["run.json", "model.html"];

/** Scenario ids become names of folders; the schema keeps them safe, and this holds it to that. */
function checkNames(folders: readonly string[]): void {
  const unsafe = folders.find((name) => !/^[a-z][a-z0-9_]*$/.test(name));
  if (unsafe !== undefined) throw new RangeError(`writeResults: folder must be a scenario id; got ${unsafe}`);
}

async function foreignFolder(outputDir: string, folders: readonly string[]): Promise<string | undefined> {
  for (const name of folders) {
    const folder = join(outputDir, name);
    if (!existsSync(folder)) continue;
    const entries = await readdir(folder);
    if (entries.length > 0 && !entries.some((entry) => marks.includes(entry))) return folder;
  }
  return undefined;
}

async function removeLeftovers(outputDir: string): Promise<void> {
  for (const name of await readdir(outputDir)) {
    if (name.startsWith(stagingPrefix)) await rm(join(outputDir, name), { recursive: true, force: true });
  }
}

async function stage(staging: string, files: AsyncIterable<OutputFile> | Iterable<OutputFile>): Promise<number> {
  let count = 0;
  for await (const { path, content } of files) {
    const target = join(staging, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
    count += 1;
  }
  return count;
}

/** Put each finished folder or file in the place of what an earlier run left there. */
async function moveIntoPlace(staging: string, outputDir: string): Promise<void> {
  for (const name of (await readdir(staging)).sort()) {
    const target = join(outputDir, name);
    // Renamed away rather than deleted: the gap in which neither is in place is as short as two renames.
    if (existsSync(target)) await rename(target, join(staging, `.replaced-${name}`));
    await rename(join(staging, name), target);
  }
}
