import type { Bilingual } from "../core/bilingual.ts";
import type { Unit } from "../core/unit.ts";
import type { Figure, Indicator, TargetComparison } from "../inputs/study.ts";

/** How a figure is read: its unit, and percent for fractions. */
export type FigureForm = Pick<Indicator, "unit" | "unitText" | "display">;

/** English for the symbols that plans count in; any other symbol is written as it is. */
const symbolsInEnglish: ReadonlyMap<string, string> = new Map([
  ["人", "persons"],
  ["人次", "person-times"],
  ["元", "yuan"],
  ["户", "households"],
  ["家", "enterprises"],
  ["件", "cases"],
]);

const signs: Readonly<Record<TargetComparison, string>> = { ">=": "≥", ">": ">", "<=": "≤", "<": "<" };

/**
 * Write a figure with its unit: 39.04万人 and 390,400 persons, 25.7% in both languages.
 *
 * @param value - in the unit of the form; percent forms hold fractions.
 * @param rounding - `nearest`, or `down` and `up` for figures that must not be claimed too high or too low.
 */
export function figureText(
  value: number,
  form: FigureForm,
  rounding: "nearest" | "down" | "up" = "nearest",
): Bilingual {
  const { percent, decimals } = form.display;
  if (percent) {
    const text = `${digits(rounded(value * 100, decimals, rounding), decimals, false)}%`;
    return { zh: text, en: text };
  }
  const shown = rounded(value, decimals, rounding);
  return {
    zh: `${digits(shown, decimals, false)}${unitInChinese(form.unitText)}`,
    en: inEnglish(shown, decimals, form),
  };
}

/** Write a baseline: a figure, or the interval that an inequality leaves open; null is a blank. */
export function baselineText(figure: Figure, form: FigureForm): Bilingual {
  if (typeof figure === "number") return figureText(figure, form);
  if (figure === null) return { zh: "空缺", en: "blank" };
  const [min, max] = [figureText(figure.min, form), figureText(figure.max, form)];
  return { zh: `${min.zh}至${max.zh}`, en: `${min.en} to ${max.en}` };
}

/** Write a comparison with its value: ≥45万人. */
export function comparisonText(comparison: TargetComparison, value: number, form: FigureForm): Bilingual {
  const text = figureText(value, form);
  return { zh: `${signs[comparison]}${text.zh}`, en: `${signs[comparison]} ${text.en}` };
}

/** The last shown decimal, towards one side; a value within rounding error of a decimal is that decimal. */
function rounded(value: number, decimals: number, rounding: "nearest" | "down" | "up"): number {
  const scale = 10 ** decimals;
  const places = Number((value * scale).toPrecision(12));
  if (rounding === "nearest") return Math.round(places) / scale;
  return (rounding === "down" ? Math.floor(places) : Math.ceil(places)) / scale;
}

function digits(value: number, decimals: number, isGrouped: boolean): string {
  const text = value.toLocaleString("en", { maximumFractionDigits: decimals, useGrouping: isGrouped });
  return text.replace("-", "−");
}

function unitInChinese(unitText: string): string {
  return unitText === "1" ? "" : unitText;
}

/** A count written out with its scale: 39.04 of 10⁴ persons is 390,400 persons. */
function inEnglish(value: number, decimals: number, { unit, unitText }: FigureForm): string {
  const symbol = plainSymbol(unit);
  if (symbol === null) return `${digits(value, decimals, true)}${unitText === "1" ? "" : ` ${unitText}`}`;
  const whole = Number((value * 10 ** unit.scale).toPrecision(12));
  return `${digits(whole, Math.max(0, decimals - unit.scale), true)} ${symbolsInEnglish.get(symbol) ?? symbol}`;
}

/** The one symbol of a unit that is nothing else, such as 人 of 万人. */
function plainSymbol({ powers }: Unit): string | null {
  const [factor, ...others] = Object.entries(powers);
  return factor !== undefined && others.length === 0 && factor[1] === 1 ? factor[0] : null;
}
