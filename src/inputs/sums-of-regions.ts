import type { Unit } from "../core/unit.ts";
import type { VariableSource } from "./study.ts";

/** Symbols of units in which figures stand for one person, place or moment, never for a total. */
const neverTotals: ReadonlySet<string> = new Set(["年", "月", "日", "天", "小时", "岁"]);
/** Symbols of money: a total in one variable, an amount a head or a wage in the next. */
const money: ReadonlySet<string> = new Set(["元", "美元"]);

/** Whether figures of regions in a unit may add up to one of the province: amounts may, rates and durations never. */
export function canAddUp({ powers }: Unit): boolean {
  const [[symbol, power] = ["", 0], ...others] = Object.entries(powers);
  return others.length === 0 && power === 1 && !neverTotals.has(symbol);
}

/** Whether a variable is an amount by its unit alone: people, person-times and other things counted, but not money. */
export function isAmount({ unit }: Pick<VariableSource, "unit">): boolean {
  const [symbol = ""] = Object.keys(unit.powers);
  return canAddUp(unit) && !money.has(symbol);
}
