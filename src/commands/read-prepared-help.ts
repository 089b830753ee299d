import { readFileSync } from "node:fs";
import type { Language } from "../core/bilingual.ts";
import { localeLanguage } from "./locale-language.ts";
import { usualColumns } from "./usual-columns.ts";

/**
 * Read the text of `--help` that the build laid ready, so that it comes without loading what it speaks of.
 *
 * @param args - what was typed behind the name of the program.
 * @param columns - width of the terminal; undefined where there is none.
 * @returns null when something else was asked for, or no text is ready for the language and width.
 */
export function readPreparedHelp(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  columns: number | undefined,
): string | null {
  const language = languageOfHelp(args, environment);
  if (language === null) return null;
  const width = Math.min(columns ?? usualColumns, usualColumns);
  try {
    return readFileSync(new URL(`../cli/help-${language}-${width}.txt`, import.meta.url), "utf8");
  } catch {
    return null;
  }
}

/** The language in which nothing but help was asked for; null when it was not. */
function languageOfHelp(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Language | null {
  const asked = /^--help(?: --lang[ =](zh|en))?$|^--lang[ =](zh|en) --help$/.exec(args.join(" "));
  if (!asked) return null;
  return ((asked[1] ?? asked[2]) as Language | undefined) ?? localeLanguage(environment);
}
