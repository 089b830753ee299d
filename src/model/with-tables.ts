import type { ModelSource } from "../inputs/study.ts";
import { compileTables } from "./compile-tables.ts";
import type { CompiledModel, CompiledTable } from "./compiled-model.ts";

/**
 * Give a compiled model the tables of another region that shares its text.
 *
 * Everything else stays the very same, so one program serves both; see `RunningProgram`.
 *
 * @param source - the region's model: the same files, some tables with other values.
 * @throws RangeError when a table has another shape, or a look-up other points: these are of the model, not of a region.
 */
export function withTables(model: CompiledModel, source: ModelSource): CompiledModel {
  const tables = compileTables(source, model.dimensions, () => {});
  const odd = model.tables.findIndex((table, place) => !hasSameShape(table, tables[place]));
  if (odd >= 0 || tables.length !== model.tables.length) {
    const name = (model.tables[odd] ?? tables.at(-1))?.name;
    throw new RangeError(`withTables: a table must have the shape of the model's; got ${name}`);
  }
  return { ...model, source, tables };
}

function hasSameShape({ name, content }: CompiledTable, other: CompiledTable | undefined): boolean {
  if (other?.name !== name) return false;
  const { content: found } = other;
  if (content.kind === "values" && found.kind === "values") {
    return isEqual(content.over, found.over) && content.values.length === found.values.length;
  }
  // The years of a table are data too: outside them the nearest holds.
  if (content.kind === "years" && found.kind === "years") return isEqual(content.over, found.over);
  if (content.kind !== "points" || found.kind !== "points") return false;
  const isSameStart = Object.is(content.y0, found.y0);
  return isSameStart && isEqual(content.x, found.x) && isEqual(content.slopeChanges, found.slopeChanges);
}

function isEqual(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  return a.length === b.length && Array.prototype.every.call(a, (value, i) => Object.is(value, b[i]));
}
