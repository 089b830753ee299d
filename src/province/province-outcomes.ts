import { unitsEqual } from "../core/unit.ts";
import { outcomeVariables } from "../ensemble/run-scenario.ts";
import type { Province } from "../inputs/province.ts";
import type { Plan, VariableSource } from "../inputs/study.ts";
import { isAmount } from "../inputs/sums-of-regions.ts";
import type { CompiledModel } from "../model/compiled-model.ts";

/** A rate of the province: the sum of one variable over the sum of another. */
export interface ProvinceRate {
  readonly name: string;
  readonly numerator: string;
  readonly denominator: string;
}

/** Why a variable has no figure of the province. */
export type LeftOutReason = "rate" | "money" | "duration";

/** What of the regions makes a figure of the province. */
export interface ProvinceOutcomes {
  /** Numbers of the variables that are simulated in every region, ascending. */
  readonly simulated: readonly number[];
  /** Names of the variables that are summed, in the order of the model. */
  readonly summed: readonly string[];
  readonly rates: readonly ProvinceRate[];
  readonly leftOut: readonly { readonly name: string; readonly reason: LeftOutReason }[];
}

/**
 * Say which outcomes of the regions are summed, which are rates of sums, and which have no figure of the province.
 *
 * Amounts are summed. A rate is one where every plan that holds it names the same numerator and denominator and both are
 * summed; else it is left out, as are durations, and money that the province does not list under `sums`.
 */
export function provinceOutcomes(province: Province, model: CompiledModel): ProvinceOutcomes {
  const plans = province.studies.map(({ plan }) => plan);
  const numbers = new Set(plans.flatMap((plan) => outcomeVariables(model, plan)));
  const listed = new Set(province.sums);
  const variables = model.source.variables;
  for (const [number, { name }] of variables.entries()) if (listed.has(name)) numbers.add(number);
  const simulated = [...numbers].sort((a, b) => a - b);
  const outcomes = simulated.map((number) => variables[number] as VariableSource);
  const isSummed = (variable: VariableSource) => isAmount(variable) || listed.has(variable.name);
  const summed = outcomes.filter(isSummed).map(({ name }) => name);
  const known = new Set(summed);
  const rates = ratesOf(plans).filter((rate) => isRateOfSums(rate, outcomes, known));
  const rated = new Set(rates.map(({ name }) => name));
  const leftOut = outcomes
    .filter(({ name }) => !known.has(name) && !rated.has(name))
    .map((variable) => ({ name: variable.name, reason: reasonOf(variable) }));
  return { simulated, summed, rates, leftOut };
}

/** Whether both parts of a rate are single series of one unit that are summed. */
function isRateOfSums(rate: ProvinceRate, outcomes: readonly VariableSource[], summed: ReadonlySet<string>): boolean {
  const [numerator, denominator] = [rate.numerator, rate.denominator].map((name) =>
    outcomes.find((variable) => variable.name === name && variable.over.length === 0 && summed.has(name)),
  );
  return numerator !== undefined && denominator !== undefined && unitsEqual(numerator.unit, denominator.unit);
}

/** Rates that plans say, by the variable that they are in the model; those that two plans say differently are none. */
function ratesOf(plans: readonly Plan[]): ProvinceRate[] {
  const rates = new Map<string, ProvinceRate | null>();
  for (const { variable, share } of plans.flatMap(({ indicators }) => indicators)) {
    if (variable === null || share === null) continue;
    const known = rates.get(variable);
    const isOther = known && (known.numerator !== share.numerator || known.denominator !== share.denominator);
    rates.set(variable, known === null || isOther ? null : { name: variable, ...share });
  }
  return [...rates.values()].filter((rate) => rate !== null);
}

function reasonOf({ unit }: VariableSource): LeftOutReason {
  const [[symbol, power] = ["", 0], ...others] = Object.entries(unit.powers);
  if (power !== 1 || others.length > 0) return "rate";
  return symbol === "元" || symbol === "美元" ? "money" : "duration";
}
