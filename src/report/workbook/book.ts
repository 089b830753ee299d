import type { Basis, Indicator } from "../../inputs/study.ts";
import type { RunOutput, ScenarioOutput } from "../run-output.ts";
import { unitWords } from "../unit-words.ts";
import type { CentralRun } from "./central-run.ts";
import type { CellPlan } from "./place-cells.ts";
import type { CellLook, DraftColumn } from "./sheet-draft.ts";
import type { WorkbookWords } from "./workbook-words.ts";

/** What a workbook is made from: a run of a study, as `runStudy` gives it. */
export type WorkbookRun = Pick<RunOutput, "study" | "model" | "identity" | "results">;

/** Everything that the sheets of one workbook are drafted from. */
export interface Book {
  readonly run: WorkbookRun;
  /** The scenario that the formulas compute. */
  readonly result: ScenarioOutput;
  readonly central: CentralRun;
  readonly plan: CellPlan;
  readonly words: WorkbookWords;
}

/** Columns of the years, base year first, as every sheet with years has them from the same column on. */
export function yearColumns({ central }: Book): DraftColumn[] {
  return central.bound.years.map((year) => ({ title: year, width: 11 }));
}

/** Word and look of what a number rests on. */
export function basisOf(basis: Basis, { say }: WorkbookWords): { readonly word: string; readonly look: CellLook } {
  const words = { plan: "basisPlan", data: "basisData", definition: "basisDefinition", assumption: "basisAssumption" };
  return { word: say(words[basis] as "basisPlan"), look: basis };
}

/** Write a unit as a person reads it; plain numbers have none. */
export function unitOf(source: Pick<Indicator, "unit" | "unitText">, { language }: WorkbookWords): string {
  if (source.unitText === "1") return "";
  return unitWords({ ...source, display: { percent: false, decimals: 0 } })[language];
}
