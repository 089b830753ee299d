/**
 * Factor a symmetric positive definite matrix into L Lᵀ (Cholesky).
 *
 * @param matrix - size × size, row by row; not changed.
 * @returns L, row by row, 0 above the diagonal.
 * @throws RangeError when the matrix is not positive definite.
 */
export function factorSymmetric(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    for (let i = j; i < size; i++) {
      let rest = matrix[i * size + j];
      for (let k = 0; k < j; k++) rest -= factor[i * size + k] * factor[j * size + k];
      if (i === j && !(rest > 0)) {
        throw new RangeError(`factorSymmetric: matrix must be positive definite; got pivot ${rest} in row ${i}`);
      }
      factor[i * size + j] = i === j ? Math.sqrt(rest) : rest / factor[j * size + j];
    }
  }
  return factor;
}

/** Solve L Lᵀ x = b in place, with L from {@link factorSymmetric}. */
export function solveFactored(factor: Float64Array, size: number, b: Float64Array): void {
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) b[i] -= factor[i * size + k] * b[k];
    b[i] /= factor[i * size + i];
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) b[i] -= factor[k * size + i] * b[k];
    b[i] /= factor[i * size + i];
  }
}
