import type { Language } from "../core/bilingual.ts";
import { spellings } from "../inputs/schema-parts.ts";
import type { CommonOptions, SeekOptions } from "./command-options.ts";
import { sayIn } from "./messages.ts";

/** Options of `seek` as they were typed. */
export interface TypedSeekOptions {
  readonly indicator?: readonly string[] | undefined;
  readonly lever?: string | undefined;
  readonly scenario?: string | undefined;
  readonly probability?: string | undefined;
  readonly targetAt?: string | undefined;
  readonly from?: string | undefined;
  readonly together: boolean;
  readonly front: boolean;
  readonly chart?: boolean;
  readonly write?: string | undefined;
}

/** Hold what was typed after `seek` against what it may be; the text says what is wrong with the first part that is not. */
export function checkSeekOptions(
  options: CommonOptions,
  typed: TypedSeekOptions,
): { readonly ok: true; readonly value: SeekOptions } | { readonly ok: false; readonly text: string } {
  const say = sayIn(options.language);
  const { indicator = [], lever, scenario, together, front, chart = false, write } = typed;
  const probability = typed.probability === undefined ? null : shareOf(typed.probability);
  if (Number.isNaN(probability)) return wrong(say("wrongProbability", { given: typed.probability ?? "" }));
  const targetAt = typed.targetAt === undefined ? null : listOf(typed.targetAt).map(shareOf);
  if (targetAt?.some(Number.isNaN)) return wrong(say("wrongProbability", { given: typed.targetAt ?? "" }));
  if (targetAt === null && indicator.length === 0) return wrong(say("seekWhat"));
  const from = typed.from === undefined ? null : Number(typed.from);
  if (from !== null && !spellings.yearKey.pattern.test(typed.from ?? "")) {
    return wrong(say("wrongYear", { given: typed.from ?? "" }));
  }
  if (write !== undefined && !spellings.identifier.pattern.test(write)) return wrong(wrongId(write, options.language));
  const value: SeekOptions = {
    ...options,
    indicators: indicator,
    levers: lever === undefined ? null : listOf(lever),
    scenarios: scenario === undefined ? [] : listOf(scenario),
    probability,
    targetAt,
    from,
    isTogether: together,
    withFront: front,
    chart,
    writeAs: write,
  };
  return { ok: true, value };
}

function wrong(text: string): { readonly ok: false; readonly text: string } {
  return { ok: false, text };
}

function wrongId(given: string, language: Language): string {
  return sayIn(language)("wrongScenarioId", { given, expected: spellings.identifier.expected });
}

/** A probability strictly between 0 and 1; NaN for anything else. */
function shareOf(text: string): number {
  const value = Number(text);
  return text.trim() !== "" && value > 0 && value < 1 ? value : Number.NaN;
}

function listOf(text: string): string[] {
  return text
    .split(/[,，]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
