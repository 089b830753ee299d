import type { Bilingual } from "../core/bilingual.ts";
import type { SourceSpan } from "../core/issue.ts";
import type {
  Assumption,
  Effect,
  EventDefinition,
  Indicator,
  Lever,
  ModelSource,
  Policy,
  Study,
  Switch,
  Table,
} from "../inputs/study.ts";
import {
  explainReaders,
  explainVariable,
  type ReaderOfName,
  sectorLabel,
  type VariableExplanation,
} from "./explain-variable.ts";

/** A lever or event that acts on an assumption or table. */
export interface ActingOn {
  readonly kind: "lever" | "event";
  readonly name: string;
  readonly label: Bilingual;
  readonly effect: Effect;
}

interface Common {
  readonly name: string;
  readonly at: SourceSpan;
}

/** What one name stands for, with all that is said of it and what hangs on it. */
export type NameExplanation =
  | (Common & { readonly kind: "variable"; readonly variable: VariableExplanation })
  | (Common & {
      readonly kind: "assumption";
      readonly assumption: Assumption;
      readonly sector: Bilingual | null;
      readonly readBy: readonly ReaderOfName[];
      readonly actedOnBy: readonly ActingOn[];
    })
  | (Common & {
      readonly kind: "table";
      readonly table: Table;
      readonly sector: Bilingual | null;
      readonly readBy: readonly ReaderOfName[];
      readonly actedOnBy: readonly ActingOn[];
    })
  | (Common & { readonly kind: "switch"; readonly switch: Switch; readonly readBy: readonly ReaderOfName[] })
  | (Common & { readonly kind: "lever"; readonly lever: Lever; readonly fedBy: readonly Policy[] })
  | (Common & { readonly kind: "policy"; readonly policy: Policy; readonly levers: readonly Lever[] })
  | (Common & { readonly kind: "event"; readonly event: EventDefinition })
  | (Common & { readonly kind: "indicator"; readonly indicator: Indicator; readonly readBy: readonly ReaderOfName[] });

/**
 * Read the number of a policy from a name: `19` or `policy:19`.
 *
 * @returns null when the name is not that of a policy, there or not.
 */
export function policyNumber(name: string): number | null {
  const digits = name.match(/^(?:policy:)?(\d{1,6})$/)?.[1];
  return digits === undefined ? null : Number(digits);
}

/**
 * Explain a name of a study; a number, or `policy:` and a number, is a policy.
 *
 * @returns everything that bears the name (a row of the plan is often called as its variable); empty for none.
 */
export function explainName(study: Study, name: string): NameExplanation[] {
  const { model } = study;
  const number = policyNumber(name);
  if (number !== null) return explainPolicy(study, number);
  const named = <T extends { readonly name: string }>(all: readonly T[]) => all.filter((one) => one.name === name);
  const variable = explainVariable(model, name);
  const readBy = explainReaders(model, name);
  return [
    ...(variable === undefined ? [] : [{ kind: "variable", name, at: variable.at, variable } as const]),
    ...named(model.assumptions).map((assumption) => {
      const sector = sectorLabel(model, assumption.sector);
      return {
        kind: "assumption",
        name,
        at: assumption.at,
        assumption,
        sector,
        readBy,
        actedOnBy: actingOn(model, name),
      } as const;
    }),
    ...named(model.tables).map((table) => {
      const sector = sectorLabel(model, table.sector);
      return { kind: "table", name, at: table.at, table, sector, readBy, actedOnBy: actingOn(model, name) } as const;
    }),
    ...named(model.switches).map((found) => ({ kind: "switch", name, at: found.at, switch: found, readBy }) as const),
    ...named(model.levers).map((lever) => {
      const fedBy = study.policies.filter(({ levers }) => levers.includes(name));
      return { kind: "lever", name, at: lever.at, lever, fedBy } as const;
    }),
    ...named(model.events).map((event) => ({ kind: "event", name, at: event.place, event }) as const),
    ...study.plan.indicators
      .filter(({ id }) => id === name)
      .map(
        (indicator) =>
          ({
            kind: "indicator",
            name,
            at: indicator.at,
            indicator,
            readBy: explainReaders(model, name, "figure"),
          }) as const,
      ),
  ];
}

function explainPolicy({ policies, model }: Study, number: number): NameExplanation[] {
  return policies
    .filter((policy) => policy.number === number)
    .map((policy) => {
      const levers = model.levers.filter(({ name }) => policy.levers.includes(name));
      return { kind: "policy", name: `policy:${number}`, at: policy.at, policy, levers } as const;
    });
}

/** Every name that {@link explainName} knows, in order of name; policies, which are numbered, are left out. */
export function explainableNames({ model, plan }: Study): string[] {
  const { variables, assumptions, tables, switches, levers, events } = model;
  const names = [...variables, ...assumptions, ...tables, ...switches, ...levers, ...events].map(({ name }) => name);
  return [...new Set([...names, ...plan.indicators.map(({ id }) => id)])].sort();
}

function actingOn(model: ModelSource, target: string): ActingOn[] {
  const acting = (kind: ActingOn["kind"], all: readonly (Lever | EventDefinition)[]) =>
    all.flatMap(({ name, label, effects }) =>
      effects.flatMap((effect) => (effect.target === target ? [{ kind, name, label, effect }] : [])),
    );
  return [...acting("lever", model.levers), ...acting("event", model.events)];
}
