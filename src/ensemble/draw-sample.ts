import type { Bilingual } from "../core/bilingual.ts";
import { streamKey } from "../core/philox.ts";
import type { ModelSource, RunSettings } from "../inputs/study.ts";
import { makeRandomRows } from "../sampling/make-random-rows.ts";
import type { RandomRows } from "../sampling/random-rows.ts";
import { drawUniforms, regionStream, UniformColumns } from "../sampling/uniforms.ts";
import { effectKey } from "./bind-scenario.ts";
import { Copula } from "./copula.ts";

/** What a sample depends on besides the model. */
export type SampleSettings = Pick<RunSettings, "draws" | "seed" | "sampling">;

/** Bytes of uniforms up to which a sampler keeps the batches that it drew, for the next scenario. */
const keptBytes = 32 * 2 ** 20;

/** Draws consecutive parts of the random numbers of a run. */
export class Sampler {
  readonly #settings: SampleSettings;
  readonly #region: string | null;
  readonly #keepsBatches: boolean;
  readonly #batches: Sample[] = [];
  readonly #rows: RandomRows;
  readonly #columns: UniformColumns;
  readonly #copula: Copula;

  /**
   * @param region - the region by which all but shared assumptions are keyed; null in a run of one region, where every
   *   name is keyed by itself.
   * @param rows - fills rows with random numbers; making it compiles a module, so samplers of many regions share one.
   */
  constructor(
    model: ModelSource,
    settings: SampleSettings,
    region: string | null = null,
    rows: RandomRows = makeRandomRows(),
  ) {
    const { draws, seed, sampling } = settings;
    this.#settings = settings;
    this.#region = region;
    this.#rows = rows;
    const shared = new Set(region === null ? [] : sharedNames(model));
    const names = [...shared, ...sampledNames(model).filter((name) => !shared.has(name))];
    const keyed = region === null ? {} : { region: { name: region, from: shared.size } };
    const request = { method: sampling, seed, names, draws, ...keyed };
    this.#keepsBatches = names.length * draws * 8 <= keptBytes;
    this.#columns = new UniformColumns(request, this.#rows);
    this.#copula = new Copula(model.correlations, shared);
  }

  /** The numbers of a batch of draws, which are all of one size but for the last. */
  batch(number: number, size: number): Sample {
    const known = this.#batches[number];
    if (known) return known;
    const sample = this.draw(number * size, Math.min(size, this.#settings.draws - number * size));
    if (this.#keepsBatches) this.#batches[number] = sample;
    return sample;
  }

  /** Draw the numbers of some draws: the same for each draw however a run is cut up. */
  draw(firstDraw: number, count: number): Sample {
    const uniforms = this.#columns.draw(firstDraw, count);
    this.#copula.correlate(uniforms, this.#rows);
    const { repaired, largestChange } = this.#copula.result;
    const notices = repaired ? [repairNotice(largestChange)] : [];
    const { seed } = this.#settings;
    return new Sample({ draws: count, firstDraw, seed, region: this.#region, uniforms, notices }, this.#rows);
  }
}

/** The random numbers of some draws of a run, which all its scenarios share. */
export class Sample {
  readonly draws: number;
  /** Number in the run of the first draw. */
  readonly firstDraw: number;
  readonly seed: number;
  /** Region by which the yearly shocks are keyed; null: by name alone. */
  readonly region: string | null;
  /** Uniforms by assumption name or effect key, correlated as the model says. */
  readonly uniforms: ReadonlyMap<string, Float64Array>;
  readonly notices: readonly Bilingual[];
  /** Fills rows with what follows from the numbers. */
  readonly rows: RandomRows;
  /** Made when first asked for; the next scenario asks again. */
  readonly #scores = new Map<string, Float64Array>();
  readonly #noise = new Map<string, Float64Array>();

  constructor(
    content: Pick<Sample, "draws" | "firstDraw" | "seed" | "region" | "uniforms" | "notices">,
    rows: RandomRows = makeRandomRows(),
  ) {
    this.draws = content.draws;
    this.firstDraw = content.firstDraw;
    this.seed = content.seed;
    this.region = content.region;
    this.uniforms = content.uniforms;
    this.notices = content.notices;
    this.rows = rows;
  }

  /** Standard normal quantiles of the uniforms of a name. */
  scores(name: string): Float64Array {
    const known = this.#scores.get(name);
    if (known) return known;
    const scores = (this.uniforms.get(name) ?? new Float64Array(this.draws)).slice();
    this.rows.toNormals(scores);
    this.#scores.set(name, scores);
    return scores;
  }

  /** Standard normal draws of one yearly shock in one calendar year. */
  noise(name: string, year: number): Float64Array {
    const place = `${name} ${year}`;
    const known = this.#noise.get(place);
    if (known) return known;
    const values = new Float64Array(this.draws);
    const shock = `noise:${name}`;
    const stream = this.region === null ? shock : regionStream(this.region, shock);
    this.rows.normals(values, streamKey(this.seed, stream), this.firstDraw, year);
    this.#noise.set(place, values);
    return values;
  }
}

/**
 * Draw the uniforms of every assumption and every effect of a model, used by a scenario or not.
 *
 * The list depends on the model alone: assumptions in order of name, then effects in order of key. So a scenario that
 * fixes an assumption or adds an event changes no other draw. In a run of several regions the shared assumptions come
 * first, the same in every region; all else is keyed by region and name.
 *
 * @param region - see `Sampler`.
 */
export function drawSample(model: ModelSource, settings: SampleSettings, region: string | null = null): Sample {
  return new Sampler(model, settings, region).draw(0, settings.draws);
}

function sharedNames(model: ModelSource): string[] {
  return model.assumptions.flatMap(({ name, shared }) => (shared ? [name] : [])).sort();
}

/** The uniforms of a sample before they are correlated, in a map that belongs to the caller. */
export function drawIndependent(model: ModelSource, settings: SampleSettings): Map<string, Float64Array> {
  const { draws, seed, sampling } = settings;
  return drawUniforms({ method: sampling, seed, names: sampledNames(model), draws });
}

function sampledNames(model: ModelSource): string[] {
  const assumptions = model.assumptions.map((a) => a.name).sort();
  const effects = [
    ...model.events.flatMap(({ name, effects }) => effects.map(({ target }) => effectKey("event", name, target))),
    ...model.levers.flatMap(({ name, effects }) => effects.map(({ target }) => effectKey("lever", name, target))),
  ].sort();
  return [...assumptions, ...effects];
}

function repairNotice(largestChange: number): Bilingual {
  const change = largestChange.toFixed(3);
  return {
    zh: `给定的相关系数彼此矛盾（矩阵不是正定的），已改成一个可行的矩阵，最大改动 ${change}。`,
    en: `the given correlations contradict each other (the matrix is not positive definite); a feasible matrix is used instead, largest change ${change}.`,
  };
}
