import type { OutputFile } from "../report/output-file.ts";
import { writeIndex } from "../report/write-index.ts";
import { type WriteOutcome, writeFiles } from "../report/write-results.ts";

/** Write files into the output folder, all of them or none, and its index anew. */
export async function writeIntoOutput(outputDir: string, files: readonly OutputFile[]): Promise<WriteOutcome> {
  const written = await writeFiles(outputDir, files);
  if (written.ok) await writeIndex(outputDir);
  return written;
}
