import type { Issue, Result } from "../core/issue.ts";
import { type BoundScenario, bindScenario } from "../ensemble/bind-scenario.ts";
import type { SimulationPlan } from "../ensemble/simulation.ts";
import type { Province } from "../inputs/province.ts";
import type { Scenario, Study } from "../inputs/study.ts";
import { acceptsVectors } from "../kernel/make-kernel.ts";
import { compileProgram } from "../kernel/wasm-kernel.ts";
import { compileModel } from "../model/compile-model.ts";
import { compileRegion } from "../model/compile-region.ts";
import type { CompiledModel } from "../model/compiled-model.ts";
import { chosenScenarios, type RunOptions } from "../run-study.ts";
import { type ProvinceOutcomes, provinceOutcomes } from "./province-outcomes.ts";

/** A scenario of a region, with its place in the simulation. */
export interface PlacedScenario {
  readonly study: Study;
  readonly scenario: Scenario;
  readonly place: number;
}

/** A province whose model is compiled once, with every region's scenarios laid over its own data. */
export interface PreparedProvince {
  readonly outcomes: ProvinceOutcomes;
  readonly plan: SimulationPlan;
  /** By scenario, then by region. */
  readonly placed: readonly (readonly PlacedScenario[])[];
}

/**
 * Compile the model that the regions of a province share and lay the chosen scenarios over each region's data.
 *
 * @returns all of it, or every issue of the model and of each region.
 * @throws RangeError when a scenario is asked for that a region does not have.
 */
export function prepareProvince(province: Province, options: RunOptions): Result<PreparedProvince> {
  const [first] = province.studies as readonly [Study, ...Study[]];
  const compiled = compileModel(first);
  if (!compiled.ok) return compiled;
  const model = compiled.value;
  const issues: Issue[] = [];
  const scenarios: BoundScenario[] = [];
  const ids = options.scenarios ?? province.scenarios;
  const placed: PlacedScenario[][] = ids.map(() => []);
  for (const study of province.studies) {
    const region = compileRegion(model, first, study);
    if (!region.ok) issues.push(...region.issues);
    else bindRegion(study, region.value, { ...options, scenarios: ids }, { placed, scenarios, issues });
  }
  if (issues.length > 0) return { ok: false, issues };
  const outcomes = provinceOutcomes(province, model);
  const years = Math.max(1, ...scenarios.map((one) => one.years.length));
  const program = acceptsVectors() ? compileProgram(model, outcomes.simulated, years) : null;
  const plan = { model, scenarios, variables: outcomes.simulated, program };
  return { ok: true, warnings: compiled.warnings, value: { outcomes, plan, placed } };
}

function bindRegion(
  study: Study,
  model: CompiledModel,
  options: RunOptions,
  out: { readonly placed: PlacedScenario[][]; readonly scenarios: BoundScenario[]; readonly issues: Issue[] },
): void {
  for (const [number, scenario] of chosenScenarios(study, options).entries()) {
    const bound = bindScenario(study, model, scenario, study.region);
    if (!bound.ok) {
      out.issues.push(...bound.issues);
      continue;
    }
    out.placed[number]?.push({ study, scenario, place: out.scenarios.push(bound.value) - 1 });
  }
}
