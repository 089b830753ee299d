import { expect, test } from "vitest";
import { checkOptions, localeLanguage, type TypedOptions } from "./check-options.ts";

const typed = (parts: Partial<TypedOptions>): TypedOptions => ({
  data: "data",
  scenarios: "scenarios",
  output: "output",
  public: false,
  json: false,
  ...parts,
});

test("checkOptions(typed, language) turns text into numbers and a year into its last day", () => {
  const checked = checkOptions(typed({ draws: "64", seed: "0", asOf: "2031" }), "en");
  expect(checked).toMatchObject({ ok: true, value: { draws: 64, seed: 0, asOf: "2031-12-31" } });
});

test("checkOptions(typed, language) refuses what is no whole number in range and no day of the calendar", () => {
  const wrong = [
    ...["0", "1.5", "1e3", "-4", "", "1048577", "０"].map((draws) => ({ draws })),
    ...["-1", "9007199254740992", "x"].map((seed) => ({ seed })),
    ...["2031-2-3", "2031-02-29", "31", "today"].map((asOf) => ({ asOf })),
  ];
  for (const parts of wrong) expect(checkOptions(typed(parts), "en")).toMatchObject({ ok: false });
});

test("localeLanguage(environment) follows LC_ALL, then LC_MESSAGES, then LANG; an empty one counts as not set", () => {
  expect(localeLanguage({ LC_ALL: "en_GB.UTF-8", LANG: "zh_CN.UTF-8" })).toBe("en");
  expect(localeLanguage({ LC_ALL: "", LANG: "zh_CN.UTF-8" })).toBe("zh");
  expect(localeLanguage({ LC_MESSAGES: "zh_TW", LANG: "C" })).toBe("zh");
  expect(localeLanguage({})).toBe("en");
});
