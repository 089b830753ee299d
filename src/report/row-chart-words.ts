import type { Bilingual } from "../core/bilingual.ts";

/** Titles of the charts of one row beside its fan, which bears the row's own name. */
export const rowChartTitles = {
  path: ({ row }: { row: Bilingual }): Bilingual => ({
    zh: `${row.zh}：匀速达标路径`,
    en: `${row.en}: straight path to the target`,
  }),
  corridor: ({ row }: { row: Bilingual }): Bilingual => ({
    zh: `${row.zh}：序时进度与预警线`,
    en: `${row.en}: pace and trip-wires`,
  }),
};
