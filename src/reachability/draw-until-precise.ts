/** When {@link drawUntilPrecise} stops. */
export interface StopRule {
  /** Half-width of the 95 % interval of every probability, such as .01 for ± 1 point; defaults to .01. */
  readonly halfWidth?: number;
  /** Draws to begin with; defaults to 1,024. */
  readonly first?: number;
  /** Draws at which it stops whatever the precision; defaults to 65,536. */
  readonly most?: number;
}

/** A result with the draws that it took. */
export interface PreciseResult<T> {
  readonly result: T;
  readonly draws: number;
  /** Half-width that was asked for. */
  readonly asked: number;
  /** Largest half-width reached. */
  readonly halfWidth: number;
  readonly isPrecise: boolean;
}

/** Standard errors in half of a 95 % interval: the normal quantile of .975. */
const HALF_OF_95 = 1.959963984540054;

/**
 * Run with ever more draws until every probability is known closely enough.
 *
 * A run tells how many draws that takes; the next has the power of two times the first that is enough for it.
 *
 * Uses the binomial bound, which is cautious for Sobol' draws: ± 1 point takes at most 16,384 draws.
 *
 * @param run - the whole run on so many draws.
 * @param standardErrors - of every probability of a result; a result without any is precise.
 */
export function drawUntilPrecise<T>(
  run: (draws: number) => T,
  standardErrors: (result: T) => readonly number[],
  { halfWidth = 0.01, first = 1024, most = 65_536 }: StopRule = {},
): PreciseResult<T> {
  let draws = Math.min(first, most);
  for (;;) {
    const result = run(draws);
    const reached = HALF_OF_95 * Math.max(0, ...standardErrors(result));
    if (reached <= halfWidth || draws >= most) {
      return { result, draws, asked: halfWidth, halfWidth: reached, isPrecise: reached <= halfWidth };
    }
    // An error falls with the root of the draws; powers of two keep Sobol' samples balanced.
    const doublings = Math.ceil(2 * Math.log2(reached / halfWidth));
    draws = Math.min(draws * 2 ** Math.max(1, doublings), most);
  }
}
