import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { mainScenarioId } from "../inputs/main-scenario.ts";
import { chartList } from "./named-chart.ts";
import type { OutputFolder, ScenarioFolder } from "./output-folder.ts";

/** Drawings of all scenarios together. */
const togetherNames = ["overview", "comparison"];
/** Folders of charts that single commands draw. */
const drawingFolders = ["consistency", "forecast", "seek"];

/** Read what lies in an output folder; what no command of ours has made is left out. */
export function readOutputFolder(folder: string): OutputFolder {
  const names = readdirSync(folder).sort();
  const scenarios = names.flatMap((name) => scenarioFolder(folder, name));
  const rank = ({ name }: ScenarioFolder) => (name === mainScenarioId ? 0 : 1);
  return {
    scenarios: scenarios.toSorted((a, b) => rank(a) - rank(b)),
    together: togetherNames.flatMap((name) => {
      const path = join(folder, `${name}.svg`);
      return existsSync(path) ? [{ name, svg: readFileSync(path, "utf8") }] : [];
    }),
    documents: [
      ...names.filter((name) => /^report\.(zh|en)\.(docx|html|md|xlsx)$/.test(name)),
      ...filesBelow(folder, "evaluation", ".md"),
    ],
    model: ["model/model.html", "model/causal-diagram.svg"].filter((path) => existsSync(join(folder, path))),
    drawings: drawingFolders.flatMap((name) => filesBelow(folder, name, ".png")),
    notebooks: filesBelow(folder, "notebooks", ".html"),
  };
}

/** Paths of the files with an ending in a folder and the folders in it. */
function filesBelow(root: string, name: string, ending: string): string[] {
  if (!existsSync(join(root, name))) return [];
  const paths = readdirSync(join(root, name), { recursive: true, encoding: "utf8" });
  return paths
    .filter((path) => path.endsWith(ending))
    .map((path) => `${name}/${path.replaceAll("\\", "/")}`)
    .sort();
}

/** The folder of a scenario, or none when it is of something else. */
function scenarioFolder(root: string, name: string): ScenarioFolder[] {
  const folder = join(root, name);
  const record = readJson<RunFile>(join(folder, "run.json"));
  if (record?.scenario?.label === undefined || record.run === undefined) return [];
  const files = readdirSync(folder, { withFileTypes: true }).filter((file) => file.isFile());
  return [
    {
      name,
      plan: record.plan?.label ?? null,
      label: record.scenario.label,
      description: record.scenario.description ?? null,
      hash: record.run.hash,
      informationDate: record.run.informationDate,
      isInternal: record.disclosure === "internal",
      files: files.map((file) => file.name).sort(),
      charts: readJson<ScenarioFolder["charts"]>(join(folder, chartList)) ?? [],
    },
  ];
}

/** The parts of a `run.json` that an index needs; another program's file of that name may lack them. */
interface RunFile {
  readonly run?: Pick<ScenarioFolder, "hash" | "informationDate">;
  readonly disclosure?: string;
  readonly plan?: { readonly label: ScenarioFolder["label"] };
  readonly scenario?: Partial<Pick<ScenarioFolder, "label" | "description">>;
}

/** What a file of JSON says; null when there is none, or it is something else. */
function readJson<T>(path: string): T | null {
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, "utf8")) as T | null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
