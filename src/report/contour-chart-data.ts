import type { ContourChartData } from "../charts/contour-chart.ts";
import type { Bilingual } from "../core/bilingual.ts";
import { contourLines } from "../exploration/contour-lines.ts";
import { probabilityGrid } from "../exploration/probability-grid.ts";
import { openProblems } from "../exploration/study-problems.ts";
import type { Indicator, Scenario, Study } from "../inputs/study.ts";
import { makeKernel } from "../kernel/make-kernel.ts";
import type { CompiledModel } from "../model/compiled-model.ts";
import { probabilityClass } from "../reachability/probability-class.ts";
import { chartSource } from "./chart-source-words.ts";
import { scenarioLabels, soughtRows } from "./effort-front-chart-data.ts";

/** Most draws at each point of the grid; all points share them. */
const mostDraws = 1024;

/** What a chart of the chance over two levers is made from. */
export interface ContourChartInput {
  readonly study: Study;
  readonly model: CompiledModel;
  readonly scenario: Scenario;
  readonly indicators: readonly Indicator[];
  /** Names of the levers along and up. */
  readonly levers: readonly [string, string];
  readonly title: Bilingual | null;
  readonly informationDate: string;
  readonly hash: string;
}

/**
 * Simulate a scenario over a grid of two levers on common random numbers, and prepare its chart.
 *
 * @returns null when a row has no chance to be counted: it is not modelled, or decided by observations.
 */
export function contourChartData(input: ContourChartInput): ContourChartData | null {
  const { study, model, scenario, indicators, levers, informationDate, hash } = input;
  const { plan, seek } = study;
  const { draws, seed } = scenario.run;
  const opened = openProblems(
    {
      study,
      model,
      makeKernel,
      scenarios: [scenario],
      indicators,
      levers,
      probability: null,
      isTogether: true,
      from: seek.from ?? plan.firstYear,
      asOf: informationDate,
    },
    { draws: Math.min(draws, mostDraws), seed },
  );
  if (!opened.ok || opened.value.kind === "unsought") return null;
  const grid = probabilityGrid(opened.value.problem, [0, 1]);
  const { probabilityClasses } = plan.assessment;
  const labels = levers.map((name) => study.model.levers.find((lever) => lever.name === name)!.label);
  return {
    title: input.title ?? { zh: "两项措施的力度与完成把握", en: "Two levers and the chance of the target" },
    subject: soughtRows(
      indicators.map(({ label }) => label),
      true,
    ),
    levers: [labels[0]!, labels[1]!],
    first: grid.first,
    second: grid.second,
    probabilities: grid.probabilities,
    classes: grid.probabilities.map((row) => row.map((chance) => probabilityClass(chance, probabilityClasses))),
    lines: probabilityClasses.map((probability) => ({ probability, segments: contourLines(grid, probability) })),
    probabilityClasses,
    footer: {
      scenario: scenarioLabels([scenario.id], study),
      informationDate,
      runHash: hash,
      source: chartSource(plan),
    },
  };
}
