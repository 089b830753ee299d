import type { Bilingual } from "../core/bilingual.ts";
import { scaleWords, type Unit } from "../core/unit.ts";
import type { Indicator } from "../inputs/study.ts";

/** English for the symbols that plans count in; any other symbol is written as it is. */
const symbolsInEnglish: ReadonlyMap<string, string> = new Map([
  ["人", "persons"],
  ["人次", "person-times"],
  ["元", "yuan"],
  ["年", "years"],
  ["天", "days"],
  ["户", "households"],
  ["家", "enterprises"],
  ["个", "items"],
  ["件", "cases"],
]);

/**
 * Say what an axis counts: 万人 is “10,000 persons” in English.
 *
 * Only plain units are put into words; a quotient or product is written as the plan has it.
 *
 * @param indicator - its `unitText` is the Chinese form; percent rows are shares.
 */
export function unitWords({ unit, unitText, display }: Pick<Indicator, "unit" | "unitText" | "display">): Bilingual {
  if (display.percent) return { zh: "占比", en: "share" };
  return { zh: unitText, en: plainUnitInEnglish(unit) ?? unitText };
}

function plainUnitInEnglish({ scale, powers }: Unit): string | null {
  const [factor, ...others] = Object.entries(powers);
  if (factor === undefined || others.length > 0 || factor[1] !== 1) return null;
  const [symbol] = factor;
  const word = symbolsInEnglish.get(symbol) ?? symbol;
  if (scale === 0) return word;
  const isKnownScale = [...scaleWords.values()].includes(scale);
  return isKnownScale ? `${(10 ** scale).toLocaleString("en")} ${word}` : null;
}
