import type { Bilingual } from "./bilingual.ts";

/** What is wrong, with the values seen, and what to write instead. */
export interface IssueText {
  readonly message: Bilingual;
  readonly mend: Bilingual;
}

/** Write one issue text: what is wrong and how to mend it, in Chinese and English. */
export function text(zh: string, en: string, mendZh: string, mendEn: string): IssueText {
  return { message: { zh, en }, mend: { zh: mendZh, en: mendEn } };
}

/** How many names a list of known ones shows. */
const listedNames = 12;

/** Write the mend of a name that is not known: the nearest one if there is one, and the list when it is short. */
export function chooseName(nearest: string | undefined, known: readonly string[]): Bilingual {
  const list = known.map((name) => `\`${name}\``);
  const isShort = list.length > 0 && list.length <= listedNames;
  if (nearest !== undefined) {
    return {
      zh: `是不是 \`${nearest}\`？${isShort ? `可用的有 ${list.join("、")}。` : ""}`,
      en: `did you mean \`${nearest}\`?${isShort ? ` Known: ${list.join(", ")}.` : ""}`,
    };
  }
  if (list.length === 0) return { zh: "这里还没有可用的名称。", en: "there is nothing to choose from yet." };
  const shown = list.slice(0, listedNames);
  const rest = list.length - shown.length;
  return {
    zh: `可用的有 ${shown.join("、")}${rest > 0 ? ` 等 ${list.length} 个` : ""}。`,
    en: `use one of ${shown.join(", ")}${rest > 0 ? ` (and ${rest} more)` : ""}.`,
  };
}
