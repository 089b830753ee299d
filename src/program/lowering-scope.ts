import type { Places } from "../model/index-places.ts";
import { LoopDraft } from "./plan-loop.ts";
import type { Cell, Moving, Region, Statement, StreamBase, Value } from "./program.ts";

/** Where statements are put while a formula is lowered: the outside of all loops, the body of one, an arm of a branch. */
export interface Scope {
  /** Indices in each turn; one entry outside of loops. */
  readonly turns: readonly Places[];
  /** Dimensions whose index differs between the turns of this scope while those outside stay. */
  readonly varying: ReadonlySet<number>;
  readonly statements: Statement[];
  readonly loop: LoopDraft | null;
  readonly outer: Scope | null;
  /** Values that were named before, by the key of their formula. */
  readonly known: Map<number, Value>;
}

/** Open the scope outside of all loops. */
export function scopeOutside(places: Places): Scope {
  return { turns: [places], varying: new Set(), statements: [], loop: null, outer: null, known: new Map() };
}

/**
 * Open the scope of a loop's body.
 *
 * @param outerStarts - turns at which those of the next turn of an outer loop begin; null when there is none.
 */
export function loopScope(
  turns: readonly Places[],
  varying: ReadonlySet<number>,
  outer: Scope,
  outerStarts: readonly number[] | null,
): Scope {
  const loop = new LoopDraft(turns.length, outerStarts);
  return { turns, varying, statements: [], loop, outer, known: new Map() };
}

/** Put the loop of a scope, whose body is complete, where it belongs. */
export function closeLoop({ loop, outer, statements }: Scope): void {
  if (!loop || !outer) return;
  outer.statements.push({ kind: "loop", loop: loop.finish(outer.loop), body: statements });
}

/** Dimensions whose index is not the same in all turns. */
export function varyingDimensions(turns: readonly Places[]): ReadonlySet<number> {
  const [first] = turns;
  const dimensions = [...(first?.keys() ?? [])];
  return new Set(dimensions.filter((d) => turns.some((here) => here[d] !== first?.[d])));
}

/** Whether some dimension that a formula depends on varies. */
export function dependsOn(free: ReadonlySet<number>, varying: ReadonlySet<number>): boolean {
  for (const dimension of free) if (varying.has(dimension)) return true;
  return false;
}

/** Say how a place moves in a scope: `places` holds it for each turn. */
export function movingIn({ loop }: Scope, base: StreamBase, places: readonly number[]): Moving {
  return loop ? loop.moving(base, places) : { place: places[0] as number, stream: null };
}

/** The cell that a scope reads or writes: `places` holds its place for each turn. */
export function cellOf(scope: Scope, region: Region, places: readonly number[]): Cell {
  return { region, ...movingIn(scope, region, places) };
}
