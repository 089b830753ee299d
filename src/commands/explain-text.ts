import type { Language } from "../core/bilingual.ts";
import { displayWidth } from "../core/display-width.ts";
import type { SourceSpan } from "../core/issue.ts";
import type { Scenario, Study } from "../inputs/study.ts";
import type { TextSink } from "./command-io.ts";
import { factsOf } from "./explain-facts.ts";
import { measureText } from "./explain-measure-text.ts";
import type { ElementValues, ExplainedName, YearValue } from "./explain-values.ts";
import { type Say, sayIn } from "./messages.ts";
import { textTable } from "./text-table.ts";
import { paintFor } from "./verdict-paint.ts";
import { wrapToWidth } from "./wrap-to-width.ts";

/** Elements of a variable over dimensions whose values are printed. */
const elementsShown = 6;

/** Lay out explanations for people: the facts line by line, then the values by year. */
export function explanationText(
  explained: readonly ExplainedName[],
  study: Study,
  scenario: Scenario,
  language: Language,
  sink: TextSink,
): string {
  return explained.map((one) => oneExplanation(one, study, scenario, language, sink)).join("\n");
}

function oneExplanation(
  { explanation, values, measure }: ExplainedName,
  study: Study,
  scenario: Scenario,
  language: Language,
  sink: TextSink,
): string {
  const say = sayIn(language);
  const { bold, dim } = paintFor(sink);
  const { title, facts } = factsOf(explanation, study, scenario, language);
  const lines = [...facts, { word: say("place"), text: placeText(explanation.at) }];
  const room = Math.max(...lines.map(({ word }) => displayWidth(word))) + 2;
  const printed = lines.flatMap(({ word, text }) => {
    const wrapped = text.split("\n").flatMap((line) => wrapToWidth(line, sink.columns - room));
    return wrapped.map((line, i) => `${i === 0 ? dim(padded(word, room)) : " ".repeat(room)}${line}\n`);
  });
  const parts = [`${bold(explanation.name)}  ${title}\n\n${printed.join("")}`];
  if (values.length > 0) parts.push(valueTables(values, explanation.kind, scenario, say, sink));
  if (measure !== null) parts.push(measureText(measure, study, language, sink));
  return parts.join("\n");
}

function placeText({ file, line }: SourceSpan): string {
  return `${file}:${line}`;
}

function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(1, width - displayWidth(text)));
}

function valueTables(
  values: readonly ElementValues[],
  kind: ExplainedName["explanation"]["kind"],
  scenario: Scenario,
  say: Say,
  sink: TextSink,
): string {
  const shown = values.slice(0, elementsShown);
  const isDrawn = values.some(({ years }) => years.some(({ quantiles }) => quantiles !== null));
  const heading = isDrawn
    ? say("drawnValues", { scenario: scenario.id, draws: scenario.run.draws })
    : say("fixedValues", { scenario: scenario.id });
  const tables = shown.map(({ name, years }) => {
    const table = valueTable(years, kind, say, sink);
    return values.length > 1 ? `${name}\n${table}` : table;
  });
  const left =
    values.length > shown.length ? `${say("elementsLeftOut", { shown: shown.length, count: values.length })}\n` : "";
  return `${heading}\n\n${tables.join("\n")}${left}`;
}

function valueTable(
  years: readonly YearValue[],
  kind: ExplainedName["explanation"]["kind"],
  say: Say,
  sink: TextSink,
): string {
  const isSpread = years.some(({ quantiles }) => quantiles !== null);
  const central = kind === "lever" ? say("intensity") : kind === "event" ? say("strength") : say("central");
  const columns = [
    { header: say("year") },
    { header: central, align: "right" as const },
    ...(isSpread ? ["5%", say("median"), "95%"].map((header) => ({ header, align: "right" as const })) : []),
  ];
  const rows = years.map(({ year, central: value, quantiles }) => [
    String(year),
    numberText(value),
    ...(isSpread ? [quantiles?.lower, quantiles?.median, quantiles?.upper].map((q) => numberText(q ?? null)) : []),
  ]);
  return textTable(columns, rows, sink.columns);
}

/** Five significant digits: enough to follow an equation by hand. */
function numberText(value: number | null): string {
  if (value === null) return "–";
  return String(Number(value.toPrecision(5)));
}
