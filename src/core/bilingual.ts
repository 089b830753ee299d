/** The two languages that everything a person reads is written in. */
export type Language = "zh" | "en";

/** One text in both languages; Chinese comes first because most readers are Chinese. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Make a message that says the same whatever the values seen. */
export function plain(zh: string, en: string): () => Bilingual {
  return () => ({ zh, en });
}
