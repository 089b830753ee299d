import type { Bilingual } from "../core/bilingual.ts";

/**
 * Write a list of years with its runs drawn together: 2021—2023、2025年 and 2021–2023, 2025.
 *
 * @param years - ascending, without repeats.
 */
export function yearsText(years: readonly number[]): Bilingual {
  const runs: [number, number][] = [];
  for (const year of years) {
    const last = runs.at(-1);
    if (last !== undefined && year === last[1] + 1) last[1] = year;
    else runs.push([year, year]);
  }
  const written = (dash: string) => runs.map(([from, to]) => (from === to ? `${from}` : `${from}${dash}${to}`));
  return { zh: `${written("—").join("、")}年`, en: written("–").join(", ") };
}
