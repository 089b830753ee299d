import { comparisonSign } from "../charts/format-figure.ts";
import type { Bilingual, Language } from "../core/bilingual.ts";
import type { TargetComparison } from "../inputs/study.ts";
import { chanceWording } from "../reachability/wording.ts";
import { type ReportData, type RowData, valueAt } from "./report-data.ts";
import type { ChanceSpan, NumberSpan, QuoteSpan, Span, TextSpan } from "./report-document.ts";

/** Decimals of figures that are counted in 万. */
const decimalsOfTenThousands = 2;

/** Writes figures of a report's data as spans that are bound to them. */
export class ReportFigures {
  readonly data: ReportData;
  readonly language: Language;

  constructor(data: ReportData, language: Language) {
    this.data = data;
    this.language = language;
  }

  /** A whole number, such as a count or a number of draws. */
  count(path: string): NumberSpan {
    return this.number(path, 1, 0);
  }

  /** A year, which has no separator of thousands. */
  year(path: string): NumberSpan {
    const value = this.#numberAt(path);
    return { kind: "number", text: String(value), value, scale: 1, step: 0, from: path };
  }

  /** A span of years such as 2021—2025年 or 2021–2025; one year where both are the same. */
  years(from: string, to: string): readonly Span[] {
    const [first, last] = [this.year(from), this.year(to)];
    const end: TextSpan[] = this.language === "zh" ? [{ kind: "text", text: "年" }] : [];
    if (first.value === last.value) return [last, ...end];
    return [first, { kind: "text", text: this.language === "zh" ? "—" : "–" }, last, ...end];
  }

  /** A share in percent, with its sign. */
  percent(path: string, decimals = 1): readonly Span[] {
    return [this.number(path, 100, decimals), { kind: "text", text: "%" }];
  }

  /** A value of a row with its unit: 26.25万人, 4.50%; in English 262,500 persons. */
  amount(path: string, row: RowData): readonly Span[] {
    const unit: Span[] = row.display.percent
      ? [{ kind: "text", text: "%" }]
      : [...(this.language === "en" ? [{ kind: "text", text: " " } as const] : []), this.quote(`/rows/${row.id}/unit`)];
    return [this.bare(path, row), ...unit];
  }

  /** The size of a difference of a row's values, in percentage points for percent rows; its sign is told in words. */
  difference(path: string, row: RowData): readonly Span[] {
    const value = this.#numberAt(path);
    const span = this.bare(path, row);
    const size: Span = { ...span, value, text: span.text.replace(/^−/, "") };
    if (!row.display.percent) return [size, ...this.amount(path, row).slice(1)];
    return [size, { kind: "text", text: this.language === "zh" ? "个百分点" : " percentage points" }];
  }

  /** A value of a row without its unit, as tables show it: always with the row's decimals. */
  bare(path: string, row: RowData): NumberSpan {
    const isTenThousands = !row.display.percent && row.unitFactor >= 10_000;
    const decimals = isTenThousands ? Math.max(row.display.decimals, decimalsOfTenThousands) : row.display.decimals;
    if (row.display.percent) return this.number(path, 100, decimals);
    return this.language === "zh" ? this.number(path, 1, decimals) : this.#writtenOut(path, row.unitFactor, decimals);
  }

  /** A target with its sign of comparison: ≥ 26.25. */
  target(path: string, comparison: TargetComparison, row: RowData): readonly Span[] {
    return [{ kind: "text", text: `${comparisonSign(comparison)} ` }, this.bare(path, row)];
  }

  /** A probability in words: 完成把握约八成, or where a column says what it is, 约八成. */
  chance(path: string, form: "full" | "short" = "full"): ChanceSpan {
    const value = this.#numberAt(path);
    const words = chanceWording(value)[this.language];
    return { kind: "chance", text: form === "short" ? shortChance(words) : words, value, from: path };
  }

  /** A text of the data: of the language where it has one. */
  quote(path: string): QuoteSpan {
    const found = valueAt(this.data, path);
    if (typeof found === "string") return { kind: "quote", text: found, from: path };
    if (!isBilingual(found)) throw new RangeError(`quote: the report's data must hold a text; got ${path}`);
    return { kind: "quote", text: found[this.language], from: `${path}/${this.language}` };
  }

  /** A number times a scale, with fixed decimals. */
  number(path: string, scale: number, decimals: number): NumberSpan {
    const value = this.#numberAt(path);
    const text = writeNumber(value * scale, decimals, this.language);
    return { kind: "number", text, value, scale, step: 10 ** -decimals / scale, from: path };
  }

  /** Rounded as its unit shows it, then written out: 26.25 ten thousands are 262,500. */
  #writtenOut(path: string, factor: number, decimals: number): NumberSpan {
    const value = this.#numberAt(path);
    const text = writeNumber(Number(value.toFixed(decimals)) * factor, 0, this.language);
    return { kind: "number", text, value, scale: factor, step: 10 ** -decimals, from: path };
  }

  #numberAt(path: string): number {
    const value = valueAt(this.data, path);
    if (typeof value !== "number") throw new RangeError(`number: the report's data must hold a number; got ${path}`);
    return value;
  }
}

/** Leave out what the head of a column says. */
export function shortChance(words: string): string {
  return words.replace(/^完成把握/, "");
}

/** Write a number with fixed decimals, a true minus sign and, in English, separators of thousands. */
function writeNumber(value: number, decimals: number, language: Language): string {
  const size = Math.abs(value);
  // From 1e21 on toFixed writes powers of ten, which no reader of a report expects, nor the check of its figures.
  const [whole = "", fraction = ""] = (size < 1e21 ? size.toFixed(decimals) : String(BigInt(size))).split(".");
  const grouped = language === "en" ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
  const digits = fraction === "" ? grouped : `${grouped}.${fraction}`;
  return value < 0 && /[1-9]/.test(digits) ? `−${digits}` : digits;
}

function isBilingual(value: unknown): value is Bilingual {
  return typeof value === "object" && value !== null && "zh" in value && "en" in value;
}
