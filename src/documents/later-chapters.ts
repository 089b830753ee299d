import type { TopLevelSpec } from "vega-lite";
import { labelWords, chapterWords as words } from "./chapter-words.ts";
import type { DocumentWriter } from "./document-writer.ts";
import { joinProse } from "./prose.ts";
import type { RowData } from "./report-data.ts";
import type { Span } from "./report-document.ts";
import { outcomeProse } from "./row-prose.ts";
import { isAssessed, isOnCourse } from "./scenario-data.ts";
import { rowNames } from "./summary-chapter.ts";

/** Measures that are named for one row. */
const measuresShown = 5;

/** Write the chapter that compares the scenarios. */
export function writeScenarios(writer: DocumentWriter, overview: TopLevelSpec): void {
  const { language, data } = writer;
  // Facts are the same under all scenarios.
  if (writer.isDecided) return;
  writer.heading(1, words.scenarios()[language]);
  if (data.evaluation?.update != null) writer.paragraph(words.scenariosFromBase()[language]);
  if (data.scenarioOrder.length > 1) {
    writer.paragraph(words.scenariosShare()[language]);
    const always = rowsOnCourse(writer, "every");
    const never = rowsOnCourse(writer, "none");
    if (always.length > 0) writer.paragraph(words.alwaysOnCourse({ names: rowNames(writer, always) })[language]);
    if (never.length > 0) writer.paragraph(words.neverOnCourse({ names: rowNames(writer, never) })[language]);
  }
  writeScenarioTable(writer);
  writer.picture(words.overviewCaption()[language], "overview", overview);
}

function rowsOnCourse({ data }: DocumentWriter, how: "every" | "none"): readonly string[] {
  return data.order.filter((id) => {
    const verdicts = data.scenarioOrder.flatMap((scenario) => data.scenarios[scenario]?.verdicts[id] ?? []);
    const assessed = verdicts.filter(isAssessed);
    if (assessed.length < verdicts.length || assessed.length === 0) return false;
    return how === "every" ? assessed.every(isOnCourse) : !assessed.some(isOnCourse);
  });
}

function writeScenarioTable(writer: DocumentWriter): void {
  const { language, figures, data } = writer;
  const say = (key: keyof typeof labelWords) => labelWords[key]()[language];
  const rows = data.scenarioOrder.map((id): (readonly Span[])[] => {
    const { rowsMet, binding } = writer.scenario(id);
    const at = `/scenarios/${id}`;
    const dash: readonly Span[] = [{ kind: "text", text: say("dash") }];
    const count = (path: string) => (rowsMet === null ? dash : [figures.count(`${at}/rowsMet/met/${path}`)]);
    return [
      [figures.quote(`${at}/label`)],
      count("median"),
      count("lower"),
      count("upper"),
      rowsMet === null ? dash : [figures.number(`${at}/rowsMet/completionRate/median`, 100, 1)],
      binding === null ? dash : [figures.chance(`${at}/binding`, "short")],
    ];
  });
  const columns = [
    { header: say("scenario"), width: 42, align: "left" },
    { header: say(writer.main.counts.facts > 0 ? "rowsMetWithFacts" : "rowsMet"), width: 24, align: "right" },
    { header: say("least"), width: 19, align: "right" },
    { header: say("most"), width: 19, align: "right" },
    { header: say("rate"), width: 22, align: "right" },
    { header: say("bindingTogether"), width: 30, align: "center" },
  ] as const;
  writer.table(words.scenarioTable()[language], words.scenarioUnit()[language], columns, rows);
  writer.note(words.scenarioNote({ share: figures.percent("/definitions/interval", 0) })[language]);
  for (const id of data.scenarioOrder) {
    const at = `/scenarios/${id}`;
    writer.note(
      words.describedAs({ name: figures.quote(`${at}/label`), description: figures.quote(`${at}/description`) })[
        language
      ],
    );
  }
}

/** Write the chapter of warnings: binding rows first, then rows to watch. */
export function writeAlerts(writer: DocumentWriter): void {
  const { language, figures, main } = writer;
  if (writer.isDecided) return;
  writer.heading(1, words.alerts()[language]);
  writer.paragraph(words.alertRule()[language]);
  const alerts = alertedRows(writer);
  if (alerts.length === 0) {
    writer.paragraph(words.noAlert()[language]);
    return;
  }
  const say = (key: keyof typeof labelWords) => labelWords[key]()[language];
  const text = (key: keyof typeof labelWords): Span => ({ kind: "text", text: say(key) });
  const rows = alerts.map((row): (readonly Span[])[] => {
    const verdict = main.verdicts[row.id];
    const hasGap = main.gaps[row.id] !== undefined;
    return [
      [figures.quote(`/rows/${row.id}/label`)],
      [text(row.attribute === "binding" ? "binding" : "indicative")],
      [figures.quote(`/rows/${row.id}/alert/wording`)],
      verdict?.probability == null ? [text("dash")] : [figures.chance(`/main/verdicts/${row.id}/probability`, "short")],
      hasGap ? signedGap(writer, row) : [text("dash")],
      row.drivers === null ? [text("dash")] : [figures.quote(`/rows/${row.id}/drivers`)],
    ];
  });
  const columns = [
    { header: say("indicator"), width: 30, align: "left" },
    { header: say("attribute"), width: 14, align: "center" },
    { header: say("level"), width: 12, align: "center" },
    { header: say("chance"), width: 17, align: "center" },
    { header: say("gap"), width: 22, align: "right" },
    { header: say("drivers"), width: 61, align: "left" },
  ] as const;
  writer.table(words.alertTable()[language], words.alertUnit()[language], columns, rows);
}

function signedGap({ figures }: DocumentWriter, row: RowData): readonly Span[] {
  const path = `/main/gaps/${row.id}`;
  return [figures.bare(path, row), ...figures.difference(path, row).slice(1)];
}

/** Write the chapter of targets that were missed, where observations have decided any target. */
export function writeMissed(writer: DocumentWriter): void {
  const { language, figures, main } = writer;
  if (main.counts.facts === 0) return;
  writer.heading(1, words.missed()[language]);
  const missed = missedRows(writer);
  if (missed.length === 0) {
    writer.paragraph(words.noMissed()[language]);
    return;
  }
  const say = (key: keyof typeof labelWords) => labelWords[key]()[language];
  const rows = missed.map((row): (readonly Span[])[] => {
    const at = `/main/verdicts/${row.id}`;
    return [
      [figures.quote(`/rows/${row.id}/label`)],
      [{ kind: "text", text: say(row.attribute === "binding" ? "binding" : "indicative") }],
      figures.target(`${at}/target`, main.verdicts[row.id]?.comparison ?? ">=", row),
      [figures.bare(`${at}/fact/value`, row)],
      signedGap(writer, row),
    ];
  });
  const columns = [
    { header: say("indicator"), width: 58, align: "left" },
    { header: say("attribute"), width: 20, align: "center" },
    { header: say("target"), width: 24, align: "right" },
    { header: say("actual"), width: 24, align: "right" },
    { header: say("gap"), width: 30, align: "right" },
  ] as const;
  writer.table(words.missedTable()[language], words.alertUnit()[language], columns, rows);
}

function missedRows({ data, main }: DocumentWriter): readonly RowData[] {
  return byAttribute(
    data.order.flatMap((id) => data.rows[id] ?? []).filter(({ id }) => main.verdicts[id]?.class === "missed"),
  );
}

function byAttribute(rows: readonly RowData[]): readonly RowData[] {
  return rows.toSorted((a, b) => Number(b.attribute === "binding") - Number(a.attribute === "binding"));
}

function alertedRows({ data }: DocumentWriter): readonly RowData[] {
  const rows = data.order.flatMap((id) => data.rows[id] ?? []).filter(({ alert }) => alert.level !== "none");
  return byAttribute(rows);
}

/** Write the chapter that people fill in: causes and adjustments of every row missed or alerted, with the evidence. */
export function writeCauses(writer: DocumentWriter): void {
  const alerts = [...missedRows(writer), ...alertedRows(writer)];
  if (alerts.length === 0) return;
  const { language, figures } = writer;
  const say = (key: keyof typeof labelWords) => labelWords[key]()[language];
  writer.heading(1, words.causes()[language]);
  writer.paragraph((writer.isDecided ? words.missedCausesIntro : words.causesIntro)()[language]);
  for (const row of alerts) {
    writer.heading(2, [figures.quote(`/rows/${row.id}/label`)]);
    const evidenceLabel = say("evidence");
    writer.field({
      label: say("cause"),
      prompt: say("causePrompt"),
      evidenceLabel,
      evidence: causeEvidence(writer, row),
    });
    writer.field({
      label: say("advice"),
      prompt: say("advicePrompt"),
      evidenceLabel,
      evidence: adviceEvidence(writer, row),
    });
  }
}

function causeEvidence(writer: DocumentWriter, row: RowData): readonly (readonly Span[])[] {
  const { language, figures, main } = writer;
  const verdict = main.verdicts[row.id];
  const outcome = verdict === undefined ? [] : outcomeProse(writer, row, verdict);
  const drivers = row.drivers === null ? [] : [figures.quote(`/rows/${row.id}/drivers`)];
  const names = labels(writer, `/rows/${row.id}/hurts`, row.hurts.length);
  const hurts = row.hurts.length === 0 ? [] : words.hurts({ names })[language];
  return [outcome, drivers, hurts].filter((spans) => spans.length > 0);
}

function adviceEvidence(writer: DocumentWriter, row: RowData): readonly (readonly Span[])[] {
  const { language, figures, data } = writer;
  const count = Math.min(row.measures.length, measuresShown);
  const names = labels(writer, `/rows/${row.id}/measures`, count);
  const measures = count === 0 ? words.noMeasure()[language] : words.measures({ names })[language];
  if (row.best === null || data.scenarioOrder.length < 2) return [measures];
  const best = (data.evaluation?.update == null ? words.bestScenario : words.bestFromBase)({
    name: figures.quote(`/scenarios/${row.best.scenario}/label`),
    chance: figures.chance(`/rows/${row.id}/best/probability`),
  })[language];
  return [measures, best];
}

function labels({ figures, language }: DocumentWriter, path: string, count: number): readonly Span[] {
  const quotes = Array.from({ length: count }, (_, place) => [figures.quote(`${path}/${place}`)]);
  return joinProse(quotes, language === "zh" ? "、" : "; ");
}
