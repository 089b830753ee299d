import type { Language } from "../core/bilingual.ts";

/** The language of a locale such as `zh_CN.UTF-8`: Chinese for Chinese ones, else English. */
export function localeLanguage(environment: Readonly<Record<string, string | undefined>>): Language {
  // An empty variable counts as not set, as in POSIX.
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return /^zh/i.test(locale) ? "zh" : "en";
}
