import { type Issue, makeIssue, type SourceSpan } from "../core/issue.ts";
import type { ModelEntry } from "./model-schema.ts";
import { unitAt } from "./parse-language.ts";
import { parseInlineTable, parseTableCsv, type TableValues, yearDimension } from "./parse-table.ts";
import type { Dimension, Table } from "./study.ts";
import type { TextLines } from "./text-lines.ts";
import type { YamlDocument, YamlPath } from "./yaml-document.ts";

/** Reads a table's CSV, named from the folder of the model; null after an issue at the place that names it. */
export type ReadTable = (path: string, askedAt: SourceSpan) => TextLines | null;

/** Parse a table of a model file with its values; null after issues, or when a dimension of it is not known. */
export function parseTable(
  name: string,
  sector: string,
  entry: ModelEntry<"tables">,
  document: YamlDocument,
  dimensions: ReadonlyMap<string, Dimension>,
  readTable: ReadTable,
  issues: Issue[],
): Table | null {
  const path = ["tables", name];
  const unit = unitAt(document, [...path, "unit"], entry.unit, issues);
  const content = entry.points
    ? parsePoints(entry, path, document, issues)
    : parseValues(entry, path, document, dimensions, readTable, issues);
  if (!unit || !content) return null;
  return {
    name,
    sector,
    label: entry.label ?? null,
    unit,
    unitText: String(entry.unit),
    // Points without a basis only say what shape a curve has.
    basis: entry.basis ?? "definition",
    source: entry.source ?? null,
    content,
    at: document.keySpan(path),
  };
}

function parsePoints(
  entry: ModelEntry<"tables">,
  path: YamlPath,
  document: YamlDocument,
  issues: Issue[],
): Table["content"] | null {
  const points = entry.points ?? [];
  if (entry.over || entry.values !== undefined) {
    issues.push(makeIssue("table/shape", document.keySpan(path), {}));
    return null;
  }
  const xUnit = unitAt(document, [...path, "x_unit"], entry.x_unit ?? 1, issues);
  const turn = points.findIndex(([x], i) => i > 0 && x <= points[i - 1]![0]);
  if (turn >= 0) {
    const parameters = { x: points[turn]![0], before: points[turn - 1]![0] };
    issues.push(makeIssue("table/points-order", document.span([...path, "points", turn]), parameters));
  }
  return xUnit && turn < 0 ? { kind: "points", points, xUnit } : null;
}

function parseValues(
  entry: ModelEntry<"tables">,
  path: YamlPath,
  document: YamlDocument,
  dimensions: ReadonlyMap<string, Dimension>,
  readTable: ReadTable,
  issues: Issue[],
): Table["content"] | null {
  const { over, values: written } = entry;
  if (!over || written === undefined || entry.basis === undefined || entry.x_unit !== undefined) {
    issues.push(makeIssue("table/shape", document.keySpan(path), {}));
    return null;
  }
  if (over.some((dimension) => dimension !== yearDimension && !dimensions.has(dimension))) return null;
  const valuesPath = [...path, "values"];
  let values: TableValues | null = null;
  if (typeof written === "string") {
    const lines = readTable(written, document.span(valuesPath));
    values = lines && parseTableCsv(lines, over, dimensions, issues);
  } else if (over.length === 1) {
    const placeOf = (element: string | null) =>
      element === null ? document.span(valuesPath) : document.keySpan([...valuesPath, element]);
    values = parseInlineTable(written, over[0]!, dimensions, placeOf, issues);
  } else {
    issues.push(makeIssue("table/one-dimension", document.span(valuesPath), { over: over.join(", ") }));
  }
  const file = typeof written === "string" ? { file: written } : {};
  return values && { kind: "values", ...file, over, ...values };
}
