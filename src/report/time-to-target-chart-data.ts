import type { TimeToTargetChartData } from "../charts/time-to-target-chart.ts";
import { footerOf } from "./figure-chart-data.ts";
import type { RunOutput, ScenarioOutput } from "./run-output.ts";

/** Prepare when each target is first met under a scenario; null when no row has such a year. */
export function timeToTargetChartData(
  { study }: Pick<RunOutput, "study">,
  result: ScenarioOutput,
): TimeToTargetChartData | null {
  const { plan } = study;
  const years = result.ensemble.years.filter((year) => year >= plan.firstYear);
  const rows = result.verdicts.verdicts.flatMap(({ label, targetYear, firstYearMet }) => {
    if (firstYearMet === null || targetYear === null) return [];
    return [{ label, targetYear, shares: years.map((year) => firstYearMet.by[year] ?? 0) }];
  });
  if (rows.length === 0) return null;
  return {
    title: { zh: "各项目标何时达到", en: "When each target is met" },
    years,
    rows,
    heading: {
      zh: `到各年年末曾达到目标的可能，模拟到${years.at(-1)}年`,
      en: `chance of having met the target by the end of each year, simulated to ${years.at(-1)}`,
    },
    footer: footerOf(plan, result),
  };
}
