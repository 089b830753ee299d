import type { ActiveEffect, BoundScenario } from "../../ensemble/bind-scenario.ts";
import type { CompiledModel } from "../../model/compiled-model.ts";
import type { CellPlace } from "./cell-place.ts";
import { firstRow } from "./sheet-draft.ts";

/** What stands in the rows of the sheet of assumptions. */
export type AssumptionRow =
  | { readonly kind: "section"; readonly sector: string | "switches" | "observed" }
  | { readonly kind: "assumption" | "switch" | "observed"; readonly number: number };

/** What stands in the rows of the sheet of measures. */
export type MeasureRow =
  | { readonly kind: "section"; readonly part: "intensities" | "sizes" | "inForce" }
  /** Intensity by year of one lever or event: that of any of its effects. */
  | { readonly kind: "intensity"; readonly effect: number }
  | { readonly kind: "size"; readonly effect: number }
  | { readonly kind: "assumption"; readonly number: number }
  | { readonly kind: "table"; readonly number: number; readonly part: TablePart };

/** What acts on a table: value × multiply + add, then × keep + set. */
export type TablePart = "multiply" | "add" | "keep" | "set";

/** What stands in the rows of the projection. */
export type ProjectionRow =
  | { readonly kind: "section"; readonly sector: string }
  | { readonly kind: "title"; readonly variable: number }
  | { readonly kind: "value"; readonly variable: number; readonly element: number };

/** A table and the row below its titles in which its values begin. */
export interface TableBlock {
  readonly table: number;
  readonly firstRow: number;
}

/** Where everything stands that a formula can refer to. Years are places on the time axis. */
export interface CellPlan {
  readonly model: CompiledModel;
  readonly bound: BoundScenario;
  readonly rows: {
    readonly assumptions: readonly AssumptionRow[];
    readonly measures: readonly MeasureRow[];
    readonly projection: readonly ProjectionRow[];
  };
  readonly tables: readonly TableBlock[];
  readonly lookups: readonly TableBlock[];
  readonly variable: (variable: number, element: number, year: number) => CellPlace;
  /** The value a person may change, whatever acts on it. */
  readonly ownValue: (assumption: number) => CellPlace;
  /** The value in force in a year, levers and events applied. */
  readonly assumption: (assumption: number, year: number) => CellPlace;
  readonly switch: (number: number) => CellPlace;
  readonly observed: (number: number) => CellPlace;
  readonly intensity: (effect: ActiveEffect, year: number) => CellPlace;
  readonly size: (effect: ActiveEffect) => CellPlace;
  /** The adjustment of a table in a year; undefined when nothing of that kind acts on it. */
  readonly tablePart: (table: number, part: TablePart, year: number) => CellPlace | undefined;
  /** A value of a table; `column` counts the years of a table over years. */
  readonly tableValue: (table: number, element: number, column: number) => CellPlace;
  /** First x of a look-up; y and the change of slope stand right of it. */
  readonly points: (table: number) => CellPlace;
}

/** Column of the base year on the sheets that have a column for every year. */
export const firstYearColumn = 5;

/** Column in which the sheet of assumptions has the value in force, and the sheet of measures the size of an effect. */
export const entryColumn = 4;

/** Rows that the titles of a block of a table take. */
const tableTitleRows = 2;

/** Lay out the sheets of the projection: which row and column everything gets, before any formula is written. */
export function placeCells(model: CompiledModel, bound: BoundScenario): CellPlan {
  const rows = {
    assumptions: assumptionRows(model),
    measures: measureRows(model, bound),
    projection: projectionRows(model),
  };
  const find = rowFinders(rows);
  const isPoints = (table: number) => model.tables[table]?.content.kind === "points";
  const tables = placeTables(model, (table) => !isPoints(table));
  const lookups = placeTables(model, isPoints);
  const blockOf = (table: number) => [...tables, ...lookups].find((block) => block.table === table)?.firstRow ?? 0;
  const own = (kind: "assumption" | "switch" | "observed", number: number): CellPlace => ({
    sheet: "assumptions",
    row: find.assumptions.get(`${kind} ${number}`) ?? 0,
    column: entryColumn,
  });
  const measure = (key: string, year: number): CellPlace | undefined => {
    const row = find.measures.get(key);
    return row === undefined ? undefined : { sheet: "measures", row, column: firstYearColumn + year };
  };
  return {
    model,
    bound,
    rows,
    tables,
    lookups,
    variable: (variable, element, year) => ({
      sheet: "projection",
      row: find.projection.get(`${variable} ${element}`) ?? 0,
      column: firstYearColumn + year,
    }),
    ownValue: (number) => own("assumption", number),
    assumption: (number, year) => measure(`assumption ${number}`, year) ?? own("assumption", number),
    switch: (number) => own("switch", number),
    observed: (number) => own("observed", number),
    intensity: (effect, year) => measure(`intensity ${sourceOf(effect)}`, year) as CellPlace,
    size: (effect) => ({ sheet: "measures", row: find.measures.get(`size ${effect.key}`) ?? 0, column: entryColumn }),
    tablePart: (table, part, year) => measure(`table ${table} ${part}`, year),
    tableValue: (table, element, column) => ({ sheet: "tables", row: blockOf(table) + element, column: 2 + column }),
    points: (table) => ({ sheet: "lookups", row: blockOf(table), column: 1 }),
  };

  function rowFinders(listed: CellPlan["rows"]) {
    return {
      assumptions: numbered(listed.assumptions, (row) => (row.kind === "section" ? "" : `${row.kind} ${row.number}`)),
      measures: numbered(listed.measures, (row) => measureKey(row, bound)),
      projection: numbered(listed.projection, (row) => (row.kind === "value" ? `${row.variable} ${row.element}` : "")),
    };
  }
}

/** The lever or event that an effect belongs to: its key without the target. */
export function sourceOf({ key }: Pick<ActiveEffect, "key">): string {
  return key.split(":").slice(0, 2).join(":");
}

function numbered<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, number> {
  return new Map(rows.map((row, place) => [keyOf(row), firstRow + place]));
}

function measureKey(row: MeasureRow, { effects }: BoundScenario): string {
  switch (row.kind) {
    case "section":
      return "";
    case "intensity":
      return `intensity ${sourceOf(effects[row.effect] as ActiveEffect)}`;
    case "size":
      return `size ${effects[row.effect]?.key}`;
    case "assumption":
      return `assumption ${row.number}`;
    case "table":
      return `table ${row.number} ${row.part}`;
  }
}

function assumptionRows({ source, assumptions, switches, observed }: CompiledModel): AssumptionRow[] {
  const rows: AssumptionRow[] = [];
  const numberOf = new Map(assumptions.map((name, number) => [name, number]));
  for (const sector of sectorsOf(source.assumptions)) {
    rows.push({ kind: "section", sector });
    for (const { name } of source.assumptions.filter((one) => one.sector === sector)) {
      rows.push({ kind: "assumption", number: numberOf.get(name) ?? 0 });
    }
  }
  if (switches.length > 0) rows.push({ kind: "section", sector: "switches" });
  for (const number of switches.keys()) rows.push({ kind: "switch", number });
  if (observed.length > 0) rows.push({ kind: "section", sector: "observed" });
  for (const number of observed.keys()) rows.push({ kind: "observed", number });
  return rows;
}

function measureRows(model: CompiledModel, { effects }: BoundScenario): MeasureRow[] {
  if (effects.length === 0) return [];
  const first = (effect: ActiveEffect, place: number) =>
    effects.findIndex((other) => sourceOf(other) === sourceOf(effect)) === place;
  const targets = new Set(effects.map(({ target }) => target));
  const places = [...effects.keys()];
  return [
    { kind: "section", part: "intensities" },
    ...places
      .filter((i) => first(effects[i] as ActiveEffect, i))
      .map((effect) => ({ kind: "intensity", effect }) as const),
    { kind: "section", part: "sizes" },
    ...places.map((effect) => ({ kind: "size", effect }) as const),
    { kind: "section", part: "inForce" },
    ...model.assumptions.flatMap((name, number) =>
      targets.has(name) ? [{ kind: "assumption", number } as const] : [],
    ),
    ...model.tables.flatMap(({ name }, number) =>
      partsOf(effects.filter(({ target }) => target === name)).map(
        (part) => ({ kind: "table", number, part }) as const,
      ),
    ),
  ];
}

function partsOf(effects: readonly ActiveEffect[]): TablePart[] {
  const has = (operation: ActiveEffect["operation"]) => effects.some((effect) => effect.operation === operation);
  const parts: TablePart[] = [];
  if (has("multiply")) parts.push("multiply");
  if (has("add")) parts.push("add");
  if (has("set")) parts.push("keep", "set");
  return parts;
}

function projectionRows({ source, variables }: CompiledModel): ProjectionRow[] {
  return sectorsOf(source.variables).flatMap((sector): ProjectionRow[] => [
    { kind: "section", sector },
    ...source.variables.flatMap((one, variable): ProjectionRow[] => {
      if (one.sector !== sector) return [];
      const { size, over } = variables[variable] as CompiledModel["variables"][number];
      const values = Array.from({ length: size }, (_, element) => ({ kind: "value", variable, element }) as const);
      return over.length > 0 ? [{ kind: "title", variable }, ...values] : values;
    }),
  ]);
}

function placeTables(model: CompiledModel, belongs: (table: number) => boolean): TableBlock[] {
  const blocks: TableBlock[] = [];
  let row = firstRow;
  for (const [table, { content }] of model.tables.entries()) {
    if (!belongs(table)) continue;
    row += tableTitleRows;
    blocks.push({ table, firstRow: row });
    const length =
      content.kind === "points" ? content.x.length : content.kind === "years" ? content.size : content.values.length;
    // An empty row parts one table from the next.
    row += length + 1;
  }
  return blocks;
}

function sectorsOf(parts: readonly { readonly sector: string }[]): readonly string[] {
  return [...new Set(parts.map(({ sector }) => sector))];
}
