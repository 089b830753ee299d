import type { Ensemble } from "../ensemble/ensemble.ts";
import type { ChosenReadings } from "../inputs/readings.ts";
import type { Indicator, Plan, TargetPath } from "../inputs/study.ts";
import { attainmentRule } from "./attainment.ts";
import { whyNoStatistics } from "./draw-statistics.ts";
import { milestones } from "./milestones.ts";
import { type TripWire, type TripWireOptions, tripWires } from "./trip-wires.ts";

/** The way to a target, year by year: what is needed, and where it is lost. */
export interface Corridor {
  readonly indicator: string;
  readonly path: TargetPath["kind"];
  readonly years: readonly CorridorYear[];
}

/** One year of the way. */
export interface CorridorYear {
  readonly year: number;
  /** Value needed on the path, in the row's unit; null where the path has no meaning for this row. */
  readonly needed: number | null;
  /** Null when the row is not modelled or decided, and in the target year, which the target itself decides. */
  readonly tripWire: TripWire | null;
}

/**
 * Lay out the milestone corridor of a row from the plan's first year to the target year.
 *
 * @param ensemble - draws of one scenario.
 * @param path - the way to the target; default: what the plan says of the row.
 * @param options - what a trip-wire must hold to; default: as the plan's assessment says.
 * @returns null for a row without a target.
 */
export function milestoneCorridor(
  indicator: Indicator,
  plan: Pick<Plan, "firstYear" | "assessment">,
  ensemble: Ensemble,
  readings: ChosenReadings,
  path: TargetPath | undefined = indicator.target?.path,
  options: TripWireOptions = plan.assessment.tripWires,
): Corridor | null {
  const rule = attainmentRule(indicator, plan.firstYear, readings);
  if (rule === null || indicator.target === null || path === undefined) return null;
  const last = indicator.target.year;
  const first = Math.min(plan.firstYear, last);
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const needed = milestones(indicator, rule, years, path, readings);
  const before = years.slice(0, -1);
  const { variable } = indicator;
  const isModelled = variable !== null && whyNoStatistics(ensemble, variable, [...before, ...rule.years]) === null;
  const wires = isModelled ? tripWires(ensemble, variable, rule, before, options) : [];
  return {
    indicator: indicator.id,
    path: path.kind,
    years: years.map((year, i) => ({
      year,
      needed: needed?.[i]?.value ?? null,
      tripWire: wires.find((wire) => wire.year === year) ?? null,
    })),
  };
}

/** Leave the trip-wires of a corridor out: those of a decided row warn of nothing any more. */
export function withoutTripWires(corridor: Corridor): Corridor {
  return { ...corridor, years: corridor.years.map((year) => ({ ...year, tripWire: null })) };
}

/** Lay out the corridors of all rows of a plan that have a target, in order of the rows. */
export function scenarioCorridors(
  plan: Pick<Plan, "firstYear" | "assessment" | "indicators">,
  ensemble: Ensemble,
  readings: ChosenReadings,
): readonly Corridor[] {
  return plan.indicators.flatMap((indicator) => milestoneCorridor(indicator, plan, ensemble, readings) ?? []);
}
