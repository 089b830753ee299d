import { type Issue, makeIssue, type Result } from "../core/issue.ts";
import { nearestName } from "../core/nearest-name.ts";
import { checkProvince, commonScenarios, type ListedRegion } from "./check-province.ts";
import { checkSchema } from "./check-schema.ts";
import { parseYaml } from "./parse-yaml.ts";
import type { Province } from "./province.ts";
import { provinceSchema } from "./province-schema.ts";
import { FolderReader } from "./read-files.ts";
import { listRegions, provinceFile } from "./read-regions.ts";
import { readStudy, type SharedModels, type StudyFolders } from "./read-study.ts";
import type { YamlDocument } from "./yaml-document.ts";

/**
 * Read and check a province: the regions that `data/<province>/province.yaml` lists, which share one model.
 *
 * The model is read once. Each region has its own plan, observations, scenarios and, in its `model/tables/`, its own
 * tables.
 *
 * @param folders - `region` is the name of the province's folder.
 * @returns the province, or all issues of all files at once.
 */
export function readProvince(folders: StudyFolders): Result<Province> {
  const issues: Issue[] = [];
  const data = new FolderReader(folders.dataDir, "data", issues);
  const path = `${folders.region}/${provinceFile}`;
  const lines = data.readText(path, "utf-8");
  const document = lines && parseYaml(lines, issues);
  if (!document) return { ok: false, issues };
  const file = checkSchema(provinceSchema, document, issues);
  const regions = readRegions(file.regions ?? [], document, folders, issues);
  checkProvince(file, document, regions, issues);
  const shown = issues.map((issue) => withExcerpt(issue, document));
  if (issues.some(({ severity }) => severity === "error") || !file.label) return { ok: false, issues: shown };
  const studies = regions.map(({ study }) => study).sort((a, b) => (a.region < b.region ? -1 : 1));
  const value: Province = {
    name: folders.region,
    label: file.label,
    studies,
    scenarios: commonScenarios(studies),
    sums: file.sums ?? [],
    file: data.files[0] as Province["file"],
  };
  return { ok: true, value, warnings: shown };
}

/** Read each region once; those that cannot be read are left out after their issues. */
function readRegions(
  names: readonly string[],
  document: YamlDocument,
  folders: StudyFolders,
  issues: Issue[],
): ListedRegion[] {
  const models: SharedModels = new Map();
  const known = listRegions(folders.dataDir);
  return names.flatMap((region, place) => {
    const at = document.span(["regions", place]);
    if (names.indexOf(region) < place) {
      issues.push(makeIssue("province/region-twice", at, { region }));
      return [];
    }
    if (!known.includes(region)) {
      issues.push(makeIssue("region/unknown", at, { region, nearest: nearestName(region, known), known }));
      return [];
    }
    const read = readStudy({ ...folders, region }, models);
    issues.push(...(read.ok ? read.warnings : read.issues));
    return read.ok ? [{ study: read.value, at }] : [];
  });
}

function withExcerpt(issue: Issue, { lines }: YamlDocument): Issue {
  const excerpt = issue.at.file === lines.file ? lines.line(issue.at.line) : undefined;
  return issue.excerpt !== undefined || excerpt === undefined ? issue : { ...issue, excerpt };
}
