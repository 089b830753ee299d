import type { Bilingual } from "../core/bilingual.ts";

/** What lies in an output folder, as the index of the folder lists it; paths are relative to the folder. */
export interface OutputFolder {
  /** The scenario that runs are told by first, then by name. */
  readonly scenarios: readonly ScenarioFolder[];
  /** Drawings of all scenarios together, with their markup. */
  readonly together: readonly { readonly name: string; readonly svg: string }[];
  /** Reports and evaluations that people open. */
  readonly documents: readonly string[];
  /** The page of the model and the drawing beside it. */
  readonly model: readonly string[];
  /** Charts that single commands drew, by the PNG; pages of notebooks. */
  readonly drawings: readonly string[];
  readonly notebooks: readonly string[];
}

/** The folder of one scenario, by its `run.json`. */
export interface ScenarioFolder {
  readonly name: string;
  /** What the plan is called; null in a province. */
  readonly plan: Bilingual | null;
  readonly label: Bilingual;
  readonly description: Bilingual | null;
  readonly hash: string;
  readonly informationDate: string;
  readonly isInternal: boolean;
  /** Files beside the charts. */
  readonly files: readonly string[];
  /** Charts by their path in the folder, without an ending. */
  readonly charts: readonly { readonly file: string; readonly title: Bilingual }[];
}
