import { expect, test } from "vitest";
import { makeIndicator } from "../fixtures/small-assessment.ts";
import { dimensionOf, studyOfFormulas, tableOf } from "../fixtures/study-of-formulas.ts";
import type { Indicator, Lever } from "../inputs/study.ts";
import { unwrap } from "../run-study.ts";
import { compileModel } from "./compile-model.ts";
import { leverReach, rowsOf } from "./lever-reach.ts";

const at = { file: "levers.yaml", line: 1, column: 1, endLine: 1, endColumn: 1 };

function leverOn(name: string, ...targets: string[]): Lever {
  const effects = targets.map((target) => ({ target, operation: "add" as const, value: 1, at }));
  return { name, label: { zh: name, en: name }, effects, lag: 0, range: { lower: 0, upper: 1 }, source: null, at };
}

const row = (id: string, variable: string | null): Indicator => makeIndicator({ id, variable });

/** births → people → pupils by last year's value; harbour by the base year's; boats stand alone; tides through a look-up. */
function smallModel(levers: readonly Lever[]) {
  const study = studyOfFormulas({
    dimensions: [dimensionOf("route", ["north", "south"])],
    variables: {
      people: { kind: "stock", initial: "start", inflow: "births" },
      births: "birth_rate",
      pupils: { initial: "0", equation: "prev(people) * pupil_share" },
      harbour: { initial: "1", equation: "base(people)" },
      boats: "boat_rate",
      delays: "lookup(tide_delay, boats)",
      trips: { over: ["route"], equation: "route_trips[route]" },
      all_trips: "sum(trips)",
      idle: "spare_rate",
    },
    assumptions: { start: 5, birth_rate: 1, pupil_share: 0.2, boat_rate: 2, spare_rate: 1 },
    tables: [
      tableOf("route_trips", { kind: "values", over: ["route"], values: Float64Array.of(1, 2), years: null }),
      tableOf("tide_delay", {
        kind: "points",
        points: [
          [0, 0],
          [9, 1],
        ],
        xUnit: { scale: 0, powers: {} },
      }),
    ],
    identities: { boats_hold: "boats == boat_rate" },
  });
  return unwrap(compileModel({ ...study, model: { ...study.model, levers } }));
}

const rows = [
  row("r_pupils", "pupils"),
  row("r_harbour", "harbour"),
  row("r_delays", "delays"),
  row("r_trips", "all_trips"),
  row("r_unmodelled", null),
];

test("leverReach(model, indicators) follows this year's, last year's and the base year's values to the rows", () => {
  const levers = [
    leverOn("more_births", "birth_rate"),
    leverOn("more_people", "start"),
    leverOn("schools", "pupil_share"),
  ];
  const reach = leverReach(smallModel(levers), rows).map(({ lever, rows: reached }) => [lever, reached]);
  expect(reach).toEqual([
    ["more_births", ["r_pupils", "r_harbour"]],
    ["more_people", ["r_pupils", "r_harbour"]],
    ["schools", ["r_pupils"]],
  ]);
});

test("leverReach(model, indicators) goes through tables over dimensions and look-ups, each target a route of its own", () => {
  const [lever] = leverReach(smallModel([leverOn("tides", "tide_delay", "route_trips", "spare_rate")]), rows);
  expect(lever?.routes).toEqual([
    { target: "tide_delay", sector: "s", rows: ["r_delays"] },
    { target: "route_trips", sector: "s", rows: ["r_trips"] },
    { target: "spare_rate", sector: "s", rows: [] },
  ]);
  expect(lever?.rows).toEqual(["r_delays", "r_trips"]);
});

test("leverReach(model, indicators) gives a lever that acts on nothing no row", () => {
  expect(leverReach(smallModel([leverOn("talk")]), rows)).toEqual([{ lever: "talk", routes: [], rows: [] }]);
});

test("rowsOf(reach, indicators) joins levers in the plan's order", () => {
  const reach = leverReach(smallModel([leverOn("boats_too", "boat_rate"), leverOn("schools", "pupil_share")]), rows);
  expect(rowsOf(reach, rows)).toEqual(["r_pupils", "r_delays"]);
});
