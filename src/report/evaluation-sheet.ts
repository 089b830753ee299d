import { comparisonSign, formatFigure } from "../charts/format-figure.ts";
import type { Language } from "../core/bilingual.ts";
import type { Evaluation, EvaluationRow, ProjectedValue } from "../evaluation/evaluation.ts";
import { tierWording } from "../progress/pace-tier.ts";
import { verdictWording } from "../reachability/wording.ts";
import { evaluationFindings } from "./evaluation-findings.ts";
import { countedClasses, evaluationHeads, evaluationSentences, evaluationTitles } from "./evaluation-words.ts";
import type { SheetHead, SheetSection } from "./sheet-parts.ts";

/** An evaluation in words, before anything is laid out: what terminal, Markdown and other documents show alike. */
export interface EvaluationSheet {
  readonly title: string;
  readonly heading: readonly string[];
  /** The counts, which reports say first. */
  readonly summary: readonly string[];
  readonly sections: readonly SheetSection[];
}

/** Put an evaluation into words: the counts, what to report, every row, the projections, how they fared before. */
export function evaluationSheet(evaluation: Evaluation, language: Language): EvaluationSheet {
  const { title, plan, scenario, run, frozen, rows, notes } = evaluation;
  const isAnyOpen = rows.some(({ verdict }) => verdict.probability !== null);
  const say = evaluationSentences;
  return {
    title: language === "zh" ? `${plan.zh} ${title.zh}` : `${title.en}: ${plan.en}`,
    heading: [
      say.scenario({ scenario: scenario.label[language] })[language],
      say.asOf({ date: run.informationDate })[language],
      say.run({ hash: run.hash, frozen: frozen.hash })[language],
    ],
    summary: summaryLines(evaluation, language),
    sections: [
      ...(isAnyOpen ? [alertSection(evaluation, language)] : []),
      rowSection(evaluation, language, isAnyOpen),
      projectionSection(evaluation, language, isAnyOpen),
      ...(isAnyOpen ? [revisionSection(evaluation, language)] : []),
      ...evaluationFindings(evaluation, language),
      { title: evaluationTitles.notes[language], table: null, lines: notes.map((note) => note[language]) },
    ],
  };
}

/** A figure of a row with its unit's display; a dash where there is none. */
function figureText(value: number | null | undefined, { display }: EvaluationRow, language: Language): string {
  return value === null || value === undefined || !Number.isFinite(value)
    ? "–"
    : formatFigure(value, display, language);
}

function summaryLines({ counts, rows }: Evaluation, language: Language): string[] {
  const say = evaluationSentences;
  const join = language === "zh" ? "，" : ", ";
  const { completionRate } = counts;
  const first =
    completionRate === null
      ? say.noneDecided({ rows: counts.rows })
      : say.decided({ ...counts, rate: `${formatShare(completionRate)}%` });
  const countList = (classes: readonly (typeof countedClasses)[number][]) =>
    classes
      .flatMap((one) => {
        const count = counts.classes[one] ?? 0;
        const word = verdictWording(one)[language].split(/[，;]/)[0] ?? "";
        return count === 0 ? [] : [say.countOf({ word, count })[language]];
      })
      .join(join);
  const decided = countList(countedClasses.slice(0, 6));
  const open = countList(countedClasses.slice(6, 11));
  const unjudged = countList(countedClasses.slice(11));
  const countIn = (from: number, to: number) =>
    rows.filter(({ verdict }) => countedClasses.slice(from, to).includes(verdict.class)).length;
  const tiers = new Map<string, number>();
  for (const [tier, count] of Object.entries(counts.tiers)) {
    const word = tierWording(tier as keyof typeof counts.tiers)[language];
    tiers.set(word, (tiers.get(word) ?? 0) + count);
  }
  const tierList = [...tiers].map(([word, count]) => say.countOf({ word, count })[language]).join(join);
  return [
    first[language],
    ...(decided === "" ? [] : [say.classes({ list: decided })[language]]),
    ...(open === "" ? [] : [say.open({ open: countIn(6, 11), list: open })[language]]),
    ...(unjudged === "" ? [] : [say.unjudged({ count: countIn(11, 13), list: unjudged })[language]]),
    ...(tierList === "" ? [] : [say.tiers({ list: tierList })[language]]),
  ];
}

function formatShare(share: number): string {
  return (share * 100).toFixed(1).replace(/\.0$/, "");
}

function alertSection({ alerts, rows }: Evaluation, language: Language): SheetSection {
  const lines = alerts.map(({ indicator, wording }) => {
    const row = rows.find((one) => one.indicator === indicator);
    const name = row === undefined ? indicator : rowName(row, language);
    const why = [row?.verdict.wording[language], row?.pace?.detail?.[language] ?? row?.pace?.wording?.[language]];
    const reasons = why.filter((one) => one !== undefined).join(language === "zh" ? "，" : ", ");
    return language === "zh" ? `${wording.zh}：${name}（${reasons}）` : `${wording.en}: ${name} (${reasons})`;
  });
  return {
    title: evaluationTitles.alerts[language],
    table: null,
    lines: lines.length === 0 ? [evaluationSentences.noAlerts[language]] : lines,
  };
}

/** A row by number and name; binding rows bear a star. */
function rowName({ row, label, attribute }: EvaluationRow, language: Language): string {
  const star = attribute === "binding" ? "*" : "";
  return `${row === null ? "" : `${row} `}${label[language]}${star}`;
}

function rowSection({ rows }: Evaluation, language: Language, isAnyOpen: boolean): SheetSection {
  const heads = evaluationHeads;
  const columns: SheetColumn[] = [
    words(heads.indicator[language], (row) => rowName(row, language)),
    numbers(heads.target[language], (row) => targetText(row, language)),
    numbers(heads.actual[language], (row) => actualText(row, language)),
    ...(isAnyOpen
      ? [
          numbers(heads.due[language], (row) => timeOf(row.pace?.elapsedShare)),
          numbers(heads.pace[language], (row) => row.pace?.index?.toFixed(2) ?? "–"),
          words(heads.tier[language], (row) => row.pace?.wording?.[language] ?? "–"),
          numbers(heads.needed[language], (row) => neededText(row, language)),
        ]
      : []),
    words(heads.verdict[language], (row) => row.verdict.wording[language]),
  ];
  const remarks = rows.flatMap((row) => {
    const text = row.pace?.remark?.[language] ?? row.verdict.reason?.[language];
    return text === undefined ? [] : [`${rowName(row, language)}${language === "zh" ? "：" : ": "}${text}`];
  });
  const unlike = rows.filter(({ metAsPublished, verdict }) => {
    return metAsPublished !== null && metAsPublished !== verdict.fact?.met;
  });
  return {
    title: evaluationTitles.rows[language],
    table: { heads: columns, rows: rows.map((row) => columns.map(({ of }) => of(row))) },
    lines: [
      ...remarks,
      ...unlike.map((row) => evaluationSentences.published({ label: rowName(row, language) })[language]),
    ],
  };
}

function projectionSection({ rows }: Evaluation, language: Language, isAnyOpen: boolean): SheetSection {
  const heads = evaluationHeads;
  const shown = rows.filter(({ frozen, updated, peers }) => {
    return frozen !== null || updated !== null || peers.some(({ value }) => value !== null);
  });
  const peers = rows.find((row) => row.peers.length > 0)?.peers ?? [];
  const columns: SheetColumn[] = [
    words(heads.indicator[language], (row) => rowName(row, language)),
    numbers(heads.target[language], (row) => targetText(row, language)),
    numbers(heads.frozen[language], (row) => projectedText(row.frozen, row, language)),
    isAnyOpen
      ? numbers(heads.updated[language], (row) => updatedText(row, language))
      : numbers(heads.actual[language], (row) => figureText(row.verdict.fact?.value, row, language)),
    ...peers.map((peer) =>
      numbers(peer.label[language], (row) => {
        return figureText(row.peers.find(({ region }) => region === peer.region)?.value, row, language);
      }),
    ),
    ...(isAnyOpen ? [numbers(heads.chance[language], (row) => percentOf(row.verdict.probability))] : []),
  ];
  return {
    title: evaluationTitles.projections[language],
    table: { heads: columns, rows: shown.map((row) => columns.map(({ of }) => of(row))) },
    lines: [
      evaluationSentences.intervals[language],
      ...(peers.length > 0 ? [evaluationSentences.peersMeaning[language]] : []),
    ],
  };
}

function revisionSection({ rows }: Evaluation, language: Language): SheetSection {
  const heads = evaluationHeads;
  const parts = ["level", "parameters", "events", "correction"] as const;
  const shown = rows.filter(({ attribution }) => attribution !== null);
  return {
    title: evaluationTitles.revision[language],
    table: {
      heads: [
        head(heads.indicator[language]),
        head(heads.change[language], true),
        ...parts.map((part) => head(heads[part][language], true)),
      ],
      rows: shown.map((row) => [
        rowName(row, language),
        changeText(row.attribution?.total, row, language),
        ...parts.map((part) => changeText(row.attribution?.[part], row, language)),
      ]),
    },
    lines: [],
  };
}

function head(text: string, isNumber = false): SheetHead {
  return { text, isNumber };
}

/** A column with what it says of a row. */
interface SheetColumn extends SheetHead {
  readonly of: (row: EvaluationRow) => string;
}

function words(text: string, of: SheetColumn["of"]): SheetColumn {
  return { text, isNumber: false, of };
}

function numbers(text: string, of: SheetColumn["of"]): SheetColumn {
  return { text, isNumber: true, of };
}

/** Target with its sign: ≥ 25. */
function targetText(row: EvaluationRow, language: Language): string {
  const { comparison, target } = row;
  if (comparison === null || target === null) return "–";
  return `${comparisonSign(comparison)} ${figureText(target, row, language)}`;
}

function actualText(row: EvaluationRow, language: Language): string {
  const { verdict, actual } = row;
  if (verdict.fact !== null) {
    const bound = verdict.fact.bound === undefined ? "" : verdict.fact.bound === "at_least" ? "≥ " : "≤ ";
    return `${bound}${figureText(verdict.fact.value, row, language)}`;
  }
  if (actual === null) {
    const last = row.path.findLast((year) => year.actual !== null);
    return last === undefined ? "–" : `${figureText(last.actual, row, language)} (${last.year})`;
  }
  const month = actual.date.slice(0, 7);
  const when = month.endsWith("-12") ? month.slice(0, 4) : month;
  return `${figureText(actual.value, row, language)} (${when})`;
}

function neededText(row: EvaluationRow, language: Language): string {
  const { required, kind } = row;
  if (required === null) return "–";
  if (kind === "mean_growth") return figureText(required.growth, row, language);
  return changeText(required.perYear, row, language);
}

function projectedText(value: ProjectedValue | null, row: EvaluationRow, language: Language): string {
  if (value === null) return "–";
  const [low, high] = [figureText(value.lower, row, language), figureText(value.upper, row, language)];
  return `${figureText(value.median, row, language)} (${low}–${high})`;
}

function updatedText(row: EvaluationRow, language: Language): string {
  return row.verdict.fact === null
    ? projectedText(row.updated, row, language)
    : figureText(row.verdict.fact.value, row, language);
}

/** A change with its sign; that of a percent row in percentage points. */
function changeText(value: number | null | undefined, row: EvaluationRow, language: Language): string {
  const text = figureText(value, row, language);
  const isUp = value !== null && value !== undefined && value > 0 && /[1-9]/.test(text);
  return `${isUp ? "+" : ""}${text.replace(/%$/, language === "zh" ? "个点" : " pp")}`;
}

/** Share of the time that has passed. */
function timeOf(share: number | null | undefined): string {
  return share === null || share === undefined ? "–" : `${Math.round(share * 100)}%`;
}

/** A chance in whole percent; what rounds to certainty is written as a bound. */
function percentOf(share: number | null | undefined): string {
  if (share === null || share === undefined) return "–";
  const percent = Math.round(share * 100);
  if (percent === 0) return "<1%";
  return percent === 100 ? ">99%" : `${percent}%`;
}
