import type { Evidence } from "./assimilation.ts";
import type { AssimilationSettings } from "./assimilation-settings.ts";
import { varianceFactor } from "./error-distribution.ts";
import { innovationOf } from "./log-likelihood.ts";
import { normalDraws } from "./normal-draws.ts";
import { type Members, movingCoordinates, type NormalSpace } from "./normal-space.ts";
import { factorSymmetric, solveFactored } from "./symmetric-system.ts";

/**
 * Bring members of the prior to the figures by an ensemble smoother with multiple data assimilation (ES-MDA).
 *
 * Each step takes in all figures with errors √steps times as wide; it is exact for a linear model with normal errors
 * and an approximation otherwise. A coordinate is moved only by figures that it can change. Student's t enters as
 * normal errors that are wider where members are far off; an interval pulls only those outside it.
 *
 * @param start - draws of the prior: independent standard normal coordinates.
 * @see Emerick & Reynolds (2013), Ensemble smoother with multiple data assimilation, Computers & Geosciences 55.
 */
export function smoothMembers(
  space: NormalSpace,
  evidence: readonly Evidence[],
  start: Members,
  settings: Pick<AssimilationSettings, "smootherSteps" | "inflation" | "degreesOfFreedom">,
  seed: number,
): Members {
  const { smootherSteps: steps, inflation } = settings;
  const moving = movingCoordinates(space, evidence.length);
  let members = start;
  for (let step = 0; step < steps; step++) {
    if (step > 0) members = inflated(members, moving, inflation);
    members = takeIn(space, evidence, members, moving, settings, seed, step);
  }
  return members;
}

function takeIn(
  space: NormalSpace,
  evidence: readonly Evidence[],
  members: Members,
  moving: readonly number[],
  { smootherSteps, degreesOfFreedom }: Pick<AssimilationSettings, "smootherSteps" | "degreesOfFreedom">,
  seed: number,
  step: number,
): Members {
  const { count } = members;
  const predictions = space.predict(members).map(finiteOnly);
  const residuals = evidence.map((one, k) => predictions[k].map((predicted) => innovationOf(one, predicted)));
  const errors = errorCovariance(evidence, residuals, degreesOfFreedom, smootherSteps);
  const anomalies = predictions.map(centred);
  const size = evidence.length;
  const system = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    for (let l = 0; l < size; l++) system[k * size + l] = errors[k * size + l] + covariance(anomalies[k], anomalies[l]);
  }
  const factor = factorSymmetric(system, size);
  const perturbed = perturbations(evidence, anomalies, factorSymmetric(errors, size), seed, step);
  const pulls = evidence.map(() => new Float64Array(count));
  const column = new Float64Array(size);
  for (let member = 0; member < count; member++) {
    for (let k = 0; k < size; k++) column[k] = residuals[k][member] + perturbed[k][member];
    solveFactored(factor, size, column);
    for (let k = 0; k < size; k++) pulls[k][member] = column[k];
  }
  const coordinates = members.coordinates.slice();
  for (const coordinate of moving) {
    const spread = centred(coordinates[coordinate]);
    const moved = coordinates[coordinate].slice();
    for (let k = 0; k < size; k++) {
      if (!space.reaches(coordinate, k)) continue;
      const gain = covariance(spread, anomalies[k]);
      for (let member = 0; member < count; member++) moved[member] += gain * pulls[k][member];
    }
    coordinates[coordinate] = moved;
  }
  return { ...members, coordinates };
}

/** Covariance of the errors of all figures, widened by the number of steps; the error that a series shares included. */
function errorCovariance(
  evidence: readonly Evidence[],
  residuals: readonly Float64Array[],
  degreesOfFreedom: number,
  steps: number,
): Float64Array {
  const size = evidence.length;
  const matrix = new Float64Array(size * size);
  for (const [k, one] of evidence.entries()) {
    const variance = one.error.total ** 2;
    matrix[k * size + k] = steps * variance * varianceFactor(meanOf(residuals[k]) ** 2 / variance, degreesOfFreedom);
    for (const [l, other] of evidence.entries()) {
      if (one.series === other.series) matrix[k * size + l] += steps * one.bias * other.bias;
    }
  }
  return matrix;
}

/**
 * Errors drawn for each figure and member: mean 0, the variance wanted, no correlation with the predictions and none
 * among figures but the one wanted, all exactly, so that chance does not add to the finite number of members.
 *
 * @see Evensen (2004), Sampling strategies and square root analysis schemes for the EnKF, Ocean Dynamics 54.
 */
function perturbations(
  evidence: readonly Evidence[],
  anomalies: readonly Float64Array[],
  factor: Float64Array,
  seed: number,
  step: number,
): Float64Array[] {
  const size = evidence.length;
  const count = anomalies[0].length;
  const basis: Float64Array[] = [];
  // With few members per figure there is no room for it.
  const isExact = 4 * size < count;
  if (isExact) for (const row of anomalies) addDirection(basis, row);
  const draws = evidence.map(({ series, from, year }) => {
    const row = centred(normalDraws(seed, `smoother/${series}/${from}-${year}`, step, count));
    const rest = isExact ? without(basis, row) : row;
    if (isExact) addDirection(basis, rest);
    const scale = 1 / Math.sqrt(covariance(rest, rest));
    return rest.map((value) => value * scale);
  });
  return evidence.map((_, k) => {
    const row = new Float64Array(count);
    for (let l = 0; l <= k; l++) {
      const weight = factor[k * size + l];
      if (weight !== 0) for (let member = 0; member < count; member++) row[member] += weight * draws[l][member];
    }
    return row;
  });
}

/** Add the direction of a row to an orthonormal basis, unless the basis has it. */
function addDirection(basis: Float64Array[], row: Float64Array): void {
  const rest = without(basis, row);
  const length = Math.sqrt(dot(rest, rest));
  if (length > 1e-8 * Math.sqrt(dot(row, row))) basis.push(rest.map((value) => value / length));
}

/** What is left of a row beside an orthonormal basis. */
function without(basis: readonly Float64Array[], row: Float64Array): Float64Array {
  const rest = row.slice();
  for (const direction of basis) {
    const along = dot(rest, direction);
    for (let i = 0; i < rest.length; i++) rest[i] -= along * direction[i];
  }
  return rest;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function inflated(members: Members, moving: readonly number[], factor: number): Members {
  const coordinates = members.coordinates.slice();
  for (const coordinate of moving) {
    const row = coordinates[coordinate];
    const mean = meanOf(row);
    coordinates[coordinate] = row.map((value) => mean + factor * (value - mean));
  }
  return { ...members, coordinates };
}

/** Put the mean where a member is not finite, so that it neither pulls nor is pulled. */
function finiteOnly(values: Float64Array): Float64Array {
  const finite = values.filter(Number.isFinite);
  return finite.length === values.length ? values : values.map((x) => (Number.isFinite(x) ? x : meanOf(finite)));
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function centred(values: Float64Array): Float64Array {
  const mean = meanOf(values);
  return values.map((value) => value - mean);
}

/** Covariance of two rows of mean 0. */
function covariance(a: Float64Array, b: Float64Array): number {
  return dot(a, b) / (a.length - 1);
}
