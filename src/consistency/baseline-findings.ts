import { targetInForce } from "../inputs/readings.ts";
import type { Figure, Indicator } from "../inputs/study.ts";
import { isMet, targetDirection } from "../reachability/attainment.ts";
import type { OpenBaseline, PeriodMismatch, SignFlip, TwoFigures, WeakerThanBaseline } from "./consistency-report.ts";
import { baselineText, comparisonText, figureText } from "./figure-text.ts";
import { findingTexts } from "./finding-texts.ts";
import { baselineTime, baselineYears, type PlanWords, placesOf, readingPlace } from "./plan-words.ts";

/** What the baselines of a plan say against each other and against the targets; blanks say nothing. */
export type BaselineFinding = TwoFigures | SignFlip | PeriodMismatch | OpenBaseline | WeakerThanBaseline;

/** Hold each row's baseline against its other readings and its target. */
export function baselineFindings(words: PlanWords): BaselineFinding[] {
  const checks = [twoFigures, signFlip, periodMismatch, openBaseline, weakerThanBaseline];
  return checks.flatMap((check) => words.plan.indicators.flatMap((indicator) => check(words, indicator) ?? []));
}

function twoFigures(words: PlanWords, indicator: Indicator): TwoFigures | null {
  const readings = numberReadings(indicator);
  const figures = readings.map(({ figure }) => figure);
  const spread = Math.max(...figures) - Math.min(...figures);
  if (!(spread > 0)) return null;
  const places = readings.map(({ reading }) => readingPlace(words, indicator, "baseline", reading));
  return {
    kind: "two_figures",
    id: `two_figures:${indicator.id}`,
    rows: [indicator.id],
    places: placesOf(words.plan, [], places),
    sentence: findingTexts.twoFigures({
      label: indicator.label,
      time: baselineTime(indicator.baseline),
      figures: figures.map((figure, i) => ({ place: places[i]!, text: figureText(figure, indicator) })),
      spread: figureText(spread, indicator),
    }),
    readings: Object.fromEntries(readings.map(({ reading, figure }) => [reading, figure])),
  };
}

/** A level that meets the target in one reading and falls short of it in another. */
function signFlip(words: PlanWords, indicator: Indicator): SignFlip | null {
  const target = targetInForce(indicator, {});
  if (target === null || !isLevel(indicator)) return null;
  const readings = numberReadings(indicator);
  const met = readings.map(({ figure }) => isMet(figure, target.comparison, target.value));
  if (!met.includes(true) || !met.includes(false)) return null;
  const changes = readings.map(({ reading, figure }) => {
    const change = target.value - figure;
    const place = readingPlace(words, indicator, "baseline", reading);
    return { reading, change, place, text: figureText(Math.abs(change), indicator), sign: Math.sign(change) };
  });
  return {
    kind: "sign_flip",
    id: `sign_flip:${indicator.id}`,
    rows: [indicator.id],
    places: placesOf(
      words.plan,
      [indicator.id],
      changes.map(({ place }) => place),
    ),
    sentence: findingTexts.signFlip({
      label: indicator.label,
      target: figureText(target.value, indicator),
      changes,
    }),
    changes: Object.fromEntries(changes.map(({ reading, change }) => [reading, change])),
  };
}

/** A sum against a sum of as many years, and a level against a level, go together; anything else does not. */
function periodMismatch(words: PlanWords, indicator: Indicator): PeriodMismatch | null {
  const { baseline, target } = indicator;
  const figure = baseline.readings[baseline.default] ?? null;
  const years = baselineYears(baseline);
  if (target === null || figure === null || years === null) return null;
  const targetYears = target.kind === "cumulative" ? target.year - words.plan.firstYear + 1 : 1;
  if (years === targetYears) return null;
  return {
    kind: "period_mismatch",
    id: `period_mismatch:${indicator.id}`,
    rows: [indicator.id],
    places: placesOf(words.plan, [indicator.id]),
    sentence: findingTexts.periodMismatch({
      place: indicator.place,
      label: indicator.label,
      baseline: baselineText(figure, indicator),
      baselineYears: years,
      target: figureText(target.value, indicator),
      targetYears,
    }),
    baselineYears: years,
    targetYears,
  };
}

function openBaseline(words: PlanWords, indicator: Indicator): OpenBaseline | null {
  const open = Object.values(indicator.baseline.readings).find(
    (figure) => typeof figure === "object" && figure !== null,
  );
  if (typeof open !== "object" || open === null) return null;
  return {
    kind: "open_baseline",
    id: `open_baseline:${indicator.id}`,
    rows: [indicator.id],
    places: placesOf(words.plan, [indicator.id]),
    sentence: findingTexts.openBaseline({
      place: indicator.place,
      label: indicator.label,
      printed: indicator.printed.baseline,
      interval: baselineText(open, indicator),
    }),
    baseline: open,
  };
}

function weakerThanBaseline(words: PlanWords, indicator: Indicator): WeakerThanBaseline | null {
  const { plan } = words;
  const { id, baseline, label, place } = indicator;
  const target = targetInForce(indicator, {});
  if (indicator.target === null || target === null) return null;
  const isSum = indicator.target.kind === "cumulative";
  const years = baselineYears(baseline);
  if (isSum ? years === null : !isLevel(indicator)) return null;
  const span = indicator.target.year - plan.firstYear + 1;
  const asked = isSum ? target.value / span : target.value;
  const given = Object.entries(baseline.readings).filter(([, figure]) => figure !== null);
  const weaker = given.filter(([, figure]) =>
    boundsOf(figure).every((bound) => isMet(isSum ? bound / (years ?? 1) : bound, target.comparison, asked)),
  );
  const [first] = weaker;
  if (first === undefined) return null;
  const common = { place, label, time: baselineTime(baseline) };
  const readings = weaker.map(([reading]) => reading);
  const isAlways = weaker.length === given.length;
  const places = isAlways ? [] : readings.map((reading) => readingPlace(words, indicator, "baseline", reading));
  return {
    kind: "weaker_than_baseline",
    id: `weaker_than_baseline:${id}`,
    rows: [id],
    places: placesOf(plan, [id], places),
    sentence: isSum
      ? findingTexts.weakerRate({
          ...common,
          target: figureText(asked, indicator),
          baseline: baselineText(perYear(first[1], years ?? 1), indicator),
          isFloor: targetDirection(target.comparison) === 1,
        })
      : findingTexts.weakerLevel({
          ...common,
          target: comparisonText(target.comparison, target.value, indicator),
          baseline: baselineText(first[1], indicator),
          readings: places,
        }),
    readings,
  };
}

/** Whether baseline and target are values of the same kind: neither is a sum of years. */
function isLevel({ baseline, target }: Indicator): boolean {
  return baseline.period !== "sum" && target?.kind !== "cumulative";
}

function numberReadings({ baseline }: Indicator): { readonly reading: string; readonly figure: number }[] {
  return Object.entries(baseline.readings).flatMap(([reading, figure]) =>
    typeof figure === "number" ? [{ reading, figure }] : [],
  );
}

function boundsOf(figure: Figure): number[] {
  if (figure === null) return [];
  return typeof figure === "number" ? [figure] : [figure.min, figure.max];
}

function perYear(figure: Figure, years: number): Figure {
  if (figure === null) return null;
  if (typeof figure === "number") return figure / years;
  return { min: figure.min / years, max: figure.max / years };
}
