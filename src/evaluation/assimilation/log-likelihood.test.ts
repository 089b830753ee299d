import { expect, test } from "vitest";
import { evidenceOf } from "../../fixtures/normal-problem.ts";
import { errorDistribution } from "./error-distribution.ts";
import { logLikelihoodOf } from "./log-likelihood.ts";

test("errorDistribution(degreesOfFreedom) agrees with R's dt, pt, dnorm and pnorm", () => {
  const student = errorDistribution(4);
  // dt(1.5, 4, log = TRUE) and pt(2, 4) − pt(-1, 4): closed forms for four degrees of freedom.
  expect(student.logDensity(1.5)).toBeCloseTo(Math.log(0.375 / (1 + 1.5 ** 2 / 4) ** 2.5), 12);
  const cdf = (t: number) => 0.5 + (0.375 * t * (1 - (t * t) / (12 * (1 + (t * t) / 4)))) / Math.sqrt(1 + (t * t) / 4);
  expect(student.logProbability(-1, 2)).toBeCloseTo(Math.log(cdf(2) - cdf(-1)), 10);
  expect(student.logProbability(-Infinity, Infinity)).toBeCloseTo(0, 12);
  expect(student.logProbability(2, Infinity)).toBeCloseTo(student.logProbability(-Infinity, -2), 12);
  const normal = errorDistribution(Infinity);
  expect(normal.logDensity(0)).toBeCloseTo(-0.9189385332046728, 12);
  // pnorm(-1.96): 0.0249978951482204.
  expect(normal.logProbability(1.96, Infinity)).toBeCloseTo(Math.log(0.0249978951482204), 10);
  expect(() => errorDistribution(0)).toThrow(RangeError);
});

test("logLikelihoodOf(evidence) leaves a draw without a value without likelihood", () => {
  const likelihood = logLikelihoodOf([evidenceOf(1, 1), evidenceOf({ lower: 0, upper: Infinity }, 1)], 4);
  const values = Float64Array.of(1, Number.NaN, Infinity);
  const [finite, ...others] = likelihood([values, values]);
  expect(finite).toBeGreaterThan(-5);
  expect(others).toEqual([-Infinity, -Infinity]);
});

test("logLikelihoodOf(evidence) gives an interval the probability that the error reaches it", () => {
  const likelihood = logLikelihoodOf([evidenceOf({ lower: 0.9, upper: 1 }, 0.02)], 4);
  const [inside, edge, outside] = likelihood([Float64Array.of(0.95, 0.9, 0.8)]);
  expect(inside).toBeGreaterThan(Math.log(0.9));
  expect(edge).toBeCloseTo(Math.log(0.5), 1);
  expect(outside).toBeLessThan(Math.log(0.01));
});

test("logLikelihoodOf(evidence) integrates the error that figures of a row with two baselines share", () => {
  // Normal errors: the two figures are jointly normal with covariance σ² I + b², a closed form.
  const bias = 1.5;
  const sigma = 0.4;
  const figures = [2, 2.5].map((value, i) => evidenceOf(value, sigma, { bias, year: 2031 + i, from: 2031 + i }));
  const [found] = logLikelihoodOf(figures, Infinity)([Float64Array.of(0.3), Float64Array.of(0.6)]);
  const [r, s] = [1.7, 1.9];
  const [diagonal, side] = [sigma ** 2 + bias ** 2, bias ** 2];
  const determinant = diagonal ** 2 - side ** 2;
  const square = (diagonal * r * r - 2 * side * r * s + diagonal * s * s) / determinant;
  expect(found).toBeCloseTo(-Math.log(2 * Math.PI) - 0.5 * Math.log(determinant) - 0.5 * square, 8);
});
