import { exp, ln } from "../../core/exp-ln.ts";
import { type DrawnScenario, kernelInput } from "../../ensemble/draw-scenario.ts";
import { type Ensemble, keptDraws } from "../../ensemble/ensemble.ts";
import { blockSize, type Kernel, type KernelState } from "../../model/kernel.ts";
import type { Evidence } from "./assimilation.ts";
import { innovationOf } from "./log-likelihood.ts";
import { normalDraws } from "./normal-draws.ts";
import { variableOf } from "./scenario-space.ts";

/** What a projection is started again from. */
export interface RestartParts {
  readonly drawn: DrawnScenario;
  readonly kernel: Kernel;
  /** The outcomes of `drawn`, weighted or not. */
  readonly ensemble: Ensemble;
  readonly evidence: readonly Evidence[];
  /** Years after which half of a departure is left. */
  readonly halfLife: number;
  readonly seed: number;
}

/**
 * Start a projection again from the last figures, so that fans begin at the data.
 *
 * Observed years hold the figure and what it may be off by rounding and measurement. A stock that is observed itself
 * is put to its last figure, give or take the model's discrepancy, in the state of the model, which then runs on from
 * there, so that everything it feeds follows. Any other series keeps the model's path and its departure from the last figure, which decays by halves and
 * makes room for a departure of the size of the model's discrepancy: both are one autoregressive process of order 1.
 * Between figures the departure is interpolated. Series without figures are what the restarted model makes of them.
 *
 * @returns an ensemble like the one given, with other values.
 */
export function restartFromFigures(parts: RestartParts): Ensemble {
  const { ensemble, evidence } = parts;
  // The run starts from the base year anyway.
  const figures = figuresBySeries(evidence.filter(({ from }) => from > ensemble.years[0]));
  const insertions = [...figures.values()].flatMap((known) => insertionOf(parts, known.at(-1) as Evidence) ?? []);
  const values = runFromStocks(parts, insertions);
  for (const [series, known] of figures) {
    departFrom(
      parts,
      values,
      known,
      insertions.find(({ figure }) => figure.series === series),
    );
  }
  // A summary would be that of the draws before.
  const { summary: _, ...rest } = ensemble;
  return { ...rest, values };
}

/** Figures of one series in order of year. */
type Figures = readonly Evidence[];

function figuresBySeries(evidence: readonly Evidence[]): Map<string, Figures> {
  const figures = new Map<string, Evidence[]>();
  for (const one of evidence) figures.set(one.series, [...(figures.get(one.series) ?? []), one]);
  for (const known of figures.values()) known.sort((a, b) => a.year - b.year || a.from - b.from);
  return figures;
}

/** A stock without dimensions that is put to its last figure. */
interface Insertion {
  readonly figure: Evidence;
  readonly slot: number;
  /** Place on the time axis. */
  readonly place: number;
  /** One a draw: what the figure may stand for. */
  readonly values: Float64Array;
  /** How much of that is the model's own discrepancy, which decays; the state takes the rest. */
  readonly departure: Float64Array;
}

/** Run the model year by year where a stock must be put to its last figure; a copy of the values when there is none. */
function runFromStocks({ drawn, kernel, ensemble }: RestartParts, insertions: readonly Insertion[]): Float64Array {
  const values = keptDraws(ensemble).slice();
  if (insertions.length === 0) return values;
  const { variables, firstSeries } = outcomesOf(ensemble, kernel);
  const stops = [...new Set(insertions.map(({ place }) => place))].sort((a, b) => a - b);
  const last = ensemble.years.length - 1;
  for (let start = 0; start < drawn.draws; start += blockSize) {
    const input = kernelInput(drawn, start);
    const keep = (variable: number, place: number, block: Float64Array) => {
      for (let element = 0; element * blockSize < block.length; element++) {
        const series = (firstSeries.get(variable) as number) + element;
        const from = element * blockSize;
        const to = (series * ensemble.years.length + place) * drawn.draws + start;
        values.set(block.subarray(from, from + input.draws), to);
      }
    };
    let state: KernelState | undefined;
    let from = 0;
    for (const stop of stops) {
      const span = { ...input, from, until: stop };
      state = kernel.runToState(state ? { ...span, state } : span, variables, keep);
      for (const insertion of insertions) if (insertion.place === stop) insert(state, insertion, start, input.draws);
      from = stop + 1;
    }
    if (from <= last && state) kernel.runToState({ ...input, from, until: last, state }, variables, keep);
  }
  return values;
}

function insert({ last }: KernelState, { slot, values, departure }: Insertion, start: number, draws: number): void {
  for (let i = 0; i < draws; i++) last[slot * blockSize + i] = values[start + i] - departure[start + i];
}

/** Where a series' last figure enters the state; null when the series is no stock, or its figure a sum. */
function insertionOf({ drawn, ensemble, seed }: RestartParts, figure: Evidence): Insertion | null {
  const { model, years } = drawn.bound;
  const variable = model.variables[variableOf({ bound: drawn.bound, ensemble }, figure.series).number];
  if (variable.kind !== "stock" || variable.over.length > 0 || figure.from !== figure.year) return null;
  const place = years.indexOf(figure.year);
  const modelled = rowOf(ensemble, keptDraws(ensemble), figure.series, place);
  const values = observedDraws(figure, modelled, seed);
  const { discrepancy } = figure.error;
  const departure = normalDraws(seed, `discrepancy/${figure.series}`, figure.year, values.length);
  return { figure, slot: variable.slot, place, values, departure: departure.map((z) => discrepancy * z) };
}

function outcomesOf(ensemble: Ensemble, { model }: Kernel) {
  const firstSeries = new Map<number, number>();
  for (const [place, { variable }] of ensemble.series.entries()) {
    const number = model.variables.findIndex(({ name }) => name === variable);
    if (!firstSeries.has(number)) firstSeries.set(number, place);
  }
  return { variables: [...firstSeries.keys()], firstSeries };
}

/** Lay figures, the departure between and after them, over the values of one series. */
function departFrom(parts: RestartParts, values: Float64Array, figures: Figures, insertion?: Insertion): void {
  const { ensemble, drawn, halfLife, seed } = parts;
  const { series } = figures[0];
  const { years } = ensemble;
  const range = rangeOf(ensemble, series);
  const nodes = departuresAt(parts, values, figures, insertion);
  const lastNode = nodes.at(-1) as Departure;
  const kept = exp(-ln(2) / halfLife);
  const { discrepancy } = (figures.at(-1) as Evidence).error;
  const spread = discrepancy * Math.sqrt(1 - kept * kept);
  const departure = (insertion?.departure ?? lastNode.values).slice();
  for (const [place, year] of years.entries()) {
    if (year < nodes[0].year) continue;
    const row = rowOf(ensemble, values, series, place);
    if (year > lastNode.year) {
      const fresh = normalDraws(seed, `restart/${series}`, year, drawn.draws);
      for (let i = 0; i < row.length; i++) departure[i] = kept * departure[i] + spread * fresh[i];
      for (let i = 0; i < row.length; i++) row[i] = clampTo(range, row[i] + departure[i]);
      continue;
    }
    const after = nodes.findIndex((node) => node.year >= year);
    const [one, other] = [nodes[Math.max(0, after - 1)], nodes[after]];
    const share = one.year === other.year ? 1 : (year - one.year) / (other.year - one.year);
    for (let i = 0; i < row.length; i++) {
      const between = (1 - share) * one.values[i] + share * other.values[i];
      row[i] = clampTo(range, row[i] + between);
    }
  }
}

/** How far figures lie from the model in one year, one number a draw. */
interface Departure {
  readonly year: number;
  readonly values: Float64Array;
}

function departuresAt(
  { ensemble, seed }: RestartParts,
  values: Float64Array,
  figures: Figures,
  insertion: Insertion | undefined,
): Departure[] {
  const { series } = figures[0];
  const nodes = figures.flatMap((figure): Departure[] => {
    const span = Array.from({ length: figure.year - figure.from + 1 }, (_, i) => figure.from + i);
    const rows = span.map((year) => rowOf(ensemble, values, series, ensemble.years.indexOf(year)));
    const modelled = Float64Array.from({ length: ensemble.draws }, (_, i) =>
      rows.reduce((sum, row) => sum + row[i], 0),
    );
    const observed = figure === insertion?.figure ? insertion.values : observedDraws(figure, modelled, seed);
    const each = observed.map((value, i) => (value - modelled[i]) / span.length);
    return span.map((year) => ({ year, values: each }));
  });
  const [first] = figures;
  const base = ensemble.years[0];
  // A level leaves the base year's without a jump; a flow or rate of an earlier year is not known to be off.
  if (first.kind !== "level" || first.from <= base) return nodes;
  return [{ year: base, values: new Float64Array(ensemble.draws) }, ...nodes];
}

/** What a figure may stand for: itself with errors of rounding and measurement, or the nearest point of its interval. */
function observedDraws(figure: Evidence, modelled: Float64Array, seed: number): Float64Array {
  const { value, error, series, year } = figure;
  if (typeof value !== "number") return modelled.map((predicted) => predicted + innovationOf(figure, predicted));
  const width = Math.sqrt(error.rounding ** 2 + error.measurement ** 2);
  return normalDraws(seed, `figure/${series}`, year, modelled.length).map((z) => value + width * z);
}

function rowOf({ years, draws, series: all }: Ensemble, values: Float64Array, series: string, place: number) {
  const start = (all.findIndex(({ name }) => name === series) * years.length + place) * draws;
  return values.subarray(start, start + draws);
}

/** Limits that no draw of the model passes: 0 where it is never negative, 1 where it is a share. */
function rangeOf(ensemble: Ensemble, series: string) {
  const { years, draws, series: all } = ensemble;
  const place = all.findIndex(({ name }) => name === series);
  const own = keptDraws(ensemble).subarray(place * years.length * draws, (place + 1) * years.length * draws);
  let lowest = Infinity;
  let highest = -Infinity;
  for (const value of own) {
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  const isShare = all[place].unit === "1" && lowest >= 0 && highest <= 1;
  return { lower: lowest >= 0 ? 0 : -Infinity, upper: isShare ? 1 : Infinity };
}

function clampTo({ lower, upper }: { readonly lower: number; readonly upper: number }, value: number): number {
  return Math.min(upper, Math.max(lower, value));
}
