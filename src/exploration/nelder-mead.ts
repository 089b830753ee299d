/** A box, one interval a coordinate. */
export interface Box {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/** What a minimiser found. */
export interface Minimum {
  readonly x: readonly number[];
  readonly value: number;
  readonly evaluations: number;
}

/** When to stop. */
export interface NelderMeadOptions {
  /** Side of the first simplex as a share of each interval; defaults to .2. */
  readonly step?: number;
  /** Most evaluations; defaults to 200 a coordinate. */
  readonly evaluations?: number;
  /** Size of the simplex, as a share of each interval, at which it stops; defaults to 1e-4. */
  readonly tolerance?: number;
}

interface Vertex {
  readonly x: readonly number[];
  readonly value: number;
}

/**
 * Minimise a function of few variables over a box without derivatives (Nelder–Mead, points outside put onto the box).
 *
 * Deterministic. Meant for up to about six variables; a minimum on the edge of the box is found as well as one inside,
 * but a simplex may collapse onto an edge, so start it again from what it found.
 *
 * @throws RangeError when the start has no coordinate, or another number of them than the box.
 * @see Nelder & Mead (1965), A simplex method for function minimization; coefficients 1, 2, ½, ½ as given there.
 */
export function minimiseNelderMead(
  f: (x: readonly number[]) => number,
  start: readonly number[],
  box: Box,
  { step = 0.2, evaluations = 200 * start.length, tolerance = 1e-4 }: NelderMeadOptions = {},
): Minimum {
  if (start.length === 0 || start.length !== box.lower.length || start.length !== box.upper.length) {
    throw new RangeError(`minimiseNelderMead: start must have the box's coordinates; got ${start.length}`);
  }
  const size = start.length;
  const width = box.upper.map((upper, i) => upper - box.lower[i]);
  let count = 0;
  const vertexAt = (x: readonly number[]): Vertex => {
    const inside = x.map((value, i) => Math.min(box.upper[i], Math.max(box.lower[i], value)));
    count += 1;
    return { x: inside, value: f(inside) };
  };
  const first = vertexAt(start);
  let simplex = [first, ...start.map((_, i) => vertexAt(steppedFrom(first.x, i, step * width[i], box)))];
  const byValue = (a: Vertex, b: Vertex) => a.value - b.value;
  simplex.sort(byValue);
  while (count < evaluations && simplexSize(simplex, width) > tolerance) {
    const best = simplex[0] as Vertex;
    const worst = simplex[size] as Vertex;
    const centre = start.map((_, i) => simplex.slice(0, size).reduce((sum, { x }) => sum + x[i], 0) / size);
    const along = (factor: number) => vertexAt(centre.map((c, i) => c + factor * (c - worst.x[i])));
    const better = improvedVertex(simplex, along);
    simplex = better
      ? [...simplex.slice(0, size), better]
      : [best, ...simplex.slice(1).map(({ x }) => vertexAt(x.map((value, i) => (value + best.x[i]) / 2)))];
    simplex.sort(byValue);
  }
  const [{ x, value }] = simplex as [Vertex];
  return { x, value, evaluations: count };
}

/** Reflect the worst vertex through the others, go further if that is best, less far if it is not good; else null. */
function improvedVertex(simplex: readonly Vertex[], along: (factor: number) => Vertex): Vertex | null {
  const best = simplex[0] as Vertex;
  const worst = simplex.at(-1) as Vertex;
  const second = simplex.at(-2) as Vertex;
  const reflected = along(1);
  if (reflected.value < best.value) {
    const expanded = along(2);
    return expanded.value < reflected.value ? expanded : reflected;
  }
  if (reflected.value < second.value) return reflected;
  const contracted = along(reflected.value < worst.value ? 0.5 : -0.5);
  return contracted.value < Math.min(reflected.value, worst.value) ? contracted : null;
}

/** Step into the box where the step up would leave it. */
function steppedFrom(x: readonly number[], place: number, step: number, box: Box): number[] {
  const up = x[place] + step <= box.upper[place];
  return x.map((value, i) => (i === place ? value + (up ? step : -step) : value));
}

/** Largest distance of a vertex from the best one along any coordinate, as a share of the box. */
function simplexSize(simplex: readonly Vertex[], width: readonly number[]): number {
  const best = simplex[0] as Vertex;
  return Math.max(
    ...simplex.flatMap(({ x }) => x.map((value, i) => (width[i] > 0 ? Math.abs(value - best.x[i]) / width[i] : 0))),
  );
}
