import type { Bilingual } from "../core/bilingual.ts";
import type { Result } from "../core/issue.ts";
import { neverEvaluated } from "../core/never-evaluated.ts";
import type { Scenario, Study } from "../inputs/study.ts";
import type { CompiledModel } from "../model/compiled-model.ts";
import type { NameExplanation } from "../model/explain-name.ts";
import { type LeverReach, leverReach, rowsOf } from "../model/lever-reach.ts";
import { type Measure, measureEffects, type RowEffect } from "../reachability/row-effects.ts";

/** Which rows of the plan a policy or lever can move, and how far it moves each when it alone is carried out in full. */
export interface MeasureExplanation {
  readonly scenario: string;
  readonly draws: number;
  /** What the sizes are worth. */
  readonly note: Bilingual;
  /** The levers, each with the rows that it can move by the structure of the model. */
  readonly reach: readonly LeverReach[];
  /** Effects on those rows, in the plan's order; rows that nothing models have none. */
  readonly effects: readonly RowEffect[];
}

/** Draws when none are asked for: enough for a median and a 95th percentile, and quick. */
const usualDraws = 1024;

/**
 * Explain what a policy or lever moves.
 *
 * @param draws - in place of the usual 1,024.
 * @returns null for any other name; or the issues of laying the scenario over the model.
 */
export function explainMeasure(
  study: Study,
  model: CompiledModel,
  scenario: Scenario,
  explanation: NameExplanation,
  draws: number = usualDraws,
): Result<MeasureExplanation | null> {
  const asked = measureOf(explanation);
  if (asked === null) return { ok: true, warnings: [], value: null };
  const { indicators, lastYear } = study.plan;
  const reach = leverReach(model, indicators).filter(({ lever }) => asked.levers.includes(lever));
  const settings = { ...scenario.run, draws, until: lastYear };
  const effects = measureEffects(study, model, { ...scenario, run: settings }, asked.measure);
  if (!effects.ok) return effects;
  const rows = new Set(rowsOf(reach, indicators));
  return {
    ok: true,
    warnings: [],
    value: {
      scenario: scenario.id,
      draws,
      note: neverEvaluated,
      reach,
      effects: effects.value.filter(({ indicator }) => rows.has(indicator)),
    },
  };
}

function measureOf(explanation: NameExplanation): { measure: Measure; levers: readonly string[] } | null {
  if (explanation.kind === "lever") {
    return { measure: { kind: "lever", name: explanation.name }, levers: [explanation.name] };
  }
  if (explanation.kind !== "policy") return null;
  const { number, levers } = explanation.policy;
  return { measure: { kind: "policy", number }, levers };
}
