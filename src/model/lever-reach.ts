import type { Indicator, Lever } from "../inputs/study.ts";
import type { CompiledModel, Node } from "./compiled-model.ts";
import { visitNodes } from "./visit-nodes.ts";

/** An assumption or table that a lever acts on, and the rows of the plan that depend on it. */
export interface ReachRoute {
  readonly target: string;
  /** Id of the sector that states the target. */
  readonly sector: string;
  /** Ids of the rows, in the plan's order. */
  readonly rows: readonly string[];
}

/** Which rows of the plan one lever can move at all, by the structure of the model. */
export interface LeverReach {
  readonly lever: string;
  readonly routes: readonly ReachRoute[];
  /** Ids of the rows that any route leads to, in the plan's order. */
  readonly rows: readonly string[];
}

/**
 * Follow every lever through the equations to the rows of the plan: lever → assumption or table → variables → row.
 *
 * A formula that reads this year's, last year's or the base year's value counts, whatever a switch or condition chooses;
 * so a lever moves no row that is missing here, and may leave one unmoved that is listed.
 */
export function leverReach(model: CompiledModel, indicators: readonly Indicator[]): LeverReach[] {
  const readers = readersByName(model);
  return model.source.levers.map((lever) => {
    const routes = targetsOf(lever).map((target): ReachRoute => {
      const reached = reachedFrom(target, readers);
      const rows = indicators.filter(({ variable }) => variable !== null && reached.has(variable));
      return { target, sector: sectorOf(model, target), rows: rows.map(({ id }) => id) };
    });
    return { lever: lever.name, routes, rows: rowsOf(routes, indicators) };
  });
}

/** Join what several levers reach: the rows that any of them can move, in the plan's order. */
export function rowsOf(reach: readonly Pick<LeverReach, "rows">[], indicators: readonly Indicator[]): string[] {
  const reached = new Set(reach.flatMap(({ rows }) => rows));
  return indicators.flatMap(({ id }) => (reached.has(id) ? [id] : []));
}

function targetsOf({ effects }: Lever): string[] {
  return [...new Set(effects.map(({ target }) => target))];
}

function sectorOf({ source }: CompiledModel, name: string): string {
  return [...source.assumptions, ...source.tables].find((one) => one.name === name)?.sector ?? "";
}

/** Names of the variables that read each name; assumptions, tables and variables share one space of names. */
function readersByName(model: CompiledModel): ReadonlyMap<string, ReadonlySet<string>> {
  const readers = new Map<string, Set<string>>();
  for (const { name, initial, equation, isHidden } of model.variables) {
    if (isHidden) continue;
    for (const { node } of [...(initial ?? []), ...(equation ?? [])]) {
      visitNodes(node, (inner) => {
        const read = nameRead(inner, model);
        if (read !== undefined) readers.set(read, (readers.get(read) ?? new Set()).add(name));
      });
    }
  }
  return readers;
}

function nameRead(node: Node, { variables, assumptions, tables }: CompiledModel): string | undefined {
  if (node.kind === "variable") return variables[node.variable]?.name;
  if (node.kind === "assumption") return assumptions[node.assumption];
  return node.kind === "table" || node.kind === "lookup" ? tables[node.table]?.name : undefined;
}

function reachedFrom(start: string, readers: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [start];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    for (const reader of readers.get(name) ?? []) {
      if (reached.has(reader)) continue;
      reached.add(reader);
      waiting.push(reader);
    }
  }
  return reached;
}
