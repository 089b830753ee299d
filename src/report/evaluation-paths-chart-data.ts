import type { EvaluationPath, EvaluationPathsChartData } from "../charts/evaluation-paths-chart.ts";
import type { Evaluation, EvaluationRow, PathYear } from "../evaluation/evaluation.ts";
import type { Plan } from "../inputs/study.ts";
import { chartSource } from "./chart-source-words.ts";
import { unitWords } from "./unit-words.ts";

/**
 * Prepare what was projected at the start of a plan and what came, row by row and year by year.
 *
 * @returns null when nothing after the base year has been observed of any row.
 */
export function evaluationPathsChartData(
  evaluation: Evaluation,
  { indicators }: Pick<Plan, "indicators">,
): EvaluationPathsChartData | null {
  const { rows, scenario, run, plan, years } = evaluation;
  const shown = rows.filter(({ path }) => path.some(({ year, actual }) => actual !== null && year > years.base));
  if (shown.length === 0) return null;
  return {
    title: { zh: "基期测算与历年实际", en: "The base year's projection and what came" },
    rows: shown.map((row) => evaluationPath(row, indicators)),
    isAnyOpen: shown.some(({ path }) => path.some(({ updated }) => updated !== null)),
    footer: {
      scenario: scenario.label,
      informationDate: run.informationDate,
      runHash: run.hash,
      source: chartSource({ label: plan }, { isObserved: true }),
    },
  };
}

function evaluationPath(
  { indicator, label, display, path, kind, target, targetYear }: EvaluationRow,
  indicators: Plan["indicators"],
): EvaluationPath {
  const row = indicators.find(({ id }) => id === indicator);
  const isYearly = kind !== "cumulative" && target !== null && targetYear !== null;
  return {
    label,
    // The values of a percent row bear their sign.
    unitLabel: display.percent || row === undefined ? { zh: "", en: "" } : unitWords(row),
    display,
    years: path.map((year) => ({ ...year, updated: updatedIn(year, path, kind) })),
    target: isYearly ? { value: target, year: targetYear } : null,
  };
}

/**
 * The updated projection of a year after the last figure. That of a level starts at this figure; amounts and rates of a
 * year stand apart from those of the year before.
 */
function updatedIn({ year, actual, updated }: PathYear, path: readonly PathYear[], kind: EvaluationRow["kind"]) {
  const last = path.findLast((one) => one.actual !== null);
  if (last === undefined || year > last.year) return updated;
  const isOpen = path.some((one) => one.year > last.year && one.updated !== null);
  if (year < last.year || actual === null || !isOpen || (kind !== "floor" && kind !== "share")) return null;
  return { lower: actual, median: actual, upper: actual };
}
