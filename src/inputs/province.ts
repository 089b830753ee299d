import type { Bilingual } from "../core/bilingual.ts";
import type { InputFile, Study } from "./study.ts";

/** Regions that share one model and are run together, read and checked. */
export interface Province {
  /** Name of the folder under the data folder. */
  readonly name: string;
  readonly label: Bilingual;
  /** One a region, in order of name, so that the order of the list decides nothing; all of one model and base year. */
  readonly studies: readonly Study[];
  /** Ids of the scenarios that every region has, in order. */
  readonly scenarios: readonly string[];
  /** Variables that are summed although their unit does not say that they add up. */
  readonly sums: readonly string[];
  /** The province's own file. */
  readonly file: InputFile;
}
