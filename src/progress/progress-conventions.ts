/** A value between a baseline and a target, each with its time in years. */
export interface ProgressPoint {
  readonly baseline: number;
  readonly value: number;
  readonly target: number;
  /** Years since the baseline, above 0. */
  readonly elapsed: number;
  /** Years from the baseline to the target, above 0. */
  readonly span: number;
}

/**
 * Share of the planned change that is done ÷ share of the time that has passed: the linear pace index (时间进度比).
 *
 * @returns 1 on the straight line from baseline to target; negative when the value moved away.
 */
export function linearPace({ baseline, value, target, elapsed, span }: ProgressPoint): number {
  return (value - baseline) / (target - baseline) / (elapsed / span);
}

/**
 * Growth a year so far ÷ growth a year that leads to the target, positive towards it: the CAGR ratio.
 *
 * All three values must be above 0, and the target must differ from the baseline.
 *
 * @see Open SDG, docs/progress-methodology.md (Statistics Canada, after the method of Eurostat).
 */
export function cagrRatio(point: ProgressPoint): number {
  const { baseline, target, span } = point;
  const required = yearlyGrowth(baseline, target, span);
  return (Math.sign(target - baseline) * growthSoFar(point)) / Math.abs(required);
}

/** What Open SDG calls a CAGR ratio. */
export type OpenSdgClass = "target_achieved" | "on_track" | "moderate" | "limited" | "deterioration";

/** Put a CAGR ratio into its class: 95 %, 60 % and 0 % are the lower bounds. */
export function openSdgClass(ratio: number): Exclude<OpenSdgClass, "target_achieved"> {
  if (ratio >= 0.95) return "on_track";
  if (ratio >= 0.6) return "moderate";
  return ratio >= 0 ? "limited" : "deterioration";
}

/**
 * Score a CAGR ratio between −5 and 5: straight lines through −60 % → −5, 60 % → 0 and 130 % → 5.
 *
 * @see Open SDG, docs/progress-methodology.md; a target that is achieved scores 5.
 */
export function openSdgScore(ratio: number): number {
  const score = ratio < 0.6 ? ((ratio - 0.6) / 1.2) * 5 : ((ratio - 0.6) / 0.7) * 5;
  return Math.max(-5, Math.min(5, score));
}

/**
 * Change that would be reached by the target's time at the growth so far ÷ planned change: the UN Progress Chart ratio.
 *
 * All values must be above 0, and the target must differ from the baseline.
 *
 * @see UNSD, The Sustainable Development Goals Progress Chart 2023, technical note, as implemented by EUSTAT.
 */
export function progressChartRatio(point: ProgressPoint): number {
  const { baseline, value, target, elapsed, span } = point;
  const projected = value * (1 + growthSoFar(point)) ** (span - elapsed);
  return (projected - baseline) / (target - baseline);
}

/** What the UN Progress Chart calls its ratio. */
export type ProgressChartClass = "met_or_on_track" | "fair" | "stagnation";

/** Put a UN Progress Chart ratio into its class: .95 and .10 are the lower bounds. */
export function progressChartClass(ratio: number): ProgressChartClass {
  if (ratio >= 0.95) return "met_or_on_track";
  return ratio >= 0.1 ? "fair" : "stagnation";
}

/**
 * Progress so far on a scale of 10 from baseline to target: ESCAP's current status index, held against 10 τ.
 *
 * @see UN ESCAP, Asia and the Pacific SDG Progress Report, technical notes.
 */
export function currentStatus({ baseline, value, target }: Omit<ProgressPoint, "elapsed" | "span">): number {
  return (10 * (value - baseline)) / (target - baseline);
}

/** Growth a year as a fraction. */
export function yearlyGrowth(from: number, to: number, years: number): number {
  return (to / from) ** (1 / years) - 1;
}

function growthSoFar({ baseline, value, elapsed }: ProgressPoint): number {
  return yearlyGrowth(baseline, value, elapsed);
}
