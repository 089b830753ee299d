import { type Issue, makeIssue } from "../core/issue.ts";
import { nearestName } from "../core/nearest-name.ts";
import { unitsEqual } from "../core/unit.ts";
import type { ModelNames } from "./model-names.ts";
import type { Indicator, ModelSource, Observation, Plan } from "./study.ts";
import type { YamlDocument } from "./yaml-document.ts";

/** What the rows of a plan are held against. */
export interface PlanWorld {
  readonly model: ModelSource;
  readonly names: ModelNames;
  /** Null when the observations could not be read. */
  readonly observations: readonly Observation[] | null;
}

/** Check what the rows of the plan say about the model's variables and the observed series. */
export function checkPlan(
  indicators: readonly Indicator[],
  document: YamlDocument,
  world: PlanWorld,
  issues: Issue[],
): void {
  for (const indicator of indicators) {
    checkVariable(indicator, document, world, issues);
    if (world.observations) checkSeries(indicator, document, world.observations, issues);
  }
}

/** Check that every place the plan is compared with is observed at all. */
export function checkPeers(
  peers: Plan["peers"],
  document: YamlDocument,
  observations: readonly Observation[],
  issues: Issue[],
): void {
  const known = [...new Set(observations.map(({ region }) => region))];
  for (const [place, { region }] of peers.entries()) {
    if (known.includes(region)) continue;
    const at = document.span(["peers", place, "region"]);
    const parameters = { region, nearest: nearestName(region, known), known };
    issues.push(makeIssue("plan/unknown-peer", at, parameters, "warning"));
  }
}

function checkVariable(
  indicator: Indicator,
  document: YamlDocument,
  { model, names }: PlanWorld,
  issues: Issue[],
): void {
  const path = ["indicators", indicator.id];
  for (const part of ["numerator", "denominator"] as const) {
    const name = indicator.share?.[part];
    if (name) names.check("variable", name, ["variable"], document.span([...path, "share", part]), issues);
  }
  if (indicator.variable === null) return;
  const at = document.span([...path, "variable"]);
  if (!names.check("variable", indicator.variable, ["variable"], at, issues)) return;
  const variable = model.variables.find((v) => v.name === indicator.variable);
  if (!variable) return;
  const { name, kind, unit, unitText, over } = variable;
  if (over.length > 0) {
    issues.push(makeIssue("plan/variable-over", at, { name, over: over.join(", ") }));
    return;
  }
  if (indicator.target?.kind === "cumulative" && kind !== "flow") {
    issues.push(makeIssue("plan/variable-kind", at, { name, kind }));
  }
  if (!unitsEqual(unit, indicator.unit)) {
    const parameters = { unit: indicator.unitText, variable: name, variableUnit: unitText };
    issues.push(makeIssue("plan/variable-unit", at, parameters));
  }
}

/** A series may still be without a figure, which is worth a warning; a unit that does not convert is an error. */
function checkSeries(
  indicator: Indicator,
  document: YamlDocument,
  observations: readonly Observation[],
  issues: Issue[],
): void {
  const { series } = indicator;
  if (series === null) return;
  const at = document.span(["indicators", indicator.id, "series"]);
  const observation = observations.find((o) => o.series === series);
  if (!observation) {
    const known = [...new Set(observations.map((o) => o.series))];
    const parameters = { series, nearest: nearestName(series, known), known };
    issues.push(makeIssue("plan/unknown-series", at, parameters, "warning"));
  } else if (!unitsEqual({ ...observation.unit, scale: 0 }, { ...indicator.unit, scale: 0 })) {
    const parameters = { unit: indicator.unitText, series, seriesUnit: observation.unitText };
    issues.push(makeIssue("plan/series-unit", at, parameters));
  }
}
