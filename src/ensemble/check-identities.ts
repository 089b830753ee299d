import type { IdentitySource } from "../inputs/study.ts";
import { blockSize, type Kernel } from "../model/kernel.ts";
import { type DrawnScenario, kernelInput } from "./draw-scenario.ts";

/** How far a statement of the model held on the draws of one scenario. */
export interface IdentityCheck {
  readonly name: string;
  readonly tag: string | null;
  readonly kind: "equality" | "bound";
  /** Draws in which it failed in some year or element. */
  readonly violatingDraws: number;
  readonly draws: number;
  /** Largest |left − right| of an equality relative to its scale, or amount by which a bound is broken. */
  readonly worst: number;
  /** Calendar year of the worst case; null when it held everywhere. */
  readonly worstYear: number | null;
  readonly holds: boolean;
}

/** Equalities must hold to this share of the larger side (or of 1, when both sides are smaller). */
const identityTolerance = 1e-9;
/** A bound may fail on this share of the draws: rare draws at the edge of a prior are counted, not fatal. */
const boundTolerance = 0.001;

/**
 * Check every identity and bound of a model on every draw and year of a scenario.
 *
 * @returns one check for each identity, in the order in which the model states them.
 */
export function checkIdentities(drawn: DrawnScenario, kernel: Kernel): IdentityCheck[] {
  const { model, years } = drawn.bound;
  const tallies = model.identities.map(() => new Tally(drawn.draws));
  const sides = model.identities.flatMap(({ left, right }) => [left, right]);
  for (let start = 0; start < drawn.draws; start += blockSize) {
    const input = kernelInput(drawn, start);
    const leftSide = new Map<number, Float64Array>();
    kernel.run(input, sides, (variable, year, values) => {
      const identity = model.identities.findIndex(({ left, right }) => left === variable || right === variable);
      const { source, left, holdsInBase } = model.identities[identity] as (typeof model.identities)[number];
      if (year === 0 && !holdsInBase) return;
      if (variable === left) leftSide.set(identity, values.slice());
      else {
        const pair = { left: leftSide.get(identity) as Float64Array, right: values };
        tallies[identity]?.add(source.comparison, pair, input.draws, start, years[year] as number);
      }
    });
  }
  return model.identities.map(({ source }, i) => (tallies[i] as Tally).result(source));
}

/** Counts the draws in which one statement fails. */
class Tally {
  readonly #failed: Uint8Array;
  #worst = 0;
  #worstYear: number | null = null;

  constructor(draws: number) {
    this.#failed = new Uint8Array(draws);
  }

  add(
    comparison: IdentitySource["comparison"],
    { left, right }: { left: Float64Array; right: Float64Array },
    draws: number,
    start: number,
    year: number,
  ): void {
    for (let i = 0; i < left.length; i++) {
      const draw = i % blockSize;
      if (draw >= draws) continue;
      const excess = excessOf(comparison, left[i] as number, right[i] as number);
      // Written so that NaN, which compares false with everything, counts as a failure.
      if (excess <= identityTolerance) continue;
      this.#failed[start + draw] = 1;
      if (!(excess <= this.#worst)) {
        this.#worst = excess;
        this.#worstYear = year;
      }
    }
  }

  result({ name, tag, comparison }: IdentitySource): IdentityCheck {
    const draws = this.#failed.length;
    const violatingDraws = this.#failed.reduce((count, failed) => count + failed, 0);
    const kind = comparison === "==" ? "equality" : "bound";
    const holds = kind === "equality" ? violatingDraws === 0 : violatingDraws <= boundTolerance * draws;
    return { name, tag, kind, violatingDraws, draws, worst: this.#worst, worstYear: this.#worstYear, holds };
  }
}

/** Relative excess of a statement: 0 when it holds exactly. */
function excessOf(comparison: IdentitySource["comparison"], left: number, right: number): number {
  const scale = Math.max(1, Math.abs(left), Math.abs(right));
  const difference = (left - right) / scale;
  if (comparison === "==") return Math.abs(difference);
  return comparison === "<=" ? Math.max(0, difference) : Math.max(0, -difference);
}
