import type { Language } from "../../core/bilingual.ts";
import { demonstrationWord } from "../../inputs/demonstration.ts";
import { holdsInternalValues } from "../../inputs/without-internal.ts";
import { mainResult } from "../main-result.ts";
import type { ScenarioOutput } from "../run-output.ts";
import { assumptionsSheet } from "./assumptions-sheet.ts";
import type { Book, WorkbookRun } from "./book.ts";
import { runCentral } from "./central-run.ts";
import { measuresSheet } from "./measures-sheet.ts";
import { placeCells } from "./place-cells.ts";
import { projectionSheet } from "./projection-sheet.ts";
import { readmeSheet } from "./readme-sheet.ts";
import { resultsSheet } from "./results-sheet.ts";
import type { SheetDraft, WorkbookDraft } from "./sheet-draft.ts";
import { StepRows } from "./step-rows.ts";
import { lookupsSheet, tablesSheet } from "./tables-sheet.ts";
import { targetsSheet } from "./targets-sheet.ts";
import { wordsIn } from "./workbook-words.ts";

/**
 * Draft the workbook of a run: the plan's targets, the verdicts, and the central run of one scenario as formulas.
 *
 * @param scenario - id of the scenario that the formulas compute; `baseline` when the run has it, else its first.
 * @throws RangeError when the run has no such scenario.
 */
export function draftWorkbook(run: WorkbookRun, language: Language, scenario?: string): WorkbookDraft {
  const { study, model, identity } = run;
  const result = chosenResult(run, scenario);
  const words = wordsIn(language);
  const central = runCentral(study, model, result.scenario);
  const plan = placeCells(model, central.bound);
  const book: Book = { run, result, central, plan, words };
  const steps = new StepRows(book);
  const projection = projectionSheet(book, steps);
  const stepSheet = steps.sheet();
  const measures = measuresSheet(book);
  const { say } = words;
  return {
    title: study.plan.label[language],
    date: identity.informationDate,
    footer: `${say("informationDate")} ${identity.informationDate} · ${say("run")} ${identity.hash}`,
    mark: markOf(book, language),
    sheets: [
      readmeSheet(book),
      targetsSheet(book),
      resultsSheet(book),
      assumptionsSheet(book, assumptionsRead([projection, stepSheet, measures], book)),
      measures,
      tablesSheet(book),
      lookupsSheet(book),
      projection,
      stepSheet,
    ],
  };
}

/** What every sheet is marked with: that its figures are internal, that they are invented, or nothing. */
function markOf({ run, words }: Book, language: Language): string | null {
  const marks = [
    ...(holdsInternalValues(run.study) ? [words.say("internal")] : []),
    ...(run.study.plan.isDemonstration ? [demonstrationWord[language]] : []),
  ];
  return marks.length === 0 ? null : marks.join(" · ");
}

function chosenResult({ results }: WorkbookRun, scenario: string | undefined): ScenarioOutput {
  if (scenario === undefined) return mainResult(results);
  const result = results.find((one) => one.scenario.id === scenario);
  if (!result) throw new RangeError(`draftWorkbook: scenario must be one of the run; got ${scenario}`);
  return result;
}

/** Names of the assumptions whose cells the formulas of some sheets read. */
function assumptionsRead(sheets: readonly SheetDraft[], { plan, words }: Book): ReadonlySet<string> {
  const prefix = `'${words.sheets.assumptions}'!$D$`;
  const rows = new Set<number>();
  for (const { formula } of sheets
    .flatMap(({ rows: lines }) => lines.flatMap(({ cells }) => cells ?? []))
    .filter((cell) => cell !== null)) {
    for (const part of (formula ?? "").split(prefix).slice(1)) rows.add(Number.parseInt(part, 10));
  }
  return new Set(plan.model.assumptions.filter((_, number) => rows.has(plan.ownValue(number).row)));
}
