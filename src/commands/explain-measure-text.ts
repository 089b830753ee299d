import type { Language } from "../core/bilingual.ts";
import type { Indicator, Plan, Study } from "../inputs/study.ts";
import type { RowEffect } from "../reachability/row-effects.ts";
import { unitWords } from "../report/unit-words.ts";
import { type TextSink, textColumns } from "./command-io.ts";
import type { MeasureExplanation } from "./explain-measure.ts";
import { type Say, sayIn } from "./messages.ts";
import { smallChange } from "./signed-change.ts";
import { type TableCell, textTable } from "./text-table.ts";
import { paintFor } from "./verdict-paint.ts";
import { wrapToWidth } from "./wrap-to-width.ts";

/** Lay out what a policy or lever moves: its ways to the rows of the plan, then how far it moves each. */
export function measureText(measure: MeasureExplanation, study: Study, language: Language, sink: TextSink): string {
  const say = sayIn(language);
  if (measure.reach.every(({ rows }) => rows.length === 0)) return `${say("reachesNothing")}\n`;
  const note = wrapToWidth(say("effectNote", measure), textColumns(sink)).map(paintFor(sink).dim).join("\n");
  return [
    `${say("reachTitle")}\n\n${reachTable(measure, study.plan, say, sink)}`,
    `${say("effectTitle", measure)}\n\n${effectTable(measure, study.plan, language, sink)}${note}\n`,
  ].join("\n");
}

function reachTable({ reach }: MeasureExplanation, { indicators }: Plan, say: Say, sink: TextSink): string {
  const { dim } = paintFor(sink);
  const numbers = (rows: readonly string[]) =>
    indicators.flatMap(({ id, row }) => (rows.includes(id) ? [row ?? id] : [])).join(", ");
  const rows = reach.flatMap(({ lever, routes }) =>
    routes.map(({ target, rows }): TableCell[] => [
      { text: lever, paint: dim },
      { text: target },
      { text: numbers(rows) },
    ]),
  );
  const columns = [{ header: say("lever") }, { header: say("actsOn") }, { header: say("rows"), wraps: true }];
  return textTable(columns, rows, sink.columns);
}

function effectTable({ effects }: MeasureExplanation, plan: Plan, language: Language, sink: TextSink): string {
  const say = sayIn(language);
  const rows = effects.flatMap((effect) => {
    const indicator = plan.indicators.find(({ id }) => id === effect.indicator);
    return indicator === undefined ? [] : [effectRow(effect, indicator, language, sink)];
  });
  const columns = [
    { header: say("row") },
    { header: say("indicator"), wraps: true },
    { header: say("direction") },
    { header: say("medianChange"), align: "right" as const, wraps: true },
    { header: say("atMost"), align: "right" as const, wraps: true },
    { header: say("unit"), wraps: true },
  ];
  return textTable(columns, rows, sink.columns);
}

function effectRow(effect: RowEffect, indicator: Indicator, language: Language, sink: TextSink): TableCell[] {
  const say = sayIn(language);
  const { direction, median, atMost } = effect;
  const unit = indicator.display.percent ? say("percentagePoints") : unitWords(indicator)[language];
  const change = (value: number, isSigned: boolean) =>
    direction === "none" ? "–" : smallChange(value, indicator, language, isSigned);
  return [
    { text: indicator.row ?? "" },
    { text: indicator.label[language] },
    { text: say(`direction_${direction}`), ...(direction === "none" ? { paint: paintFor(sink).dim } : {}) },
    { text: change(median, true) },
    { text: change(atMost, false) },
    { text: unit },
  ];
}
