import type { Language } from "../core/bilingual.ts";
import { sourceList } from "../report/source-list.ts";
import { provenanceWords } from "./provenance-words.ts";
import type { ReportData, ScenarioData } from "./report-data.ts";
import { allSpans, type ReportDocument } from "./report-document.ts";

/** Say where every bound figure of a document comes from: path → words. */
export function documentProvenance(
  document: Pick<ReportDocument, "title" | "lead" | "blocks">,
  data: ReportData,
  language: Language,
): Readonly<Record<string, string>> {
  const paths = allSpans(document).flatMap((span) => (span.kind === "text" ? [] : [span.from]));
  return Object.fromEntries([...new Set(paths)].map((path) => [path, provenanceOf(path, data, language)]));
}

/** Say where the value at a path of the report's data comes from: the plan, a source, the run, or an assumption. */
function provenanceOf(path: string, data: ReportData, language: Language): string {
  const [root = "", id = "", ...rest] = path.split("/").slice(1);
  if (root === "rows") return ofRow(id, rest, data, language);
  if (root === "scenarios") return ofScenario(data.scenarios[id], rest, data, language);
  if (root === "main") return ofScenario(mainScenario(data), [id, ...rest], data, language);
  const words = {
    run: provenanceWords.run(),
    plan: provenanceWords.plan(),
    findings: provenanceWords.consistency(),
    bases: provenanceWords.model(),
    definitions: provenanceWords.definition(),
    counts: provenanceWords.counted(),
    texts: provenanceWords.run(),
    parameters: provenanceWords.model(),
    mainScenario: provenanceWords.run(),
    evaluation: provenanceWords.evaluation(),
  }[root];
  if (words === undefined) throw new RangeError(`provenanceOf: path must begin with a part of the data; got ${path}`);
  return words[language];
}

function ofRow(id: string, [part = ""]: readonly string[], data: ReportData, language: Language): string {
  const row = data.rows[id];
  if (row === undefined) throw new RangeError(`provenanceOf: the plan must hold the row; got ${id}`);
  if (part === "measured") {
    return provenanceWords.observed(sourceList(row.measured?.sources ?? []))[language];
  }
  if (part === "best") {
    const scenario = data.scenarios[row.best?.scenario ?? ""];
    return provenanceWords.probability({ scenario: scenario?.label ?? row.label, draws: scenario?.draws ?? 0 })[
      language
    ];
  }
  if (["drivers", "hurts"].includes(part)) return provenanceWords.draws()[language];
  if (["measures"].includes(part)) return provenanceWords.levers()[language];
  return provenanceWords.row(row.place)[language];
}

/** The scenario that is told row by row, under a name that says what has entered it. */
function mainScenario({ main, evaluation }: ReportData): ScenarioData {
  return evaluation?.update == null ? main : { ...main, label: provenanceWords.updated(main.label) };
}

function ofScenario(
  scenario: ScenarioData | undefined,
  rest: readonly string[],
  data: ReportData,
  language: Language,
): string {
  if (scenario === undefined) throw new RangeError(`provenanceOf: the run must hold the scenario; got ${rest[0]}`);
  const about = { scenario: scenario.label, draws: scenario.draws };
  const [part = "", row = "", figure = ""] = rest;
  const place = data.rows[row]?.place;
  if (part === "verdicts") return ofVerdict(rest, data, scenario)[language];
  if (part === "gaps") return provenanceWords.gap(about)[language];
  if (part === "changes" && place !== undefined) return provenanceWords.row(place)[language];
  if (part === "rowsMet") return provenanceWords.rowsMet(about)[language];
  if (part === "counts") return provenanceWords.countedIn(about)[language];
  if (["binding", "all", "sets", "pairs"].includes(part)) {
    return (figure === "label" ? provenanceWords.settings() : provenanceWords.joint(about))[language];
  }
  return provenanceWords.scenario(about)[language];
}

function ofVerdict([, id = "", figure = ""]: readonly string[], data: ReportData, scenario: ScenarioData) {
  const row = data.rows[id];
  const verdict = scenario.verdicts[id];
  if (!row || !verdict) throw new RangeError(`provenanceOf: the scenario must hold the row; got ${scenario.id}/${id}`);
  const about = { scenario: scenario.label, draws: verdict.runs || scenario.draws };
  if (["target", "targetYear", "baseline", "label"].includes(figure)) return provenanceWords.row(row.place);
  if (figure === "fact") return provenanceWords.observed(sourceList(verdict.fact?.sources ?? []));
  if (figure === "probability" || figure === "standardError") return provenanceWords.probability(about);
  if (figure === "firstYearMet") return provenanceWords.firstYear(about);
  return figure === "quantiles" ? provenanceWords.simulated(about) : provenanceWords.scenario(about);
}
