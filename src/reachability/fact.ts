import type { Attribute } from "../inputs/study.ts";
import { type AttainmentRule, isMet, targetDirection } from "./attainment.ts";
import type { ObservedEvidence } from "./observed-evidence.ts";
import type { FactClass, Verdict } from "./verdict.ts";

/** A row that observations have decided. */
export interface DecidedRow {
  readonly class: Extract<FactClass, "exceeded" | "met" | "nearly_met" | "missed">;
  readonly fact: NonNullable<Verdict["fact"]>;
}

/**
 * Decide a row from its observed statistic; null when an inequality leaves it open.
 *
 * Bounds count as possible values, so ">90" decides "at least 90" and leaves "more than 90" open: whoever wrote it may
 * have meant 90 and above. Where only bounds are known, the class is that of the worst value they allow.
 *
 * @param tolerance - share of the target by which an indicative row may miss it and still be 基本完成.
 */
export function decideFact(
  evidence: Extract<ObservedEvidence, { kind: "observed" }>,
  rule: Pick<AttainmentRule, "kind" | "comparison" | "target">,
  attribute: Attribute,
  tolerance: number,
): DecidedRow | null {
  const isFloor = targetDirection(rule.comparison) === 1;
  const worst = isFloor ? evidence.lower : evidence.upper;
  const best = isFloor ? evidence.upper : evidence.lower;
  const met = isMet(worst, rule.comparison, rule.target);
  if (!met && (!Number.isFinite(best) || isMet(best, rule.comparison, rule.target))) return null;
  const value = met ? worst : best;
  const bound = value === evidence.lower ? "at_least" : "at_most";
  return {
    class: met ? metClass(worst, rule) : missedClass(worst, rule, attribute, tolerance),
    fact: { value, met, sources: evidence.sources, ...(worst === best ? {} : { bound }) },
  };
}

/** Only amounts and shares that the plan wants to grow can be exceeded; a ceiling that is kept is simply kept. */
function metClass(value: number, rule: Pick<AttainmentRule, "kind" | "comparison" | "target">): DecidedRow["class"] {
  if (rule.kind === "ceiling" || rule.kind === "maintain") return "met";
  return isMet(value, targetDirection(rule.comparison) === 1 ? ">" : "<", rule.target) ? "exceeded" : "met";
}

function missedClass(
  value: number,
  rule: Pick<AttainmentRule, "comparison" | "target">,
  attribute: Attribute,
  tolerance: number,
): DecidedRow["class"] {
  const direction = targetDirection(rule.comparison);
  const tolerated = rule.target - direction * tolerance * Math.abs(rule.target);
  const isNear = isMet(value, direction === 1 ? ">=" : "<=", tolerated);
  return attribute === "indicative" && isNear ? "nearly_met" : "missed";
}
