import { readFileSync } from "node:fs";
import type { Issue } from "../core/issue.ts";

/**
 * Give each issue the line that it points at, as far as it has none and its file can be read.
 *
 * Issues of the model's compiler know their places but not the text, which is read again only when something is wrong.
 */
export function readExcerpts(issues: readonly Issue[]): Issue[] {
  const linesOf = new Map<string, readonly string[]>();
  return issues.map((issue) => {
    if (issue.excerpt !== undefined) return issue;
    const { file, line } = issue.at;
    if (!linesOf.has(file)) linesOf.set(file, readLines(file));
    const excerpt = linesOf.get(file)?.[line - 1];
    return excerpt === undefined ? issue : { ...issue, excerpt };
  });
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, "utf8").split(/\r\n|\n|\r/);
  } catch {
    // A file that is gone by now leaves its issues without their lines; they still say where they stand.
    return [];
  }
}
