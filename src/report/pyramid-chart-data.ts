import type { PyramidChartData } from "../charts/pyramid-chart.ts";
import type { Bilingual } from "../core/bilingual.ts";
import { bindScenario } from "../ensemble/bind-scenario.ts";
import { drawSample } from "../ensemble/draw-sample.ts";
import { drawScenario, kernelInput } from "../ensemble/draw-scenario.ts";
import type { PyramidFigure } from "../inputs/figures.ts";
import { makeKernel } from "../kernel/make-kernel.ts";
import { blockSize } from "../model/kernel.ts";
import { axisOf, figureHeading, footerOf } from "./figure-chart-data.ts";
import type { RunOutput, ScenarioOutput } from "./run-output.ts";

/** Most draws that a pyramid is averaged over: results do not hold the ages, so they are simulated again. */
const mostDraws = 1024;

/** Words for the names that the two groups usually have; any other name is written as it is. */
const groupWords: Readonly<Record<string, Bilingual>> = {
  male: { zh: "男", en: "Men" },
  female: { zh: "女", en: "Women" },
};

/**
 * Prepare the pyramid of a scenario in the base year and in the plan's last year, as means over draws of their own.
 *
 * @returns null when the scenario does not reach the last year of the plan.
 */
export function pyramidChartData(
  run: Pick<RunOutput, "study" | "model">,
  result: ScenarioOutput,
  { label, variable, band }: PyramidFigure,
): PyramidChartData | null {
  const { study, model } = run;
  const { baseYear, lastYear } = study.plan;
  const { scenario } = result;
  const source = study.model.variables.find(({ name }) => name === variable);
  const [groups, ages] = (source?.over ?? []).map((over) => study.model.dimensions.find(({ name }) => name === over)!);
  if (!result.ensemble.years.includes(lastYear) || !groups || !ages) return null;
  const means = elementMeans(
    run,
    scenario,
    model.variables.findIndex(({ name }) => name === variable),
    [baseYear, lastYear],
  );
  if (means === null) return null;
  const count = ages.elements.length;
  const first = ages.first ?? 0;
  const bands = Array.from({ length: Math.ceil(count / band) }, (_, i) => {
    const [from, until] = [i * band, Math.min(count, (i + 1) * band)];
    const sum = (year: number, group: number) => {
      return means[year]!.slice(group * count + from, group * count + until).reduce((total, mean) => total + mean, 0);
    };
    return {
      ages: bandName(first + from, first + until - 1, until === count),
      earlier: [sum(0, 0), sum(0, 1)] as const,
      later: [sum(1, 0), sum(1, 1)] as const,
    };
  });
  const [left, right] = groups.elements.map((name): Bilingual => groupWords[name] ?? { zh: name, en: name });
  return {
    title: label,
    ...axisOf(study, variable),
    groups: [left!, right!],
    earlierYear: baseYear,
    laterYear: lastYear,
    bands,
    heading: figureHeading,
    footer: footerOf(study.plan, result),
  };
}

/** The last bar of ages holds all that are older. */
function bandName(from: number, until: number, isLast: boolean): string {
  return isLast ? `${from}+` : from === until ? String(from) : `${from}–${until}`;
}

/** Mean over the draws of every element of a variable in some years; null when the scenario cannot be bound. */
function elementMeans(
  { study, model }: Pick<RunOutput, "study" | "model">,
  scenario: ScenarioOutput["scenario"],
  variable: number,
  years: readonly number[],
): number[][] | null {
  const bound = bindScenario(study, model, scenario);
  if (!bound.ok) return null;
  const draws = Math.min(scenario.run.draws, mostDraws);
  const drawn = drawScenario(bound.value, drawSample(study.model, { ...scenario.run, draws }));
  const kernel = makeKernel(model);
  const sums = years.map(() => new Array<number>(model.variables[variable]?.size ?? 0).fill(0));
  for (let start = 0; start < draws; start += blockSize) {
    const input = kernelInput(drawn, start);
    kernel.run(input, [variable], (_, place, block) => {
      const wanted = sums[years.indexOf(bound.value.years[place]!)];
      if (wanted === undefined) return;
      for (let element = 0; element < wanted.length; element++) {
        const own = block.subarray(element * blockSize, element * blockSize + input.draws);
        wanted[element] = own.reduce((sum, value) => sum + value, wanted[element]!);
      }
    });
  }
  return sums.map((elements) => elements.map((sum) => sum / draws));
}
