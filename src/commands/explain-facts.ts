import type { Bilingual, Language } from "../core/bilingual.ts";
import { printDistribution } from "../core/print-distribution.ts";
import { readingLabel } from "../inputs/readings.ts";
import type { Basis, Effect, Figure, Indicator, Scenario, Study } from "../inputs/study.ts";
import type { ActingOn, NameExplanation } from "../model/explain-name.ts";
import type { ReaderOfName, VariableExplanation } from "../model/explain-variable.ts";
import type { UseMoment } from "../model/name-uses.ts";
import { switchesInForce } from "../report/run-record.ts";
import { type Say, sayIn } from "./messages.ts";

/** A word and what is said of it. */
export interface Fact {
  readonly word: string;
  readonly text: string;
}

/** What is said of a name: the line beside it, and facts in the order in which a reader asks for them. */
export interface NameFacts {
  readonly title: string;
  readonly facts: readonly Fact[];
}

/** Put an explanation into words. */
export function factsOf(explanation: NameExplanation, study: Study, scenario: Scenario, language: Language): NameFacts {
  const say = sayIn(language);
  const words: Words = { say, language };
  switch (explanation.kind) {
    case "variable":
      return variableFacts(explanation.variable, scenario, words);
    case "assumption":
      return assumptionFacts(explanation, scenario, words);
    case "table":
      return tableFacts(explanation, words);
    case "switch":
      return switchFacts(explanation, study, scenario, words);
    case "lever":
      return leverFacts(explanation, words);
    case "policy":
      return policyFacts(explanation, words);
    case "event":
      return eventFacts(explanation, words);
    case "indicator":
      return indicatorFacts(explanation.indicator, scenario, explanation.readBy, words);
  }
}

interface Words {
  readonly say: Say;
  readonly language: Language;
}

type Of<K extends NameExplanation["kind"]> = Extract<NameExplanation, { kind: K }>;

function variableFacts(variable: VariableExplanation, scenario: Scenario, words: Words): NameFacts {
  const { say, language } = words;
  const isForecast = scenario.drivers.some(({ name }) => name === variable.name);
  const formulas = variable.formulas.map(({ part, when, text }) => ({
    word: say(part),
    text: when === null ? text : `${text}   when ${when}`,
  }));
  const reads = variable.reads.map(({ name, moment, label }) => useText(name, [moment], label, words));
  return {
    title: `${variable.label[language]} · ${say(`variable_${variable.kind}`)}`,
    facts: [
      ...fact(say("unit"), variable.unit),
      ...fact(say("sector"), variable.sector?.[language]),
      ...fact(say("over"), variable.over.join(", ")),
      ...formulas,
      ...fact(scenario.id, isForecast ? say("driverForecast") : undefined),
      ...fact(say("source"), variable.source ?? undefined),
      ...fact(say("reads"), reads.join("\n")),
      ...fact(say("readBy"), readersText(variable.readBy, words)),
    ],
  };
}

function assumptionFacts(explanation: Of<"assumption">, scenario: Scenario, words: Words): NameFacts {
  const { say, language } = words;
  const { assumption, sector, readBy, actedOnBy } = explanation;
  const setting = scenario.assumptions[assumption.name];
  const chosen = setting && (setting.kind === "fixed" ? `${say("fixed")} ${setting.value}` : setting.text);
  return {
    title: titleOf(assumption.label, say("kind_assumption"), language),
    facts: [
      ...fact(say("unit"), assumption.unitText),
      ...fact(say("sector"), sector?.[language]),
      ...fact(say("centralValue"), assumption.value === null ? undefined : String(assumption.value)),
      ...fact(say("distribution"), assumption.distributionText ?? say("fixed")),
      ...fact(scenario.id, chosen),
      ...basisFacts(assumption, words),
      ...fact(say("actedOnBy"), actedOnBy.map((one) => actingText(one, words)).join("\n")),
      ...fact(say("readBy"), readersText(readBy, words)),
    ],
  };
}

function tableFacts({ table, sector, readBy, actedOnBy }: Of<"table">, words: Words): NameFacts {
  const { say, language } = words;
  const { content } = table;
  const values =
    content.kind === "points"
      ? content.points.map(([x, y]) => `${x}: ${y}`).join(", ")
      : content.years !== null && content.over.length === 1
        ? content.years.map((year, i) => `${year}: ${content.values[i]}`).join(", ")
        : `${content.values.length}`;
  return {
    title: titleOf(table.label, say("kind_table"), language),
    facts: [
      ...fact(say("unit"), table.unitText),
      ...fact(say("sector"), sector?.[language]),
      ...fact(say("over"), content.kind === "values" ? content.over.join(", ") : undefined),
      ...fact(say("value"), values),
      ...basisFacts(table, words),
      ...fact(say("actedOnBy"), actedOnBy.map((one) => actingText(one, words)).join("\n")),
      ...fact(say("readBy"), readersText(readBy, words)),
    ],
  };
}

function switchFacts(
  { switch: found, readBy }: Of<"switch">,
  study: Study,
  scenario: Scenario,
  words: Words,
): NameFacts {
  const { say, language } = words;
  return {
    title: titleOf(found.label, say("kind_switch"), language),
    facts: [
      ...fact(say("options"), found.options.join(", ")),
      ...fact(say("defaultOption"), found.default),
      ...fact(say("chosenOption"), `${switchesInForce(study, scenario)[found.name]} (${scenario.id})`),
      ...fact(say("readBy"), readersText(readBy, words)),
    ],
  };
}

function leverFacts({ lever, fedBy }: Of<"lever">, words: Words): NameFacts {
  const { say, language } = words;
  const policies = fedBy.map(({ number, label, weight }) => `${number} ${label[language]} × ${weight}`);
  return {
    title: titleOf(lever.label, say("kind_lever"), language),
    facts: [
      ...fact(say("actsOn"), lever.effects.map((effect) => `${effect.target} ${effectText(effect)}`).join("\n")),
      ...fact(say("lag"), String(lever.lag)),
      ...fact(say("range"), `${lever.range.lower} … ${lever.range.upper}`),
      ...fact(say("fedBy"), policies.join("\n")),
      ...fact(say("source"), lever.source ?? say("noSource")),
    ],
  };
}

function policyFacts({ policy, levers }: Of<"policy">, words: Words): NameFacts {
  const { say, language } = words;
  const { label, chapter, section, weight, lag, start, ramp } = policy;
  return {
    title: titleOf(label, say("kind_policy"), language),
    facts: [
      ...fact(say("chapter"), chapter),
      ...fact(say("section"), section),
      ...fact(say("feeds"), levers.map((lever) => `${lever.name}   ${lever.label[language]}`).join("\n")),
      ...fact(say("weight"), String(weight)),
      ...fact(say("lag"), String(lag)),
      ...fact(say("startsAt"), start === null ? say("startsWithPlan") : String(start)),
      ...fact(say("ramp"), String(ramp)),
    ],
  };
}

function eventFacts({ event }: Of<"event">, words: Words): NameFacts {
  const { say, language } = words;
  const { at } = event;
  const start = at === null ? say("startsWithScenario") : `${at.year}-${String(at.month).padStart(2, "0")}`;
  return {
    title: titleOf(event.label, say("kind_event"), language),
    facts: [
      ...fact(say("actsOn"), event.effects.map((effect) => `${effect.target} ${effectText(effect)}`).join("\n")),
      ...fact(say("shape"), event.shape),
      ...fact(say("startsAt"), start),
      ...fact(say("decided"), event.decided ?? undefined),
      ...fact(say("source"), event.source ?? say("noSource")),
    ],
  };
}

function indicatorFacts(
  indicator: Indicator,
  scenario: Scenario,
  readBy: readonly ReaderOfName[],
  words: Words,
): NameFacts {
  const { say, language } = words;
  const { baseline, target } = indicator;
  const figures = Object.entries(baseline.readings).map(([name, figure]) => `${name} ${figureText(figure)}`);
  const inForce = readingLabel(indicator, scenario.readings);
  return {
    title: titleOf(indicator.label, say("kind_indicator"), language),
    facts: [
      ...fact(say("unit"), indicator.unitText),
      ...fact(say("baselineFigure"), `${baseline.year}: ${figures.join(", ")}  (${scenario.id}: ${inForce})`),
      ...fact(
        say("target"),
        target === null ? undefined : `${target.kind} ${target.comparison} ${target.value}, ${target.year}`,
      ),
      ...fact(say("modelVariable"), indicator.variable ?? undefined),
      ...fact(say("observedSeries"), indicator.series ?? undefined),
      ...fact(say("planPlace"), indicator.place[language]),
      ...fact(say("note"), (indicator.note ?? indicator.notAssessableBecause)?.[language]),
      ...fact(say("readBy"), readersText(readBy, words)),
    ],
  };
}

function figureText(figure: Figure): string {
  if (figure === null) return "–";
  return typeof figure === "number" ? String(figure) : `${figure.min} … ${figure.max}`;
}

/** A fact, or none when there is nothing to say. */
function fact(word: string, text: string | undefined): Fact[] {
  return text === undefined || text === "" ? [] : [{ word, text }];
}

function titleOf(label: Bilingual | null, kind: string, language: Language): string {
  return label === null ? kind : `${label[language]} · ${kind}`;
}

function basisFacts({ basis, source }: { basis: Basis; source: string | null }, { say }: Words): Fact[] {
  return [...fact(say("basisWord"), say(`basis_${basis}`)), ...fact(say("source"), source ?? say("noSource"))];
}

function effectText({ operation, value }: Effect): string {
  const size = typeof value === "number" ? String(value) : printDistribution(value);
  return { multiply: `× ${size}`, add: `+ ${size}`, set: `= ${size}` }[operation];
}

function actingText({ kind, name, label, effect }: ActingOn, { say, language }: Words): string {
  return `${name} ${effectText(effect)}   ${say(`kind_${kind}`)} ${label[language]}`;
}

function readersText(readBy: readonly ReaderOfName[], words: Words): string {
  return readBy.map(({ name, label, moments }) => useText(name, moments, label, words)).join("\n");
}

/** A name, at which moments it is read, and its label. */
function useText(name: string, moments: readonly UseMoment[], label: Bilingual | null, { say, language }: Words) {
  const keys = { previous: "previousValue", base: "baseValue", observed: "observedFigure" } as const;
  const when = moments.flatMap((moment) => (moment === "now" ? [] : [say(keys[moment])]));
  const both = when.length > 0 && moments.includes("now");
  const said = when.length === 0 ? "" : ` (${both ? "+ " : ""}${when.join(", ")})`;
  return `${name}${said}${label === null ? "" : `   ${label[language]}`}`;
}
