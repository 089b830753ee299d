import type { Bilingual } from "./bilingual.ts";

interface IssueText {
  readonly message: Bilingual;
  readonly mend: Bilingual;
}

/** Write one issue text: what is wrong and how to mend it, in Chinese and English. */
function text(zh: string, en: string, mendZh: string, mendEn: string): IssueText {
  return { message: { zh, en }, mend: { zh: mendZh, en: mendEn } };
}

/**
 * Every issue the toolkit can raise: code → text from the values seen.
 *
 * One catalogue, so that both languages stay complete and a code is never used with the wrong values.
 */
export const issueTexts = {
  "file/missing": (p: { path: string }) =>
    text(
      `找不到文件 \`${p.path}\`。`,
      `the file \`${p.path}\` does not exist.`,
      "检查路径和文件名的拼写，或补上这个文件。",
      "check the spelling of the path, or add the file.",
    ),
} as const satisfies Record<string, (p: never) => IssueText>;

/** Stable name of a kind of issue. */
export type IssueCode = keyof typeof issueTexts;

/** The values that the text of an issue code needs. */
export type IssueParameters<C extends IssueCode> = Parameters<(typeof issueTexts)[C]>[0];
