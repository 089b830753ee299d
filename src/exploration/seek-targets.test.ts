import { expect, test } from "vitest";
import { normalQuantile } from "../core/normal.ts";
import { effectOf, leverOf } from "../fixtures/scenario-of.ts";
import { seekRequestOf, seekStudyOf, sobolScenario, type WrittenSeekStudy } from "../fixtures/seek-study.ts";
import { makeObservation } from "../fixtures/small-assessment.ts";
import { defaultSeekSettings } from "../inputs/seek-settings.ts";
import type { SeekRequest } from "./seek-targets.ts";
import { seekTargets } from "./seek-targets.ts";

const draws = { draws: 8192, seed: 1 };
const normal = { kind: "normal", mean: 0, sd: 1 } as const;

/** x = z + pushed + pulled, where levers add to what is pushed and pulled. */
const linear = (given: Partial<WrittenSeekStudy> = {}) =>
  seekStudyOf({
    variables: { x: "z + pushed + pulled" },
    assumptions: { z: 0, pushed: 0, pulled: 0 },
    uncertain: { z: normal },
    levers: [
      leverOf("push", { effects: [effectOf("pushed", "add", 1)], range: { lower: 0, upper: 10 } }),
      leverOf("pull", { effects: [effectOf("pulled", "add", 0.5)], range: { lower: 0, upper: 1 } }),
      leverOf("harm", { effects: [effectOf("pushed", "add", -1)] }),
      leverOf("idle"),
    ],
    rows: { x: { target: { value: 3 } } },
    ...given,
  });

function seek(given: Partial<SeekRequest> = {}, study = linear(), settings = draws) {
  const found = seekTargets(seekRequestOf(study, given), settings);
  if (!found.ok) throw new TypeError(found.issues.map(({ message }) => message.en).join("\n"));
  return found.value;
}

test("seekTargets(…) of a linear Gaussian row gives T + z_p σ to a thousandth", () => {
  for (const probability of [0.5, 0.66, 0.9]) {
    const found = seek({ levers: ["push"], probability });
    expect(found.status).toBe("met");
    expect(Math.abs((found.levers[0]?.intensity ?? 0) - (3 + normalQuantile(probability)))).toBeLessThan(1e-3);
  }
});

test("seekTargets(…) tells the whole answer about one lever", () => {
  const found = seek({ levers: ["push"], probability: 0.9 });
  expect(found).toMatchObject({
    scenarios: ["plain"],
    metAlready: false,
    firstBindingRow: "x",
    limit: null,
    alone: null,
    from: 2031,
    seed: 1,
    freshSeed: 2,
    draws: 8192,
  });
  const [lever] = found.levers;
  expect(lever).toMatchObject({ name: "push", lower: 0, upper: 10, unitCost: 1, setting: lever?.intensity });
  expect(lever?.requiredPath.map(({ year }) => year)).toEqual([2031, 2032, 2033, 2034, 2035]);
  expect(lever?.actsOn).toMatchObject([{ assumption: "pushed", unit: "1" }]);
  expect(lever?.actsOn[0]?.byYear[0]).toEqual({ year: 2031, before: 0, after: lever?.intensity });
  // The density of a standard normal at its 90 % point is .1755 (R dnorm): 17.5 points for a whole step, less over .5.
  expect(lever?.pointsPerEffort).toBeGreaterThan(8);
  expect(lever?.pointsPerEffort).toBeLessThan(18);
  const [target] = found.targets;
  expect(target).toMatchObject({ indicator: "x", definition: "table", comparison: ">=", target: 3, targetYear: 2035 });
  expect(target?.before.probability).toBeCloseTo(0.00135, 3);
  expect(target?.fresh?.probability).toBeCloseTo(0.9, 2);
  expect(found.whatWouldChange).toMatchObject([{ name: "z", kind: "assumption", direction: "helps" }]);
  expect(found.lastStart).toMatchObject({ year: 2035 });
});

test("seekTargets(…) tells the limit of a lever that does not reach the target, and what it would take", () => {
  const found = seek({ levers: ["pull"], probability: 0.9 });
  expect(found).toMatchObject({ status: "unreachable_by_this_lever", effort: null, lastStart: null });
  expect(found.limit).toMatchObject({ boundBy: "levers", reason: "range_too_short", intensities: { pull: 1 } });
  // Kept with .9 at the end of the range: .5 − 1.2816.
  expect(found.limit?.values[0]?.kept).toBeCloseTo(0.5 - 1.2816, 2);
  expect(seek({ levers: ["harm"] }).status).toBe("lever_moves_away");
  expect(seek({ levers: ["idle"] }).limit?.reason).toBe("no_effect");
});

test("seekTargets(…) without names tries every lever alone and then together", () => {
  const reachable = seek({ probability: 0.9 });
  expect(reachable.status).toBe("met");
  expect(reachable.alone?.map(({ name }) => name)).toEqual(["push", "pull"]);
  expect(reachable.setAside).toEqual(["harm"]);
  const row = { x: { target: { value: 9.2 } } };
  const mixed = seek({ probability: 0.9 }, linear({ rows: row }));
  expect(mixed.status).toBe("needs_mix");
  expect(mixed.levers.map(({ intensity }) => intensity)).toHaveLength(2);
  expect(mixed.chances[0]?.fresh?.probability).toBeGreaterThanOrEqual(0.9);
  const beyond = seek({ probability: 0.9 }, linear({ rows: { x: { target: { value: 10.2 } } } }));
  expect(beyond).toMatchObject({ status: "infeasible", limit: { boundBy: "levers", reason: null } });
  // From 0 to 10.5, and 10.2 + 1.2816 is asked for.
  expect(beyond.limit?.rangesNeeded).toBeCloseTo((10.2 + 1.2816) / 10.5, 1);
});

test("seekTargets(…) takes costs, bounds and budget from the settings of the region", () => {
  const terms = { cost: 1, lower: null, upper: null, isUsed: true };
  const levers = { push: { ...terms, cost: 5, upper: 9 }, pull: terms, harm: { ...terms, isUsed: false } };
  const seekSettings = { ...defaultSeekSettings, levers, budget: 12 };
  const study = linear({ more: { seek: seekSettings } });
  const found = seek({ levers: ["push", "pull"], probability: 0.9 }, study);
  expect(found).toMatchObject({ status: "infeasible", budget: 12, limit: { boundBy: "budget" } });
  // pull is five times cheaper for half the effect: it is used up, and push does the rest.
  expect(found.effort).toBeCloseTo(1 + 5 * (3 + 1.2816 - 0.5), 0);
  expect(found.levers[0]).toMatchObject({ unitCost: 5, upper: 9 });
});

test("seekTargets(…) starts from what the scenario does already", () => {
  const study = linear({ scenarios: [sobolScenario({ levers: { push: 4 } })] });
  const found = seek({ levers: ["push"], probability: 0.9 }, study);
  expect(found.levers[0]).toMatchObject({ lower: 4 });
  expect(found.effort).toBeCloseTo(0.2816, 2);
  const done = seek({ levers: ["push"], probability: 0.8 }, study);
  expect(done).toMatchObject({ status: "met", metAlready: true, effort: 0, lastStart: null });
});

test("seekTargets(…) serves several scenarios with one policy", () => {
  const hard = sobolScenario({ id: "hard", assumptions: { pulled: { kind: "fixed", value: -2 } } });
  const study = linear({ scenarios: [sobolScenario(), hard] });
  const found = seek({ scenarios: study.scenarios, levers: ["push"], probability: 0.9 }, study);
  expect(found.levers[0]?.intensity).toBeCloseTo(5 + 1.2816, 2);
  expect(found.targets.map(({ scenario }) => scenario)).toEqual(["plain", "hard"]);
  expect(found.targets[0]?.after?.probability).toBeGreaterThan(0.99);
});

test("seekTargets(…) keeps rows together when asked to", () => {
  const study = linear({
    variables: { x: "z + pushed", y: "w + pulled" },
    assumptions: { z: 0, w: 0, pushed: 0, pulled: 0 },
    uncertain: { z: normal, w: normal },
    levers: [
      leverOf("push", { effects: [effectOf("pushed", "add", 4)] }),
      leverOf("pull", { effects: [effectOf("pulled", "add", 4)] }),
    ],
    rows: { x: { target: { value: 1 } }, y: { target: { value: 1 } } },
  });
  const found = seek({ levers: ["push", "pull"], probability: 0.64, isTogether: true }, study);
  expect(found.chances).toMatchObject([{ indicators: ["x", "y"], probability: 0.64 }]);
  // Independent rows of .8 each: 1 + z₀.₈ on both, in quarters.
  for (const { intensity } of found.levers) expect(intensity).toBeCloseTo((1 + 0.8416) / 4, 1);
  expect(found.effort).toBeLessThan(((1 + 0.8416) / 2) * 1.05);
});

test("seekTargets(…) says why a row cannot be sought", () => {
  const noTarget = seek({}, linear({ rows: { x: { target: null } } }));
  expect(noTarget).toMatchObject({ status: "not_assessable", notAssessed: [{ indicator: "x", scenario: "plain" }] });
  const study = linear({ rows: { x: { series: "ferries", target: { value: 3 } } } });
  const observed = {
    ...study,
    plan: { ...study.plan, observedAs: "渡口" },
    observations: [makeObservation({ year: 2035, value: 5 })],
  };
  const decided = seek({}, observed);
  expect(decided.status).toBe("not_assessable");
  expect(decided.notAssessed[0]?.reason.en).toContain("exceeded");
});
