import { streamKey } from "../core/philox.ts";
import { fillLatinHypercube } from "./latin-hypercube.ts";
import { makeRandomRows } from "./make-random-rows.ts";
import type { RandomRows } from "./random-rows.ts";
import { sobolDimensions } from "./sobol.ts";

/** How the draws of the assumptions are spread over the unit cube. */
export type SamplingMethod = "sobol" | "latin_hypercube" | "monte_carlo";

/** What {@link drawUniforms} needs. */
export interface UniformsRequest {
  readonly method: SamplingMethod;
  /** A whole number, 0 … 2⁵³ − 1. */
  readonly seed: number;
  /** Sorted assumptions first, then sorted effects; under `sobol` the place in this list is the dimension. */
  readonly names: readonly string[];
  /** Draws of the whole run. */
  readonly draws: number;
  /**
   * In a run of several regions: the region, and the place in the list from which names are its own.
   *
   * Names before are every region's. A region's own names are keyed by region and name and take no dimension: there are
   * too few for many regions, and two scrambles of one dimension depend on each other within a run.
   */
  readonly region?: { readonly name: string; readonly from: number };
}

/** Key of a region's own stream: no name holds a slash, so it is never that of another region or of all. */
export function regionStream(region: string, name: string): string {
  return `region/${region}/${name}`;
}

/** The place on the time axis that stands for "once a draw". */
const onceADraw = 0;

/** Fills one column from some draw on. */
type FillColumn = (out: Float64Array, firstDraw: number) => void;

/**
 * Columns of uniform numbers, one a name, of which any run of draws can be had.
 *
 * With `sobol` name i is dimension i of a scrambled Sobol' sequence and names beyond 256 are plain Philox streams;
 * with `latin_hypercube` and `monte_carlo` a column depends on seed and name only. 8,192 draws are the first 8,192 of
 * 16,384, but for Latin hypercube, whose columns are made whole when first asked for and kept.
 */
export class UniformColumns {
  readonly #columns: ReadonlyMap<string, FillColumn>;

  /** @throws RangeError when a name is given twice, or `draws` is not a whole number from 1 on. */
  constructor({ method, seed, names, draws, region }: UniformsRequest, rows: RandomRows) {
    if (!Number.isInteger(draws) || draws < 1) {
      throw new RangeError(`drawUniforms: draws must be a whole number from 1 on; got ${draws}`);
    }
    const columns = new Map<string, FillColumn>();
    for (const [place, name] of names.entries()) {
      if (columns.has(name)) throw new RangeError(`drawUniforms: names must be different; got ${name} twice`);
      const isOwn = region !== undefined && place >= region.from;
      const stream = isOwn ? regionStream(region.name, name) : name;
      if (method === "latin_hypercube") columns.set(name, latinHypercubeColumn(seed, stream, draws));
      else if (method === "sobol" && !isOwn && place < sobolDimensions) {
        // No name of a model holds a slash.
        const scramble = streamKey(seed, `sobol/${place}`)[0] as number;
        columns.set(name, (out, firstDraw) => rows.sobol(out, place, scramble, firstDraw));
      } else {
        const key = streamKey(seed, stream);
        columns.set(name, (out, firstDraw) => rows.uniforms(out, key, firstDraw, onceADraw));
      }
    }
    this.#columns = columns;
  }

  /** @returns name → numbers in the open interval (0, 1), one a draw, in the order of the names. */
  draw(firstDraw: number, count: number): Map<string, Float64Array> {
    const drawn = new Map<string, Float64Array>();
    for (const [name, fill] of this.#columns) {
      const out = new Float64Array(count);
      fill(out, firstDraw);
      drawn.set(name, out);
    }
    return drawn;
  }
}

function latinHypercubeColumn(seed: number, name: string, draws: number): FillColumn {
  const whole: Float64Array[] = [];
  return (out, firstDraw) => {
    whole[0] ??= filled(draws, (column) => fillLatinHypercube(column, seed, name));
    out.set(whole[0].subarray(firstDraw, firstDraw + out.length));
  };
}

function filled(length: number, fill: (out: Float64Array) => void): Float64Array {
  const out = new Float64Array(length);
  fill(out);
  return out;
}

/**
 * Draw one uniform number a draw for every name; see {@link UniformColumns}.
 *
 * @returns name → numbers in the open interval (0, 1), one a draw, in the order of `names`.
 * @throws RangeError when a name is given twice, or `draws` is not a whole number from 1 on.
 */
export function drawUniforms(request: UniformsRequest): Map<string, Float64Array> {
  return new UniformColumns(request, makeRandomRows()).draw(0, request.draws);
}
