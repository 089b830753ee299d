import fc from "fast-check";
import { expect, test } from "vitest";
import { leverProblemOf, soughtRowOf, type WrittenProblem } from "../fixtures/lever-problem-of.ts";
import { evaluatePolicy } from "./evaluate-policy.ts";
import { effortOf, type LeverProblem } from "./lever-problem.ts";
import { seekMix } from "./seek-mix.ts";

const settings = { draws: 64, seed: 1, searchDraws: 64 };

/** Least effort on a grid of the ranges, tried point by point; null when no point keeps the targets. */
function leastEffortByExhaustion(problem: LeverProblem, steps: number): number | null {
  let least: number | null = null;
  const [{ target }] = problem.rows as [LeverProblem["rows"][number]];
  const visit = (intensities: readonly number[]): boolean => {
    const lever = problem.levers[intensities.length];
    if (lever) {
      // More never hurts in these problems: beyond the first point that keeps the targets only the effort grows.
      const points = Array.from(
        { length: steps + 1 },
        (_, i) => lever.lower + ((lever.upper - lever.lower) * i) / steps,
      );
      const isLast = intensities.length === problem.levers.length - 1;
      for (const point of points) if (visit([...intensities, point]) && isLast) break;
      return false;
    }
    const effort = effortOf(problem, intensities);
    if (least !== null && effort >= least) return true;
    const [draws] = problem.simulate(intensities) as [Float64Array];
    const met = draws.reduce((count, x) => count + (x >= target ? 1 : 0), 0) / draws.length;
    const isKept = met >= (problem.chances[0]?.probability ?? 1);
    if (isKept) least = effort;
    return isKept;
  };
  visit([]);
  return least;
}

/** Evenly spread numbers: those of `fc.double` crowd around the ends. */
const share = (min: number, max: number) =>
  fc.integer({ min: 0, max: 1000 }).map((i) => min + ((max - min) * i) / 1000);

/** Monotone problems: own effects that saturate or accelerate, helped by one another, of uncertain size. */
const monotoneProblem = fc
  .record({
    levers: fc.array(
      fc.record({ unitCost: share(0.2, 3), size: share(0, 2), bend: share(0.4, 2.5), spread: share(0, 0.5) }),
      { minLength: 1, maxLength: 3 },
    ),
    together: share(0, 1.5),
    noise: share(0.05, 1),
    target: share(0.2, 2.5),
    probability: share(0.3, 0.95),
    effortExponent: fc.constantFrom(1 as const, 2 as const),
  })
  .map(({ levers, together, noise, ...rest }): WrittenProblem => {
    const statistic: WrittenProblem["statistic"] = (intensities, random) => {
      const own = levers.map(({ size, bend, spread }, i) => {
        return Math.max(0, size * (1 + spread * random[i + 1])) * intensities[i] ** bend;
      });
      const product = intensities.reduce((result, a) => result * a, together);
      return own.reduce((sum, x) => sum + x, 0) + product + noise * random[0];
    };
    return { levers, statistic, randomCount: levers.length + 1, draws: 64, ...rest };
  });

test("property: seekMix(…) on monotone problems is never falsely infeasible and within 5 % of the best of a grid", () => {
  let feasible = 0;
  fc.assert(
    fc.property(monotoneProblem, (written) => {
      const problem = leverProblemOf(written);
      const best = leastEffortByExhaustion(problem, [100, 30, 12][written.levers.length - 1] ?? 12);
      const found = seekMix(() => problem, settings);
      if (best !== null) {
        feasible += 1;
        expect(found.status).toBe("met");
        expect(found.policy?.effort).toBeLessThanOrEqual(best * 1.05 + 1e-3);
      }
      if (found.status === "met") expect(found.policy?.margin).toBeGreaterThanOrEqual(0);
    }),
    { seed: 1, numRuns: 200 },
  );
  expect(feasible).toBeGreaterThan(100);
});

test("seekMix(…) answers infeasible with the best corner and the ranges that would be needed", () => {
  const problem = leverProblemOf({
    levers: [{}, {}],
    statistic: ([a, b], [z]) => a + b + 0.1 * z,
    randomCount: 1,
    target: 3,
    probability: 0.5,
    draws: 1000,
  });
  const found = seekMix(() => problem, settings);
  expect(found).toMatchObject({ status: "infeasible", boundBy: "levers", policy: null });
  expect(found.corner.point.intensities).toEqual([1, 1]);
  expect(found.rangesNeeded).toBeCloseTo(1.5, 1);
});

test("seekMix(…) leaves a harmful lever out of the best corner", () => {
  const problem = leverProblemOf({
    levers: [{}, {}],
    statistic: ([a, b], [z]) => 2 * a - b + 0.2 * z,
    randomCount: 1,
    target: 1.5,
    probability: 0.8,
    draws: 500,
  });
  const found = seekMix(() => problem, settings);
  expect(found.status).toBe("met");
  expect(found.corner).toMatchObject({ harmful: [1], point: { intensities: [1, 0] } });
  expect(found.policy?.intensities[1]).toBe(0);
});

test("seekMix(…) shares the work equally between equal levers when further steps cost more", () => {
  const problem = leverProblemOf({
    levers: [{}, {}, {}],
    statistic: ([a, b, c], [z]) => a + b + c + 0.2 * z,
    randomCount: 1,
    target: 1.2,
    probability: 0.5,
    draws: 501,
    effortExponent: 2,
  });
  const { policy } = seekMix(() => problem, settings);
  // The median of z is near 0, so each of the three gives about .4: effort 3 × .16.
  expect(policy?.effort).toBeLessThan(0.48 * 1.05);
});

test("seekMix(…) tells when the least effort is beyond the budget", () => {
  const written = {
    levers: [{ unitCost: 2 }, { unitCost: 1 }],
    statistic: ([a, b]: readonly number[], [z]: readonly number[]) => a + 0.2 * b + 0.01 * z,
    randomCount: 1,
    target: 0.6,
    probability: 0.5,
    draws: 200,
  };
  const found = seekMix(() => leverProblemOf({ ...written, budget: 0.5 }), settings);
  expect(found).toMatchObject({ status: "infeasible", boundBy: "budget" });
  expect(found.policy?.effort).toBeCloseTo(1.2, 1);
  expect(seekMix(() => leverProblemOf({ ...written, budget: 1.3 }), settings).status).toBe("met");
});

test("seekMix(…) checks what it found on draws of another seed, and strengthens it until they agree", () => {
  const written = {
    levers: [{}, {}],
    statistic: ([a, b]: readonly number[], [z]: readonly number[]) => a + 0.5 * b + 0.5 * z,
    randomCount: 1,
    target: 0.6,
    probability: 0.7,
  };
  for (const seed of [1, 2, 3, 4, 5]) {
    const found = seekMix((draws) => leverProblemOf({ ...written, ...draws }), { draws: 400, seed, searchDraws: 100 });
    expect(found.status).toBe("met");
    expect(found.freshSeed).toBe(seed + 1);
    const again = evaluatePolicy(
      leverProblemOf({ ...written, draws: 400, seed: seed + 1 }),
      found.policy?.intensities ?? [],
    );
    expect(again.chances).toEqual(found.fresh?.chances);
    expect(again.margin).toBeGreaterThanOrEqual(0);
  }
});

test("seekMix(…) keeps several rows together, or each by itself, as it is asked", () => {
  const base = leverProblemOf({
    levers: [{}, {}],
    statistic: ([a], [z]) => a + 0.3 * z,
    randomCount: 2,
    target: 0.5,
    probability: 0.6,
    draws: 400,
  });
  const second = leverProblemOf({
    levers: [{}, {}],
    statistic: ([, b], [, z]) => b + 0.3 * z,
    randomCount: 2,
    target: 0.5,
    probability: 0.6,
    draws: 400,
  });
  const rows = { rows: [soughtRowOf(0.5), soughtRowOf(0.5)] };
  const simulate = (a: readonly number[]) => [...base.simulate(a), ...second.simulate(a)];
  const each = { ...base, ...rows, simulate, chances: [0, 1].map((row) => ({ rows: [row], probability: 0.6 })) };
  const together = { ...each, chances: [{ rows: [0, 1], probability: 0.6 }] };
  const [one, both] = [each, together].map((problem) => seekMix(() => problem, settings));
  expect(one?.status).toBe("met");
  expect(both?.status).toBe("met");
  expect(both?.policy?.effort).toBeGreaterThan(one?.policy?.effort ?? 9);
});

test("seekMix(…) searches more than six levers with CMA-ES", () => {
  const problem = leverProblemOf({
    levers: Array.from({ length: 9 }, (_, i) => ({ unitCost: 1 + i / 4 })),
    statistic: (intensities, [z]) =>
      intensities.reduce((sum, a, i) => sum + a * (0.5 + ((i * 5) % 9) / 9), 0) + 0.2 * z,
    randomCount: 1,
    target: 2.5,
    probability: 0.8,
    draws: 300,
  });
  const found = seekMix(() => problem, { draws: 300, seed: 1, searchDraws: 300 });
  expect(found.status).toBe("met");
  // With linear responses the cheapest way is to fill levers by gain per cost: a knapsack with one part item.
  const gains = problem.levers.map(({ unitCost }, i) => ({ unitCost, gain: 0.5 + ((i * 5) % 9) / 9 }));
  gains.sort((a, b) => b.gain / b.unitCost - a.gain / a.unitCost);
  const [statistics] = problem.simulate(new Array(9).fill(0)) as [Float64Array];
  let missing = 2.5 - ([...statistics].sort((a, b) => b - a)[239] as number);
  const least = gains.reduce((effort, { unitCost, gain }) => {
    const used = Math.min(1, Math.max(0, missing) / gain);
    missing -= used * gain;
    return effort + used * unitCost;
  }, 0);
  expect(found.policy?.effort).toBeLessThan(least * 1.05);
});
