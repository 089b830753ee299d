import { expect, test } from "vitest";
import { parseDate, parsePeriod, parseYearMonth } from "./parse-year.ts";

test("parseYearMonth(text) takes a year as its January", () => {
  expect(parseYearMonth("2022")).toEqual({ ok: true, value: { year: 2022, month: 1 } });
  expect(parseYearMonth("2022-07")).toEqual({ ok: true, value: { year: 2022, month: 7 } });
  expect(parseYearMonth("2022-12")).toEqual({ ok: true, value: { year: 2022, month: 12 } });
});

test.each([
  ["2021", { kind: "year", year: 2021, from: null, month: 12 }],
  ["2025-09", { kind: "month", year: 2025, from: null, month: 9 }],
  ["2021-Q2", { kind: "quarter", year: 2021, from: null, month: 6 }],
  ["2016-2020", { kind: "sum", year: 2020, from: 2016, month: 12 }],
])("parsePeriod(%j) says what is covered", (text, value) => {
  expect(parsePeriod(text)).toEqual({ ok: true, value });
});

test.each(["2020-01-23", "2020-02-29", "2000-02-29", "2023-12-31"])(
  "parseDate(%j) takes a day of the calendar",
  (text) => {
    expect(parseDate(text)).toEqual({ ok: true, value: text });
  },
);

test.each([
  [
    parseYearMonth,
    ["", "22", "0202", "20222", "2022-7", "2022-00", "2022-13", "2022-07-01", " 2022", "２０２２", "2022年", "1e3"],
  ],
  [
    parsePeriod,
    ["", "2020-2016", "2020-2020", "2021-Q0", "2021-Q5", "2021-q2", "2021Q2", "2021-2", "2016–2020", "2021\n"],
  ],
  [
    parseDate,
    [
      "",
      "2020",
      "2020-01",
      "2020-1-23",
      "2020-01-32",
      "2021-02-29",
      "1900-02-29",
      "2020-04-31",
      "2020-01-00",
      "20200123",
    ],
  ],
])("%o refuses what is not so written", (parse, texts) => {
  for (const text of texts) {
    expect(parse(text)).toMatchObject({
      ok: false,
      fault: { range: { start: 0, end: text.length }, found: text === "" ? "end of text" : text },
    });
  }
});
