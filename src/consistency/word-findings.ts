import type { CoveragePhrase, WordingDifference } from "../inputs/feasibility.ts";
import { targetInForce } from "../inputs/readings.ts";
import type { Indicator } from "../inputs/study.ts";
import type { Coverage, Wording } from "./consistency-report.ts";
import { figureText } from "./figure-text.ts";
import { findingTexts } from "./finding-texts.ts";
import { inPlanOrder, type PlanWords, placesOf } from "./plan-words.ts";

/** Shares are compared to this: far below any printed decimal. */
const rounding = 1e-9;

const percent = { unit: { scale: 0, powers: {} }, unitText: "1", display: { percent: true, decimals: 1 } };

/** List what the plan's words say against each other, as declared, and against its targets, as computed. */
export function wordFindings(words: PlanWords): (Wording | Coverage)[] {
  const { feasibility } = words;
  if (feasibility === null) return [];
  return [
    ...feasibility.wordings.map((difference) => wordingFinding(words, difference)),
    ...feasibility.coverages.flatMap((phrase) => coverageFinding(words, phrase) ?? []),
  ];
}

function wordingFinding({ plan }: PlanWords, declared: WordingDifference): Wording {
  const { name, aspect, rows, first, second, difference } = declared;
  const labels = indicatorsOf(plan.indicators, rows).map(({ label }) => label);
  return {
    kind: "wording",
    id: `wording:${name}`,
    rows: inPlanOrder(plan, rows),
    places: placesOf(plan, [], [first.place, second.place]),
    sentence: findingTexts.wording({ labels, first, second, difference }),
    aspect,
  };
}

/** A phrase of coverage is a finding as long as the targets fall short of what it asks. */
function coverageFinding({ plan }: PlanWords, declared: CoveragePhrase): Coverage | null {
  const { name, rows, phrase, asks, population } = declared;
  const indicators = indicatorsOf(plan.indicators, rows);
  const targets = indicators.map((indicator) => ({ indicator, value: targetInForce(indicator, {})?.value ?? 0 }));
  const share = targets.reduce((sum, { value }) => sum + value, 0) / (population?.value ?? 1);
  if (share >= asks - rounding) return null;
  const form = indicators[0]!;
  return {
    kind: "coverage",
    id: `coverage:${name}`,
    rows: inPlanOrder(plan, rows),
    places: placesOf(plan, rows, [phrase.place]),
    sentence: findingTexts.coverage({
      phrase,
      asks: figureText(asks, percent),
      targets: targets.map(({ indicator, value }) => ({ place: indicator.place, text: figureText(value, indicator) })),
      population: population && { label: population.label, text: figureText(population.value, form) },
      share: figureText(share, percent),
    }),
    share,
    asks,
  };
}

function indicatorsOf(indicators: readonly Indicator[], rows: readonly string[]): Indicator[] {
  return rows.flatMap((row) => indicators.find(({ id }) => id === row) ?? []);
}
