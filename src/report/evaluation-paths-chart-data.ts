import type { EvaluationPath, EvaluationPathsChartData } from "../charts/evaluation-paths-chart.ts";
import type { Evaluation, EvaluationRow } from "../evaluation/evaluation.ts";

/**
 * Prepare what was projected at the start of a plan and what came, row by row and year by year.
 *
 * @returns null when nothing after the base year has been observed of any row.
 */
export function evaluationPathsChartData(evaluation: Evaluation): EvaluationPathsChartData | null {
  const { rows, scenario, run, plan, years } = evaluation;
  const shown = rows.filter(({ path }) => path.some(({ year, actual }) => actual !== null && year > years.base));
  if (shown.length === 0) return null;
  return {
    title: { zh: "基期测算与历年实际", en: "The base year's projection and what came" },
    rows: shown.map(evaluationPath),
    isAnyOpen: shown.some(({ path }) => path.some(({ updated }) => updated !== null)),
    footer: {
      scenario: scenario.label,
      informationDate: run.informationDate,
      runHash: run.hash,
      source: {
        zh: `${plan.zh}；实际值见observations.csv；模型测算`,
        en: `${plan.en}; observed values in observations.csv; estimates of the model`,
      },
    },
  };
}

function evaluationPath({ label, unit, display, path, kind, target, targetYear }: EvaluationRow): EvaluationPath {
  const isYearly = kind !== "cumulative" && target !== null && targetYear !== null;
  return {
    label,
    unitLabel: display.percent ? { zh: "%", en: "%" } : { zh: unit, en: unit },
    display,
    years: path,
    target: isYearly ? { value: target, year: targetYear } : null,
  };
}
