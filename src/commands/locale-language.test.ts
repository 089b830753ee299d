import { expect, test } from "vitest";
import { localeLanguage } from "./locale-language.ts";

test("localeLanguage(environment) follows LC_ALL, then LC_MESSAGES, then LANG; an empty one counts as not set", () => {
  expect(localeLanguage({ LC_ALL: "en_GB.UTF-8", LANG: "zh_CN.UTF-8" })).toBe("en");
  expect(localeLanguage({ LC_ALL: "", LANG: "zh_CN.UTF-8" })).toBe("zh");
  expect(localeLanguage({ LC_MESSAGES: "zh_TW", LANG: "C" })).toBe("zh");
  expect(localeLanguage({})).toBe("en");
});
