import type { TopLevelSpec } from "vega-lite";
import type { Evaluation, EvaluationRow } from "../evaluation/evaluation.ts";
import { labelWords } from "./chapter-words.ts";
import type { DocumentWriter } from "./document-writer.ts";
import { evaluationLabels, evaluationWords as words } from "./evaluation-words.ts";
import type { Span, TableColumn } from "./report-document.ts";

/** Write what the evaluation found: pace, projections against results and peers, what moved them, how they fared before. */
export function writeEvaluation(writer: DocumentWriter, paths: readonly TopLevelSpec[]): void {
  const { language, figures, data } = writer;
  const { evaluation } = data;
  if (evaluation === null) return;
  writer.heading(1, words.title()[language]);
  for (const place of evaluation.notes.keys()) {
    writer.paragraph(words.note({ text: figures.quote(`/evaluation/notes/${place}`) })[language]);
  }
  if (!writer.isDecided) writePace(writer, evaluation);
  writeProjections(writer, evaluation);
  for (const [place, spec] of paths.entries()) {
    writer.picture(words.pathsCaption()[language], `evaluation-paths-${place + 1}`, spec);
  }
  writeRevision(writer, evaluation);
  writeHonesty(writer, evaluation);
}

type Cells = readonly (readonly Span[])[];

function wordsOf({ language }: DocumentWriter) {
  const say = (key: keyof typeof evaluationLabels) => evaluationLabels[key]()[language];
  const indicator = labelWords.indicator()[language];
  const target = labelWords.target()[language];
  const dash: readonly Span[] = [{ kind: "text", text: labelWords.dash()[language] }];
  const right = (key: keyof typeof evaluationLabels, width: number): TableColumn => {
    return { header: say(key), width, align: "right" };
  };
  return { say, indicator, target, dash, right };
}

/** A value of a row at a path, or a dash where there is none. */
function figureAt(writer: DocumentWriter, row: EvaluationRow, path: string, value: number | null | undefined) {
  return value === null || value === undefined
    ? wordsOf(writer).dash
    : [writer.figures.bare(path, writer.row(row.indicator))];
}

function targetCell(writer: DocumentWriter, row: EvaluationRow, at: string): readonly Span[] {
  const { comparison, target } = row;
  if (comparison === null || target === null) return wordsOf(writer).dash;
  return writer.figures.target(`${at}/target`, comparison, writer.row(row.indicator));
}

function labelCell({ figures }: DocumentWriter, row: EvaluationRow): readonly Span[] {
  return [figures.quote(`/rows/${row.indicator}/label`)];
}

function writePace(writer: DocumentWriter, { rows }: Evaluation): void {
  const { language, figures } = writer;
  const { say, indicator, target, dash, right } = wordsOf(writer);
  writer.heading(2, words.pace()[language]);
  const count = (tier: string) => figures.count(`/counts/${tier}`);
  const tiers = { early: count("early"), ahead: count("ahead"), onTrack: count("onTrack"), lagging: count("lagging") };
  writer.paragraph(words.tiers(tiers)[language]);
  const cells = rows.flatMap((row, place): Cells[] => {
    const { actual, pace, required, verdict } = row;
    if (verdict.fact !== null || actual === null) return [];
    const at = `/evaluation/rows/${place}`;
    const needed = required?.perYear == null ? ["growth", required?.growth] : ["perYear", required.perYear];
    return [
      [
        labelCell(writer, row),
        targetCell(writer, row, at),
        figureAt(writer, row, `${at}/actual/value`, actual.value),
        [figures.quote(`${at}/actual/date`)],
        pace?.elapsedShare == null ? dash : figures.percent(`${at}/pace/elapsedShare`, 0),
        pace?.index == null ? dash : [figures.number(`${at}/pace/index`, 1, 2)],
        pace?.wording == null ? dash : [figures.quote(`${at}/pace/wording`)],
        figureAt(writer, row, `${at}/required/${needed[0]}`, needed[1] as number | null | undefined),
      ],
    ];
  });
  const columns: readonly TableColumn[] = [
    { header: indicator, width: 36, align: "left" },
    { header: target, width: 19, align: "right" },
    right("latest", 17),
    { header: say("date"), width: 20, align: "center" },
    right("timePassed", 14),
    right("paceIndex", 14),
    { header: say("pace"), width: 20, align: "center" },
    right("needed", 16),
  ];
  writer.table(words.paceTable()[language], words.unit()[language], columns, cells);
}

function writeProjections(writer: DocumentWriter, { rows }: Evaluation): void {
  const { language, figures } = writer;
  const { indicator, target, dash, right } = wordsOf(writer);
  const peers = rows.find((row) => row.peers.length > 0)?.peers ?? [];
  writer.heading(2, words.projections()[language]);
  const cells = rows.flatMap((row, place): Cells[] => {
    const { frozen, updated, verdict } = row;
    if (frozen === null && updated === null && row.peers.every(({ value }) => value === null)) return [];
    const at = `/evaluation/rows/${place}`;
    const value =
      verdict.fact === null ? ["updated/median", updated?.median] : ["verdict/fact/value", verdict.fact.value];
    return [
      [
        labelCell(writer, row),
        targetCell(writer, row, at),
        figureAt(writer, row, `${at}/frozen/median`, frozen?.median),
        figureAt(writer, row, `${at}/frozen/lower`, frozen?.lower),
        figureAt(writer, row, `${at}/frozen/upper`, frozen?.upper),
        figureAt(writer, row, `${at}/${value[0]}`, value[1] as number | undefined),
        ...peers.map((_, i) =>
          row.peers[i] ? figureAt(writer, row, `${at}/peers/${i}/value`, row.peers[i].value) : dash,
        ),
      ],
    ];
  });
  const columns: readonly TableColumn[] = [
    { header: indicator, width: 40, align: "left" },
    { header: target, width: 20, align: "right" },
    right("frozen", 18),
    right("lower", 17),
    right("upper", 17),
    right(writer.isDecided ? "actual" : "actualOrUpdated", 19),
    ...peers.map(({ label }) => ({ header: label[language], width: 17, align: "right" }) as const),
  ];
  writer.table(words.projectionTable()[language], words.unit()[language], columns, cells);
  writer.note(words.projectionNote({ share: figures.percent("/definitions/interval", 0) })[language]);
}

function writeRevision(writer: DocumentWriter, { rows, update }: Evaluation): void {
  const { language, figures } = writer;
  const { indicator, right } = wordsOf(writer);
  if (update === null) return;
  writer.heading(2, words.revision()[language]);
  const evidence = {
    count: figures.count("/evaluation/update/evidence/length"),
    why: figures.quote("/evaluation/update/why"),
  };
  writer.paragraph(words.evidence(evidence)[language]);
  const informed = {
    informed: figures.count("/evaluation/update/informed/length"),
    uninformed: figures.count("/evaluation/update/uninformed"),
  };
  writer.paragraph(words.informed(informed)[language]);
  const parts = ["total", "level", "parameters", "events", "correction"] as const;
  const cells = rows.flatMap((row, place): Cells[] => {
    const { attribution } = row;
    if (attribution === null) return [];
    const at = `/evaluation/rows/${place}/attribution`;
    return [
      [labelCell(writer, row), ...parts.map((part) => figureAt(writer, row, `${at}/${part}`, attribution[part]))],
    ];
  });
  const columns: readonly TableColumn[] = [
    { header: indicator, width: 56, align: "left" },
    right("change", 20),
    right("level", 20),
    right("parameters", 20),
    right("events", 20),
    right("correction", 20),
  ];
  writer.table(words.revisionTable()[language], words.unit()[language], columns, cells);
}

function writeHonesty(writer: DocumentWriter, { honesty }: Evaluation): void {
  const { language, figures } = writer;
  const { say, right } = wordsOf(writer);
  writer.heading(2, words.honesty()[language]);
  writer.paragraph([figures.quote("/evaluation/honesty/statement")]);
  if (honesty.scores.length > 1) {
    const cells = honesty.scores.map((_, place): Cells => {
      const at = `/evaluation/honesty/scores/${place}`;
      return [
        [figures.quote(`${at}/label`)],
        [figures.count(`${at}/count`)],
        [figures.number(`${at}/wis`, 1, 3)],
        [figures.number(`${at}/modelWis`, 1, 3)],
      ];
    });
    const columns: readonly TableColumn[] = [
      { header: say("way"), width: 72, align: "left" },
      right("pairs", 24),
      right("score", 24),
      right("modelScore", 36),
    ];
    writer.table(words.scoreTable()[language], words.scoreUnit()[language], columns, cells);
  }
  const coverage = honesty.coverage.flatMap((_, place): readonly Span[] => {
    const at = `/evaluation/honesty/coverage/${place}`;
    const told = {
      level: figures.percent(`${at}/level`, 0),
      hits: figures.count(`${at}/hits`),
      count: figures.count(`${at}/count`),
      low: figures.count(`${at}/band/0`),
      high: figures.count(`${at}/band/1`),
    };
    return words.coverage(told)[language];
  });
  writer.paragraph(coverage);
}
