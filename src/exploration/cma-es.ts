import { exp, ln } from "../core/exp-ln.ts";
import { normalQuantile } from "../core/normal.ts";
import { fillUniforms, streamKey } from "../core/philox.ts";
import { choleskyFactor } from "../ensemble/correlation-matrix.ts";
import type { Box, Minimum } from "./nelder-mead.ts";

/** What {@link minimiseCmaEs} may be told. */
export interface CmaEsOptions {
  /** Key of the random numbers. */
  readonly seed: number;
  /** First spread as a share of each interval; defaults to .25. */
  readonly spread?: number;
  /** Most evaluations; defaults to 400 a coordinate. */
  readonly evaluations?: number;
  /** Spread, as a share of the intervals, at which a run is over; defaults to 1e-4. */
  readonly tolerance?: number;
  /** How often it starts again with twice the population; defaults to 2. */
  readonly restarts?: number;
}

/**
 * Minimise a function of many variables over a box without derivatives (CMA-ES, samples mirrored into the box).
 *
 * Every run begins at `start`; after a run has converged another begins with twice the population. The random numbers
 * depend on the seed alone. Meant for 6 to 40 variables.
 *
 * @throws RangeError when the start has no coordinate, or another number of them than the box.
 * @see Hansen (2016), The CMA evolution strategy: a tutorial, arXiv:1604.00772, for the strategy and its constants;
 *   Krause, Arbonès & Igel (2016), CMA-ES with optimal covariance update and storage complexity, for the path of the
 *   step size taken in the space of the Cholesky factor; Auger & Hansen (2005) for the restarts.
 */
export function minimiseCmaEs(
  f: (x: readonly number[]) => number,
  start: readonly number[],
  box: Box,
  options: CmaEsOptions,
): Minimum {
  const size = start.length;
  if (size === 0 || size !== box.lower.length || size !== box.upper.length) {
    throw new RangeError(`minimiseCmaEs: start must have the box's coordinates; got ${size}`);
  }
  const { spread = 0.25, evaluations = 400 * size, tolerance = 1e-4, restarts = 2, seed } = options;
  const width = box.upper.map((upper, i) => upper - box.lower[i]);
  const placed = (unit: Float64Array) => Array.from(unit, (u, i) => box.lower[i] + width[i] * mirrored(u));
  const origin = Float64Array.from(start, (x, i) => (width[i] > 0 ? (x - box.lower[i]) / width[i] : 0));
  let best: Minimum = { x: placed(origin), value: f(placed(origin)), evaluations: 1 };
  let count = 1;
  let population = 4 + Math.floor(3 * ln(size));
  for (let run = 0; run <= restarts && count + population <= evaluations; run++) {
    const strategy = new Strategy(origin, spread, population, streamKey(seed, `cma-es:${run}`));
    while (count + population <= evaluations && strategy.spread > tolerance) {
      strategy.advance((unit) => {
        const x = placed(unit);
        const value = f(x);
        count += 1;
        if (value < best.value) best = { x, value, evaluations: count };
        return value;
      });
    }
    population *= 2;
  }
  return { ...best, evaluations: count };
}

/** Fold a number into [0, 1] as a mirror at both ends would. */
function mirrored(u: number): number {
  const folded = Math.abs(u) % 2;
  return folded > 1 ? 2 - folded : folded;
}

/** Constants of the strategy for one dimension and population (Hansen 2016, table 1). */
interface Constants {
  readonly weights: readonly number[];
  readonly effectiveParents: number;
  readonly stepLearning: number;
  readonly stepDamping: number;
  readonly pathLearning: number;
  readonly rankOneLearning: number;
  readonly rankManyLearning: number;
  /** Expected length of a standard normal vector. */
  readonly normalLength: number;
}

function constantsOf(size: number, population: number): Constants {
  const parents = Math.floor(population / 2);
  const raw = Array.from({ length: parents }, (_, i) => ln((population + 1) / 2) - ln(i + 1));
  const total = raw.reduce((sum, w) => sum + w, 0);
  const weights = raw.map((w) => w / total);
  const effectiveParents = 1 / weights.reduce((sum, w) => sum + w * w, 0);
  const stepLearning = (effectiveParents + 2) / (size + effectiveParents + 5);
  const rankOneLearning = 2 / ((size + 1.3) * (size + 1.3) + effectiveParents);
  const rankMany = (2 * (effectiveParents - 2 + 1 / effectiveParents)) / ((size + 2) * (size + 2) + effectiveParents);
  return {
    weights,
    effectiveParents,
    stepLearning,
    stepDamping: 1 + 2 * Math.max(0, Math.sqrt((effectiveParents - 1) / (size + 1)) - 1) + stepLearning,
    pathLearning: (4 + effectiveParents / size) / (size + 4 + (2 * effectiveParents) / size),
    rankOneLearning,
    rankManyLearning: Math.min(1 - rankOneLearning, rankMany),
    normalLength: Math.sqrt(size) * (1 - 1 / (4 * size) + 1 / (21 * size * size)),
  };
}

/** One run: a normal distribution that moves, stretches and turns towards better samples. */
class Strategy {
  readonly #size: number;
  readonly #population: number;
  readonly #constants: Constants;
  readonly #key: Uint32Array;
  readonly #mean: Float64Array;
  #sigma: number;
  #covariance: Float64Array;
  #stepPath: Float64Array;
  #path: Float64Array;
  #generation = 0;

  constructor(origin: Float64Array, sigma: number, population: number, key: Uint32Array) {
    this.#size = origin.length;
    this.#population = population;
    this.#constants = constantsOf(origin.length, population);
    this.#key = key;
    this.#mean = origin.slice();
    this.#sigma = sigma;
    this.#covariance = identityMatrix(origin.length);
    this.#stepPath = new Float64Array(origin.length);
    this.#path = new Float64Array(origin.length);
  }

  /** Largest standard deviation along a coordinate. */
  get spread(): number {
    let largest = 0;
    for (let i = 0; i < this.#size; i++) largest = Math.max(largest, this.#covariance[i * this.#size + i]);
    return this.#sigma * Math.sqrt(largest);
  }

  /** Draw one generation, ask for its values and learn from its better half. */
  advance(value: (x: Float64Array) => number): void {
    const { weights } = this.#constants;
    const factor = choleskyFactor({ size: this.#size, values: this.#covariance }).values;
    const samples = this.#drawNormals().map((z) => {
      const y = lowerTimes(factor, z);
      return { z, y, value: value(this.#mean.map((m, i) => m + this.#sigma * y[i])) };
    });
    samples.sort((a, b) => a.value - b.value);
    const parents = samples.slice(0, weights.length);
    const meanZ = weightedMean(
      parents.map(({ z }) => z),
      weights,
    );
    const meanY = weightedMean(
      parents.map(({ y }) => y),
      weights,
    );
    for (let i = 0; i < this.#size; i++) this.#mean[i] += this.#sigma * meanY[i];
    this.#learn(
      meanZ,
      meanY,
      parents.map(({ y }) => y),
    );
    this.#generation += 1;
  }

  #drawNormals(): Float64Array[] {
    const all = new Float64Array(this.#population * this.#size);
    fillUniforms(all, this.#key, 0, this.#generation);
    for (let i = 0; i < all.length; i++) all[i] = normalQuantile(all[i]);
    return Array.from({ length: this.#population }, (_, k) => all.slice(k * this.#size, (k + 1) * this.#size));
  }

  #learn(meanZ: Float64Array, meanY: Float64Array, parents: readonly Float64Array[]): void {
    const c = this.#constants;
    const stepGain = Math.sqrt(c.stepLearning * (2 - c.stepLearning) * c.effectiveParents);
    this.#stepPath = this.#stepPath.map((p, i) => (1 - c.stepLearning) * p + stepGain * meanZ[i]);
    const length = Math.sqrt(this.#stepPath.reduce((sum, p) => sum + p * p, 0));
    const settled = Math.sqrt(1 - exp(2 * (this.#generation + 1) * ln(1 - c.stepLearning)));
    // A long path early on says little; without this the covariance would stretch along it.
    const isCalm = length / settled < (1.4 + 2 / (this.#size + 1)) * c.normalLength;
    const pathGain = isCalm ? Math.sqrt(c.pathLearning * (2 - c.pathLearning) * c.effectiveParents) : 0;
    this.#path = this.#path.map((p, i) => (1 - c.pathLearning) * p + pathGain * meanY[i]);
    this.#updateCovariance(parents, isCalm ? 0 : c.pathLearning * (2 - c.pathLearning));
    this.#sigma *= exp((c.stepLearning / c.stepDamping) * (length / c.normalLength - 1));
  }

  #updateCovariance(parents: readonly Float64Array[], lostVariance: number): void {
    const { weights, rankOneLearning, rankManyLearning } = this.#constants;
    const keep = 1 - rankOneLearning - rankManyLearning + rankOneLearning * lostVariance;
    this.#covariance = this.#covariance.map((value, place) => {
      const i = Math.floor(place / this.#size);
      const j = place % this.#size;
      const many = parents.reduce((sum, y, k) => sum + weights[k] * y[i] * y[j], 0);
      return keep * value + rankOneLearning * this.#path[i] * this.#path[j] + rankManyLearning * many;
    });
  }
}

function identityMatrix(size: number): Float64Array {
  const values = new Float64Array(size * size);
  for (let i = 0; i < size; i++) values[i * size + i] = 1;
  return values;
}

function lowerTimes(factor: Float64Array, z: Float64Array): Float64Array {
  const size = z.length;
  return z.map((_, i) => {
    let sum = 0;
    for (let j = 0; j <= i; j++) sum += factor[i * size + j] * z[j];
    return sum;
  });
}

function weightedMean(vectors: readonly Float64Array[], weights: readonly number[]): Float64Array {
  const mean = new Float64Array(vectors[0]?.length ?? 0);
  for (const [k, vector] of vectors.entries()) {
    for (let i = 0; i < mean.length; i++) mean[i] += weights[k] * vector[i];
  }
  return mean;
}
