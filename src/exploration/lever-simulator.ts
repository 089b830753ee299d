import type { Result } from "../core/issue.ts";
import { bindScenario } from "../ensemble/bind-scenario.ts";
import type { Sample } from "../ensemble/draw-sample.ts";
import {
  assumptionPath,
  type DrawnScenario,
  drawScenario,
  kernelInput,
  tableEffectPath,
} from "../ensemble/draw-scenario.ts";
import type { Ensemble } from "../ensemble/ensemble.ts";
import { firstYearsOf, leverPaths } from "../ensemble/lever-paths.ts";
import type { LeverSetting, Scenario, Study } from "../inputs/study.ts";
import type { CompiledModel } from "../model/compiled-model.ts";
import { variablesReached } from "../model/dependencies.ts";
import { blockSize, type Kernel, type KernelInput } from "../model/kernel.ts";
import { pruneModel } from "../model/prune-model.ts";
import { outcomeEnsemble, scalarNumbers } from "./outcome-ensemble.ts";

/** What {@link LeverSimulator.make} needs. */
export interface SimulatorParts {
  readonly study: Study;
  readonly model: CompiledModel;
  /** Of the whole model. */
  readonly kernel: Kernel;
  /** Makes the kernel of the part of the model that the levers can change. */
  readonly makeKernel: (model: CompiledModel) => Kernel;
  readonly sample: Sample;
  readonly scenario: Scenario;
  /** Levers that will be turned. */
  readonly levers: readonly string[];
  /** Scalar variables that are wanted, by name. */
  readonly outcomes: readonly string[];
}

/**
 * Simulates one scenario again and again with some of its levers turned, on the same draws.
 *
 * What turning those levers cannot change is computed once: the draws, the paths of all other assumptions, and every
 * variable that the levers do not reach. The numbers are those of a run of the whole scenario, bit for bit.
 */
export class LeverSimulator {
  readonly drawn: DrawnScenario;
  readonly #parts: SimulatorParts;
  /** Numbers of the assumptions and tables that the levers act on. */
  readonly #assumptions: readonly number[];
  readonly #tables: readonly number[];
  /** Input of each block without the levers' part, made when it is first needed. */
  readonly #still: KernelInput[] = [];
  /** Variables next to those that the levers reach, whose values stay. */
  readonly #boundary: readonly number[];
  /** Runs only what the levers can change. */
  readonly #kernel: Kernel;
  /** The outcomes with the levers as the scenario has them, which every search asks for again; made when first needed. */
  #asItStands: { readonly paths: readonly Float64Array[]; readonly ensemble: Ensemble } | null = null;

  private constructor(parts: SimulatorParts, drawn: DrawnScenario) {
    const { model, levers, outcomes, study } = parts;
    this.drawn = drawn;
    this.#parts = parts;
    const targets = new Set(
      study.model.levers.flatMap(({ name, effects }) =>
        levers.includes(name) ? effects.map((effect) => effect.target) : [],
      ),
    );
    this.#assumptions = placesOf(model.assumptions, targets);
    this.#tables = placesOf(
      model.tables.map(({ name }) => name),
      targets,
    );
    const wanted = scalarNumbers(model, outcomes);
    const still = stillScalars(model, new Set(this.#assumptions), new Set(this.#tables));
    const pruned = pruneModel(model, wanted, still);
    this.#boundary = [...still].filter((number) => pruned.variables[number]?.size === 1);
    this.#kernel = parts.makeKernel(pruned);
  }

  /**
   * Bind and draw a scenario for turning some of its levers.
   *
   * @returns the simulator, or the issues of the scenario laid over the model with all those levers at work.
   * @throws RangeError when an outcome is no scalar variable of the model.
   */
  static make(parts: SimulatorParts): Result<LeverSimulator> {
    const { study, model, sample, scenario, levers } = parts;
    // At intensity 0 an effect is left out when a scenario is bound; the search needs its draws all the same.
    const atWork = Object.fromEntries(levers.map((name) => [name, 1]));
    const turned = { ...scenario, levers: { ...scenario.levers, ...atWork } };
    const bound = bindScenario(study, model, turned);
    if (!bound.ok) return bound;
    const drawn = drawScenario(bound.value, sample);
    return { ok: true, warnings: bound.warnings, value: new LeverSimulator(parts, drawn) };
  }

  /** The drawn scenario with these settings of the levers, for whatever wants its assumptions and effects. */
  drawnWith(settings: Readonly<Record<string, LeverSetting>>): DrawnScenario {
    const { study, scenario, levers } = this.#parts;
    const turned = { ...scenario, levers: { ...scenario.levers, ...settings } };
    const sought = study.model.levers.filter(({ name }) => levers.includes(name));
    const { bound } = this.drawn;
    const paths = leverPaths(sought, study.policies, turned, bound.years, firstYearsOf(study.plan));
    const still = new Float64Array(bound.years.length);
    const effects = this.drawn.effects.map((drawnEffect) => {
      const lever = leverOfKey(drawnEffect.effect.key);
      if (lever === null || !levers.includes(lever)) return drawnEffect;
      return { ...drawnEffect, effect: { ...drawnEffect.effect, path: paths.get(lever) ?? still } };
    });
    const active = effects.map(({ effect }) => effect);
    return { ...this.drawn, bound: { ...bound, effects: active }, effects };
  }

  /**
   * Simulate the wanted outcomes with these settings; levers without one are as the scenario has them.
   *
   * @returns an ensemble of the wanted outcomes only, without a central run (NaN throughout).
   */
  run(settings: Readonly<Record<string, LeverSetting>>): Ensemble {
    const drawn = this.drawnWith(settings);
    if (this.#asItStands === null) {
      const standing = this.drawnWith({});
      this.#asItStands = { paths: pathsOf(standing), ensemble: this.#simulate(standing) };
    }
    const { paths, ensemble } = this.#asItStands;
    const isStanding = pathsOf(drawn).every((path, place) =>
      path.every((x, year) => Object.is(x, paths[place]?.[year])),
    );
    return isStanding ? ensemble : this.#simulate(drawn);
  }

  #simulate(drawn: DrawnScenario): Ensemble {
    return outcomeEnsemble(drawn, this.#kernel, this.#parts.outcomes, (start) => this.#inputOf(drawn, start));
  }

  #inputOf(drawn: DrawnScenario, start: number): KernelInput {
    const place = start / blockSize;
    this.#still[place] ??= this.#stillInput(start);
    const still = this.#still[place] as KernelInput;
    const assumptions = still.assumptions.slice();
    const tableEffects = still.tableEffects.slice();
    for (const number of this.#assumptions) assumptions[number] = assumptionPath(drawn, number, start);
    for (const number of this.#tables) tableEffects[number] = tableEffectPath(drawn, number, start);
    return { ...still, assumptions, tableEffects };
  }

  /** A block's input with the values of every variable that the levers cannot change next to those they can. */
  #stillInput(start: number): KernelInput {
    const input = kernelInput(this.drawn, start);
    const still: Float64Array[][] = [];
    for (const number of this.#boundary) still[number] = [];
    this.#parts.kernel.run(input, this.#boundary, (variable, year, block) => {
      (still[variable] as Float64Array[])[year] = block.slice(0, input.draws);
    });
    const drivers = input.drivers.slice();
    for (const number of this.#boundary) drivers[number] = still[number];
    return { ...input, drivers };
  }
}

/** Scalar variables that changes of these assumptions and tables do not reach; constants are run anyway. */
function stillScalars(
  model: CompiledModel,
  assumptions: ReadonlySet<number>,
  tables: ReadonlySet<number>,
): ReadonlySet<number> {
  const reached = variablesReached(model, assumptions, tables);
  const numbers = [...model.variables.entries()].flatMap(([number, { size, kind }]) =>
    !reached.has(number) && size === 1 && kind !== "constant" ? [number] : [],
  );
  return new Set(numbers);
}

/** Intensity of every effect by year. */
function pathsOf({ effects }: DrawnScenario): Float64Array[] {
  return effects.map(({ effect }) => effect.path);
}

function placesOf(names: readonly string[], wanted: ReadonlySet<string>): number[] {
  return names.flatMap((name, place) => (wanted.has(name) ? [place] : []));
}

/** Name of the lever in the key of an effect; null for an event's. */
function leverOfKey(key: string): string | null {
  const [kind, name] = key.split(":");
  return kind === "lever" ? (name ?? null) : null;
}
