import type { Bilingual } from "../core/bilingual.ts";
import type { Distribution } from "../core/distribution.ts";
import type { SourceSpan } from "../core/issue.ts";

export interface Policy {
  readonly number: number;
  readonly chapter: string;
  readonly section: string;
  readonly label: Bilingual;
  readonly levers: readonly string[];
  /** Weight in [0, 1] with which it feeds each of its levers. */
  readonly weight: number;
  /** Replaces the lever's lag. */
  readonly lag: number;
  readonly start: number | null;
  readonly ramp: number;
  readonly at: SourceSpan;
}

export type SamplingMethod = "sobol" | "latin_hypercube" | "monte_carlo";

export interface RunSettings {
  readonly draws: number;
  readonly seed: number;
  /** Last simulated year. */
  readonly until: number;
  readonly sampling: SamplingMethod;
}

/** Intensity of a lever: one number from the first plan year on, or years with linear passage between them. */
export type LeverSetting = number | readonly { readonly year: number; readonly intensity: number }[];

export interface EventUse {
  readonly name: string;
  readonly at: { readonly year: number; readonly month: number } | null;
  readonly size: number;
  readonly place: SourceSpan;
}

/** A variable that follows the forecast of its observed series, in place of its equation. */
export interface DriverUse {
  readonly name: string;
  /** ISO date after which no figure is read, of the run; null: no such date. */
  readonly asOf: string | null;
  readonly place: SourceSpan;
}

/** What a scenario gives an assumption: a number that fixes it, or another distribution. */
export type AssumptionSetting =
  | { readonly kind: "fixed"; readonly value: number }
  | { readonly kind: "distribution"; readonly distribution: Distribution; readonly text: string };

/** A scenario after `extends` has been followed: everything it sets, nothing it does not. */
export interface Scenario {
  readonly id: string;
  readonly label: Bilingual;
  /** What the scenario stands for, in its author's words. */
  readonly description: Bilingual;
  /** Chain of `extends`, nearest first. */
  readonly ancestors: readonly string[];
  readonly readings: Readonly<Record<string, string>>;
  readonly switches: Readonly<Record<string, string>>;
  readonly levers: Readonly<Record<string, LeverSetting>>;
  /** Implementation in [0, 1] by policy number, `chapter_<n>` or `all`; the more particular wins. */
  readonly policies: Readonly<Record<string, number>>;
  readonly assumptions: Readonly<Record<string, AssumptionSetting>>;
  readonly events: readonly EventUse[];
  /** In order of name. */
  readonly drivers: readonly DriverUse[];
  /** ISO date after which nothing was known; null: everything is known. */
  readonly knownAsOf: string | null;
  readonly run: RunSettings;
  readonly file: string;
  readonly at: SourceSpan;
}
