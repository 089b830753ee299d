import type { Bilingual, Language } from "../core/bilingual.ts";
import type { ChartFooter } from "./chart-data.ts";
import { wrapText } from "./text-lines.ts";
import { textSize } from "./theme.ts";

/** Which targets get in each other's way, and which sets of them cannot hold together. */
export interface ConflictChartData {
  readonly title: Bilingual;
  /** Targets in the plan's order that appear below, then limits. */
  readonly members: readonly {
    readonly name: string;
    readonly label: Bilingual;
    readonly kind: "target" | "capacity";
  }[];
  /** Pairs of targets; strength in [−1, 1]: below 0 they hurt, above 0 they help each other. */
  readonly pairs: readonly { readonly first: string; readonly second: string; readonly strength: number }[];
  /** Sets that cannot hold together, each with the sentence that says so. */
  readonly sets: readonly { readonly members: readonly string[]; readonly sentence: Bilingual }[];
  readonly notes: readonly Bilingual[];
  readonly footer: Omit<ChartFooter, "scenario"> & { readonly scenario: Bilingual | null };
}

/** Sizes of a conflict chart in pixels. */
export const conflictSizes = { cell: 30, label: 236, numberSpace: 30, gap: 26, key: 40, least: 700 } as const;

/** Where everything of a conflict chart stands, in pixels. */
export interface ConflictLayout {
  readonly width: number;
  readonly height: number;
  /** Targets, then limits; limits have no number. */
  readonly rows: readonly { readonly y: number; readonly lines: readonly string[]; readonly number: number | null }[];
  /** Columns of the triangle: every target but the last; none when there is no pair to mark. */
  readonly columns: readonly { readonly x: number; readonly number: number }[];
  readonly matrix: { readonly left: number; readonly right: number };
  readonly setColumns: readonly number[];
  readonly sets: { readonly right: number };
  /** Top of the first limit; null when there is none. */
  readonly limitsTop: number | null;
  /** Corner of the cell of two targets; null when one of them is none. */
  readonly place: (first: string, second: string) => { readonly x: number; readonly y: number } | null;
}

/** Lay out a triangle of targets, limits below it, and a column for each set beside it. */
export function layOutConflicts({ members, pairs, sets }: ConflictChartData, language: Language): ConflictLayout {
  const { cell, label, numberSpace, gap, key, least } = conflictSizes;
  const left = label + numberSpace;
  const targets = members.filter(({ kind }) => kind === "target");
  const hasLimits = targets.length < members.length;
  const rows = members.map(({ label: words, kind }, i) => ({
    y: i * cell + (kind === "capacity" ? 24 : 0),
    lines: wrapText(words[language], label - 6, textSize.body).slice(0, 2),
    number: kind === "target" ? i + 1 : null,
  }));
  // Without a pair to mark, the triangle would be an empty promise.
  const hasPairs = pairs.length > 0 || sets.some((set) => set.members.length === 2);
  const columns = (hasPairs ? targets.slice(0, -1) : []).map((_, i) => ({ x: left + i * cell, number: i + 1 }));
  const right = left + columns.length * cell;
  const setColumns = sets.map((_, i) => right + gap + i * cell);
  const setsRight = sets.length > 0 ? right + gap + sets.length * cell : right;
  const place = (first: string, second: string) => {
    const ends = [first, second].map((name) => targets.findIndex((target) => target.name === name));
    if (ends.includes(-1)) return null;
    const [column, row] = [Math.min(...ends), Math.max(...ends)];
    return { x: left + column * cell, y: row * cell };
  };
  return {
    width: Math.max(least, setsRight),
    height: members.length * cell + (hasLimits ? 24 : 0) + key,
    rows,
    columns,
    matrix: { left, right },
    setColumns,
    sets: { right: setsRight },
    limitsTop: hasLimits ? targets.length * cell + 24 : null,
    place,
  };
}
