import type { Language } from "../core/bilingual.ts";
import type { Evaluation, UpdateReport } from "../evaluation/evaluation.ts";
import { evaluationHeads, evaluationSentences, evaluationTitles } from "./evaluation-words.ts";
import type { SheetSection } from "./sheet-parts.ts";

/** Say how the figures moved the projection, and how earlier projections fared. */
export function evaluationFindings({ update, honesty }: Evaluation, language: Language): SheetSection[] {
  return [
    ...(update === null ? [] : [updateSection(update, language)]),
    honestySection(honesty, update !== null, language),
  ];
}

function updateSection(update: UpdateReport, language: Language): SheetSection {
  const say = evaluationSentences;
  const { evidence, informed, uninformed, leftOut } = update;
  const join = language === "zh" ? "、" : ", ";
  const list = informed.map(({ label, contraction }) => `${label[language]} ${percent(contraction)}`).join(join);
  const learnt = informed.length === 0 ? say.nothingInformed({ uninformed }) : say.informed({ list, uninformed });
  return {
    title: evaluationTitles.update[language],
    table: null,
    lines: [
      say.evidence({ count: evidence.length, method: update.why[language] })[language],
      ...evidence.slice(0, shownFigures).map(({ label, year, value, projected, updated, isPercent }) => {
        const text = (x: number) => (isPercent ? `${digits(x * 100)}%` : digits(x));
        const figure = typeof value === "number" ? text(value) : `${text(value.lower)}–${text(value.upper)}`;
        const parts = { series: label[language], year, value: figure };
        return say.figure({ ...parts, projected: text(projected), updated: text(updated) })[language];
      }),
      ...leftOut.map(
        ({ label, year, reason }) => `${label[language]} ${year}${language === "zh" ? "：" : ": "}${reason[language]}`,
      ),
      learnt[language],
    ],
  };
}

/** Beyond this many, figures stand in the files only. */
const shownFigures = 12;

function honestySection(honesty: Evaluation["honesty"], isAnyOpen: boolean, language: Language): SheetSection {
  const say = evaluationSentences;
  const heads = evaluationHeads;
  const { scores, coverage, inflation, statement } = honesty;
  const head = (text: string, isNumber = true) => ({ text, isNumber });
  return {
    title: evaluationTitles.honesty[language],
    table:
      scores.length < 2
        ? null
        : {
            heads: [
              head(heads.way[language], false),
              head(heads.pairs[language]),
              head(heads.score[language]),
              head(heads.modelScore[language]),
            ],
            rows: scores.map(({ label, count, wis, modelWis }) => [
              label[language],
              String(count),
              wis.toPrecision(2),
              modelWis.toPrecision(2),
            ]),
          },
    lines: [
      statement[language],
      ...coverage.map(({ level, hits, count, band: [low, high] }) => {
        return say.coverage({ level: Math.round(level * 100), hits, count, low, high })[language];
      }),
      ...(inflation === null || !isAnyOpen
        ? []
        : [say.inflation({ raw: inflation.raw.toFixed(2), applied: inflation.applied.toFixed(2) })[language]]),
    ],
  };
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

function digits(value: number): string {
  return String(Number(value.toPrecision(4)));
}
