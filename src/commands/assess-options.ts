import type { CommonOptions, ScenarioOptions } from "./command-options.ts";
import { sayIn } from "./messages.ts";

/** Options of `assess` and `run` as they were typed; what a command does not have is absent. */
export interface TypedAssessOptions {
  readonly scenario?: readonly string[] | undefined;
  readonly precision?: string | undefined;
  readonly drivers?: boolean;
  readonly milestones?: boolean;
  readonly conventions?: boolean;
  readonly parquet?: boolean;
  readonly exact?: boolean;
}

/** Hold what was typed after `assess` or `run` against what it may be; the text says what is wrong. */
export function checkAssessOptions(
  options: CommonOptions,
  typed: TypedAssessOptions,
): { readonly ok: true; readonly value: ScenarioOptions } | { readonly ok: false; readonly text: string } {
  const say = sayIn(options.language);
  const { scenario = [], precision: given, drivers = false, milestones = false, conventions = false } = typed;
  const points = given === undefined ? null : Number(given);
  if (points !== null && !(points >= 0.1 && points <= 50)) {
    return { ok: false, text: say("wrongPrecision", { given: given ?? "" }) };
  }
  if (points !== null && options.draws !== undefined) return { ok: false, text: say("precisionOrDraws") };
  const value: ScenarioOptions = {
    ...options,
    scenarios: scenario,
    precision: points === null ? null : points / 100,
    withDrivers: drivers,
    withMilestones: milestones,
    withConventions: conventions,
    withParquet: typed.parquet ?? false,
    exactQuantiles: typed.exact ?? false,
  };
  return { ok: true, value };
}
