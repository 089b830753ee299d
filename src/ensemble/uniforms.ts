import { fillUniforms, streamKey } from "../core/philox.ts";
import { fillLatinHypercube } from "./latin-hypercube.ts";
import { fillSobol, sobolDimensions } from "./sobol.ts";

/** How the draws of the assumptions are spread over the unit cube. */
export type SamplingMethod = "sobol" | "latin_hypercube" | "monte_carlo";

/** What {@link drawUniforms} needs. */
export interface UniformsRequest {
  readonly method: SamplingMethod;
  /** A whole number, 0 … 2⁵³ − 1. */
  readonly seed: number;
  /** Sorted assumptions first, then sorted effects; under `sobol` the place in this list is the dimension. */
  readonly names: readonly string[];
  readonly draws: number;
}

/** The place on the time axis that stands for "once a draw". */
const onceADraw = 0;

function fillColumn(out: Float64Array, { method, seed }: UniformsRequest, name: string, place: number): void {
  if (method === "latin_hypercube") {
    fillLatinHypercube(out, seed, name);
  } else if (method === "sobol" && place < sobolDimensions) {
    // No name of a model holds a slash.
    fillSobol(out, place, streamKey(seed, `sobol/${place}`)[0], 0);
  } else {
    fillUniforms(out, streamKey(seed, name), 0, onceADraw);
  }
}

/**
 * Draw one uniform number a draw for every name.
 *
 * With `sobol` name i is dimension i of a scrambled Sobol' sequence and names beyond 256 are plain Philox streams;
 * with `latin_hypercube` and `monte_carlo` a column depends on seed and name only. 8,192 draws are the first 8,192 of
 * 16,384, but for Latin hypercube.
 *
 * @returns name → numbers in the open interval (0, 1), one a draw, in the order of `names`.
 * @throws RangeError when a name is given twice, or `draws` is not a whole number from 1 on.
 */
export function drawUniforms(request: UniformsRequest): Map<string, Float64Array> {
  const { names, draws } = request;
  if (!Number.isInteger(draws) || draws < 1) {
    throw new RangeError(`drawUniforms: draws must be a whole number from 1 on; got ${draws}`);
  }
  const columns = new Map<string, Float64Array>();
  for (const [place, name] of names.entries()) {
    if (columns.has(name)) throw new RangeError(`drawUniforms: names must be different; got ${name} twice`);
    const out = new Float64Array(draws);
    fillColumn(out, request, name, place);
    columns.set(name, out);
  }
  return columns;
}
