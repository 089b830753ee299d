import fc from "fast-check";
import { expect, test } from "vitest";
import { choleskyFactor, repairCorrelation, type SquareMatrix } from "./correlation-matrix.ts";

function matrixOf(rows: number[][]): SquareMatrix {
  return { size: rows.length, values: Float64Array.from(rows.flat()) };
}

function multiplied({ size, values }: SquareMatrix): number[] {
  return Array.from({ length: size * size }, (_, place) => {
    const i = Math.floor(place / size);
    const j = place % size;
    let sum = 0;
    for (let k = 0; k < size; k += 1) sum += values[i * size + k] * values[j * size + k];
    return sum;
  });
}

function expectClose(actual: Iterable<number>, expected: Iterable<number>, within: number): void {
  const wanted = [...expected];
  for (const [i, value] of [...actual].entries()) expect(Math.abs(value - wanted[i])).toBeLessThan(within);
}

test("repairCorrelation(matrix) leaves a correlation matrix as it is, a singular one too", () => {
  for (const rows of [
    [[1]],
    [
      [1, 0.5, 0.3],
      [0.5, 1, 0.2],
      [0.3, 0.2, 1],
    ],
    [
      [1, 1],
      [1, 1],
    ],
  ]) {
    const matrix = matrixOf(rows);
    expect(repairCorrelation(matrix)).toEqual({ matrix, repaired: false });
  }
  expect(repairCorrelation(matrixOf([])).repaired).toBe(false);
});

test("repairCorrelation(matrix) clips the negative eigenvalue and scales the diagonal back to 1", () => {
  const { matrix, repaired } = repairCorrelation(
    matrixOf([
      [1, 0.8, 0.1],
      [0.8, 1, -0.6],
      [0.1, -0.6, 1],
    ]),
  );
  // NumPy 2.4 linalg.eigh (eigenvalue -0.0495 clipped), scaled by the diagonal.
  const expected = [
    1, 0.7654554555473272, 0.08625848747217348, 0.7654554555473272, 1, -0.5750634377237281, 0.08625848747217348,
    -0.5750634377237281, 1,
  ];
  expect(repaired).toBe(true);
  expectClose(matrix.values, expected, 1e-12);
});

test("choleskyFactor(matrix) gives the known factor", () => {
  const factor = choleskyFactor(
    matrixOf([
      [1, 0.5, 0.3],
      [0.5, 1, 0.2],
      [0.3, 0.2, 1],
    ]),
  );
  // NumPy 2.4 linalg.cholesky.
  const expected = [1, 0, 0, 0.5, 0.8660254037844386, 0, 0.3, 0.0577350269189626, 0.9521904571390466];
  expectClose(factor.values, expected, 1e-15);
});

test("choleskyFactor(matrix) factors a singular matrix", () => {
  const factor = choleskyFactor(
    matrixOf([
      [1, -1, 0.4],
      [-1, 1, -0.4],
      [0.4, -0.4, 1],
    ]),
  );
  expectClose(factor.values, [1, 0, 0, -1, 0, 0, 0.4, 0, Math.sqrt(0.84)], 1e-15);
});

test("property: a repaired matrix has unit diagonal, is L Lᵀ of its factor, and needs no second repair", () => {
  const entries = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 15, maxLength: 15 });
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 6 }), entries, (size, below) => {
      const values = new Float64Array(size * size);
      for (let i = 0; i < size; i += 1) {
        values[i * size + i] = 1;
        for (let j = 0; j < i; j += 1) {
          values[i * size + j] = below[(i * (i - 1)) / 2 + j];
          values[j * size + i] = values[i * size + j];
        }
      }
      const { matrix } = repairCorrelation({ size, values });
      for (let i = 0; i < size; i += 1) expect(matrix.values[i * size + i]).toBe(1);
      expectClose(multiplied(choleskyFactor(matrix)), matrix.values, 1e-5);
      expect(repairCorrelation(matrix).repaired).toBe(false);
    }),
    { seed: 1, numRuns: 300 },
  );
});
