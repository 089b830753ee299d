import { type Bilingual, plain } from "../core/bilingual.ts";

/** Words of the command that writes the documents. */
export const reportMessages = {
  reportCommand: plain(
    "写出评估报告：HTML、Word、Excel、Markdown",
    "Write the evaluation report: HTML, Word, Excel, Markdown",
  ),
  toOption: plain(
    "格式，逗号分隔；缺省为全部：html,docx,xlsx,md",
    "formats, separated by commas; default: html,docx,xlsx,md",
  ),
  unknownFormat: (p: { name: string; known: string }): Bilingual => ({
    zh: `没有格式 ${p.name}；可用的有 ${p.known}。`,
    en: `there is no format ${p.name}; known are ${p.known}.`,
  }),
} as const;
