import { normalQuantile } from "../../core/normal.ts";
import type { BoundScenario } from "../../ensemble/bind-scenario.ts";
import { correlate } from "../../ensemble/copula.ts";
import { drawIndependent, type Sample } from "../../ensemble/draw-sample.ts";
import { type DrawnScenario, kernelInput } from "../../ensemble/draw-scenario.ts";
import { drawDrivers } from "../../ensemble/driver-paths.ts";
import type { Ensemble } from "../../ensemble/ensemble.ts";
import { quantileFunction } from "../../ensemble/quantile-function.ts";
import { blockSize, type Kernel } from "../../model/kernel.ts";
import { uniformOfScore } from "../../sampling/uniform-of-score.ts";
import type { Evidence } from "./assimilation.ts";
import { type CausesOfVariable, causesOf } from "./causal-reach.ts";
import type { Predictions } from "./log-likelihood.ts";
import type { Members, NormalSpace } from "./normal-space.ts";

/** What a {@link ScenarioSpace} is built from. */
export interface ScenarioParts {
  readonly bound: BoundScenario;
  readonly sample: Sample;
  readonly kernel: Kernel;
  /** Names its series, in the order of the model's outcomes. */
  readonly ensemble: Ensemble;
  readonly evidence: readonly Evidence[];
}

/** One coordinate: an assumption, the size of an effect, or the shock of one year. */
type Coordinate =
  | { readonly kind: "assumption" | "effect"; readonly name: string; readonly place: number; readonly target: string }
  | { readonly kind: "noise"; readonly name: string; readonly place: number; readonly year: number };

/**
 * A scenario seen from the space of independent standard normals behind its draws: the uniforms of assumptions and
 * effects before they are correlated, and the yearly shocks up to the last figure.
 */
export class ScenarioSpace implements NormalSpace {
  readonly names: readonly string[];
  readonly #parts: ScenarioParts;
  readonly #coordinates: readonly Coordinate[];
  readonly #causes: readonly CausesOfVariable[];
  readonly #quantiles: readonly (((u: number) => number) | null)[];
  /** Draws of the prior: uniforms before correlation, shocks by number and year, paths of drivers. */
  readonly #independent: ReadonlyMap<string, Float64Array>;
  readonly #noise: readonly (readonly Float64Array[])[];
  readonly #drivers: DrawnScenario["drivers"];
  /** Place of the last figure's year on the time axis. */
  readonly #until: number;

  constructor(parts: ScenarioParts) {
    const { bound, evidence, sample } = parts;
    this.#parts = parts;
    this.#until = Math.max(0, ...evidence.map(({ year }) => bound.years.indexOf(year)));
    this.#coordinates = coordinatesOf(bound, this.#until);
    this.names = this.#coordinates.map(({ name }) => name);
    this.#causes = evidence.map(({ series }) => causesOf(bound.model, variableOf(parts, series).number));
    this.#quantiles = this.#coordinates.map((one) => quantileOf(bound, one));
    const settings = { draws: sample.draws, seed: sample.seed, sampling: bound.scenario.run.sampling };
    this.#independent = drawIndependent(bound.model.source, settings);
    this.#noise = bound.model.noises.map((name) => bound.years.map((year) => sample.noise(name, year)));
    this.#drivers = drawDrivers(bound, sample);
  }

  reaches(coordinate: number, evidence: number): boolean {
    const one = this.#coordinates[coordinate];
    const { inputs, noises } = this.#causes[evidence];
    if (one.kind !== "noise") return inputs.has(one.target);
    const { year } = this.#parts.evidence[evidence];
    return noises.has(this.#parts.bound.model.noises[one.place]) && one.year <= year;
  }

  /** The first draws of the sample as members. */
  priorMembers(count: number): Members {
    const { years } = this.#parts.bound;
    const coordinates = this.#coordinates.map((one) => {
      if (one.kind === "noise") return this.#noise[one.place][years.indexOf(one.year)].slice(0, count);
      return (this.#independent.get(one.name) as Float64Array).slice(0, count).map(normalQuantile);
    });
    return { count, coordinates, origins: Uint32Array.from({ length: count }, (_, i) => i) };
  }

  /** Turn members into the draws of the scenario; shocks after the last figure are those of the prior draws. */
  drawn(members: Members): DrawnScenario {
    const { bound } = this.#parts;
    const { count, origins } = members;
    const uniforms = this.#uniforms(members);
    const valuesOf = (kind: Coordinate["kind"], place: number): Float64Array | null => {
      const coordinate = this.#coordinates.findIndex((one) => one.kind === kind && one.place === place);
      const quantile = this.#quantiles[coordinate];
      const u = coordinate < 0 ? undefined : uniforms.get(this.names[coordinate]);
      return u && quantile ? u.map(quantile) : null;
    };
    return {
      bound,
      draws: count,
      assumptions: bound.marginals.map(
        ({ central }, place) => valuesOf("assumption", place) ?? new Float64Array(count).fill(central ?? Number.NaN),
      ),
      effects: bound.effects.map((effect, place) => ({
        effect,
        size: valuesOf("effect", place) ?? (effect.value as number),
      })),
      noise: bound.model.noises.map((_, place) => this.#noiseOf(place, members)),
      drivers: this.#drivers.map((byYear) =>
        byYear?.map((values) => values && Float64Array.from(origins, (origin) => values[origin])),
      ),
    };
  }

  predict(members: Members): Predictions {
    const { bound, kernel, evidence } = this.#parts;
    const drawn = this.drawn(members);
    const wanted = evidence.map(({ series }) => variableOf(this.#parts, series));
    const variables = [...new Set(wanted.map(({ number }) => number))].sort((a, b) => a - b);
    const predictions = evidence.map(() => new Float64Array(members.count));
    for (let start = 0; start < members.count; start += blockSize) {
      const input = { ...kernelInput(drawn, start), until: this.#until };
      kernel.run(input, variables, (variable, place, values) => {
        const year = bound.years[place];
        for (const [k, { number, element }] of wanted.entries()) {
          if (number !== variable || year < evidence[k].from || year > evidence[k].year) continue;
          const from = element * blockSize;
          for (let i = 0; i < input.draws; i++) predictions[k][start + i] += values[from + i];
        }
      });
    }
    return predictions;
  }

  /** Uniforms of every assumption and effect in use, correlated as the model says. */
  #uniforms({ coordinates, count }: Members): Map<string, Float64Array> {
    const uniforms = new Map<string, Float64Array>();
    for (const [place, { kind, name }] of this.#coordinates.entries()) {
      if (kind === "noise") continue;
      uniforms.set(name, coordinates[place].map(uniformOfScore));
    }
    const { correlations } = this.#parts.bound.model.source;
    for (const name of correlations.flatMap(({ first, second }) => [first, second])) {
      // A scenario may fix an assumption that others are correlated with: its draws are then never read.
      if (!uniforms.has(name)) uniforms.set(name, (this.#independent.get(name) as Float64Array).slice(0, count));
    }
    correlate(uniforms, correlations);
    return uniforms;
  }

  #noiseOf(place: number, { coordinates, count }: Members): readonly Float64Array[] {
    const prior = this.#noise[place];
    return this.#parts.bound.years.map((year, at) => {
      const coordinate = this.#coordinates.findIndex(
        (one) => one.kind === "noise" && one.place === place && one.year === year,
      );
      return coordinate < 0 ? prior[at].slice(0, count) : coordinates[coordinate];
    });
  }
}

function coordinatesOf({ marginals, effects, model, years }: BoundScenario, until: number): Coordinate[] {
  return [
    ...marginals.flatMap(({ name, distribution }, place): Coordinate[] =>
      distribution ? [{ kind: "assumption", name, place, target: name }] : [],
    ),
    ...effects.flatMap(({ key, target, value }, place): Coordinate[] =>
      typeof value === "number" ? [] : [{ kind: "effect", name: key, place, target }],
    ),
    ...model.noises.flatMap((noise, place) =>
      years
        .slice(1, until + 1)
        .map((year): Coordinate => ({ kind: "noise", name: `noise:${noise}:${year}`, place, year })),
    ),
  ];
}

function quantileOf({ marginals, effects }: BoundScenario, { kind, place }: Coordinate) {
  if (kind === "noise") return null;
  const distribution = kind === "assumption" ? marginals[place].distribution : effects[place].value;
  return distribution === null || typeof distribution === "number" ? null : quantileFunction(distribution);
}

/** Number of the variable of a series, and the place of the element that the series is. */
export function variableOf(
  { bound, ensemble }: Pick<ScenarioParts, "bound" | "ensemble">,
  series: string,
): { readonly number: number; readonly element: number } {
  const found = ensemble.series.find(({ name }) => name === series);
  if (!found) throw new RangeError(`variableOf: the ensemble must hold the series; got ${series}`);
  const elements = ensemble.series.filter(({ variable }) => variable === found.variable);
  const number = bound.model.variables.findIndex(({ name }) => name === found.variable);
  return { number, element: elements.indexOf(found) };
}
