import type { Basis, ModelSource } from "../inputs/study.ts";

/** How many parameters a model rests on, by what they were taken from. */
export type BasisCounts = Readonly<Record<Basis, number>> & {
  readonly count: number;
  /** Those that name no source; definitions need none. */
  readonly unsourced: number;
};

/** Count the assumptions and tables of a model by their basis. */
export function countBases({ assumptions, tables }: Pick<ModelSource, "assumptions" | "tables">): BasisCounts {
  const all = [...assumptions, ...tables];
  const of = (basis: Basis) => all.filter((one) => one.basis === basis).length;
  return {
    count: all.length,
    plan: of("plan"),
    data: of("data"),
    definition: of("definition"),
    assumption: of("assumption"),
    unsourced: all.filter(({ basis, source }) => source === null && basis !== "definition").length,
  };
}
