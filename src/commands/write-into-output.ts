import type { OutputFile } from "../report/output-file.ts";
import { writeIndex } from "../report/write-index.ts";
import { type FilesWritten, writeOutputFiles } from "./write-output-files.ts";

/** Write files into the output folder, and its index anew. */
export async function writeIntoOutput(outputDir: string, files: readonly OutputFile[]): Promise<FilesWritten> {
  const written = await writeOutputFiles(outputDir, files);
  if (written.ok) await writeIndex(outputDir);
  return written;
}
