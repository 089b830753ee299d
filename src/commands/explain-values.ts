import type { Result } from "../core/issue.ts";
import { quantiles } from "../core/quantiles.ts";
import { type BoundScenario, bindScenario } from "../ensemble/bind-scenario.ts";
import { drawSample } from "../ensemble/draw-sample.ts";
import { centralScenario, drawScenario, kernelInput } from "../ensemble/draw-scenario.ts";
import { centralValue, seriesDraws } from "../ensemble/ensemble.ts";
import { eventPaths } from "../ensemble/event-paths.ts";
import { firstYearsOf, leverPaths } from "../ensemble/lever-paths.ts";
import { runScenario } from "../ensemble/run-scenario.ts";
import type { Scenario, Study } from "../inputs/study.ts";
import { makeKernel } from "../kernel/make-kernel.ts";
import type { CompiledModel } from "../model/compiled-model.ts";
import type { NameExplanation } from "../model/explain-name.ts";
import { blockSize } from "../model/kernel.ts";
import type { MeasureExplanation } from "./explain-measure.ts";

/** What a name amounts to in one year under one scenario. */
export interface YearValue {
  readonly year: number;
  /** Central run: every assumption at its value, no shock; null where blank. */
  readonly central: number | null;
  /** Quantiles of the draws; null where they do not vary by draw, or are blank. */
  readonly quantiles: { readonly lower: number; readonly median: number; readonly upper: number } | null;
}

/** Values by year of one element of a name: all of it, when it has no dimensions. */
export interface ElementValues {
  readonly name: string;
  readonly years: readonly YearValue[];
}

/** A name explained, with its values by year under one scenario, and what it moves when it is a policy or lever. */
export interface ExplainedName {
  readonly explanation: NameExplanation;
  readonly values: readonly ElementValues[];
  readonly measure: MeasureExplanation | null;
}

/** Probabilities of the quantiles shown. */
const probabilities = [0.05, 0.5, 0.95] as const;

/**
 * Compute the values by year of an explained name under a scenario.
 *
 * Variables are simulated, reported or not; assumptions are as levers and events leave them; levers and events show how
 * strongly they act. Tables, switches and rows of the plan have none of their own.
 *
 * @returns the values, or the issues of laying the scenario over the model.
 */
export function explainValues(
  study: Study,
  model: CompiledModel,
  scenario: Scenario,
  explanation: NameExplanation,
): Result<readonly ElementValues[]> {
  const watched = explanation.kind === "variable" ? reporting(model, explanation.name) : model;
  const bound = bindScenario(study, watched, scenario);
  if (!bound.ok) return bound;
  return { ok: true, warnings: [], value: valuesOf(study, bound.value, explanation) };
}

function valuesOf(study: Study, bound: BoundScenario, { kind, name }: NameExplanation): ElementValues[] {
  switch (kind) {
    case "variable":
      return variableValues(study, bound, name);
    case "assumption":
      return [{ name, years: assumptionYears(study, bound, name) }];
    case "lever": {
      const { scenario, years } = bound;
      const paths = leverPaths(study.model.levers, study.policies, scenario, years, firstYearsOf(study.plan));
      return [{ name, years: pathYears(years, paths.get(name)) }];
    }
    case "event": {
      const { events } = eventPaths(study.model.events, bound.scenario, bound.years);
      return [{ name, years: pathYears(bound.years, events.find((e) => e.definition.name === name)?.path) }];
    }
    default:
      return [];
  }
}

/** The model with one more variable among its outcomes. */
function reporting(model: CompiledModel, name: string): CompiledModel {
  const variables = model.source.variables.map((v) => (v.name === name ? { ...v, report: true } : v));
  return { ...model, source: { ...model.source, variables } };
}

function variableValues(study: Study, bound: BoundScenario, name: string): ElementValues[] {
  const { model, scenario, years } = bound;
  const sample = drawSample(study.model, scenario.run);
  const ensemble = runScenario(bound, sample, makeKernel(model), study.plan);
  return ensemble.series
    .filter(({ variable }) => variable === name)
    .map((series) => ({
      name: series.name,
      years: years.map((year) => ({
        year,
        central: finiteOrNull(centralValue(ensemble, series.name, year)),
        quantiles: spread(seriesDraws(ensemble, series.name, year) ?? new Float64Array(0)),
      })),
    }));
}

/** Draws of an assumption, levers and events applied, block by block. */
function assumptionYears(study: Study, bound: BoundScenario, name: string): YearValue[] {
  const number = bound.model.assumptions.indexOf(name);
  const drawn = drawScenario(bound, drawSample(study.model, bound.scenario.run));
  const central = kernelInput(centralScenario(bound), 0).assumptions[number];
  const blocks: ReturnType<typeof kernelInput>[] = [];
  for (let start = 0; start < drawn.draws; start += blockSize) blocks.push(kernelInput(drawn, start));
  return bound.years.map((year, place) => ({
    year,
    central: finiteOrNull(central?.[place]?.[0]),
    quantiles: spread(Float64Array.from(blocks.flatMap((block) => [...(block.assumptions[number]?.[place] ?? [])]))),
  }));
}

function pathYears(years: readonly number[], path: Float64Array | undefined): YearValue[] {
  return years.map((year, place) => ({ year, central: path?.[place] ?? 0, quantiles: null }));
}

function spread(draws: Float64Array): YearValue["quantiles"] {
  const [lower, median, upper] = quantiles(draws.filter(Number.isFinite), probabilities);
  if (lower === undefined || median === undefined || upper === undefined || Number.isNaN(median)) return null;
  return { lower, median, upper };
}

function finiteOrNull(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
