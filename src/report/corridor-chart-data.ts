import type { FanChartData } from "../charts/chart-data.ts";
import type { CorridorChartData } from "../charts/corridor-chart.ts";
import { formatFigure } from "../charts/format-figure.ts";
import type { Bilingual, Language } from "../core/bilingual.ts";
import type { Indicator, Study } from "../inputs/study.ts";
import { latestMeasured } from "../progress/measured-value.ts";
import { targetDirection } from "../reachability/attainment.ts";
import { type Corridor, milestoneCorridor, withoutTripWires } from "../reachability/corridor.ts";
import type { Statistic } from "../reachability/verdict.ts";
import type { ScenarioOutput } from "./run-output.ts";

const soFarOf: Readonly<Record<Statistic, CorridorChartData["soFar"]>> = {
  end_year: "year",
  sum: "sum",
  worst_year: "worst",
  period_mean: "mean",
  geometric_mean: "mean",
};

/**
 * Prepare the corridor of a row: pace, trip-wires and where the latest measured value stands.
 *
 * @returns null for a row without target, and where there is neither a pace that moves nor a trip-wire.
 */
export function corridorChartData(
  { plan, observations }: Pick<Study, "plan" | "observations">,
  { ensemble, scenario, identity, verdicts }: ScenarioOutput,
  indicator: Indicator,
  fan: FanChartData,
): CorridorChartData | null {
  const verdict = verdicts.verdicts.find((one) => one.indicator === indicator.id);
  const statistic = verdict?.statistic ?? null;
  const whole = milestoneCorridor(indicator, plan, ensemble, scenario.readings);
  if (whole === null || statistic === null || fan.target === null) return null;
  const corridor = verdict?.fact === null ? whole : withoutTripWires(whole);
  const pace = corridor.years.flatMap(({ year, needed }) => (needed === null ? [] : [{ year, value: needed }]));
  const wires = corridor.years.flatMap(({ year, tripWire }) => {
    const value = tripWire?.value ?? null;
    return value === null ? [] : [{ year, value }];
  });
  const moves = pace.some(({ value }) => value !== pace[0]?.value);
  if (!moves && wires.length === 0) return null;
  const side = targetDirection(fan.target.comparison) === 1 ? "below" : "above";
  const measured = latestMeasured(indicator, plan, observations, identity.informationDate);
  const standing = standingWords(
    corridor,
    measured && { year: Number(measured.date.slice(0, 4)), value: measured.value },
    {
      side,
      display: indicator.display,
      now: Number(identity.informationDate.slice(0, 4)),
    },
  );
  return { fan, pace, wires, side, soFar: soFarOf[statistic], standing };
}

interface Words {
  readonly side: CorridorChartData["side"];
  readonly display: Indicator["display"];
  /** Year of the information date. */
  readonly now: number;
}

/** Say where the latest measured value stands, and where the next trip-wire lies: the last where all years are past. */
function standingWords(
  { years }: Corridor,
  measured: { readonly year: number; readonly value: number } | null,
  { side, display, now }: Words,
): Bilingual | null {
  const sign = side === "below" ? 1 : -1;
  const figure = (value: number, language: Language) => formatFigure(value, display, language);
  const sentences: Bilingual[] = [];
  const then = measured === null ? undefined : years.find(({ year }) => year === measured.year);
  if (measured !== null && then?.needed != null) {
    const isOnPace = sign * (measured.value - then.needed) >= 0;
    sentences.push({
      zh: `${measured.year}年实际${figure(measured.value, "zh")}，序时进度${figure(then.needed, "zh")}，${isOnPace ? "已跟上进度" : "落后于进度"}。`,
      en: `Measured in ${measured.year}: ${figure(measured.value, "en")}, where the pace asks for ${figure(then.needed, "en")}: ${isOnPace ? "on pace" : "behind"}.`,
    });
  }
  const wire = then?.tripWire?.value;
  if (measured !== null && wire != null) {
    const isLost = sign * (measured.value - wire) < 0;
    sentences.push(
      isLost
        ? { zh: "已越过预警线。", en: "It is beyond the trip-wire." }
        : { zh: "未触及预警线。", en: "It has not touched the trip-wire." },
    );
  }
  const ahead = years.filter(({ year, tripWire }) => year > (measured?.year ?? 0) && tripWire?.value != null);
  const next = ahead.find(({ year }) => year >= now) ?? ahead.at(-1);
  if (next?.tripWire?.value != null) {
    const value = next.tripWire.value;
    const [zh, en] = side === "below" ? ["低于", "below"] : ["高于", "above"];
    sentences.push({
      zh: `${next.year}年如${zh}${figure(value, "zh")}，完成把握不足一成。`,
      en: `If ${next.year} ends ${en} ${figure(value, "en")}, less than one chance in ten is left.`,
    });
  }
  if (sentences.length === 0) return null;
  return { zh: sentences.map(({ zh }) => zh).join(""), en: sentences.map(({ en }) => en).join(" ") };
}
