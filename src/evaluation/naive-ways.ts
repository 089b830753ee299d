import type { Bilingual } from "../core/bilingual.ts";
import type { ChosenReadings } from "../inputs/readings.ts";
import type { Indicator, Peer } from "../inputs/study.ts";
import type { AttainmentRule } from "../reachability/attainment.ts";
import type { NaiveWay } from "./evaluation.ts";
import { atPace, paceOfPeer } from "./peer-pace.ts";
import { type ObservedWorld, rowObservations, type YearActual } from "./row-actuals.ts";
import { baselineYearly } from "./row-scale.ts";

/** What a naive way may know: figures of years up to the origin. */
export interface NaiveQuestion {
  readonly indicator: Indicator;
  readonly rule: AttainmentRule;
  readonly readings: ChosenReadings;
  /** Yearly figures of the row up to the origin, after the base year. */
  readonly actuals: readonly YearActual[];
  readonly origin: number;
  readonly world: ObservedWorld;
}

/** Project one later year of a row in every naive way that has something to go by. */
export function naiveValues(question: NaiveQuestion, year: number): [NaiveWay, number][] {
  const { indicator, rule, readings, actuals } = question;
  const baseline = baselineYearly(indicator, readings);
  const last = actuals.at(-1)?.value ?? baseline;
  const linear = baseline === null ? null : linearValue(indicator, rule, baseline, year);
  const peers = question.world.plan.peers.map((peer): [NaiveWay, number | null] => [
    `peer:${peer.region}`,
    peerValue(question, peer, year),
  ]);
  const all: [NaiveWay, number | null][] = [["last_value", last], ["linear_path", linear], ...peers];
  return all.filter((pair): pair is [NaiveWay, number] => Number.isFinite(pair[1]));
}

/** The straight way from baseline to target; none for rows that are to be kept. */
function linearValue(indicator: Indicator, rule: AttainmentRule, baseline: number, year: number): number | null {
  switch (rule.kind) {
    case "cumulative":
      return rule.target / rule.years.length;
    case "mean_growth":
      return rule.target;
    case "floor":
    case "share": {
      const end = rule.years.at(-1) ?? year;
      const { year: start } = indicator.baseline;
      return baseline + ((rule.target - baseline) * (year - start)) / (end - start);
    }
    case "ceiling":
    case "maintain":
      return null;
  }
}

/** The row at the pace that the peer had shown by the origin. */
function peerValue({ indicator, rule, readings, origin, world }: NaiveQuestion, peer: Peer, year: number) {
  const known = rowObservations(indicator, peer.region, world).filter((one) => one.year <= origin);
  const pace = paceOfPeer(indicator, rule, known, world);
  return pace === null ? null : atPace(indicator, rule, readings, pace, year);
}

/** Name a naive way, or the model. */
export function wayLabel(way: "model" | NaiveWay, peers: readonly Peer[]): Bilingual {
  if (way === "model") return { zh: "模型", en: "model" };
  if (way === "last_value") return { zh: "末值不变", en: "last value" };
  if (way === "linear_path") return { zh: "直线达标", en: "straight to the target" };
  const region = way.slice("peer:".length);
  const label = peers.find((peer) => peer.region === region)?.label ?? { zh: region, en: region };
  return { zh: `${label.zh}增速`, en: `pace of ${label.en}` };
}
