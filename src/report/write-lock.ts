import { link, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { systemErrorCode } from "../core/system-error.ts";

/** File by which a run that writes into a folder tells other runs so; it holds the number of its process. */
const lockName = ".writing";

/** The right to write into a folder, or the process that has it. */
export type WriteLock =
  | { readonly ok: true; readonly release: () => Promise<void> }
  | { readonly ok: false; readonly path: string; readonly holder: number };

/**
 * Take the right to write into a folder, so that two runs at the same time do not mix their results.
 *
 * A lock whose process is gone was left by a run that was killed; it is taken over.
 *
 * @param folder - an existing folder.
 */
export async function takeWriteLock(folder: string): Promise<WriteLock> {
  const path = join(folder, lockName);
  for (;;) {
    if (await createLock(path)) return { ok: true, release: () => rm(path, { force: true }) };
    const holder = await holderOf(path);
    if (holder !== null && isRunning(holder)) return { ok: false, path, holder };
    await rm(path, { force: true });
  }
}

/** Make the lock file if it is not there; linked, so that nobody sees it before it says whose it is. */
async function createLock(path: string): Promise<boolean> {
  const own = `${path}-${process.pid}`;
  await writeFile(own, `${process.pid}\n`);
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if (systemErrorCode(error) === "EEXIST") return false;
    throw error;
  } finally {
    await rm(own, { force: true });
  }
}

/** The process in a lock file; null when it names none or has just been removed. */
async function holderOf(path: string): Promise<number | null> {
  try {
    const holder = Number.parseInt(await readFile(path, "utf8"), 10);
    return holder > 0 ? holder : null;
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT") return null;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user may not be signalled, but it is there.
    return systemErrorCode(error) === "EPERM";
  }
}
