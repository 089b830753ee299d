import { posix } from "node:path";
import { fileSpan, type Issue, makeIssue, type Result, type SourceSpan } from "../core/issue.ts";
import { nearestName } from "../core/nearest-name.ts";
import type { FeasibilityWorld } from "./check-feasibility.ts";
import { checkPeers, checkPlan } from "./check-plan.ts";
import { checkScenario } from "./check-scenario.ts";
import { defaultFiles } from "./default-values.ts";
import { markDemonstration } from "./demonstration.ts";
import type { Feasibility } from "./feasibility.ts";
import { noFigures, type RegionFigures } from "./figures.ts";
import type { ModelNames } from "./model-names.ts";
import { ownTables } from "./own-tables.ts";
import { parseFeasibility } from "./parse-feasibility.ts";
import { type FiguresWorld, parseFigures } from "./parse-figures.ts";
import { type ParsedModel, parseModel } from "./parse-model.ts";
import { parseObservations } from "./parse-observations.ts";
import { type ParsedPlan, parsePlan } from "./parse-plan.ts";
import { parsePolicies } from "./parse-policies.ts";
import { parseScenario, type ScenarioSource } from "./parse-scenario.ts";
import { parseSeek, type SeekWorld } from "./parse-seek.ts";
import { parseYaml } from "./parse-yaml.ts";
import { FolderReader } from "./read-files.ts";
import { listRegions } from "./read-regions.ts";
import { resolveScenarios } from "./resolve-scenario.ts";
import { defaultSeekSettings, type SeekSettings } from "./seek-settings.ts";
import type { Observation, Plan, Policy, Study } from "./study.ts";
import type { YamlDocument } from "./yaml-document.ts";

/** Name of a region's own folder of its model. */
const modelFolder = "model";
/** File among the sectors of a model that is no sector. */
const feasibilityFile = "feasibility.yaml";

/** Where a region is read from. */
export interface StudyFolders {
  /** Name of the region's folder under both folders. */
  readonly region: string;
  /** Folder of the regions' data, as the person gave it; issues show paths that begin with it. */
  readonly dataDir: string;
  /** Folder of the regions' scenarios, likewise. */
  readonly scenariosDir: string;
}

/** A model as it was read, with its files. */
interface ReadModel {
  readonly parsed: ParsedModel;
  readonly files: Study["files"];
  readonly texts: FolderReader["texts"];
}

/** Models that were read already, by folder, so that regions that share one read it once. */
export type SharedModels = Map<string, ReadModel>;

/**
 * Read and check everything of one region: plan, observations, model, policies and scenarios.
 *
 * Every file is checked by itself and against the others as far as it goes; formulas are parsed, but their names,
 * units and order are for the compiler of the model.
 *
 * @returns the study, or all issues of all files at once; issues are sorted by file, line and column and carry the
 * line that they point at.
 * @param models - read by regions before, and added to; the issues of a model are told when it is first read.
 */
export function readStudy(folders: StudyFolders, models: SharedModels = new Map()): Result<Study> {
  const reader = new StudyReader(folders, models);
  const study = reader.read();
  const issues = reader.sortedIssues();
  const isSound = !issues.some((issue) => issue.severity === "error");
  return study && isSound ? { ok: true, value: study, warnings: issues } : { ok: false, issues };
}

/** The rows of a plan, and the file they stand in. */
interface PlanRows {
  readonly indicators: Plan["indicators"];
  readonly rowsFile: YamlDocument | null;
}

/** Reads the files of one region in the order in which they need each other. */
class StudyReader {
  readonly #folders: StudyFolders;
  readonly #models: SharedModels;
  readonly #issues: Issue[] = [];
  readonly #data: FolderReader;
  readonly #scenarios: FolderReader;

  constructor(folders: StudyFolders, models: SharedModels) {
    this.#folders = folders;
    this.#models = models;
    this.#data = new FolderReader(folders.dataDir, "data", this.#issues);
    this.#scenarios = new FolderReader(folders.scenariosDir, "scenarios", this.#issues);
  }

  /** The study, or null when a part without which there is none could not be read. */
  read(): Study | null {
    const { region } = this.#folders;
    if (!this.#isRegionKnown()) return null;
    const planFile = this.#readYaml(this.#data, `${region}/plan.yaml`);
    const parsedPlan = planFile && parsePlan(planFile, this.#issues);
    const observations = this.#readObservations(parsedPlan?.observationsFile ?? "observations.csv");
    const { model, names } = this.#readModel(parsedPlan?.modelFolder ?? modelFolder);
    const policies = this.#readPolicies(parsedPlan?.policiesFile ?? null, names);
    const { indicators, rowsFile } = this.#readRows(parsedPlan, planFile);
    const before = planFile && parsedPlan ? this.#readPlanBefore(parsedPlan, planFile) : null;
    const plan = parsedPlan?.plan ? { ...parsedPlan.plan, indicators, continues: before } : null;
    if (rowsFile) checkPlan(indicators, rowsFile, { model, names, observations }, this.#issues);
    if (planFile && plan && observations) checkPeers(plan.peers, planFile, observations, this.#issues);
    const indicatorIds = rowsFile?.keys(["indicators"]) ?? null;
    const feasibility = this.#readFeasibility({ indicators, planFile: rowsFile });
    const { sources, isComplete } = this.#readScenarios();
    for (const source of sources) {
      checkScenario(source, { plan, indicators, indicatorIds, model, names, policies }, this.#issues);
    }
    const scenarios = resolveScenarios({ sources, isComplete, switches: model.switches, plan }, this.#issues);
    const seek = this.#readSeek({ names, levers: model.levers, indicatorIds });
    const scenarioIds = isComplete ? sources.map(({ id }) => id) : null;
    const figures = this.#readFigures({ names, model, indicators, indicatorIds, scenarioIds });
    if (!plan || !observations || !policies) return null;
    const files = this.#files();
    const study = { region, plan, observations, model, policies, feasibility, scenarios, seek, figures, files };
    return plan.isDemonstration ? markDemonstration(study) : study;
  }

  /** All issues in order of their places, each with the line that it points at. */
  sortedIssues(): Issue[] {
    const sorted = [...this.#issues].sort((a, b) => compareSpans(a.at, b.at));
    return sorted.map((issue) => {
      const { file, line } = issue.at;
      const excerpt = (this.#data.texts.get(file) ?? this.#scenarios.texts.get(file))?.line(line);
      return excerpt === undefined ? issue : { ...issue, excerpt };
    });
  }

  #isRegionKnown(): boolean {
    const { region, dataDir } = this.#folders;
    // A folder without its plan is a region all the same: the missing file is then what is told.
    const isFolderName = /^[^./\\][^/\\]*$/.test(region);
    if (isFolderName && this.#data.hasFile(region)) return true;
    if (!this.#data.hasFile(".")) {
      this.#issues.push(makeIssue("file/missing", fileSpan(dataDir), { path: dataDir }));
      return false;
    }
    const known = listRegions(dataDir);
    const parameters = { region, nearest: nearestName(region, known), known };
    this.#issues.push(makeIssue("region/unknown", fileSpan(dataDir), parameters));
    return false;
  }

  #readYaml(reader: FolderReader, path: string): YamlDocument | null {
    const lines = reader.readText(path, "utf-8");
    return lines && parseYaml(lines, this.#issues);
  }

  /** The plan that the region's plan continues; null when it stands by itself or the other cannot be read. */
  #readPlanBefore({ plan, continuesFile }: ParsedPlan, planFile: YamlDocument): Plan | null {
    if (continuesFile === null) return null;
    const at = planFile.span(["continues"]);
    const lines = this.#data.readText(this.#fromRegion(continuesFile), "utf-8", at);
    const document = lines && parseYaml(lines, this.#issues);
    const before = document && parsePlan(document, this.#issues);
    if (!before?.plan || !plan) return null;
    const isEarlier = before.continuesFile === null && before.plan.baseYear < plan.baseYear;
    if (!isEarlier) this.#issues.push(makeIssue("plan/continues", at, { path: continuesFile, base: plan.baseYear }));
    return before.plan;
  }

  /** The rows of the plan with the file they stand in: its own, or that of the plan whose rows it takes. */
  #readRows(parsed: ParsedPlan | null, planFile: YamlDocument | null): PlanRows {
    const own = { indicators: parsed?.indicators ?? [], rowsFile: planFile };
    const path = parsed?.indicatorsFile ?? null;
    if (path === null || !planFile || own.indicators.length > 0) return own;
    const at = planFile.span(["indicators_of"]);
    const lines = this.#data.readText(this.#fromRegion(path), "utf-8", at);
    const rowsFile = lines && parseYaml(lines, this.#issues);
    const other = rowsFile && parsePlan(rowsFile, this.#issues);
    if (!other) return own;
    if (other.indicatorsFile !== null) this.#issues.push(makeIssue("plan/indicators-of", at, { path }));
    return { indicators: other.indicators, rowsFile };
  }

  #readObservations(file: string): Observation[] | null {
    const lines = this.#data.readText(this.#fromRegion(file), "utf-8 or gb18030");
    return lines && parseObservations(lines, this.#issues);
  }

  /** The model, with the tables that the region has of its own where it shares another's. */
  #readModel(folder: string): ParsedModel {
    const path = this.#fromRegion(folder);
    const own = this.#fromRegion(modelFolder);
    const known = this.#models.get(path);
    if (known) this.#data.files.push(...known.files);
    for (const [file, lines] of known?.texts ?? []) this.#data.texts.set(file, lines);
    const parsed = known?.parsed ?? this.#readWholeModel(path);
    if (path === own) return parsed;
    return { ...parsed, model: ownTables(parsed.model, this.#data, own, this.#issues) };
  }

  #readWholeModel(path: string): ParsedModel {
    const before = new Set(this.#data.texts.keys());
    const firstFile = this.#data.files.length;
    const files = this.#data.listFiles(path, ".yaml", feasibilityFile);
    const documents = files.flatMap((file) => this.#readYaml(this.#data, file) ?? []);
    const readTable = (table: string, askedAt: SourceSpan) =>
      this.#data.readText(posix.join(path, table), "utf-8 or gb18030", askedAt);
    const isComplete = files.length > 0 && documents.length === files.length;
    const parsed = parseModel(documents, isComplete, readTable, this.#issues);
    const texts = new Map([...this.#data.texts].filter(([file]) => !before.has(file)));
    this.#models.set(path, { parsed, files: this.#data.files.slice(firstFile), texts });
    return parsed;
  }

  /** The register of policies; empty when there is none and the plan names none, null when it cannot be read. */
  #readPolicies(named: string | null, names: ModelNames): Policy[] | null {
    const path = this.#fromRegion(named ?? defaultFiles.policies);
    if (named === null && !this.#data.hasFile(path)) return [];
    const document = this.#readYaml(this.#data, path);
    return document && parsePolicies(document, names, this.#issues);
  }

  /** How levers are sought; the defaults when the region says nothing of it. */
  #readSeek(world: SeekWorld): SeekSettings {
    const path = `${this.#folders.region}/seek.yaml`;
    const document = this.#data.hasFile(path) ? this.#readYaml(this.#data, path) : null;
    return document ? parseSeek(document, world, this.#issues) : defaultSeekSettings;
  }

  /** What is drawn besides the rows of the plan; nothing when the region does not say. */
  #readFigures(world: FiguresWorld): RegionFigures {
    const path = `${this.#folders.region}/figures.yaml`;
    const document = this.#data.hasFile(path) ? this.#readYaml(this.#data, path) : null;
    return document ? parseFigures(document, world, this.#issues) : noFigures;
  }

  /** The constraints between targets; null when there are none or they cannot be read. */
  #readFeasibility(world: FeasibilityWorld): Feasibility | null {
    // They are of this plan's targets, so they are never those of a model that is shared with another region.
    const path = `${this.#folders.region}/${modelFolder}/${feasibilityFile}`;
    if (!this.#data.hasFile(path)) return null;
    const document = this.#readYaml(this.#data, path);
    return document && parseFeasibility(document, world, this.#issues);
  }

  #readScenarios(): { sources: ScenarioSource[]; isComplete: boolean } {
    const files = this.#scenarios.listFiles(this.#folders.region, ".yaml");
    const documents = files.flatMap((file) => this.#readYaml(this.#scenarios, file) ?? []);
    const sources = documents.map((document) => parseScenario(document, this.#issues));
    for (const [place, { id, document }] of sources.entries()) {
      const first = sources.findIndex((other) => other.id === id);
      if (id === "" || first === place) continue;
      const at = document.span(["id"]);
      const firstAt = `${sources[first]!.document.file}:${sources[first]!.document.span(["id"]).line}`;
      const parameters = { kind: "scenario", name: id, firstKind: "scenario", first: firstAt } as const;
      this.#issues.push(makeIssue("name/duplicate", at, parameters));
    }
    const isComplete = sources.length === files.length && sources.every((source) => source.id !== "");
    return { sources, isComplete };
  }

  /** A path that the plan gives from the region's folder, from the data folder. */
  #fromRegion(path: string): string {
    return posix.join(this.#folders.region, path);
  }

  #files(): Study["files"] {
    const files = [...this.#data.files, ...this.#scenarios.files];
    const unique = new Map(files.map((file) => [file.path, file]));
    return [...unique.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }
}

function compareSpans(a: SourceSpan, b: SourceSpan): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
