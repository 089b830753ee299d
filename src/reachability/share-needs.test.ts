import { expect, test } from "vitest";
import { endingAt, makeEnsemble, makeIndicator, makeInput } from "../fixtures/small-assessment.ts";
import { assessScenario } from "./assess-scenario.ts";
import { attainmentRule } from "./attainment.ts";
import { shareNeeds } from "./share-needs.ts";

const share = makeIndicator({
  id: "certified",
  variable: "certified",
  display: { percent: true, decimals: 1 },
  baseline: { readings: { table: 0.4 } },
  target: { kind: "share", value: 0.5 },
  share: { numerator: "holders", denominator: "crews" },
});
const crews = makeIndicator({ id: "crews", variable: "crews", target: { value: 60 } });
const ensemble = makeEnsemble({
  holders: endingAt([20, 28, 30, 36]),
  crews: endingAt([50, 56, 64, 70]),
  certified: endingAt([20 / 50, 28 / 56, 30 / 64, 36 / 70]),
});

test("shareNeeds(…) tells what each amount has to be with the other as simulated", () => {
  const needs = shareNeeds(share, attainmentRule(share, 2021, {})!, ensemble);
  expect(needs).toEqual({
    year: 2025,
    // Half of 50, 56, 64 and 70 in the middle; the base year of this ensemble is blank.
    numerator: { variable: "holders", unit: "艘", before: null, median: 29, needed: 30 },
    denominator: { variable: "crews", unit: "艘", before: null, median: 60, needed: 58 },
    total: null,
  });
});

test("shareNeeds(…) is null for rows that are no share of two modelled amounts", () => {
  const rule = attainmentRule(share, 2021, {})!;
  expect(shareNeeds({ ...share, share: null }, rule, ensemble)).toBeNull();
  expect(shareNeeds({ ...share, share: { numerator: "holders", denominator: "boats" } }, rule, ensemble)).toBeNull();
  expect(shareNeeds(share, { ...rule, target: 0 }, ensemble)).toBeNull();
});

test("assessScenario(input) tells how a share goes with the plan's own target for its denominator", () => {
  const { verdicts } = assessScenario(makeInput([share, crews], ensemble));
  // Met: 28 of 56 and 36 of 70. The total reaches 60 with 64 and 70, of which one has half certified.
  expect(verdicts[0]?.shareNeeds?.total).toEqual({ indicator: "crews", whenMet: 0.5, whenMissed: 0.5 });
  const weighed = makeEnsemble(
    { holders: endingAt([20, 28]), crews: endingAt([50, 56]), certified: endingAt([0.4, 0.5]) },
    { weights: [0.75, 0.25] },
  );
  const [of] = assessScenario(makeInput([share, crews], weighed)).verdicts;
  expect(of?.shareNeeds?.total).toEqual({ indicator: "crews", whenMet: null, whenMissed: 0.25 });
  expect(assessScenario(makeInput([share], ensemble)).verdicts[0]?.shareNeeds?.total).toBeNull();
});
