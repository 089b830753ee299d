import type { Language } from "../core/bilingual.ts";
import type { Issue } from "../core/issue.ts";
import { printIssues } from "../core/print-issues.ts";
import type { TextSink } from "./command-io.ts";
import { sayIn } from "./messages.ts";
import { paintFor } from "./verdict-paint.ts";
import { wrapToWidth } from "./wrap-to-width.ts";

/** Remarks of one kind that are printed in full; the places of further ones are listed. */
const shownInFull = 2;

/**
 * Print issues so that many remarks of one kind do not drown the rest: errors all and first, then remarks by kind, the
 * first ones of each in full and the places of the others by file.
 */
export function printGroupedIssues(issues: readonly Issue[], language: Language, sink: TextSink): string {
  const errors = issues.filter(({ severity }) => severity === "error");
  const byCode = groupBy(
    issues.filter(({ severity }) => severity !== "error"),
    ({ code }) => code,
  );
  const groups = [...byCode.values()].map((group) => printGroup(group, language, sink));
  const print = (some: readonly Issue[]) => printIssues(some, language, { color: sink.hasColor });
  return [...(errors.length > 0 ? [print(errors)] : []), ...groups].join("\n");
}

function printGroup(group: readonly Issue[], language: Language, sink: TextSink): string {
  // One more than shown is no burden, and spares the reader a list of one.
  const shown = group.length <= shownInFull + 1 ? group : group.slice(0, shownInFull);
  const first = printIssues(shown, language, { color: sink.hasColor });
  const rest = group.slice(shown.length);
  if (rest.length === 0) return first;
  const byFile = groupBy(rest, ({ at }) => at.file);
  const places = [...byFile].flatMap(([file, inFile]) => {
    const lines = inFile.map(({ at }) => at.line).join(", ");
    return wrapToWidth(`${file}: ${lines}`, sink.columns - 4).map((line) => `    ${line}\n`);
  });
  const title = `  ${sayIn(language)("sameKind", { count: rest.length })}\n`;
  return `${first}${paintFor(sink).dim(title + places.join(""))}`;
}

function groupBy<T>(all: readonly T[], key: (one: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}
