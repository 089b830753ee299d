import type { Bilingual } from "../core/bilingual.ts";
import type { DrawnScenario } from "../ensemble/draw-scenario.ts";
import type { Study } from "../inputs/study.ts";
import { targetDirection } from "../reachability/attainment.ts";
import type { SoughtRow } from "./lever-problem.ts";
import { correlationOfRanks, rankCorrelation, ranks } from "./rank-correlation.ts";
import { type UncertainInput, uncertainInputs } from "./uncertain-inputs.ts";

/** An uncertain input that a row's outcome goes with. */
export interface Driver {
  readonly name: string;
  readonly kind: UncertainInput["kind"];
  readonly label: Bilingual;
  /** Rank correlation (Spearman) of the input with the row's statistic over the draws already run. */
  readonly rankCorrelation: number;
  /** Whether a higher value of the input makes the target easier or harder to meet. */
  readonly direction: "helps" | "hinders";
}

/** Weaker rank correlations than this are not told, however many draws there are. */
const WEAKEST = 0.05;

/** An uncertain input with the ranks of its draws. */
export interface RankedInput {
  readonly input: Pick<UncertainInput, "name" | "kind" | "label" | "draws">;
  readonly ranks: Float64Array;
}

/** Rank the draws of every uncertain input of a drawn scenario: once for all the rows that are held against them. */
export function rankInputs(study: Study, drawn: DrawnScenario): RankedInput[] {
  return uncertainInputs(study, drawn).map((input) => ({ input, ranks: ranks(input.draws) }));
}

/**
 * Rank the uncertain inputs by how closely a row's statistic goes with them, on the draws already run.
 *
 * Correlation, not cause: of two inputs drawn together both show. What stands out of the noise of the draws is told,
 * at least {@link WEAKEST} strong and three standard errors of no correlation.
 *
 * @param inputs - of the same draws.
 * @param statistics - the row's statistic on each draw; draws without one are left out.
 * @returns strongest first.
 */
export function rankDrivers(
  inputs: readonly RankedInput[],
  statistics: Float64Array,
  comparison: SoughtRow["comparison"],
): Driver[] {
  const kept = Uint32Array.from([...statistics.keys()].filter((draw) => Number.isFinite(statistics[draw])));
  const at = (values: Float64Array) => Float64Array.from(kept, (draw) => values[draw]);
  const outcome = ranks(at(statistics));
  const weakest = Math.max(WEAKEST, 3 / Math.sqrt(Math.max(1, kept.length)));
  const direction = targetDirection(comparison);
  const isWhole = kept.length === statistics.length;
  const drivers = inputs.map(({ input: { name, kind, label, draws }, ranks: ranked }): Driver => {
    const strength = isWhole ? correlationOfRanks(ranked, outcome) : rankCorrelation(at(draws), outcome);
    return { name, kind, label, rankCorrelation: strength, direction: strength * direction > 0 ? "helps" : "hinders" };
  });
  return drivers
    .filter((driver) => Math.abs(driver.rankCorrelation) >= weakest)
    .sort((a, b) => Math.abs(b.rankCorrelation) - Math.abs(a.rankCorrelation) || (a.name < b.name ? -1 : 1));
}

const directionWords: Readonly<Record<Driver["direction"], Bilingual>> = {
  helps: { zh: "有利", en: "helps" },
  hinders: { zh: "不利", en: "hinders" },
};

/** Say what decides a row most, in one sentence; null when nothing stands out. */
export function driversSentence(drivers: readonly Driver[], count = 3): Bilingual | null {
  if (drivers.length === 0) return null;
  const main = drivers.slice(0, count).map(({ label, direction }): Bilingual => {
    const word = directionWords[direction];
    return { zh: `${label.zh}（越高越${word.zh}）`, en: `${label.en} (higher ${word.en})` };
  });
  const [zh, en] = [main.map((one) => one.zh), main.map((one) => one.en)];
  return { zh: `影响最大的是${zh.join("、")}。`, en: `It depends most on ${en.join(", ")}.` };
}
