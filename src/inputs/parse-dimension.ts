import { type Issue, makeIssue } from "../core/issue.ts";
import type { ModelEntry } from "./model-schema.ts";
import type { Dimension } from "./study.ts";
import type { YamlDocument } from "./yaml-document.ts";

/** Most elements of a dimension. */
const dimensionSizeLimit = 100_000;

/** Parse one dimension; null after an issue. Whether `of` exists is checked with all dimensions together. */
export function parseDimension(
  name: string,
  entry: ModelEntry<"dimensions">,
  document: YamlDocument,
  issues: Issue[],
): Dimension | null {
  const path = ["dimensions", name];
  const at = document.keySpan(path);
  if (typeof entry === "string") {
    const range = parseRange(entry);
    const size = range.to - range.from + 1;
    if (size < 1) issues.push(makeIssue("dimension/range", document.span(path), range));
    else if (size > dimensionSizeLimit) {
      issues.push(makeIssue("dimension/too-large", document.span(path), { size, limit: dimensionSizeLimit }));
    }
    if (size < 1 || size > dimensionSizeLimit) return null;
    const elements = Array.from({ length: size }, (_, i) => String(range.from + i));
    return { name, elements, first: range.from, bands: null, at };
  }
  // An element written twice has its issue as a name; taken once, it makes no others.
  if (Array.isArray(entry)) return { name, elements: [...new Set(entry)], first: null, bands: null, at };
  const ranges = entry.bands.map(parseRange);
  return { name, elements: entry.bands, first: null, bands: { of: entry.of, ranges }, at };
}

/** Check that every banded dimension groups a numeric one, band after band without overlap. */
export function checkBands(
  name: string,
  dimensions: ReadonlyMap<string, Dimension>,
  document: YamlDocument,
  issues: Issue[],
): void {
  const bands = dimensions.get(name)?.bands;
  const grouped = bands && dimensions.get(bands.of);
  if (!bands || !grouped) return;
  const path = ["dimensions", name];
  if (grouped.first === null) {
    issues.push(makeIssue("dimension/not-numeric", document.span([...path, "of"]), { name: bands.of }));
    return;
  }
  const last = grouped.first + grouped.elements.length - 1;
  let free = grouped.first;
  for (const [place, { from, to }] of bands.ranges.entries()) {
    if (from >= free && to >= from && to <= last) free = to + 1;
    else {
      const limits = `${grouped.first}..${last}`;
      const at = document.span([...path, "bands", place]);
      issues.push(makeIssue("dimension/band", at, { band: `${from}..${to}`, of: bands.of, limits }));
    }
  }
}

/** Read `16..19`, whose spelling the schema has checked. */
function parseRange(text: string): { from: number; to: number } {
  const [from, to] = text.split("..");
  return { from: Number(from), to: Number(to) };
}
