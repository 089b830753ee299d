import { formatFigure } from "../charts/format-figure.ts";
import type { Language } from "../core/bilingual.ts";
import type { FrontPoint } from "../exploration/effort-front.ts";
import type { SeekFinding, SeekLever, SeekTarget } from "../exploration/seek-finding.ts";
import type { Study } from "../inputs/study.ts";
import { describeLeverAlone, describeSeek } from "../report/describe-seek.ts";
import { type TextSink, textColumns } from "./command-io.ts";
import { type Say, sayIn } from "./messages.ts";
import { textTable } from "./text-table.ts";
import { percentText } from "./verdict-figures.ts";
import { paintFor } from "./verdict-paint.ts";
import { wrapToWidth } from "./wrap-to-width.ts";

/** What a search gave: its finding, and what was asked for besides. */
export interface SeekAnswer {
  readonly finding: SeekFinding;
  readonly front: readonly FrontPoint[] | null;
  /** Path of the scenario file written. */
  readonly written: string | null;
}

/** Write the answer of a lever search for a terminal: the sentence, then the rows, the levers and what was asked besides. */
export function seekText(
  { finding, front, written }: SeekAnswer,
  study: Study,
  language: Language,
  sink: TextSink,
): string {
  const say = sayIn(language);
  const paint = paintFor(sink);
  const scenarios = finding.scenarios.map((id) => study.scenarios.find((one) => one.id === id)?.label[language] ?? id);
  const wrapped = (text: string) => `${wrapToWidth(text, textColumns(sink)).join("\n")}\n`;
  const section = (heading: string, text: string) => `${paint.bold(heading)}\n${text}`;
  const parts = [
    section(
      say("seekTitle", { scenarios: scenarios.join(" · ") }),
      wrapped(describeSeek(finding, study.plan)[language]),
    ),
  ];
  if (finding.targets.length > 0) parts.push(targetTable(finding, study, language, sink));
  if (finding.levers.length > 0) parts.push(leverTable(finding, say, language, sink));
  if (finding.alone) {
    const lines = finding.alone.map((lever) => wrapped(describeLeverAlone(lever)[language]));
    parts.push(section(say("seekAlone"), lines.join("")));
  }
  if (finding.setAside.length > 0) {
    const names = finding.setAside.map((name) => leverLabel(study, name, language));
    parts.push(wrapped(say("seekSetAside", { names: names.join(language === "zh" ? "、" : ", ") })));
  }
  if (front) parts.push(section(say("seekFront"), frontTable(front, say, sink)));
  if (written !== null) parts.push(wrapped(say("seekWritten", { path: written })));
  const { draws, seed, freshSeed, informationDate } = finding;
  const footer = say("seekFooter", { draws, seed, fresh: freshSeed, date: informationDate });
  return [...parts, paint.dim(wrapped(footer).trimEnd())].join("\n").concat("\n");
}

function leverLabel(study: Study, name: string, language: Language): string {
  return study.model.levers.find((lever) => lever.name === name)?.label[language] ?? name;
}

function targetTable(finding: SeekFinding, study: Study, language: Language, sink: TextSink): string {
  const say = sayIn(language);
  const columns = [
    { header: say("seekRow"), wraps: true },
    ...(finding.scenarios.length > 1 ? [{ header: say("seekScenario") }] : []),
    ...["seekAsked", "seekBefore", "seekAfter", "seekFresh", "seekMedian"].map((header) => ({
      header: say(header as "seekAsked"),
      align: "right" as const,
    })),
  ];
  const chance = (estimate: SeekTarget["after"]) => (estimate ? percentText(estimate.probability) : "–");
  const rows = finding.targets.map((target) => {
    const { indicator, scenario, before, after, fresh, medianBefore, medianAfter } = target;
    const row = study.plan.indicators.find(({ id }) => id === indicator);
    const figure = (value: number) => (row ? formatFigure(value, row.display, language) : String(value));
    const asked = finding.chances.find((one) => one.scenario === scenario && one.indicators.includes(indicator));
    const median = medianAfter === null ? figure(medianBefore) : `${figure(medianBefore)} → ${figure(medianAfter)}`;
    return [
      target.label[language],
      ...(finding.scenarios.length > 1 ? [scenario] : []),
      asked ? percentText(asked.probability) : "–",
      chance(before),
      chance(after),
      chance(fresh),
      median,
    ];
  });
  return textTable(columns, rows, sink.columns);
}

function leverTable(finding: SeekFinding, say: Say, language: Language, sink: TextSink): string {
  const isFound = finding.effort !== null;
  const hasBand = finding.levers.some(({ band }) => band !== null);
  const right = { align: "right" as const };
  const columns = [
    { header: say("seekLever"), wraps: true },
    { header: say("seekNow"), ...right },
    { header: say(isFound ? "seekFound" : "seekBest"), ...right },
    ...(hasBand ? [{ header: say("seekBand"), ...right }] : []),
    { header: say("seekCost"), ...right },
    ...(isFound ? [{ header: say("seekGain"), ...right }] : []),
  ];
  const rows = finding.levers.map((lever) => [
    lever.label[language],
    amount(lever.lower),
    amount(lever.intensity ?? finding.limit?.intensities[lever.name] ?? lever.upper),
    ...(hasBand ? [bandText(lever)] : []),
    amount(lever.unitCost),
    ...(isFound ? [lever.pointsPerEffort === null ? "–" : lever.pointsPerEffort.toFixed(1)] : []),
  ]);
  return textTable(columns, rows, sink.columns);
}

function bandText({ band }: SeekLever): string {
  return band ? band.map((end) => (end === null ? "…" : amount(end))).join(" – ") : "–";
}

function frontTable(front: readonly FrontPoint[], say: Say, sink: TextSink): string {
  const columns = [
    { header: say("seekProbability"), align: "right" as const },
    { header: say("seekEffort"), align: "right" as const },
    { header: say("seekFresh"), align: "right" as const },
  ];
  const rows = front.map(({ probability, effort, fresh }) => [
    percentText(probability),
    effort === null ? say("seekUnreached") : amount(effort),
    fresh === null ? "–" : percentText(fresh),
  ]);
  return textTable(columns, rows, sink.columns);
}

function amount(value: number): string {
  return value.toFixed(2);
}
