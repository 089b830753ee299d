import type { Bilingual } from "../core/bilingual.ts";
import { ln } from "../core/exp-ln.ts";
import { baselineFigure, type ChosenReadings, targetInForce } from "../inputs/readings.ts";
import type { Figure, Indicator, Plan } from "../inputs/study.ts";
import { attainmentRule, isMet, targetDirection } from "../reachability/attainment.ts";
import type { Convention, ConventionComparison, ConventionResult, StandClass } from "./convention-result.ts";
import { conventionReasons, conventionWords, disagreementText } from "./convention-words.ts";
import { elapsedShare, yearsAt } from "./elapsed-time.ts";
import type { MeasuredValue } from "./measured-value.ts";
import { growthTier, type PaceTier, paceTier, tierWording } from "./pace-tier.ts";
import { pathPace } from "./path-pace.ts";
import {
  cagrRatio,
  currentStatus,
  linearPace,
  openSdgClass,
  openSdgScore,
  type ProgressPoint,
  progressChartClass,
  progressChartRatio,
} from "./progress-conventions.ts";
import { neededGrowth } from "./required-pace.ts";

/** The UN Progress Chart takes a value this near to a target of 0 or 100 % for met. */
const withinOnePoint = 0.01;

/**
 * Judge one value by every convention, each where it means something.
 *
 * None is applied to ceilings and rows to maintain, to baselines that are blank, intervals or already at the target.
 * Sums have a pace but no ratio, for their baseline is of other years; mean growths have a tier only, by what the years
 * left need.
 *
 * @param measured - a level, the sum of the plan's years so far, or their mean growth; from observations or given.
 * @returns null for a row without a target.
 * @throws RangeError when the date is not after the baseline.
 */
export function compareConventions(
  indicator: Indicator,
  plan: Pick<Plan, "firstYear" | "assessment">,
  measured: MeasuredValue,
  readings: ChosenReadings,
): ConventionComparison | null {
  const target = targetInForce(indicator, readings);
  if (indicator.target === null || target === null) return null;
  const { kind, year } = indicator.target;
  const isOverYears = kind === "cumulative" || kind === "mean_growth";
  const from = isOverYears ? plan.firstYear - 1 : indicator.baseline.year;
  const elapsed = yearsAt(measured.date) - from;
  if (!(elapsed > 0)) {
    throw new RangeError(`compareConventions: the date must be after the baseline; got ${measured.date}`);
  }
  const figure = baselineFigure(indicator, readings);
  const start = isOverYears ? 0 : typeof figure === "number" ? figure : Number.NaN;
  const rule = attainmentRule(indicator, plan.firstYear, readings);
  const years = Array.from({ length: year - plan.firstYear + 1 }, (_, i) => plan.firstYear + i);
  const hasOwnPath = indicator.target.path.kind !== "linear" && kind !== "mean_growth" && rule !== null;
  const place = { start, value: measured.value, from, at: from + elapsed };
  const ownPace = hasOwnPath ? pathPace(indicator, rule, years, place, readings) : undefined;
  const judged = judge(indicator, plan, measured, { from, elapsed, year, figure, ownPace }, target);
  const own = plan.assessment.wording;
  const results = (Object.keys(conventionWords) as Convention[]).map((convention) => {
    const found = judged.results[convention];
    const isTier = convention === "chinese_tier" && judged.tier !== null;
    return isTier ? { ...found, wording: tierWording(judged.tier, own) } : found;
  });
  return {
    indicator: indicator.id,
    measured,
    elapsedShare: elapsedShare(measured.date, from, year),
    tier: judged.tier,
    results,
    disagreement: disagreementText(results),
  };
}

interface Judged {
  readonly tier: PaceTier | null;
  readonly results: Readonly<Record<Convention, ConventionResult>>;
}

interface Times {
  readonly from: number;
  readonly elapsed: number;
  readonly year: number;
  readonly figure: Figure;
  /** Pace on the row's own path, null where none is due yet; undefined for the straight line. */
  readonly ownPace: number | null | undefined;
}

type Target = NonNullable<ReturnType<typeof targetInForce>>;

function judge(
  indicator: Indicator,
  plan: Pick<Plan, "assessment">,
  measured: MeasuredValue,
  times: Times,
  target: Target,
): Judged {
  const kind = indicator.target?.kind;
  const met = isMet(measured.value, target.comparison, target.value);
  const { paceClasses } = plan.assessment;
  if (kind === "ceiling" || kind === "maintain") return noneApplies(conventionReasons.toBeKept);
  const span = times.year - times.from;
  if (kind === "mean_growth") {
    const needed = neededGrowth(measured.value, target.value, times.elapsed, span - times.elapsed);
    const tier = met && times.elapsed >= span ? "achieved_early" : growthTier(measured.value, needed);
    return onlyTier(tier, conventionReasons.growthRate);
  }
  if (kind === "cumulative") {
    if (targetDirection(target.comparison) === -1) return noneApplies(conventionReasons.toBeKept);
    const onLine = measured.value / target.value / (times.elapsed / span);
    const pace = times.ownPace === undefined ? onLine : times.ownPace;
    if (pace === null) return noneApplies(conventionReasons.noneDue);
    return paceOnly(pace, paceTier(pace, met, paceClasses), met, conventionReasons.otherYears);
  }
  const { figure } = times;
  if (typeof figure !== "number")
    return noneApplies(figure === null ? conventionReasons.blank : conventionReasons.interval);
  if (isMet(figure, target.comparison, target.value)) return noneApplies(conventionReasons.metAtBaseline);
  const point = { baseline: figure, value: measured.value, target: target.value, elapsed: times.elapsed, span };
  return levelResults(indicator, point, met, plan.assessment, times.ownPace);
}

function levelResults(
  indicator: Indicator,
  point: ProgressPoint,
  met: boolean,
  { paceClasses, nearLimit }: Plan["assessment"],
  ownPace: number | null | undefined,
): Judged {
  const onLine = linearPace(isNearLimit(indicator, point, nearLimit) ? onLogit(point) : point);
  const pace = ownPace === undefined ? onLine : ownPace;
  const { tier, results } =
    pace === null
      ? noneApplies(conventionReasons.noneDue)
      : paceOnly(pace, paceTier(pace, met, paceClasses), met, conventionReasons.notPositive);
  const status = currentStatus(point);
  const due = (10 * point.elapsed) / point.span;
  const statusClass = status >= due ? "maintain" : status >= 0 ? "accelerate" : "reverse";
  const escap = result("current_status", {
    value: status,
    class: statusClass,
    stand: met
      ? "achieved"
      : statusClass === "maintain"
        ? "on_track"
        : statusClass === "accelerate"
          ? "behind"
          : "reversing",
  });
  const isPositive = point.baseline > 0 && point.value > 0 && point.target > 0;
  if (!isPositive) return { tier, results: { ...results, current_status: escap } };
  return {
    tier,
    results: {
      ...results,
      current_status: escap,
      cagr_ratio: cagrResult(cagrRatio(point), met),
      progress_chart: chartResult(progressChartRatio(point), met || isWithinOnePoint(indicator, point)),
    },
  };
}

function cagrResult(ratio: number, met: boolean): ConventionResult {
  const stands = { on_track: "on_track", moderate: "behind", limited: "behind", deterioration: "reversing" } as const;
  return result("cagr_ratio", {
    value: ratio,
    score: met ? 5 : openSdgScore(ratio),
    class: met ? "target_achieved" : openSdgClass(ratio),
    stand: met ? "achieved" : stands[openSdgClass(ratio)],
  });
}

function chartResult(ratio: number, met: boolean): ConventionResult {
  const chartClass = met ? "met_or_on_track" : progressChartClass(ratio);
  const stand = ratio < 0 ? "reversing" : chartClass === "met_or_on_track" ? "on_track" : "behind";
  return result("progress_chart", { value: ratio, class: chartClass, stand: met ? "achieved" : stand });
}

/** Pace and tier, the other conventions left out for one reason. */
function paceOnly(pace: number, tier: PaceTier, met: boolean, reason: Bilingual): Judged {
  const stand = standOf(tier);
  const linear = result("linear_pace", { value: pace, class: null, stand: met ? "achieved" : stand });
  return {
    tier,
    results: {
      ...noneApplies(reason).results,
      linear_pace: linear,
      chinese_tier: result("chinese_tier", { value: null, class: tier, stand }),
    },
  };
}

function onlyTier(tier: PaceTier, reason: Bilingual): Judged {
  const chinese = result("chinese_tier", { value: null, class: tier, stand: standOf(tier) });
  return { tier, results: { ...noneApplies(reason).results, chinese_tier: chinese } };
}

function noneApplies(reason: Bilingual): Judged {
  const left = (convention: Convention): ConventionResult => ({
    ...result(convention, { value: null, class: null, stand: null }),
    reason,
  });
  const results = {
    linear_pace: left("linear_pace"),
    cagr_ratio: left("cagr_ratio"),
    progress_chart: left("progress_chart"),
    current_status: left("current_status"),
    chinese_tier: left("chinese_tier"),
  };
  return { tier: null, results };
}

function result(
  convention: Convention,
  parts: Pick<ConventionResult, "value" | "class" | "stand"> & { readonly score?: number },
): ConventionResult {
  const { label, classes } = conventionWords[convention];
  const wording =
    convention === "chinese_tier" && parts.class !== null
      ? tierWording(parts.class as PaceTier)
      : (classes[parts.class ?? ""] ?? null);
  return { convention, label, score: null, wording, reason: null, ...parts };
}

function standOf(tier: PaceTier): StandClass {
  if (tier === "achieved_early") return "achieved";
  if (tier === "ahead" || tier === "on_track") return "on_track";
  return tier === "reversing" ? "reversing" : "behind";
}

/** Whether a share starts or ends so near to 0 or 1 that equal points are not equal effort. */
function isNearLimit({ target, display }: Indicator, point: ProgressPoint, nearLimit: number): boolean {
  const isShare = target?.kind === "share" || display.percent;
  const ends = [point.baseline, point.target];
  const isInside = [...ends, point.value].every((x) => x > 0 && x < 1);
  return isShare && isInside && ends.some((x) => x <= nearLimit || x >= 1 - nearLimit);
}

function onLogit(point: ProgressPoint): ProgressPoint {
  const logit = (x: number) => ln(x / (1 - x));
  return { ...point, baseline: logit(point.baseline), value: logit(point.value), target: logit(point.target) };
}

function isWithinOnePoint({ display }: Indicator, { value, target }: ProgressPoint): boolean {
  return display.percent && (target === 0 || target === 1) && Math.abs(value - target) <= withinOnePoint;
}
