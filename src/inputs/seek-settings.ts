import type { Bilingual } from "../core/bilingual.ts";

/** How levers are sought in one region: `data/<region>/seek.yaml`, or the defaults. */
export interface SeekSettings {
  /** How surely rows are to be kept, by their attribute. */
  readonly probability: { readonly binding: number; readonly indicative: number };
  /** How surely a suggested target is to be kept: 稳妥 and 力争. */
  readonly suggestedTargets: { readonly steady: number; readonly ambitious: number };
  /** First year in which levers may be changed; null: the plan's first year. */
  readonly from: number | null;
  /** 1: every step of a lever costs the same; 2: further steps cost more. */
  readonly effortExponent: 1 | 2;
  /** Most effort in all; null: any. */
  readonly budget: number | null;
  /** By lever name; levers that are not named have cost 1 and their own range. */
  readonly levers: Readonly<Record<string, LeverTerms>>;
  /** Named sets of rows that are looked at together. */
  readonly sets: Readonly<Record<string, IndicatorSet>>;
}

/** On what terms a search may turn a lever. */
export interface LeverTerms {
  /** Effort of one unit of intensity. */
  readonly cost: number;
  /** Least intensity, where no effort is spent; null: what the scenario has. */
  readonly lower: number | null;
  /** Most intensity; null: the end of the lever's range. */
  readonly upper: number | null;
  readonly isUsed: boolean;
}

/** Rows that belong together. */
export interface IndicatorSet {
  readonly label: Bilingual;
  readonly indicators: readonly string[];
}

/** What holds where a region gives no settings of its own. */
export const defaultSeekSettings: SeekSettings = {
  probability: { binding: 0.9, indicative: 0.66 },
  suggestedTargets: { steady: 0.9, ambitious: 0.66 },
  from: null,
  effortExponent: 1,
  budget: null,
  levers: {},
  sets: {},
};
