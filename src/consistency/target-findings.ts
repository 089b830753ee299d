import type { Indicator, Target, TargetComparison } from "../inputs/study.ts";
import type { Strictness, TwoTargets } from "./consistency-report.ts";
import { comparisonText } from "./figure-text.ts";
import { findingTexts } from "./finding-texts.ts";
import { type PlanWords, placesOf, readingPlace } from "./plan-words.ts";

interface TargetReading {
  readonly reading: string;
  readonly comparison: TargetComparison;
  readonly value: number;
}

/** Hold each row's target against its other readings: in value, and in whether it includes the bound. */
export function targetFindings(words: PlanWords): (TwoTargets | Strictness)[] {
  const found = words.plan.indicators.flatMap((indicator) =>
    indicator.target === null ? [] : rowFindings(words, indicator, targetReadings(indicator.target)),
  );
  return found.sort((a, b) => Number(a.kind === "strictness") - Number(b.kind === "strictness"));
}

function rowFindings(
  words: PlanWords,
  indicator: Indicator,
  readings: readonly TargetReading[],
): (TwoTargets | Strictness)[] {
  const placed = readings.map(({ reading, comparison, value }) => ({
    place: readingPlace(words, indicator, "target", reading),
    text: comparisonText(comparison, value, indicator),
  }));
  const places = placesOf(
    words.plan,
    [],
    placed.map(({ place }) => place),
  );
  const row = { rows: [indicator.id], places };
  const found: (TwoTargets | Strictness)[] = [];
  if (isMixed(readings.map(({ value }) => value))) {
    found.push({
      ...row,
      kind: "two_targets",
      id: `two_targets:${indicator.id}`,
      sentence: findingTexts.twoTargets({ label: indicator.label, targets: placed }),
      values: Object.fromEntries(readings.map(({ reading, value }) => [reading, value])),
    });
  }
  if (isMixed(readings.map(({ comparison }) => comparison))) {
    found.push({
      ...row,
      kind: "strictness",
      id: `strictness:${indicator.id}`,
      sentence: findingTexts.strictness({ label: indicator.label, targets: placed }),
      comparisons: Object.fromEntries(readings.map(({ reading, comparison }) => [reading, comparison])),
    });
  }
  return found;
}

/** Every reading of a target, the default one first. */
function targetReadings(target: Target): TargetReading[] {
  const { comparison, value, readings } = target;
  const others = Object.entries(readings).map(([reading, other]) => ({ reading, ...other }));
  return [{ reading: target.default, comparison, value }, ...others];
}

function isMixed<T>(values: readonly T[]): boolean {
  return new Set(values).size > 1;
}
