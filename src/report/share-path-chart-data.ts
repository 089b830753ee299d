import type { FanChartData, SharePathChartData } from "../charts/chart-data.ts";
import { formatFigure } from "../charts/format-figure.ts";
import type { Bilingual } from "../core/bilingual.ts";
import type { Verdict } from "../reachability/verdict.ts";

/**
 * Add to a fan the straight path from the plan's figure to its target, the pace it asks for and what is missing.
 *
 * @returns null where there is no such path: no share or floor, no target, or no single figure to start from.
 */
export function sharePathChartData(fan: FanChartData, verdict: Verdict): SharePathChartData | null {
  const { baseline, target, display } = fan;
  if (target === null || (target.kind !== "share" && target.kind !== "floor")) return null;
  if (baseline === null || typeof baseline.value !== "number" || baseline.year >= target.year) return null;
  const start = baseline.value;
  const span = target.year - baseline.year;
  const path = Array.from({ length: span + 1 }, (_, i) => ({
    year: baseline.year + i,
    value: i === span ? target.value : start + ((target.value - start) * i) / span,
  }));
  const median = fan.median[fan.years.indexOf(target.year)];
  return {
    fan,
    path,
    requiredPace: verdict.requiredPerYear === null ? null : paceWords(verdict.requiredPerYear, display),
    // A decided row has no distance left that the simulation could tell.
    gap: median === undefined || verdict.fact !== null ? null : gapWords(median - target.value, display),
  };
}

function paceWords(perYear: number, display: FanChartData["display"]): Bilingual {
  const { zh, en } = distanceWords(perYear, display);
  return perYear < 0 ? { zh: `每年降低${zh}`, en: `${en} less a year` } : { zh: `每年提高${zh}`, en: `${en} a year` };
}

function gapWords(lead: number, display: FanChartData["display"]): Bilingual {
  const { zh, en } = distanceWords(lead, display);
  if (en.startsWith("0 ")) return { zh: "中位数与目标持平", en: "the median is on the target" };
  return lead < 0
    ? { zh: `中位数低于目标${zh}`, en: `the median is ${en} below` }
    : { zh: `中位数高于目标${zh}`, en: `the median is ${en} above` };
}

/** Write how far two values are apart: percentage points for percent rows, else the bare figure. */
function distanceWords(distance: number, { percent, decimals }: FanChartData["display"]): Bilingual {
  const size = Math.abs(percent ? distance * 100 : distance);
  const figure = (language: "zh" | "en") => formatFigure(size, { percent: false, decimals }, language);
  return percent
    ? { zh: `${figure("zh")}个百分点`, en: `${figure("en")} percentage ${figure("en") === "1" ? "point" : "points"}` }
    : { zh: figure("zh"), en: figure("en") };
}
