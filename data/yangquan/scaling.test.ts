import { expect, test } from "vitest";
import type { Unit } from "../../src/core/unit.ts";
import { fixedScenario, readRegion, runRegion } from "../../src/fixtures/run-region.ts";
import type { Assumption, Baseline, Figure, Study, Table } from "../../src/inputs/study.ts";

// C13 and C14: what a model of stocks and flows of people must do, whatever its numbers are.

const study = readRegion("yangquan");
const factor = 3;

/** How a quantity grows when there are `factor` times as many people, and as many courses for each of them. */
function scaleOf({ powers }: Unit): number {
  return factor ** ((powers.人 ?? 0) + (powers.人次 ?? 0));
}

function scaledFigure(figure: Figure, scale: number): Figure {
  if (figure === null) return null;
  return typeof figure === "number" ? figure * scale : { min: figure.min * scale, max: figure.max * scale };
}

function scaledBaseline(baseline: Baseline, scale: number): Baseline {
  const readings = Object.entries(baseline.readings).map(([name, figure]) => [name, scaledFigure(figure, scale)]);
  return { ...baseline, readings: Object.fromEntries(readings) };
}

function scaledTable(table: Table): Table {
  if (table.content.kind === "points") return table;
  const scale = scaleOf(table.unit);
  return { ...table, content: { ...table.content, values: table.content.values.map((value) => value * scale) } };
}

/** The study of a city with `factor` times the people: every figure, table and value of people, and nothing else. */
function scaledStudy(central: (assumption: Assumption) => number): Study {
  const { plan, model, observations } = study;
  return {
    ...study,
    plan: {
      ...plan,
      indicators: plan.indicators.map((i) => ({ ...i, baseline: scaledBaseline(i.baseline, scaleOf(i.unit)) })),
    },
    observations: observations.map((o) =>
      typeof o.value === "number" ? { ...o, value: o.value * scaleOf(o.unit) } : o,
    ),
    model: {
      ...model,
      tables: model.tables.map(scaledTable),
      assumptions: model.assumptions.map((a) => ({ ...a, value: central(a) * scaleOf(a.unit), distribution: null })),
    },
  };
}

test("three times the people make three times every number of people and leave every share as it is (C14)", () => {
  const scenario = fixedScenario(study, "trend");
  const plain = runRegion(study, scenario, "central");
  // What the assumptions are in the central run, read from the run itself: medians are not in the files.
  const names = study.model.assumptions.map(({ name }) => name);
  const probe: Study = {
    ...study,
    model: {
      ...study.model,
      variables: [...study.model.variables, ...names.map((name) => readerOf(name))],
    },
  };
  const read = runRegion(probe, scenario, "central");
  const large = runRegion(
    scaledStudy(({ name }) => read.at(`read_${name}`, 2020)[0] ?? Number.NaN),
    scenario,
    "central",
  );
  for (const { name, unit, over } of study.model.variables) {
    const expected = (plain.at(name, 2025)[0] ?? Number.NaN) * scaleOf(unit);
    const got = large.at(name, 2025)[0] ?? Number.NaN;
    expect(Math.abs(got - expected), `${name}[${over.join()}]`).toBeLessThan(1e-9 * Math.max(1, Math.abs(expected)));
  }
});

/** A variable that is nothing but one assumption. */
function readerOf(name: string): Study["model"]["variables"][number] {
  const [like] = study.model.variables;
  const assumption = study.model.assumptions.find((a) => a.name === name);
  if (!like || !assumption) throw new RangeError(`readerOf: the model must have the assumption; got ${name}`);
  const { unit, unitText } = assumption;
  const range = { start: 0, end: name.length };
  const value = { text: name, expression: { kind: "name", name, range }, at: like.at } as const;
  const nothing = { initial: null, inflow: null, outflow: null, over: [], report: false, source: null } as const;
  const equation = [{ when: null, value }];
  return { ...like, ...nothing, name: `read_${name}`, kind: "auxiliary", unit, unitText, equation };
}

const noInflow = { training_volume: 0, extra_training: 0, other_certificates: 0, graduate_holders: 0 };

test("without flows the skill levels stay, and with exits alone they decay by (1 − δ) a year (C13)", () => {
  for (const rate of [0, 0.03]) {
    const run = runRegion(study, fixedScenario(study, "trend", { ...noInflow, skilled_exit_rate: rate }), "central");
    for (const level of ["junior_skilled", "mid_skilled", "high_skilled"]) {
      const start = run.at(level, 2020)[0] ?? Number.NaN;
      expect(run.at(level, 2030)[0]).toBeCloseTo(start * (1 - rate) ** 10, 12);
    }
  }
});
