import { makeIssue } from "../core/issue.ts";
import type { VariableSource } from "../inputs/study.ts";
import type { CompiledCase } from "./compiled-model.ts";
import { readsTime, variablesRead } from "./dependencies.ts";
import type { Report } from "./namespace.ts";

/** A variable with its formulas compiled, before it is known which of them run in the base year. */
export interface DraftVariable {
  readonly name: string;
  readonly kind: VariableSource["kind"];
  readonly initial: readonly CompiledCase[] | null;
  readonly equation: readonly CompiledCase[] | null;
  readonly source: VariableSource | null;
}

/**
 * Say how each variable is computed in the base year: by `initial`, else by its equation if that leads to no `prev`
 * or `noise`, else not at all (blank).
 *
 * @returns the cases by variable number; null for a blank.
 */
export function baseYearCases(
  variables: readonly DraftVariable[],
  report: Report,
): readonly (readonly CompiledCase[] | null)[] {
  const cases = variables.map((v) => startingCases(v, report));
  const reads = cases.map((c) => [...variablesRead(c, "now"), ...variablesRead(c, "base")]);
  // A blank makes blank what reads it, until nothing changes; loops are left to the ordering.
  for (let hasChanged = true; hasChanged; ) {
    hasChanged = false;
    variables.forEach((variable, number) => {
      const blank = cases[number] && reads[number]?.find((n) => cases[n] === null);
      if (blank === undefined || blank === null) return;
      if (mustHaveValue(variable)) reportBlank(variable, variables[blank] as DraftVariable, report);
      cases[number] = null;
      hasChanged = true;
    });
  }
  return cases;
}

function startingCases(variable: DraftVariable, report: Report): readonly CompiledCase[] | null {
  const cases = variable.initial ?? (variable.kind === "stock" ? null : variable.equation);
  if (!cases) return null;
  const what = readsTime(cases);
  if (!what) return cases;
  if (mustHaveValue(variable) && variable.source) {
    report(makeIssue("model/initial-reads-time", variable.source.at, { name: variable.name, what }));
  }
  return null;
}

function mustHaveValue(variable: DraftVariable): boolean {
  return variable.initial !== null || variable.kind === "constant";
}

function reportBlank(variable: DraftVariable, blank: DraftVariable, report: Report): void {
  if (!variable.source) return;
  report(makeIssue("model/initial-of-blank", variable.source.at, { name: variable.name, blank: blank.name }));
}

/** Report every `prev(x)` and `base(x)` of a variable that is blank in the base year. */
export function checkLooksBack(
  variables: readonly DraftVariable[],
  base: readonly (readonly CompiledCase[] | null)[],
  baseYear: number,
  report: Report,
): void {
  for (const { equation, source } of variables) {
    if (!source) continue;
    for (const number of [...variablesRead(equation, "previous"), ...variablesRead(equation, "base")]) {
      const read = variables[number] as DraftVariable;
      // A stock without `initial` has an issue of its own already.
      if (base[number] || (read.kind === "stock" && !read.initial)) continue;
      report(makeIssue("model/previous-of-blank", source.at, { name: read.name, baseYear }));
    }
  }
}
