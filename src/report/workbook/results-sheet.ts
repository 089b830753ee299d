import { comparisonSign, formatFigure } from "../../charts/format-figure.ts";
import type { Indicator } from "../../inputs/study.ts";
import { areScenariosDecided } from "../../reachability/decided.ts";
import type { Verdict } from "../../reachability/verdict.ts";
import { chanceWording } from "../../reachability/wording.ts";
import type { ScenarioOutput } from "../run-output.ts";
import type { Book } from "./book.ts";
import { formatOfEstimate } from "./number-format.ts";
import { type DraftCell, type DraftColumn, type DraftRow, type SheetDraft, textCell } from "./sheet-draft.ts";
import { statisticWords } from "./statistic-words.ts";

/** Quantiles that are shown, by the keys under which verdicts have them. */
const shownQuantiles = ["0.05", "0.1", "0.25", "0.5", "0.75", "0.9", "0.95"] as const;

/** Column of the first quantile, from 1, where there are any. */
const firstQuantile = 11;

/** Draft the sheet of verdicts, a row for each target under each scenario: chances of what is open, facts of what is decided. */
export function resultsSheet(book: Book): SheetDraft {
  const { words, run } = book;
  const { say, sheets } = words;
  const isDecided = areScenariosDecided(run.results.map(({ verdicts }) => verdicts));
  const chances: DraftColumn[] = [
    { title: say("chanceWords"), width: 12 },
    { title: say("probability"), width: 7 },
    ...shownQuantiles.map((p) => ({ title: `${Number(p) * 100}%`, width: 8 })),
  ];
  return {
    name: sheets.results,
    heading: [sheets.results, say(isDecided ? "decidedResultsNote" : "resultsNote")],
    columns: [
      { title: say("scenario"), width: 14 },
      { title: say("row"), width: 5 },
      { title: say("indicator"), width: 24 },
      { title: say("attribute"), width: 8 },
      { title: say("unit"), width: 8 },
      { title: say("target"), width: 9 },
      { title: say("statistic"), width: 17 },
      { title: say("wording"), width: 20 },
      ...(isDecided ? [] : chances),
      { title: say("actual"), width: 9 },
      { title: say("standing"), width: 36 },
      { title: say("reason"), width: 50 },
    ],
    rows: run.results.flatMap((result) =>
      result.verdicts.verdicts.map((verdict) => verdictRow(result, verdict, book, isDecided)),
    ),
    frozenColumns: 3,
    // The tense and the reasons run on to the right: on paper they would make all else too small to read.
    printedColumns: isDecided ? firstQuantile - 2 : firstQuantile + shownQuantiles.length,
    hasFilter: true,
  };
}

function verdictRow(
  { scenario }: ScenarioOutput,
  verdict: Verdict,
  { run, words }: Book,
  isDecided: boolean,
): DraftRow {
  const { language, say } = words;
  const { plan } = run.study;
  const indicator = plan.indicators.find(({ id }) => id === verdict.indicator) as Indicator;
  const { probability, quantiles, fact, heading, reason, comparison, target } = verdict;
  const format = formatOfEstimate(indicator);
  const figure = (value: number | undefined): DraftCell | null =>
    value === undefined ? null : { value, look: "result", format };
  const asked =
    comparison !== null && target !== null
      ? `${comparisonSign(comparison)} ${formatFigure(target, indicator.display, language)}`
      : "";
  const chances = [
    textCell(probability === null ? "" : chanceWording(probability)[language]),
    probability === null ? null : ({ value: probability, look: "result", format: "0%" } as const),
    ...shownQuantiles.map((p) => figure(quantiles?.[p])),
  ];
  return {
    cells: [
      textCell(scenario.label[language]),
      textCell(indicator.row ?? ""),
      textCell(verdict.label[language]),
      textCell(say(verdict.attribute), "note"),
      textCell(indicator.display.percent ? "%" : verdict.unit),
      textCell(asked),
      textCell(statisticWords(verdict, plan)[language], "note"),
      textCell(verdict.wording[language]),
      ...(isDecided ? [] : chances),
      figure(fact?.value),
      textCell(heading?.[language] ?? "", "remark"),
      textCell(reason?.[language] ?? "", "remark"),
    ],
  };
}
