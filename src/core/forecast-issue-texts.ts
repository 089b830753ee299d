import type { Bilingual } from "./bilingual.ts";
import { text } from "./issue-text.ts";

/** Issues of tables of series that are forecast together. */
export const forecastIssueTexts = {
  "forecast/series-unknown": (p: { series: string; file: string }) =>
    text(
      `序列 \`${p.series}\` 没有列在 \`${p.file}\` 里。`,
      `the series \`${p.series}\` is not listed in \`${p.file}\`.`,
      "在该文件里补上这个序列，或删掉这里的数值。",
      "list the series there, or take its values out here.",
    ),
  "forecast/series-without-values": (p: { series: string; file: string }) =>
    text(
      `序列 \`${p.series}\` 在 \`${p.file}\` 里没有数值。`,
      `the series \`${p.series}\` has no values in \`${p.file}\`.`,
      "补上它的数值，或不再列它。",
      "give its values, or do not list it.",
    ),
  "forecast/series-twice": (p: { series: string }) =>
    text(
      `序列 \`${p.series}\` 列了不止一次。`,
      `the series \`${p.series}\` is listed more than once.`,
      "只留一行。",
      "keep one row of it.",
    ),
  "forecast/year-twice": (p: { series: string; year: number }) =>
    text(
      `序列 \`${p.series}\` 的 ${p.year} 年有不止一个数值。`,
      `the series \`${p.series}\` has more than one value for ${p.year}.`,
      "只留一个。",
      "keep one of them.",
    ),
  "forecast/refused": (p: { series: string; message: Bilingual; mend: Bilingual }) =>
    text(
      `序列 \`${p.series}\` 无法预测：${p.message.zh}`,
      `the series \`${p.series}\` cannot be forecast: ${p.message.en}`,
      p.mend.zh,
      p.mend.en,
    ),
} as const;
