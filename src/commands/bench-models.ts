import { type SyntheticSize, standardSize } from "../benchmark/synthetic-region.ts";
import { writeSyntheticRegion } from "../benchmark/write-synthetic-region.ts";
import { bindScenario } from "../ensemble/bind-scenario.ts";
import { drawSample } from "../ensemble/draw-sample.ts";
import { type DrawnScenario, drawScenario } from "../ensemble/draw-scenario.ts";
import { outcomeVariables } from "../ensemble/run-scenario.ts";
import { readStudy } from "../inputs/read-study.ts";
import type { Scenario, Study } from "../inputs/study.ts";
import { compileModel } from "../model/compile-model.ts";
import { unwrap } from "../run-study.ts";

/** A model that is measured. */
export interface BenchModel {
  readonly kind: "region" | "synthetic";
  readonly study: Study;
  /** Scenario on which kernels are measured. */
  readonly scenario: string;
  /** Scenarios of whole runs, six where there are as many. */
  readonly scenarios: readonly string[];
}

/** Make the synthetic model, through its files. @param folder - receives them. */
export function syntheticModel(folder: string, size: SyntheticSize = standardSize): BenchModel {
  const study = unwrap(readStudy(writeSyntheticRegion(folder, size)));
  return { kind: "synthetic", study, scenario: "high", scenarios: study.scenarios.map(({ id }) => id) };
}

/** Draw one scenario of a study, with the variables that its results hold. */
export function drawnForBench(
  { study, scenario: id }: BenchModel,
  draws: number,
): { drawn: DrawnScenario; variables: readonly number[] } {
  const found = study.scenarios.find((scenario) => scenario.id === id) as Scenario;
  const scenario = { ...found, run: { ...found.run, draws } };
  const model = unwrap(compileModel(study));
  const bound = unwrap(bindScenario(study, model, scenario));
  return {
    drawn: drawScenario(bound, drawSample(study.model, scenario.run)),
    variables: outcomeVariables(model, study.plan),
  };
}
