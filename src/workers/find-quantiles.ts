import { sketchCells } from "../core/quantile-sketch.ts";
import { quantilesBetween } from "../core/quantiles.ts";
import { summaryProbabilities } from "../ensemble/series-summary.ts";
import { type CellCounts, sumCells } from "../tally/cell-counts.ts";
import {
  type FoundValues,
  type MetValues,
  narrowWanted,
  type WantedValues,
  wantedCells,
} from "../tally/wanted-values.ts";
import type { JobResult, StreamedRows } from "./job.ts";
import { type JobStep, type Memory, sharedWork, shareOfPieces } from "./job-step.ts";

/**
 * The way to the exact quantiles of rows whose draws were counted and forgotten, without the work.
 *
 * The scenario is simulated again, and of each row the values are kept that lie in the cells in which its quantiles do.
 * Where a cell holds too many, they are counted in ever closer bounds first, in one more round each: a row of which many
 * draws are one and the same value needs one or two.
 *
 * @param counted - what all threads counted of the rows.
 * @param pieces - of the scenario.
 * @param onShare - told how much of it is done, 0 … 1.
 * @returns the quantiles of each row of which some draw is finite, bit for bit those of draws that are kept.
 */
export function* findQuantiles(
  rows: StreamedRows,
  counted: readonly CellCounts[],
  pieces: number,
  memory: Memory,
  onShare: (share: number) => void,
): Generator<JobStep, ReadonlyMap<number, readonly number[]>, readonly JobResult[]> {
  const cells = new Uint32Array(sketchCells);
  const counts = new Map<number, number>();
  const found = new Map<number, FoundValues>();
  let wanted = [...rows.grids.keys()].flatMap((row) => {
    sumCells(counted, row, cells);
    const count = cells.reduce((sum, one) => sum + one, 0);
    counts.set(row, count);
    found.set(row, new Map());
    return wantedCells(row, cells, count, summaryProbabilities);
  });
  let begun = 0;
  while (wanted.length > 0) {
    const work = sharedWork(pieces, memory);
    const { scenario, sums, grids, targets } = rows;
    // How many rounds there will be is not known: each takes half of what is left.
    const [from, part] = [begun, (1 - begun) / 2];
    const results = yield {
      job: { kind: "collect", scenario, sums, grids, targets, wanted, ...work },
      onPiece: shareOfPieces(work, (share) => onShare(from + part * share)),
    };
    begun += part;
    wanted = nextRound(wanted, results, found);
  }
  const quantiles = new Map<number, readonly number[]>();
  for (const [row, values] of found) {
    const count = counts.get(row) as number;
    const valueAt = (place: number) => values.get(place) as number;
    if (count > 0) quantiles.set(row, quantilesBetween(count, summaryProbabilities, valueAt));
  }
  return quantiles;
}

function nextRound(
  wanted: readonly WantedValues[],
  results: readonly JobResult[],
  found: ReadonlyMap<number, FoundValues>,
): WantedValues[] {
  return wanted.flatMap((one, place) => {
    const parts = results.flatMap(({ met }) => (met ? [met[place] as MetValues] : []));
    return narrowWanted(one, parts, found.get(one.row) as FoundValues);
  });
}
