import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { documentBlocks } from "./fixtures/document-blocks.ts";
import { repository } from "./fixtures/repository-files.ts";
import { typeFaults, withLibraryAt } from "./fixtures/typed-block.ts";

// The TypeScript of the documents against the library as it is; notebooks are run by `npm run notebooks`.

const blocks = documentBlocks("ts");

const folder = mkdtempSync(join(tmpdir(), "typescript-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("every TypeScript block has the types of the library, and a planted fault is told", () => {
  expect(blocks.length).toBeGreaterThan(1);
  const planted = 'import { readStudy } from "./dist/index.js";\nreadStudy({ region: 3 });\n';
  const faults = typeFaults([...blocks.map(({ text }) => text), planted]);
  expect(faults.length).toBe(1);
  expect(faults[0]).toContain("not assignable");
});

/** Blocks that differ by more than the language they ask for. */
const different = [...new Map(blocks.map((block) => [block.text.replace(/"(zh|en)"/g, ""), block])).values()];

test.each(different)("the TypeScript block at $place runs", async ({ text }) => {
  mkdirSync(join(folder, "output"), { recursive: true });
  for (const part of ["data", "scenarios"]) cpSync(join(repository, part), join(folder, part), { recursive: true });
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const script = withLibraryAt(text, join(repository, "src/index.ts"));
  const file = join(folder, "block.ts");
  writeFileSync(file, script.replace(/"(data|scenarios|output)(?=["/])/g, `"${folder}/$1`));
  await import(file);
  expect(log.mock.calls.length).toBeGreaterThan(0);
  log.mockRestore();
  expect(readdirSync(join(folder, "output")).length).toBeGreaterThan(0);
});
