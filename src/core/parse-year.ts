import type { Parsed } from "./expression.ts";
import { endOfText } from "./split-tokens.ts";

/** A month of a year, 1 to 12. */
export interface YearMonth {
  readonly year: number;
  readonly month: number;
}

/** What an observation covers. */
export interface Period {
  readonly kind: "year" | "quarter" | "month" | "sum";
  /** The year, or the last year of a sum. */
  readonly year: number;
  /** First year of a sum, null otherwise. */
  readonly from: number | null;
  /** Last month covered: 12 for whole years, 6 for the second quarter. */
  readonly month: number;
}

/** Four digits, 1000 or later, so that a slip such as 20 or 0202 is no year. */
const year = "([1-9]\\d{3})";
const month = "(0[1-9]|1[0-2])";
const yearMonth = new RegExp(`^${year}(?:-${month})?$`);
const sumOfYears = new RegExp(`^${year}-${year}$`);
const quarter = new RegExp(`^${year}-Q([1-4])$`);
const date = new RegExp(`^${year}-${month}-(\\d\\d)$`);

/** Parse a moment: `2022`, which is its January, or `2022-07`. */
export function parseYearMonth(text: string): Parsed<YearMonth> {
  const match = yearMonth.exec(text);
  return match === null
    ? fault(text, "年份（如 2022）或年月（如 2022-07）", "a year such as 2022 or a month such as 2022-07")
    : { ok: true, value: { year: Number(match[1]), month: Number(match[2] ?? 1) } };
}

/** Parse what an observation covers: `2021`, `2021-Q2`, `2025-09`, or the sum of the years `2016-2020`. */
export function parsePeriod(text: string): Parsed<Period> {
  const single = yearMonth.exec(text);
  if (single !== null) {
    const kind = single[2] === undefined ? "year" : "month";
    return { ok: true, value: { kind, year: Number(single[1]), from: null, month: Number(single[2] ?? 12) } };
  }
  const part = quarter.exec(text);
  if (part !== null) {
    return { ok: true, value: { kind: "quarter", year: Number(part[1]), from: null, month: 3 * Number(part[2]) } };
  }
  const sum = sumOfYears.exec(text);
  if (sum !== null && Number(sum[1]) < Number(sum[2])) {
    return { ok: true, value: { kind: "sum", year: Number(sum[2]), from: Number(sum[1]), month: 12 } };
  }
  return fault(
    text,
    "2021、2021-Q2、2025-09 或从早到晚的 2016-2020 这种写法",
    "a period such as 2021, 2021-Q2, 2025-09 or, earlier year first, 2016-2020",
  );
}

/** Parse a day of the calendar in ISO form, `2020-01-23`, and give it back as it was written. */
export function parseDate(text: string): Parsed<string> {
  const match = date.exec(text);
  if (match !== null) {
    const day = Number(match[3]);
    if (day >= 1 && day <= daysInMonth(Number(match[1]), Number(match[2]))) {
      return { ok: true, value: text };
    }
  }
  return fault(text, "日历上有的日期，如 2020-01-23", "a day of the calendar such as 2020-01-23");
}

/** Days of a month of the Gregorian calendar: day 0 of the next month is the last of this one. */
function daysInMonth(inYear: number, ofMonth: number): number {
  return new Date(Date.UTC(inYear, ofMonth, 0)).getUTCDate();
}

function fault(text: string, zh: string, en: string): Parsed<never> {
  const found = text === "" ? endOfText : text;
  return { ok: false, fault: { range: { start: 0, end: text.length }, found, expected: { zh, en } } };
}
