import type { Bilingual } from "../core/bilingual.ts";

const words: Readonly<Record<string, Bilingual>> = {
  string: { zh: "文字", en: "a text" },
  number: { zh: "数", en: "a number" },
  int: { zh: "整数", en: "a whole number" },
  boolean: { zh: "true 或 false", en: "true or false" },
  null: { zh: "空值", en: "blank" },
  array: { zh: "列表", en: "a list" },
  tuple: { zh: "列表", en: "a list" },
  object: { zh: "键值对", en: "a mapping" },
  record: { zh: "键值对", en: "a mapping" },
};

/** Call a type of YAML or of the schema in words. */
export function typeWords(type: string): Bilingual {
  return words[type] ?? { zh: type, en: type };
}

/** The type of a plain value, in the schema's words. */
export function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value;
}
