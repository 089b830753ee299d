import type { Bilingual } from "../core/bilingual.ts";
import type { SourceSpan } from "../core/issue.ts";
import type { ModelSource, VariableKind } from "../inputs/study.ts";
import { type FormulaPart, type NameReader, type NameUse, readersOf, usesOf, variableFormulas } from "./name-uses.ts";

/** A formula as its file states it. */
export interface StatedFormula {
  readonly part: FormulaPart;
  /** Condition on indices under which it holds; null: everywhere, or everywhere else. */
  readonly when: string | null;
  readonly text: string;
}

/** Everything a model says about one variable. */
export interface VariableExplanation {
  readonly name: string;
  readonly kind: VariableKind;
  readonly label: Bilingual;
  readonly unit: string;
  readonly sector: Bilingual | null;
  readonly over: readonly string[];
  readonly source: string | null;
  readonly formulas: readonly StatedFormula[];
  readonly reads: readonly (NameUse & { readonly label: Bilingual | null })[];
  readonly readBy: readonly ReaderOfName[];
  readonly at: SourceSpan;
}

/** A variable that reads a name, with its label. */
export interface ReaderOfName extends NameReader {
  readonly label: Bilingual | null;
}

/**
 * Explain one variable of a model: its formulas as written, what they read, and who reads it.
 *
 * @returns undefined when the model has no such variable.
 */
export function explainVariable(model: ModelSource, name: string): VariableExplanation | undefined {
  const variable = model.variables.find((v) => v.name === name);
  if (variable === undefined) return undefined;
  return {
    name,
    kind: variable.kind,
    label: variable.label,
    unit: variable.unitText,
    sector: sectorLabel(model, variable.sector),
    over: variable.over,
    source: variable.source,
    formulas: variableFormulas(variable).map(({ part, of }) => ({
      part,
      when: of.when?.text ?? null,
      text: of.value.text,
    })),
    reads: usesOf(variable, model).map((use) => ({ ...use, label: labelOf(use.name, model) })),
    readBy: explainReaders(model, name),
    at: variable.at,
  };
}

/** Find the variables that read a name, or the figure of that name, with their labels. */
export function explainReaders(model: ModelSource, name: string, what: "value" | "figure" = "value"): ReaderOfName[] {
  return readersOf(name, model, what).map((reader) => ({ ...reader, label: labelOf(reader.name, model) }));
}

/** Find the label of a sector by its id. */
export function sectorLabel(model: ModelSource, id: string): Bilingual | null {
  return model.sectors.find((sector) => sector.id === id)?.label ?? null;
}

function labelOf(name: string, { variables, assumptions, tables, switches }: ModelSource): Bilingual | null {
  const named = [...variables, ...assumptions, ...tables, ...switches].find((one) => one.name === name);
  return named?.label ?? null;
}
