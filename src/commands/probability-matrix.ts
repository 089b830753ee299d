import type { Language } from "../core/bilingual.ts";
import type { Plan } from "../inputs/study.ts";
import { areScenariosDecided } from "../reachability/decided.ts";
import type { ScenarioVerdicts, Verdict } from "../reachability/verdict.ts";
import type { TextSink } from "./command-io.ts";
import { sayIn } from "./messages.ts";
import { type TableCell, textTable } from "./text-table.ts";
import { isAssessed, wholePercent } from "./verdict-figures.ts";
import { paintClass, paintFor } from "./verdict-paint.ts";

/**
 * Lay out the probability of every target under every scenario, or what it came to: a row a target, a lettered column a
 * scenario.
 *
 * Targets that no scenario can assess are left out; the joint probabilities stand in the last rows.
 */
export function probabilityMatrix(
  scenarios: readonly ScenarioVerdicts[],
  plan: Plan,
  language: Language,
  sink: TextSink,
): string {
  const say = sayIn(language);
  const paint = paintFor(sink);
  const rows = plan.indicators.flatMap(({ id, row, label, attribute }): (TableCell | string)[][] => {
    const verdicts = scenarios.map(({ verdicts }) => verdicts.find(({ indicator }) => indicator === id));
    if (!verdicts.some((verdict) => verdict !== undefined && isAssessed(verdict))) return [];
    const name = attribute === "binding" ? `${label[language]}*` : label[language];
    return [[row ?? "", name, ...verdicts.map((verdict) => matrixCell(verdict, sink))]];
  });
  const together = (key: "binding" | "all") =>
    scenarios.map(({ joint }) => (joint[key] === null ? "–" : wholePercent(joint[key])));
  const columns = [
    { header: say("row") },
    { header: say("indicator"), wraps: true },
    ...scenarios.map((_, place) => ({ header: columnLetter(place), align: "right" as const })),
  ];
  const areFacts = areScenariosDecided(scenarios);
  const joint = [
    ["", say("together"), ...together("binding")],
    ["", say("allTogether"), ...together("all")],
  ];
  const table = textTable(columns, areFacts ? rows : [...rows, ...joint], sink.columns);
  const legend = scenarios.map(({ scenario, label }, place) => [columnLetter(place), label[language], scenario]);
  const keys = legend.map(([letter, name, id]) => `  ${letter}  ${name} (${id})\n`).join("");
  return `${paint.bold(say(areFacts ? "factMatrixTitle" : "matrixTitle"))}\n\n${table}${paint.dim(`${say("bindingMark")}　${say("matrixLegend")}`)}\n\n${keys}`;
}

function matrixCell(verdict: Verdict | undefined, sink: TextSink): TableCell {
  if (verdict === undefined || !isAssessed(verdict)) return { text: "–" };
  const paint = paintClass(paintFor(sink), verdict.class);
  if (verdict.probability !== null) return { text: wholePercent(verdict.probability), paint };
  return { text: verdict.fact?.met === true ? "✓" : "✗", paint };
}

/** A, B … Z, AA, AB …, as spreadsheets name columns. */
function columnLetter(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26));
  return place < 26 ? letter : `${columnLetter(Math.floor(place / 26) - 1)}${letter}`;
}
