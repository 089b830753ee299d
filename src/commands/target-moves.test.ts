import { expect, test } from "vitest";
import {
  endingAt,
  makeEnsemble,
  makeIndicator,
  makeInput,
  makePlan,
  makeScenario,
} from "../fixtures/small-assessment.ts";
import type { Study } from "../inputs/study.ts";
import { assessScenario } from "../reachability/assess-scenario.ts";
import { targetMoves } from "./target-moves.ts";

const ferries = makeIndicator();
const plan = makePlan([ferries]);
const study = { plan, observations: [] } as unknown as Study;

function resultOf(values: readonly number[]) {
  const ensemble = makeEnsemble({ ferries: endingAt(values) });
  const verdicts = assessScenario(makeInput([ferries], ensemble));
  const identity = { hash: "abc", seed: 1, draws: values.length, informationDate: "2021-12-31" };
  return { scenario: makeScenario(), identity, ensemble, verdicts };
}

// The target is at least 120.
const first = resultOf([100, 110, 121, 130]);
const second = resultOf([125, 110, 122, 131]);

test("targetMoves(…) gives both medians and probabilities and their change", () => {
  const [move] = targetMoves(study, first, second, true);
  expect(move?.median).toEqual({ from: 115.5, to: 123.5, change: 8 });
  expect(move?.probability).toMatchObject({ from: 0.5, to: 0.75, change: 0.25 });
});

test("targetMoves(…) on shared draws takes the interval from the differences draw by draw", () => {
  const [move] = targetMoves(study, first, second, true);
  // One of four draws changes: mean 1/4, variance 1/4 − 1/16, divided by 4 draws.
  const error = Math.sqrt((1 / 4 - 1 / 16) / 4);
  expect(move?.probability.interval?.upper).toBeCloseTo(0.25 + 1.96 * error, 12);
  expect(move?.pairedChange?.lower).toBeCloseTo(0.15, 12);
});

test("targetMoves(…) on separate draws takes it from both errors, and pairs nothing", () => {
  const [move] = targetMoves(study, first, second, false);
  const error = Math.sqrt((0.5 * 0.5) / 4 + (0.75 * 0.25) / 4);
  expect(move?.probability.interval?.upper).toBeCloseTo(0.25 + 1.96 * error, 12);
  expect(move?.pairedChange).toBeNull();
});
