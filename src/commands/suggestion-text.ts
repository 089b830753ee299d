import { comparisonSign, formatFigure } from "../charts/format-figure.ts";
import type { Language } from "../core/bilingual.ts";
import type { TargetSuggestion } from "../exploration/suggest-targets.ts";
import type { Study } from "../inputs/study.ts";
import type { TextSink } from "./command-io.ts";
import { sayIn } from "./messages.ts";
import { textTable } from "./text-table.ts";
import { percentText } from "./verdict-figures.ts";
import { paintFor } from "./verdict-paint.ts";

/** Suggestions of some scenarios, with the probabilities asked for. */
export interface SuggestionReport {
  readonly probabilities: readonly number[];
  readonly suggestions: readonly TargetSuggestion[];
}

/** Marks of where the kind of a row without a target is taken from. */
const marks = { target: "", plan_before: " †", assumed: " ‡" } as const;

/** Write suggested targets for a terminal: a table for each scenario, the plan's own target beside them. */
export function suggestionText(report: SuggestionReport, study: Study, language: Language, sink: TextSink): string {
  const say = sayIn(language);
  const paint = paintFor(sink);
  const { probabilities, suggestions } = report;
  const scenarios = [...new Set(suggestions.map(({ scenario }) => scenario))];
  const right = { align: "right" as const };
  const columns = [
    { header: say("row") },
    { header: say("indicator"), wraps: true },
    ...probabilities.map((p) => ({ header: say("suggestAt", { probability: percentText(p) }), ...right })),
    { header: say("seekMedian"), ...right },
    { header: say("suggestCurrent"), ...right },
    { header: say("suggestCurrentChance"), ...right },
  ];
  const tables = scenarios.map((scenario) => {
    const label = study.scenarios.find(({ id }) => id === scenario)?.label[language] ?? scenario;
    const own = suggestions.filter((one) => one.scenario === scenario && one.suggested.length > 0);
    const rows = own.map((suggestion) => suggestionRow(suggestion, study, language));
    return `${paint.bold(say("suggestTitle", { scenario: label }))}\n${textTable(columns, rows, sink.columns)}`;
  });
  const used = new Set(suggestions.filter(({ suggested }) => suggested.length > 0).map(({ kindFrom }) => kindFrom));
  const notes = [
    ...(used.has("plan_before") ? [say("suggestKindBefore")] : []),
    ...(used.has("assumed") ? [say("suggestKindAssumed")] : []),
  ];
  return [...tables, ...notes.map((note) => `${paint.dim(note)}\n`)].join("\n");
}

function suggestionRow(suggestion: TargetSuggestion, study: Study, language: Language): string[] {
  const { indicator, label, comparison, suggested, median, current, kindFrom } = suggestion;
  const row = study.plan.indicators.find(({ id }) => id === indicator);
  const figure = (value: number | null) => {
    if (value === null) return "–";
    return row ? formatFigure(value, row.display, language) : String(value);
  };
  return [
    row?.row ?? "",
    `${label[language]}${marks[kindFrom]}`,
    ...suggested.map(({ rounded }) => (rounded === null ? "–" : `${comparisonSign(comparison)} ${figure(rounded)}`)),
    figure(median),
    current ? `${comparisonSign(current.comparison)} ${figure(current.target)}` : "–",
    current ? percentText(current.probability) : "–",
  ];
}
