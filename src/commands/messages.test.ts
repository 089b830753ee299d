import { expect, test } from "vitest";
import type { Bilingual } from "../core/bilingual.ts";
import { messages, sayIn } from "./messages.ts";

/** Parameters that tell which of them a text uses: each says its own name, in both languages alike. */
function namedParameters(): { parameters: object; names: Set<string> } {
  const names = new Set<string>();
  const parameters = new Proxy(
    {},
    {
      get: (_, name) => {
        const token = `⟦${String(name)}⟧`;
        names.add(token);
        return Object.assign(Object(token), { zh: token, en: token });
      },
    },
  );
  return { parameters, names };
}

const entries = Object.entries(messages) as [string, (parameters: object) => Bilingual][];

test.each(entries)("the message %s says the same values in both languages, and neither is empty", (_, message) => {
  const { parameters, names } = namedParameters();
  const text = message(parameters);
  for (const said of [text.zh, text.en]) {
    expect(said.trim()).not.toBe("");
    for (const name of names) expect(said).toContain(name);
  }
});

test("every Chinese message that is a sentence or a phrase is Chinese, and no English one is", () => {
  for (const [name, message] of entries) {
    const { zh, en } = message(namedParameters().parameters);
    expect(en, name).not.toMatch(/\p{Script=Han}/u);
    expect(zh, name).toMatch(/\p{Script=Han}/u);
  }
});

test("sayIn(language) says a message in one language", () => {
  expect(sayIn("zh")("informationDate", { date: "2031-12-31" })).toBe("信息截至 2031-12-31");
  expect(sayIn("en")("informationDate", { date: "2031-12-31" })).toBe("information as of 2031-12-31");
});
