import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { systemErrorCode } from "../core/system-error.ts";
import type { OutputFile } from "../report/output-file.ts";

/** What came of writing, as `writeResults` tells it. */
export type FilesWritten =
  | { readonly ok: true }
  | { readonly ok: false; readonly path: string; readonly reason: string };

/** Write files below a folder, which is made where it is missing; files that are there are replaced. */
export async function writeOutputFiles(folder: string, files: readonly OutputFile[]): Promise<FilesWritten> {
  for (const { path, content } of files) {
    const target = join(folder, path);
    try {
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content);
    } catch (error) {
      const reason = systemErrorCode(error);
      if (reason === null) throw error;
      return { ok: false, path: target, reason };
    }
  }
  return { ok: true };
}
