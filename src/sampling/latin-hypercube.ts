import { fillUniforms, streamKey } from "../core/philox.ts";

/**
 * Draw one coordinate of a Latin hypercube: each of as many equal strata as there are draws holds one draw.
 *
 * The order of the strata and the place inside each are streams of the coordinate's name, so another coordinate
 * never changes them; another number of draws does.
 *
 * @param out - receives one number in the open interval (0, 1) a draw; up to 2²⁰ draws stay strictly in their strata.
 * @see McKay, Beckman & Conover (1979).
 */
export function fillLatinHypercube(out: Float64Array, seed: number, name: string): void {
  const draws = out.length;
  // No name of a model holds a slash, so these streams belong to no other.
  const choices = new Float64Array(draws);
  fillUniforms(choices, streamKey(seed, `${name}/stratum`), 0, 0);
  const strata = Uint32Array.from({ length: draws }, (_, i) => i);
  // Fisher–Yates.
  for (let i = draws - 1; i > 0; i -= 1) {
    const j = Math.floor(choices[i] * (i + 1));
    const stratum = strata[i];
    strata[i] = strata[j];
    strata[j] = stratum;
  }
  fillUniforms(out, streamKey(seed, `${name}/place`), 0, 0);
  for (let i = 0; i < draws; i += 1) {
    // 32 bits leave room for the stratum, so that the sum never rounds into the next one.
    const place = (Math.floor(out[i] * 2 ** 32) + 0.5) / 2 ** 32;
    out[i] = (strata[i] + place) / draws;
  }
}
