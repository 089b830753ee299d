import type { Assessment } from "../inputs/study.ts";
import type { ProbabilityClass } from "./verdict.ts";

/** From the best chance to the worst: each class but the last has the cut-off at its place as its lower bound. */
const CLASSES = ["very_likely", "likely", "uncertain", "unlikely", "very_unlikely"] as const;

/**
 * Put a probability into its class; a cut-off belongs to the class above it.
 *
 * @param probability - in [0, 1].
 * @param cutOffs - lower bounds of all classes but the last, descending.
 */
export function probabilityClass(probability: number, cutOffs: Assessment["probabilityClasses"]): ProbabilityClass {
  return classAt(cutOffs.filter((cutOff) => probability < cutOff).length);
}

/**
 * Name the second class that a probability may belong to, given its standard error.
 *
 * @returns the class across the cut-off nearest to P, when P ± 2 standard errors straddles a cut-off; else null.
 */
export function alternativeClass(
  probability: number,
  standardError: number,
  cutOffs: Assessment["probabilityClasses"],
): ProbabilityClass | null {
  const lower = probability - 2 * standardError;
  const upper = probability + 2 * standardError;
  const straddled = cutOffs.map((_, place) => place).filter((i) => lower < cutOffs[i] && cutOffs[i] <= upper);
  if (straddled.length === 0) return null;
  const distance = (place: number) => Math.abs(cutOffs[place] - probability);
  const nearest = straddled.reduce((a, b) => (distance(b) < distance(a) ? b : a));
  return classAt(probability >= cutOffs[nearest] ? nearest + 1 : nearest);
}

function classAt(place: number): ProbabilityClass {
  return CLASSES[place] ?? "very_unlikely";
}
