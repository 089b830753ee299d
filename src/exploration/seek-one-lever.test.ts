import { expect, test } from "vitest";
import { leverProblemOf, type WrittenProblem } from "../fixtures/lever-problem-of.ts";
import { seekOneLever } from "./seek-one-lever.ts";

const seekWith = (statistic: WrittenProblem["statistic"], given: Partial<WrittenProblem> = {}) =>
  seekOneLever(
    leverProblemOf({ levers: [{}], randomCount: 1, target: 1, probability: 0.8, draws: 2000, statistic, ...given }),
    0,
  );

test("seekOneLever(…) finds the least intensity, with a band around it", () => {
  const found = seekWith(([a], [z]) => 2 * a + 0.3 * z);
  // 2a − 1 = .3 z₀.₈, z₀.₈ = .8416 (R qnorm); 2,000 plain draws leave an error of about .005.
  expect(found.status).toBe("met");
  expect(found.intensity).toBeCloseTo((1 + 0.3 * 0.8416) / 2, 1);
  expect(found.after?.margin).toBeGreaterThanOrEqual(0);
  const [low, high] = found.band ?? [];
  expect(low).toBeLessThan(found.intensity ?? 0);
  expect(high).toBeGreaterThan(found.intensity ?? 1);
  expect(found.keptUpTo).toBeNull();
  expect(found.isMetAlready).toBe(false);
});

test("seekOneLever(…) asks for nothing where the target is kept already", () => {
  const found = seekWith(([a], [z]) => 3 + a + 0.3 * z);
  expect(found).toMatchObject({ status: "met", intensity: 0, isMetAlready: true, limit: null });
});

test("seekOneLever(…) has no upper band where twice the standard error is out of reach", () => {
  // At full intensity the chance is Φ(.86) = .805, not two standard errors (.018) above .8.
  const found = seekWith(([a], [z]) => 1 + 0.86 * a + z);
  expect(found.status).toBe("met");
  expect(found.band?.[0]).not.toBeNull();
  expect(found.band?.[1]).toBeNull();
});

test("seekOneLever(…) finds the window of a response that rises and falls again", () => {
  const found = seekWith(([a], [z]) => 1.5 - 6 * Math.abs(a - 0.4) + 0.3 * z);
  expect(found.status).toBe("met");
  expect(found.intensity).toBeCloseTo(0.4 - (0.5 - 0.2525) / 6, 1);
  expect(found.keptUpTo).toBeCloseTo(0.4 + (0.5 - 0.2525) / 6, 1);
});

test("seekOneLever(…) climbs to a peak between the points of its scan", () => {
  // Kept between about .41 and .45, while the scan looks at multiples of .125.
  const found = seekWith(([a], [z]) => 1.1 - 4 * Math.abs(a - 0.43) + 0.02 * z);
  expect(found.status).toBe("met");
  expect(found.intensity).toBeGreaterThan(0.4);
  expect(found.keptUpTo).toBeLessThan(0.46);
});

test("seekOneLever(…) tells how far a lever goes that does not go far enough, and why", () => {
  const tooShort = seekWith(([a], [z]) => 0.5 * a + 0.3 * z);
  expect(tooShort.status).toBe("unreachable_by_this_lever");
  expect(tooShort.limit).toMatchObject({ intensity: 1, reason: "range_too_short" });
  // Φ(−.5/.3) = .0478 (R pnorm).
  expect(tooShort.limit?.point.chances[0]?.probability).toBeCloseTo(0.0478, 1);
  expect(seekWith(([a], [z]) => 0.8 * (1 - Math.exp(-12 * a)) + 0.5 * z).limit?.reason).toBe("levels_off");
  expect(seekWith(([a], [z]) => 0.8 - 3 * Math.abs(a - 0.5) + 0.5 * z).limit?.reason).toBe("peak_inside");
  expect(seekWith(([a], [z]) => 0.2 - 0.3 * a + (0.2 + 2 * a) * z).limit?.reason).toBe("only_spread_grows");
  expect(seekWith((_, [z]) => 0.5 + z).limit?.reason).toBe("no_effect");
});

test("seekOneLever(…) tells a lever that moves away, even where no draw meets the target", () => {
  expect(seekWith(([a], [z]) => 0.8 - a + 0.5 * z).status).toBe("lever_moves_away");
  const hopeless = seekWith(([a], [z]) => -50 - 20 * a + 0.5 * z);
  expect(hopeless.status).toBe("lever_moves_away");
  expect(hopeless.limit).toMatchObject({ intensity: 0, reason: "moves_away" });
  expect(seekWith(([a], [z]) => -50 + 20 * a + 0.5 * z).status).toBe("unreachable_by_this_lever");
});

test("seekOneLever(…) counts draws without a statistic as missed", () => {
  const found = seekWith(([a], [z]) => (z > 0.5 ? Number.NaN : 5 * a));
  expect(found.status).toBe("unreachable_by_this_lever");
  expect(found.limit?.point.chances[0]?.probability).toBeCloseTo(0.69, 1);
});
