import type { Indicator, Observation, Plan } from "../inputs/study.ts";
import {
  boundsIn,
  isOnChangedDefinition,
  knownObservations,
  observationOfYear,
} from "../reachability/observed-evidence.ts";

/** What is needed to look a row up among the observations. */
export interface ObservedWorld {
  readonly plan: Plan;
  readonly observations: readonly Observation[];
  /** ISO date: nothing later is known. */
  readonly informationDate: string;
}

/** A figure of one whole year of a row. */
export interface YearActual {
  readonly year: number;
  /** In the row's unit. */
  readonly value: number;
  readonly observation: Observation;
}

/** Everything known of a row in a place; figures on another definition than the plan's are left out. */
export function rowObservations(indicator: Indicator, region: string, world: ObservedWorld): Observation[] {
  return knownObservations(indicator, region, world.observations, world.informationDate).filter(
    (one) => !isOnChangedDefinition(one),
  );
}

/**
 * Collect the figures of a row, year by year, where they are numbers.
 *
 * @param known - of one row and place, from {@link rowObservations}.
 * @returns in order of year; years without a figure are left out.
 */
export function yearlyActuals(
  indicator: Pick<Indicator, "unit">,
  known: readonly Observation[],
  from: number,
  until: number,
): YearActual[] {
  return Array.from({ length: Math.max(0, until - from + 1) }, (_, i) => from + i).flatMap((year) => {
    const observation = observationOfYear(known, year);
    const value = observation === undefined ? null : numberIn(indicator, observation);
    return observation === undefined || value === null ? [] : [{ year, value, observation }];
  });
}

/** A figure in the row's unit; null for a range. */
export function numberIn({ unit }: Pick<Indicator, "unit">, observation: Observation): number | null {
  const { lower, upper } = boundsIn(unit, observation);
  return lower === upper ? lower : null;
}
