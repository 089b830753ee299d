import { expect, test } from "vitest";
import { soundFeasibility } from "../fixtures/feasibility-of.ts";
import { makeIndicator, makePlan } from "../fixtures/small-assessment.ts";
import type { Indicator } from "../inputs/study.ts";
import { loadLinearSolver } from "./load-linear-solver.ts";
import { tryDefinitions } from "./try-definitions.ts";

// Three small problems whose thresholds follow by hand.

const solve = await loadLinearSolver();
const tried = (text: string, indicators: readonly Indicator[]) =>
  tryDefinitions(soundFeasibility(text, indicators), makePlan(indicators), solve);
const idsOf = (conflicts: ReturnType<typeof tried>["conflicts"]) =>
  conflicts.map(({ requirements }) => requirements.map(({ id }) => id));

const licensed = makeIndicator({
  id: "licensed",
  unit: { scale: 0, powers: {} },
  unitText: "1",
  baseline: { readings: { table: 0.257 } },
  target: { kind: "share", comparison: ">=", value: 0.5 },
});

/** At most 19.8 + 10 licences among at least so many pilots: half of them when 0.5 × pilots ≤ 29.8. */
const licences = (fewest: number) => `
variables:
  pilots: {label: {zh: 领航员, en: pilots}, unit: 1}
  newly: {label: {zh: 新持证, en: newly licensed}, unit: 1}
  courses: {label: {zh: 培训, en: courses}, unit: 1}
capacities:
  one_a_course: {label: {zh: 每次至多一证, en: one a course}, holds: newly <= courses, source: s}
  courses: {label: {zh: 培训量, en: number of courses}, holds: courses <= 10, source: s}
  pilots: {label: {zh: 领航员人数, en: number of pilots}, holds: pilots >= ${fewest}, source: s}
targets:
  licensed: {numerator: 19.8 + newly, denominator: pilots}
`;

test.each([
  [59.5, true],
  [59.6, true],
  [59.7, false],
])("tryDefinitions(…) with at least %s pilots finds half of them licensed: %s", (fewest, feasible) => {
  expect(tried(licences(fewest), [licensed]).trials[0]?.feasible).toBe(feasible);
});

test("tryDefinitions(…) excludes the bound for a strict target", () => {
  const strict = { ...licensed, target: { ...licensed.target!, comparison: ">" as const } };
  expect(tried(licences(59.6), [strict]).trials[0]?.feasible).toBe(false);
  expect(tried(licences(59.5), [strict]).trials[0]?.feasible).toBe(true);
});

test("tryDefinitions(…) names all four rows of the conflict, the best share and what would mend it", () => {
  const { trials, conflicts } = tried(licences(62), [licensed]);
  expect(idsOf(conflicts)).toEqual([
    ["target:licensed", "capacity:one_a_course", "capacity:courses", "capacity:pilots"],
  ]);
  // 29.8 ÷ 62 licensed at best; 31 − 29.8 = 1.2 licences short.
  expect(trials[0]?.targets[0]).toMatchObject({ isAttainable: false });
  expect(trials[0]?.targets[0]?.alone).toBeCloseTo(0.48064516, 8);
  expect(trials[0]?.leastShortfall?.shortfalls[0]?.amount).toBeCloseTo(1.2, 8);
  // Weighted by 1 ÷ (0.243 × 62).
  expect(trials[0]?.leastShortfall?.total).toBeCloseTo(1.2 / 0.243 / 62, 8);
  const to = Object.fromEntries(conflicts[0]!.loosenings.map((loosening) => [loosening.name, loosening.to]));
  expect(to.pilots).toBeCloseTo(59.6, 8);
  expect(to.courses).toBeCloseTo(11.2, 8);
  expect(to.licensed).toBeCloseTo(0.48064516, 8);
  expect(to.one_a_course).toBeNull();
  // 1.2 of one unnamed limit, 2.4 of 62, .0194 of .243 and 1.2 of 10.
  expect(conflicts[0]!.loosenings.map(({ name }) => name)).toEqual(["pilots", "licensed", "courses", "one_a_course"]);
});

const members = makeIndicator({
  id: "members",
  attribute: "binding",
  target: { value: 41 },
  baseline: { readings: { table: 39 } },
});
const others = makeIndicator({ id: "others", target: { value: 45 }, baseline: { readings: { table: 44 } } });

/** Whoever is no member may join the others, and a share of them does: 41 and 45 of 104.2 need 45 ÷ 63.2. */
const leagues = (share: number) => `
variables:
  members: {label: {zh: 会员, en: members}, unit: 艘}
  others: {label: {zh: 其他, en: others}, unit: 艘}
relations:
  the_rest: {holds: others <= ${share} * (104.2 - members), source: s}
targets:
  members: {value: members}
  others: {value: others}
`;

test.each([
  [0.7, false, 44.24],
  [0.712, false, 44.9984],
  [0.7121, true, 45.00472],
  [0.72, true, 45.504],
])("tryDefinitions(…) with %s of the rest joining fits both targets: %s", (share, feasible, best) => {
  const [trial] = tried(leagues(share), [members, others]).trials;
  expect(trial?.feasible).toBe(feasible);
  const rest = trial?.targets.find(({ indicator }) => indicator === "others");
  expect(rest?.withOthers).toBeCloseTo(best, 8);
});

test("tryDefinitions(…) names the relations that a conflict rests on", () => {
  expect(tried(leagues(0.7), [members, others]).conflicts[0]?.restsOn.map(({ name }) => name)).toEqual(["the_rest"]);
  expect(tried(licences(62), [licensed]).conflicts[0]?.restsOn).toEqual([]);
});

test("tryDefinitions(…) lets the indicative target give way before the binding one", () => {
  const [trial] = tried(leagues(0.7), [members, others]).trials;
  expect(trial?.leastShortfall?.shortfalls.map(({ indicator }) => indicator)).toEqual(["others"]);
  expect(trial?.leastShortfall?.total).toBeCloseTo(0.76, 8);
});

const trained = makeIndicator({ id: "trained", target: { value: 25 }, baseline: { readings: { table: 19.8 } } });

test("tryDefinitions(…) finds 25 out of reach of 10 courses with 0.3 licences each", () => {
  const { trials, conflicts } = tried(
    `
variables:
  courses: {label: {zh: 培训, en: courses}, unit: 艘}
  gained: {label: {zh: 新增, en: gained}, unit: 艘}
capacities:
  courses: {label: {zh: 培训量, en: courses}, holds: courses <= 10, source: s}
  yield: {label: {zh: 每次所得, en: yield}, holds: gained <= 0.3 * courses, source: s}
targets:
  trained: {value: baseline(trained) + gained}
`,
    [trained],
  );
  expect(trials[0]?.targets[0]?.alone).toBeCloseTo(22.8, 8);
  expect(idsOf(conflicts)).toEqual([["target:trained", "capacity:courses", "capacity:yield"]]);
});

test("tryDefinitions(…) tries every combination and keeps a conflict once, with where it arises", () => {
  const { trials, conflicts } = tried(
    `
variables:
  boats: {label: {zh: 船, en: boats}, unit: 艘}
definitions:
  hull:
    label: {zh: 船体, en: hull}
    row: ferries
    options:
      wood: {label: {zh: 木, en: wood}, baseline: baseline(ferries) - 30}
      steel: {label: {zh: 钢, en: steel}, readings: {ferries: text}}
  crew:
    label: {zh: 船员, en: crew}
    row: ferries
    options:
      small: {label: {zh: 少, en: small}}
      large: {label: {zh: 多, en: large}}
capacities:
  yard: {label: {zh: 船坞, en: yard}, holds: boats <= baseline(ferries) + 5, source: s, under: {hull: [wood, steel]}}
  slip: {label: {zh: 滑道, en: slip}, holds: boats <= 119, source: s, under: {hull: [wood], crew: [large]}}
targets:
  ferries: {value: boats}
`,
    [makeIndicator({ baseline: { readings: { table: 100, text: 118 } } })],
  );
  expect(trials.map(({ choices, feasible }) => [choices.hull, choices.crew, feasible])).toEqual([
    ["wood", "small", false],
    ["wood", "large", false],
    ["steel", "small", true],
    ["steel", "large", true],
  ]);
  expect(trials[0]?.baselines[0]).toEqual({
    definition: "hull",
    indicator: "ferries",
    value: 70,
    printed: 100,
    fits: false,
  });
  expect(trials[2]?.baselines[0]).toEqual({
    definition: "hull",
    indicator: "ferries",
    value: null,
    printed: 118,
    fits: null,
  });
  expect(
    conflicts.map(({ requirements, choices }) => [requirements[1]?.name, choices.map(({ crew }) => crew)]),
  ).toEqual([
    ["yard", ["small", "large"]],
    ["slip", ["large"]],
  ]);
});

test("tryDefinitions(…) reports limits that contradict each other as a conflict without targets", () => {
  const { trials, conflicts } = tried(
    `
variables:
  boats: {label: {zh: 船, en: boats}, unit: 艘}
capacities:
  least: {label: {zh: 至少, en: least}, holds: boats >= 130, source: s}
  most: {label: {zh: 至多, en: most}, holds: boats <= 125, source: s}
targets:
  ferries: {numerator: boats, denominator: boats}
`,
    [makeIndicator()],
  );
  expect(idsOf(conflicts)).toContainEqual(["capacity:least", "capacity:most"]);
  expect(trials[0]?.leastShortfall).toBeNull();
  expect(trials[0]?.targets[0]).toMatchObject({ alone: null, isAttainable: false });
});
