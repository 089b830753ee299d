import type { Bilingual } from "../core/bilingual.ts";
import type { DrawnScenario } from "../ensemble/draw-scenario.ts";
import type { Study } from "../inputs/study.ts";

/** Something that is drawn, with its draws: a row's outcome may depend on it. */
export interface UncertainInput {
  /** `assumption name`, the key of an effect such as `lever:name:target`, or `noise:name`. */
  readonly name: string;
  readonly kind: "assumption" | "lever_effect" | "event_effect" | "shock";
  readonly label: Bilingual;
  /** One a draw; for a yearly shock its mean over the years after the base year. */
  readonly draws: Float64Array;
  /** The same scenario with this input held at one number; null for shocks, which have no single number. */
  readonly heldAt: ((value: number) => DrawnScenario) | null;
}

/** List everything that differs from draw to draw in a drawn scenario. */
export function uncertainInputs(study: Study, drawn: DrawnScenario): UncertainInput[] {
  return [...assumptionInputs(study, drawn), ...effectInputs(study, drawn), ...shockInputs(drawn)];
}

function assumptionInputs(study: Study, drawn: DrawnScenario): UncertainInput[] {
  return drawn.bound.marginals.flatMap(({ name, distribution }, number): UncertainInput[] => {
    if (!distribution) return [];
    const label = study.model.assumptions.find((a) => a.name === name)?.label ?? { zh: name, en: name };
    const heldAt = (value: number): DrawnScenario => {
      const assumptions = drawn.assumptions.slice();
      assumptions[number] = new Float64Array(drawn.draws).fill(value);
      return { ...drawn, assumptions };
    };
    return [{ name, kind: "assumption", label, draws: drawn.assumptions[number] as Float64Array, heldAt }];
  });
}

function effectInputs(study: Study, drawn: DrawnScenario): UncertainInput[] {
  return drawn.effects.flatMap(({ effect, size }, place): UncertainInput[] => {
    if (typeof size === "number" || effect.path.every((k) => k === 0)) return [];
    const [source, owner] = effect.key.split(":");
    const owners = source === "lever" ? study.model.levers : study.model.events;
    const label = owners.find((other) => other.name === owner)?.label ?? { zh: effect.key, en: effect.key };
    const heldAt = (value: number): DrawnScenario => {
      const effects = drawn.effects.slice();
      effects[place] = { effect, size: value };
      return { ...drawn, effects };
    };
    const kind = source === "lever" ? "lever_effect" : "event_effect";
    return [{ name: effect.key, kind, label: effectLabel(label, effect.target, study), draws: size, heldAt }];
  });
}

/** “Training quality, effect on certificates per person-time”. */
function effectLabel(owner: Bilingual, target: string, study: Study): Bilingual {
  const known = [...study.model.assumptions, ...study.model.tables].find(({ name }) => name === target);
  const on = known?.label ?? { zh: target, en: target };
  return { zh: `${owner.zh}对“${on.zh}”的作用`, en: `${owner.en}: its effect on “${on.en}”` };
}

function shockInputs(drawn: DrawnScenario): UncertainInput[] {
  return drawn.bound.model.noises.map((name, number) => {
    const byYear = (drawn.noise[number] ?? []).slice(1);
    const draws = new Float64Array(drawn.draws);
    for (const values of byYear) for (let i = 0; i < draws.length; i++) draws[i] += values[i] / byYear.length;
    const label = { zh: `${name} 的逐年波动`, en: `yearly shocks of ${name}` };
    return { name: `noise:${name}`, kind: "shock", label, draws, heldAt: null };
  });
}
