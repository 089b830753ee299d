import { formatFigure } from "../charts/format-figure.ts";
import type { Language } from "../core/bilingual.ts";
import { neverEvaluated } from "../core/never-evaluated.ts";
import type { Indicator, Plan } from "../inputs/study.ts";
import { type TextSink, textColumns } from "./command-io.ts";
import type { ScenarioComparison } from "./compare-results.ts";
import { type Say, sayIn } from "./messages.ts";
import type { DifferenceKind, ScenarioDifference } from "./scenario-differences.ts";
import { signedChange } from "./signed-change.ts";
import type { SingleEffects } from "./single-effects.ts";
import type { TargetMove } from "./target-moves.ts";
import { type TableCell, textTable } from "./text-table.ts";
import { percentText } from "./verdict-figures.ts";
import { type Paint, paintFor } from "./verdict-paint.ts";
import { wrapToWidth } from "./wrap-to-width.ts";

/** Lay out a comparison: what differs, what it does to each target, what each difference does alone. */
export function diffTables(comparison: ScenarioComparison, language: Language, sink: TextSink): string {
  const say = sayIn(language);
  const { study, first, second, differences, isPaired, moves, single } = comparison;
  const name = ({ scenario }: typeof first) => `${scenario.label[language]} (${scenario.id})`;
  const title = paintFor(sink).bold(say("diffTitle", { from: name(first), to: name(second) }));
  if (differences.length === 0) return `${title}\n\n${say("noDifference")}\n`;
  const decided = moves.filter(({ isDecided }) => isDecided).length;
  const unmoved = decided === 0 ? [] : [note(say("decidedRows", { count: decided }), sink)];
  const told = moves.filter(({ median }) => median.from !== null && median.to !== null);
  const tables = [
    `${say("movesTitle")}\n\n${moveTable(told, study.plan, language, sink)}${note(say(isPaired ? "paired" : "unpaired"), sink)}`,
    singleTable(single, study.plan, name(first), language, sink),
  ];
  const parts = [
    title,
    `${say("differenceCount", { count: differences.length })}\n\n${differenceTable(comparison, language, sink)}`,
    ...(told.length === 0 && decided > 0 ? [] : tables),
    ...unmoved,
  ];
  return parts.join("\n");
}

function differenceTable({ differences, first, second }: ScenarioComparison, language: Language, sink: TextSink) {
  const say = sayIn(language);
  const { dim } = paintFor(sink);
  const value = (text: string | null): TableCell => (text === null ? { text: say("notSet"), paint: dim } : { text });
  const rows = differences.map(({ kind, name, from, to }) => [
    { text: kindText(kind, say), paint: dim },
    { text: name },
    value(from),
    value(to),
  ]);
  const columns = [
    { header: say("kind") },
    { header: say("difference"), wraps: true },
    { header: first.scenario.id, wraps: true },
    { header: second.scenario.id, wraps: true },
  ];
  return textTable(columns, rows, sink.columns);
}

function kindText(kind: DifferenceKind, say: Say): string {
  const keys = {
    reading: "readingKind",
    switch: "switchKind",
    lever: "leverKind",
    policy: "policyKind",
    assumption: "assumptionKind",
    event: "eventKind",
    driver: "driverKind",
    known_as_of: "knownAsOfKind",
    run: "runKind",
  } as const;
  return say(keys[kind]);
}

function moveTable(moves: readonly TargetMove[], plan: Plan, language: Language, sink: TextSink): string {
  const say = sayIn(language);
  const paint = paintFor(sink);
  const rows = moves.flatMap((move) => {
    const indicator = plan.indicators.find(({ id }) => id === move.indicator);
    if (indicator === undefined) return [];
    return [moveRow(move, indicator, language, paint)];
  });
  const columns = [
    { header: say("row") },
    { header: say("indicator"), wraps: true },
    { header: say("median"), align: "right" as const, wraps: true },
    { header: say("medianMove"), align: "right" as const, wraps: true },
    { header: say("pairedInterval"), align: "right" as const, wraps: true },
    { header: say("chance"), align: "right" as const },
    { header: say("chanceMove"), align: "right" as const, wraps: true },
  ];
  return textTable(columns, rows, sink.columns);
}

function moveRow(move: TargetMove, indicator: Indicator, language: Language, paint: Paint): TableCell[] {
  const { median, pairedChange, probability } = move;
  const figure = (value: number | null) => (value === null ? "–" : formatFigure(value, indicator.display, language));
  const chance = (value: number | null) => (value === null ? "–" : percentText(value));
  const paired =
    pairedChange === null
      ? "–"
      : `${signedChange(pairedChange.lower, indicator, language)} … ${signedChange(pairedChange.upper, indicator, language)}`;
  return [
    { text: indicator.row ?? "" },
    { text: indicator.label[language] },
    { text: `${figure(median.from)} → ${figure(median.to)}` },
    { text: median.change === null ? "–" : signedChange(median.change, indicator, language) },
    { text: paired },
    { text: `${chance(probability.from)} → ${chance(probability.to)}` },
    { text: pointsText(probability), paint: paintOfChange(probability.change, paint) },
  ];
}

function pointsText({ change, interval }: TargetMove["probability"]): string {
  if (change === null) return "–";
  const margin = interval === null ? 0 : (interval.upper - interval.lower) / 2;
  return margin > 0 ? `${points(change)} ±${(margin * 100).toFixed(1)}` : points(change);
}

/** Percentage points of a change of probability, to a tenth: differences on shared draws are known that well. */
function points(change: number): string {
  const text = (Math.abs(change) * 100).toFixed(1);
  if (!/[1-9]/.test(text)) return "0";
  return `${change < 0 ? "−" : "+"}${text}`;
}

function paintOfChange(change: number | null, paint: Paint): (text: string) => string {
  if (change === null || points(change) === "0") return paint.dim;
  return change > 0 ? paint.green : paint.red;
}

/** Rows: differences. Columns: the targets that any of them moves. */
function singleTable(single: SingleEffects, plan: Plan, from: string, language: Language, sink: TextSink): string {
  const say = sayIn(language);
  const paint = paintFor(sink);
  const title = say("singleTitle", { from, draws: single.draws });
  const moved = plan.indicators.filter(({ id }) => isMoved(id, single));
  if (moved.length === 0) return `${title}\n\n${say("noMove")}\n`;
  const cells = (changes: Readonly<Record<string, number>>): TableCell[] =>
    moved.map(({ id }) => {
      const change = changes[id];
      return change === undefined ? { text: "–" } : { text: points(change), paint: paintOfChange(change, paint) };
    });
  const rows = single.effects.map(({ difference, changes }) => [
    { text: differenceName(difference, say) },
    ...(changes === null ? moved.map(() => ({ text: "–", paint: paint.dim })) : cells(changes)),
  ]);
  const columns = [
    { header: say("difference"), wraps: true },
    ...moved.map(({ row, id }) => ({ header: row ?? id, align: "right" as const, wraps: true })),
  ];
  const last = [
    [{ text: say("interaction"), paint: paint.dim }, ...cells(single.interaction)],
    [{ text: say("allDifferences"), paint: paint.bold }, ...cells(single.together)],
  ];
  const isMeasured = single.effects.some(({ difference: { kind } }) => kind === "lever" || kind === "policy");
  const evaluated = isMeasured ? note(say("effectSizes", { note: neverEvaluated }), sink) : "";
  const keys = moved.map(({ row, id, label }) => `  ${row ?? id}  ${label[language]}\n`).join("");
  const table = textTable(columns, [...rows, ...last], sink.columns);
  const alone = single.effects.filter(({ changes }) => changes === null).map(({ difference }) => difference.name);
  const impossible = alone.length === 0 ? "" : note(`${say("impossibleAlone")}: ${alone.join(", ")}`, sink);
  return `${title}\n\n${table}${evaluated}${impossible}\n${keys}`;
}

function isMoved(id: string, { effects, together }: SingleEffects): boolean {
  const all = [together, ...effects.map(({ changes }) => changes ?? {})];
  return all.some((changes) => points(changes[id] ?? 0) !== "0");
}

function differenceName({ kind, name, to }: ScenarioDifference, say: Say): string {
  return `${kindText(kind, say)} ${name}: ${to ?? say("notSet")}`;
}

function note(text: string, sink: TextSink): string {
  return `${wrapToWidth(text, textColumns(sink)).map(paintFor(sink).dim).join("\n")}\n`;
}
