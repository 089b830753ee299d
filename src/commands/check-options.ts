import type { Language } from "../core/bilingual.ts";
import { parseDate } from "../core/parse-year.ts";
import { drawsLimit } from "../inputs/scenario-schema.ts";
import type { CommonOptions } from "./command-options.ts";
import { sayIn } from "./messages.ts";

/** Options as they were typed. */
export interface TypedOptions {
  readonly region?: string | undefined;
  readonly data: string;
  readonly scenarios: string;
  readonly output: string;
  readonly draws?: string | undefined;
  readonly seed?: string | undefined;
  readonly asOf?: string | undefined;
  readonly workers?: string | undefined;
  readonly public: boolean;
  readonly json: boolean;
}

/** More threads than this are a slip of the finger. */
const mostWorkers = 256;

/** Hold typed options against what they may be; the text says what is wrong with the first one that is not. */
export function checkOptions(
  typed: TypedOptions,
  language: Language,
): { readonly ok: true; readonly value: CommonOptions } | { readonly ok: false; readonly text: string } {
  const say = sayIn(language);
  const { region, data, scenarios, output, draws, seed, workers, json } = typed;
  const asOf = typed.asOf === undefined ? undefined : wholeDate(typed.asOf);
  if (draws !== undefined && !isWhole(draws, 1, drawsLimit)) {
    return { ok: false, text: say("wrongDraws", { given: draws, limit: String(drawsLimit) }) };
  }
  if (seed !== undefined && !isWhole(seed, 0, Number.MAX_SAFE_INTEGER)) {
    return { ok: false, text: say("wrongSeed", { given: seed }) };
  }
  if (workers !== undefined && !isWhole(workers, 0, mostWorkers)) {
    return { ok: false, text: say("wrongWorkers", { given: workers, limit: String(mostWorkers) }) };
  }
  if (asOf === null) return { ok: false, text: say("wrongDate", { given: typed.asOf ?? "" }) };
  const value: CommonOptions = {
    language,
    region,
    dataDir: data,
    scenariosDir: scenarios,
    outputDir: output,
    draws: draws === undefined ? undefined : Number(draws),
    seed: seed === undefined ? undefined : Number(seed),
    asOf,
    workers: workers === undefined ? undefined : Number(workers),
    isPublic: typed.public,
    json,
  };
  return { ok: true, value };
}

/** The language of a locale such as `zh_CN.UTF-8`: Chinese for Chinese ones, else English. */
export function localeLanguage(environment: Readonly<Record<string, string | undefined>>): Language {
  // An empty variable counts as not set, as in POSIX.
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return /^zh/i.test(locale) ? "zh" : "en";
}

function isWhole(text: string, least: number, most: number): boolean {
  const value = Number(text);
  return /^\d+$/.test(text) && value >= least && value <= most;
}

/** A date, or the last day of a year; null for anything else. */
function wholeDate(text: string): string | null {
  const parsed = parseDate(/^\d{4}$/.test(text) ? `${text}-12-31` : text);
  return parsed.ok ? parsed.value : null;
}
