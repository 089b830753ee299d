import { join } from "node:path";
import { rolldown } from "rolldown";
import { expect, test } from "vitest";
import { digestOfStudy, type EngineDigest } from "./fixtures/engine-in-page.ts";
import { noteOf, openBrowser } from "./fixtures/open-browser.ts";
import { toPortableText } from "./fixtures/portable-text.ts";
import { repository } from "./fixtures/repository-files.ts";
import { readStudy } from "./inputs/read-study.ts";
import { unwrap } from "./run-study.ts";

const invented = join(repository, "src", "fixtures", "invented-region");

/** The engine as one script for a page: whatever of Node it would need is left out, and so would fail. */
async function engineScript(): Promise<string> {
  const input = join(repository, "src", "fixtures", "engine-in-page.ts");
  const warnings: string[] = [];
  const onLog = (_: string, { message }: { readonly message: string }) => void warnings.push(message);
  const bundle = await rolldown({ input, platform: "browser", onLog });
  const { output } = await bundle.generate({ format: "iife", name: "engine" });
  await bundle.close();
  // A package of Node that is asked for would be left as an import, with a warning.
  expect(warnings).toEqual([]);
  return output[0].code;
}

test("the engine asks nothing of Node, and in a browser gives the same bits from all its kernels", async () => {
  const folders = { dataDir: join(invented, "data"), scenariosDir: join(invented, "scenarios") };
  const text = toPortableText(unwrap(readStudy({ region: "tidewick", ...folders })));
  const expected = digestOfStudy(text, "baseline");
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const told = noteOf(page);
    await page.addScriptTag({ content: await engineScript() });
    const call = `engine.digestOfStudy(${JSON.stringify(text)}, "baseline")`;
    const found = await page.evaluate<EngineDigest>(call);
    expect(found.hasVectors).toBe(true);
    expect(found.webAssembly.length).toBeGreaterThan(10_000);
    expect(found).toEqual(expected);
    expect(found.javascript).toEqual(found.webAssembly);
    expect(told).toEqual([]);
  } finally {
    await browser.close();
  }
});
