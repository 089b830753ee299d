import { expect, test } from "vitest";
import { endingAt, makeEnsemble, makeIndicator, makePlan, makeScenario } from "../fixtures/small-assessment.ts";
import { suggestTargets } from "./suggest-targets.ts";

const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
const ensemble = makeEnsemble({ ferries: endingAt(hundred) });

const suggest = (indicator: ReturnType<typeof makeIndicator>, continues: ReturnType<typeof makePlan> | null = null) => {
  const plan = { ...makePlan([indicator]), continues };
  return suggestTargets({ plan, scenario: makeScenario(), ensemble }, [0.9, 0.66])[0];
};

test("suggestTargets(…) gives the strictest targets beside the one that the plan has", () => {
  expect(suggest(makeIndicator({ target: { value: 80 } }))).toMatchObject({
    kindFrom: "target",
    comparison: ">=",
    targetYear: 2025,
    suggested: [
      { probability: 0.9, value: 11 },
      { probability: 0.66, value: 35 },
    ],
    median: 51,
    current: { comparison: ">=", target: 80, probability: 0.21 },
    reason: null,
  });
});

test("suggestTargets(…) takes the direction of a ceiling", () => {
  const ceiling = makeIndicator({ target: { kind: "ceiling", rule: "end_year", comparison: "<", value: 50 } });
  expect(suggest(ceiling)).toMatchObject({ comparison: "<=", suggested: [{ value: 90 }, { value: 66 }] });
});

test("suggestTargets(…) serves rows without a target: of the kind that they had in the plan before, else a floor", () => {
  const open = makeIndicator({ target: null });
  expect(suggest(open)).toMatchObject({
    kind: "floor",
    kindFrom: "assumed",
    current: null,
    suggested: [{ value: 11 }, {}],
  });
  const before = makePlan([
    makeIndicator({ target: { kind: "ceiling", rule: "each_year", comparison: "<=", value: 5 } }),
  ]);
  expect(suggest(open, before)).toMatchObject({
    kind: "ceiling",
    kindFrom: "plan_before",
    statistic: "worst_year",
    suggested: [{ value: 90 }, { value: 66 }],
  });
});

test("suggestTargets(…) says why nothing can be suggested", () => {
  expect(suggest(makeIndicator({ variable: null }))?.reason?.en).toContain("does not simulate");
  expect(suggest(makeIndicator({ variable: "trams" }))?.reason?.en).toContain("trams");
});
