import { makeIssue } from "../core/issue.ts";
import type { ModelSource, Table } from "../inputs/study.ts";
import type { CompiledDimension, CompiledTable } from "./compiled-model.ts";
import { sizeOver } from "./index-places.ts";
import type { Report } from "./namespace.ts";

/** Bring the tables into the form that kernels read: row-major values, values by year, or a look-up in hinge form. */
export function compileTables(
  model: ModelSource,
  dimensions: readonly CompiledDimension[],
  report: Report,
): readonly CompiledTable[] {
  const numbers = new Map(dimensions.map((dimension, number) => [dimension.name, number]));
  return model.tables.map((table) => compileTable(table, numbers, dimensions, report));
}

function compileTable(
  table: Table,
  numbers: ReadonlyMap<string, number>,
  dimensions: readonly CompiledDimension[],
  report: Report,
): CompiledTable {
  const { name, content, at } = table;
  if (content.kind === "points") return { name, content: hingeForm(content.points) };
  const over = content.over.filter((d) => d !== "year").map((d) => numbers.get(d) ?? -1);
  if (!content.years) return { name, content: { kind: "values", over, values: content.values } };
  if (content.over[0] !== "year") report(makeIssue("model/year-dimension-first", at, { name }));
  const size = sizeOver(over, dimensions);
  return { name, content: { kind: "years", over, size, years: content.years, values: content.values } };
}

/**
 * Write a piecewise linear look-up as y₀ + Σ Δsₖ · max(x − xₖ, 0), with x clamped to the table first.
 *
 * The form has no search and no branch on the segment, so that every kernel computes the same bits.
 */
function hingeForm(points: readonly (readonly [number, number])[]): CompiledTable["content"] {
  const x = Float64Array.from(points, ([px]) => px);
  const slopeChanges = new Float64Array(points.length);
  let slope = 0;
  for (let k = 0; k + 1 < points.length; k++) {
    const [x0, y0] = points[k] as readonly [number, number];
    const [x1, y1] = points[k + 1] as readonly [number, number];
    const next = (y1 - y0) / (x1 - x0);
    slopeChanges[k] = next - slope;
    slope = next;
  }
  return { kind: "points", x, y0: points[0]?.[1] ?? Number.NaN, slopeChanges };
}
