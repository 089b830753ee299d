import type { Language } from "../core/bilingual.ts";
import type { CausalDiagramData } from "./chart-data.ts";
import { wrapText } from "./text-lines.ts";
import { textSize } from "./theme.ts";

/** Distance of two lines of one label, in pixels. */
export const labelLineHeight = 14;

/** Where the three columns of nodes stand and how wide their labels may be, in pixels. */
export const causalColumns = {
  levers: { x: 232, labelWidth: 220 },
  sectors: { x: 470, labelWidth: 132 },
  rows: { x: 718, labelWidth: 240 },
  width: 980,
} as const;

/** Room above the first node, for the names of the columns. */
const headerHeight = 30;

/** A node of the diagram: a lever, a sector or a row. */
export interface CausalNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
  /** Whether any line begins or ends here. */
  readonly isLinked: boolean;
}

/** Where everything of a causal diagram stands. */
export interface CausalLayout {
  readonly height: number;
  readonly levers: readonly CausalNode[];
  readonly sectors: readonly CausalNode[];
  readonly rows: readonly CausalNode[];
}

/**
 * Lay the three columns out, each spread over the whole height.
 *
 * Rows keep the plan's order. Sectors stand at the mean place of the rows they reach and levers at that of their
 * sectors, which keeps crossings few (barycentre rule of Sugiyama et al. 1981); what is linked to nothing comes last.
 */
export function layOutCausalDiagram(data: CausalDiagramData, language: Language): CausalLayout {
  const { acts, reaches } = data;
  const rowIds = data.rows.map(({ indicator }) => indicator);
  const sectorIds = byMeanPlace(
    data.sectors.map(({ id }) => id),
    (id) => reaches.filter(({ sector }) => sector === id).map(({ indicator }) => rowIds.indexOf(indicator)),
  );
  const leverIds = byMeanPlace(
    data.levers.map(({ name }) => name),
    (name) => acts.filter(({ lever }) => lever === name).map(({ sector }) => sectorIds.indexOf(sector)),
  );
  const labels = new Map([
    ...data.levers.map(({ name, label }) => [`lever ${name}`, label[language]] as const),
    ...data.sectors.map(({ id, label }) => [`sector ${id}`, label[language]] as const),
    ...data.rows.map(({ indicator, row, label }) => {
      return [`row ${indicator}`, row === null ? label[language] : `${row}  ${label[language]}`] as const;
    }),
  ]);
  const column = (kind: "lever" | "sector" | "row", ids: readonly string[], width: number, isLinked: Linked) =>
    ids.map((id) => ({
      id,
      lines: wrapText(labels.get(`${kind} ${id}`) ?? id, width, textSize.body),
      isLinked: isLinked(id),
    }));
  const actingLevers = new Set(acts.map(({ lever }) => lever));
  const reachedRows = new Set(reaches.map(({ indicator }) => indicator));
  const linkedSectors = new Set([...acts, ...reaches].map(({ sector }) => sector));
  const levers = column("lever", leverIds, causalColumns.levers.labelWidth, (id) => actingLevers.has(id));
  const sectors = column("sector", sectorIds, causalColumns.sectors.labelWidth, (id) => linkedSectors.has(id));
  const rows = column("row", rowIds, causalColumns.rows.labelWidth, (id) => reachedRows.has(id));
  const height = Math.max(leastHeight(levers, 8), leastHeight(sectors, 26), leastHeight(rows, 14));
  return {
    height: headerHeight + height,
    levers: spread(levers, causalColumns.levers.x, height),
    sectors: spread(sectors, causalColumns.sectors.x, height),
    rows: spread(rows, causalColumns.rows.x, height),
  };
}

type Linked = (id: string) => boolean;
type Unplaced = Omit<CausalNode, "x" | "y">;

/** Sort by the mean of the places linked to; what has none comes last, equals keep their order. */
function byMeanPlace(ids: readonly string[], placesOf: (id: string) => readonly number[]): string[] {
  const means = new Map(
    ids.map((id) => {
      const places = placesOf(id);
      return [id, places.length === 0 ? Number.POSITIVE_INFINITY : places.reduce((a, b) => a + b, 0) / places.length];
    }),
  );
  return [...ids].sort((a, b) => {
    const [first = 0, second = 0] = [means.get(a), means.get(b)];
    return first === second ? 0 : first - second;
  });
}

function heightOf({ lines }: Unplaced): number {
  return lines.length * labelLineHeight;
}

function leastHeight(nodes: readonly Unplaced[], gap: number): number {
  return nodes.reduce((sum, node) => sum + heightOf(node) + gap, 0);
}

function spread(nodes: readonly Unplaced[], x: number, height: number): CausalNode[] {
  const gap = nodes.length === 0 ? 0 : (height - leastHeight(nodes, 0)) / nodes.length;
  let top = headerHeight;
  return nodes.map((node) => {
    const y = top + (gap + heightOf(node)) / 2;
    top += gap + heightOf(node);
    return { ...node, x, y };
  });
}
