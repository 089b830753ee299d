import type { Issue, Result } from "../core/issue.ts";
import { makeIssue } from "../core/issue.ts";
import { startingPlan } from "../inputs/starting-plan.ts";
import type { Case, Formula, IdentitySource, ModelSource, Study, VariableSource } from "../inputs/study.ts";
import { baseYearCases, checkLooksBack, type DraftVariable } from "./base-year.ts";
import { checkConditionUnits, checkFormulaUnit } from "./check-units.ts";
import { type CaseCompiler, compileCases, compileStock } from "./compile-cases.ts";
import { compileTables } from "./compile-tables.ts";
import type { CompiledCase, CompiledIdentity, CompiledModel, CompiledVariable } from "./compiled-model.ts";
import { variablesRead } from "./dependencies.ts";
import { sizeOver } from "./index-places.ts";
import { buildNamespace, byCodePoint, type Namespace, type Report } from "./namespace.ts";
import { orderEquations } from "./order-equations.ts";

/**
 * Compile the model of a study: resolve names, check units and indices, put the equations in order.
 *
 * @returns the model that kernels run, or every issue of every formula at once.
 */
export function compileModel(study: Study): Result<CompiledModel> {
  const issues: Issue[] = [];
  const report: Report = (issue) => issues.push(issue);
  const namespace = buildNamespace(study);
  const { model } = study;
  const { baseYear } = startingPlan(study.plan);
  const tables = compileTables(model, namespace.dimensions, report);
  const drafts = [...draftVariables(model, namespace, report), ...draftIdentities(model, namespace, report)];
  const base = baseYearCases(drafts, report);
  checkLooksBack(drafts, base, baseYear, report);
  const variables = placeVariables(drafts, base, namespace, model);
  const yearOrder = yearOrderOf(variables, drafts, report);
  const baseOrder = baseOrderOf(variables, drafts, report);
  if (issues.length > 0) return { ok: false, issues };
  return {
    ok: true,
    warnings: [],
    value: {
      source: model,
      baseYear,
      dimensions: namespace.dimensions,
      variables,
      assumptions: namespace.assumptions,
      tables,
      switches: model.switches.map((s) => ({
        name: s.name,
        options: s.options,
        default: s.options.indexOf(s.default),
      })),
      noises: namespace.noises.names,
      observed: namespace.observed.names,
      baseOrder,
      yearOrder,
      identities: pairIdentities(model, base),
    },
  };
}

function draftVariables(model: ModelSource, namespace: Namespace, report: Report): DraftVariable[] {
  return model.variables.map((source, number) => {
    const compiler = caseCompiler(source.name, source.over, namespace, report);
    checkShape(source, report);
    checkUnits(source, namespace, report);
    return {
      name: source.name,
      kind: source.kind,
      source,
      initial: source.initial && compileCases(source.initial, compiler),
      equation: source.equation
        ? compileCases(source.equation, compiler)
        : source.inflow || source.outflow
          ? compileStock(source, number, compiler)
          : null,
    };
  });
}

function caseCompiler(name: string, over: readonly string[], namespace: Namespace, report: Report): CaseCompiler {
  const overOf: CaseCompiler["overOf"] = (node) =>
    (node.kind === "variable" ? namespace.variableOver[node.variable] : namespace.tableOver[node.table]) ?? [];
  const numbers = over.map((d) => namespace.dimensions.findIndex((dimension) => dimension.name === d));
  return { name, over: numbers, namespace, report, overOf };
}

function checkShape(source: VariableSource, report: Report): void {
  const { name, kind, at } = source;
  const hasFlows = source.inflow !== null || source.outflow !== null;
  if (hasFlows && (source.equation || kind !== "stock")) report(makeIssue("model/flows-and-equation", at, { name }));
  if (!hasFlows && !source.equation) report(makeIssue("model/no-equation", at, { name, kind }));
  if (kind === "stock" && !source.initial) report(makeIssue("model/stock-without-initial", at, { name }));
}

function checkUnits(source: VariableSource, namespace: Namespace, report: Report): void {
  for (const cases of [source.initial, source.equation, source.inflow, source.outflow]) {
    for (const { when, value } of cases ?? []) {
      if (when) checkConditionUnits(when, namespace, report);
      checkFormulaUnit(value, source.name, source.unit, namespace, report);
    }
  }
}

/** Both sides of each identity as hidden variables, left before right. */
function draftIdentities(model: ModelSource, namespace: Namespace, report: Report): DraftVariable[] {
  return model.identities.flatMap((identity) => {
    checkConditionUnits(identity.formula, namespace, report);
    return (["left", "right"] as const).map((side) => {
      const compiler = caseCompiler(identity.name, identity.over, namespace, report);
      const equation = compileCases([sideCase(identity, side)], compiler);
      return { name: `${identity.name}:${side}`, kind: "auxiliary", source: null, initial: null, equation } as const;
    });
  });
}

function sideCase(identity: IdentitySource, side: "left" | "right"): Case {
  const value: Formula = { ...identity.formula, expression: identity[side] };
  return { when: null, value };
}

function placeVariables(
  drafts: readonly DraftVariable[],
  base: readonly (readonly CompiledCase[] | null)[],
  namespace: Namespace,
  model: ModelSource,
): CompiledVariable[] {
  const baseRead = new Set(drafts.flatMap((d) => [d.initial, d.equation].flatMap((c) => variablesRead(c, "base"))));
  let slot = 0;
  return drafts.map((draft, number) => {
    const names = draft.source?.over ?? identityOver(model, number);
    const over = names.map((d) => namespace.dimensions.findIndex((dimension) => dimension.name === d));
    const size = sizeOver(over, namespace.dimensions);
    const variable: CompiledVariable = {
      name: draft.name,
      kind: draft.kind,
      over,
      size,
      slot,
      initial: base[number] ?? null,
      equation: draft.kind === "constant" ? null : draft.equation,
      isBaseRead: baseRead.has(number),
      isHidden: draft.source === null,
    };
    slot += size;
    return variable;
  });
}

function identityOver(model: ModelSource, number: number): readonly string[] {
  return model.identities[Math.floor((number - model.variables.length) / 2)]?.over ?? [];
}

function yearOrderOf(
  variables: readonly CompiledVariable[],
  drafts: readonly DraftVariable[],
  report: Report,
): readonly number[] {
  const moving = byName(variables).filter((number) => variables[number]?.equation);
  const { order, loops } = orderEquations(moving, (n) => variablesRead(variables[n]?.equation ?? null, "now"));
  reportLoops(loops, drafts, report);
  return order;
}

function baseOrderOf(
  variables: readonly CompiledVariable[],
  drafts: readonly DraftVariable[],
  report: Report,
): readonly number[] {
  const filled = byName(variables).filter((number) => variables[number]?.initial);
  const needs = (n: number) => {
    const initial = variables[n]?.initial ?? null;
    return [...variablesRead(initial, "now"), ...variablesRead(initial, "base")];
  };
  const { order, loops } = orderEquations(filled, needs);
  // A loop of equations without `initial` stands in later years too, where it is reported already.
  const own = loops.filter((loop) => loop.some((number) => drafts[number]?.initial));
  reportLoops(own, drafts, report);
  return order;
}

/** Variable numbers in order of name, so that neither files nor key order decide anything. */
function byName(variables: readonly CompiledVariable[]): number[] {
  return [...variables.keys()].sort((a, b) => byCodePoint(variables[a]?.name ?? "", variables[b]?.name ?? ""));
}

function reportLoops(loops: readonly (readonly number[])[], drafts: readonly DraftVariable[], report: Report): void {
  for (const loop of loops) {
    const first = drafts[loop[0] ?? -1]?.source;
    if (!first) continue;
    const at = first.equation?.[0]?.value.at ?? first.inflow?.[0]?.value.at ?? first.at;
    report(makeIssue("model/cycle", at, { loop: loop.map((n) => drafts[n]?.name ?? "").join(" → ") }));
  }
}

function pairIdentities(
  model: ModelSource,
  base: readonly (readonly CompiledCase[] | null)[],
): readonly CompiledIdentity[] {
  return model.identities.map((source, i) => {
    const left = model.variables.length + 2 * i;
    return { source, left, right: left + 1, holdsInBase: base[left] !== null && base[left + 1] !== null };
  });
}
