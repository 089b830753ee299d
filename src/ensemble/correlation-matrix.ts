/** A square matrix, row by row. */
export interface SquareMatrix {
  readonly size: number;
  readonly values: Float64Array;
}

/** Below this a pivot or an eigenvalue is rounding around 0. */
const rounding = 1e-12;
const maximumSweeps = 60;

/** Turn rows and columns p and q of a symmetric matrix so that its element (p, q) becomes 0; turn `vectors` along. */
function rotate(a: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const off = a[p * size + q];
  const ratio = (a[q * size + q] - a[p * size + p]) / (2 * off);
  const tangent = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.sqrt(ratio * ratio + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (let k = 0; k < size; k += 1) {
    const kp = a[k * size + p];
    const kq = a[k * size + q];
    a[k * size + p] = cosine * kp - sine * kq;
    a[k * size + q] = sine * kp + cosine * kq;
    const vp = vectors[k * size + p];
    const vq = vectors[k * size + q];
    vectors[k * size + p] = cosine * vp - sine * vq;
    vectors[k * size + q] = sine * vp + cosine * vq;
  }
  for (let k = 0; k < size; k += 1) {
    const pk = a[p * size + k];
    const qk = a[q * size + k];
    a[p * size + k] = cosine * pk - sine * qk;
    a[q * size + k] = sine * pk + cosine * qk;
  }
}

function largestOffDiagonal(a: Float64Array, size: number): number {
  let largest = 0;
  for (let p = 0; p < size; p += 1) {
    for (let q = p + 1; q < size; q += 1) largest = Math.max(largest, Math.abs(a[p * size + q]));
  }
  return largest;
}

/** Compute eigenvalues and eigenvectors (in columns) of a symmetric matrix by cyclic Jacobi rotations. */
function eigenSystem({ size, values }: SquareMatrix): { eigenvalues: Float64Array; vectors: Float64Array } {
  const a = values.slice();
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) vectors[i * size + i] = 1;
  for (let sweep = 0; sweep < maximumSweeps && largestOffDiagonal(a, size) > 1e-16; sweep += 1) {
    for (let p = 0; p < size; p += 1) {
      for (let q = p + 1; q < size; q += 1) {
        if (a[p * size + q] !== 0) rotate(a, vectors, size, p, q);
      }
    }
  }
  return { eigenvalues: Float64Array.from({ length: size }, (_, i) => a[i * size + i]), vectors };
}

/**
 * Make a symmetric matrix with unit diagonal a correlation matrix, if it is none.
 *
 * Negative eigenvalues are set to 0 and the diagonal is scaled back to 1. A matrix without any is returned as it is.
 *
 * @returns the matrix, and whether it had to be changed.
 * @see Rousseeuw & Molenberghs (1993), Transformation of non positive semidefinite correlation matrices.
 */
export function repairCorrelation(matrix: SquareMatrix): { readonly matrix: SquareMatrix; readonly repaired: boolean } {
  const { size } = matrix;
  const { eigenvalues, vectors } = eigenSystem(matrix);
  if (eigenvalues.every((value) => value >= -rounding * size)) return { matrix, repaired: false };
  const clipped = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) {
      let sum = 0;
      for (let k = 0; k < size; k += 1) {
        sum += Math.max(0, eigenvalues[k]) * vectors[i * size + k] * vectors[j * size + k];
      }
      clipped[i * size + j] = sum;
    }
  }
  const scale = Float64Array.from({ length: size }, (_, i) => 1 / Math.sqrt(clipped[i * size + i]));
  const values = clipped.map((value, place) => {
    const i = Math.floor(place / size);
    const j = place % size;
    return i === j ? 1 : value * scale[i] * scale[j];
  });
  return { matrix: { size, values }, repaired: true };
}

/**
 * Factor a correlation matrix into L Lᵀ with L lower triangular (Cholesky).
 *
 * A singular one is factored too: a row that follows from earlier ones gets 0 on its diagonal.
 *
 * @param matrix - positive semidefinite, with unit diagonal; see {@link repairCorrelation}.
 */
export function choleskyFactor({ size, values }: SquareMatrix): SquareMatrix {
  const factor = new Float64Array(size * size);
  for (let j = 0; j < size; j += 1) {
    for (let i = j; i < size; i += 1) {
      let rest = values[i * size + j];
      for (let k = 0; k < j; k += 1) rest -= factor[i * size + k] * factor[j * size + k];
      if (i === j) factor[i * size + i] = rest > rounding ? Math.sqrt(rest) : 0;
      else if (factor[j * size + j] > 0) factor[i * size + j] = rest / factor[j * size + j];
    }
  }
  return { size, values: factor };
}
