import { type Issue, makeIssue, type SourceSpan } from "../core/issue.ts";
import { nearestName } from "../core/nearest-name.ts";
import type { ProvinceFile } from "./province-schema.ts";
import { startingPlan } from "./starting-plan.ts";
import type { Scenario, Study } from "./study.ts";
import { canAddUp } from "./sums-of-regions.ts";
import type { YamlDocument } from "./yaml-document.ts";

/** A region of a province, with the place at which the province names it. */
export interface ListedRegion {
  readonly study: Study;
  readonly at: SourceSpan;
}

/** Hold the regions of a province against the first of them: what is added up must be alike. */
export function checkProvince(
  file: Partial<ProvinceFile>,
  document: YamlDocument,
  regions: readonly ListedRegion[],
  issues: Issue[],
): void {
  const [first, ...others] = regions;
  if (!first) return;
  for (const region of others) checkRegion(region, first.study, issues);
  checkSums(file.sums ?? [], document, first.study, issues);
  checkScenarios(regions, document, issues);
}

/** Ids of the scenarios that all studies have, in order. */
export function commonScenarios(studies: readonly Study[]): string[] {
  const [first, ...others] = studies;
  const ids = (first?.scenarios ?? []).map(({ id }) => id);
  return ids.filter((id) => others.every(({ scenarios }) => scenarios.some((s) => s.id === id)));
}

function checkRegion({ study, at }: ListedRegion, first: Study, issues: Issue[]): void {
  const { region } = study;
  const files = differingFile(study, first);
  if (files !== null) issues.push(makeIssue("province/other-model", at, { region, first: first.region, files }));
  const [year, firstYear] = [startingPlan(study.plan).baseYear, startingPlan(first.plan).baseYear];
  if (year !== firstYear) {
    issues.push(makeIssue("province/other-base-year", at, { region, year, first: first.region, firstYear }));
  }
}

/** A sector's file that one study has and the other has not; null when both have the same model. */
function differingFile({ model }: Study, first: Study): string | null {
  if (model.variables === first.model.variables) return null;
  const files = model.sectors.map(({ file }) => file);
  return files.find((file, place) => file !== first.model.sectors[place]?.file) ?? files[0] ?? "";
}

function checkSums(sums: readonly string[], document: YamlDocument, { model }: Study, issues: Issue[]): void {
  const known = model.variables.map(({ name }) => name);
  for (const [place, name] of sums.entries()) {
    const at = document.span(["sums", place]);
    const variable = model.variables.find((v) => v.name === name);
    if (!variable) {
      const parameters = { kind: "variable", name, nearest: nearestName(name, known), known } as const;
      issues.push(makeIssue("name/unknown", at, parameters));
    } else if (!canAddUp(variable.unit)) {
      issues.push(makeIssue("province/not-a-sum", at, { name, unit: variable.unitText }));
    }
  }
}

function checkScenarios(regions: readonly ListedRegion[], document: YamlDocument, issues: Issue[]): void {
  const studies = regions.map(({ study }) => study);
  const common = commonScenarios(studies);
  if (common.length === 0) {
    issues.push(makeIssue("province/no-common-scenario", document.keySpan(["regions"]), {}));
    return;
  }
  const all = [...new Set(studies.flatMap(({ scenarios }) => scenarios.map(({ id }) => id)))].sort();
  for (const { study, at } of regions) {
    const missing = all.filter((id) => !study.scenarios.some((s) => s.id === id));
    if (missing.length === 0) continue;
    const parameters = { region: study.region, scenarios: missing.map((id) => `\`${id}\``).join(", ") };
    issues.push(makeIssue("province/scenario-missing", at, parameters, "warning"));
  }
  const [first, ...others] = studies as [Study, ...Study[]];
  for (const id of common) for (const study of others) checkRun(scenarioOf(study, id), study, first, issues);
}

function checkRun(scenario: Scenario, study: Study, first: Study, issues: Issue[]): void {
  const { run } = scenarioOf(first, scenario.id);
  const keys = ["draws", "seed", "until", "sampling"] as const;
  if (keys.every((key) => scenario.run[key] === run[key])) return;
  const parameters = { scenario: scenario.id, region: study.region, first: first.region };
  issues.push(makeIssue("province/other-run", scenario.at, parameters));
}

function scenarioOf({ scenarios }: Study, id: string): Scenario {
  return scenarios.find((scenario) => scenario.id === id) as Scenario;
}
