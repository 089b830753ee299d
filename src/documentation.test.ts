import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parse } from "yaml";
import { parseLine } from "./cli.ts";
import { keyPaths } from "./commands/key-table.ts";
import { schemaKinds } from "./commands/schema-files.ts";
import { captureIo } from "./fixtures/captured-io.ts";
import { blocksOf, type DocumentBlock, documentBlocks, runDocuments } from "./fixtures/document-blocks.ts";
import { repository, repositoryFiles, repositoryText } from "./fixtures/repository-files.ts";
import { runDataBlocks } from "./fixtures/run-document-blocks.ts";
import { commandFault, planreachArguments, shellLines } from "./fixtures/shell-lines.ts";
import { writeInventedRegion } from "./fixtures/write-invented-region.ts";
import type { SchemaKind } from "./inputs/json-schema.ts";

// What the documents show is done here as its readers would do it: every block is run.

const folder = mkdtempSync(join(tmpdir(), "documents-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const blocksIn = (document: string, ...languages: string[]) =>
  blocksOf(document, repositoryText(document)).filter(({ language }) => languages.includes(language));

const used = new Map<string, { readonly place: string; readonly faults: readonly string[] }>();

/** Copy the data and the scenarios for one document. */
function copyFiles(name: string): string {
  const place = join(folder, name.replaceAll("/", "-"));
  mkdirSync(join(place, "output"), { recursive: true });
  for (const part of ["data", "scenarios"]) cpSync(join(repository, part), join(place, part), { recursive: true });
  return place;
}

/** A copy of the data and the scenarios in which the blocks of a document are in force. */
function workspaceOf(document: string) {
  const place = join(folder, document.replaceAll("/", "-"));
  const known = used.get(document);
  const made = known ?? { place, faults: runDataBlocks(copyFiles(document), blocksIn(document, "yaml", "csv")) };
  used.set(document, made);
  return made;
}

const withData = runDocuments.filter((document) => blocksIn(document, "yaml", "csv").length > 0);

test("the documents hold blocks of each language that is run here, and of no other", () => {
  const languages = runDocuments.flatMap((document) => blocksOf(document, repositoryText(document)));
  expect([...new Set(languages.map(({ language }) => language))].sort()).toEqual(["bash", "csv", "ts", "yaml"]);
});

test.each(withData)("every YAML and CSV block of %s can be used as it stands", (document) => {
  expect(workspaceOf(document).faults).toEqual([]);
});

test("a wrong block is told with its place", () => {
  const place = join(folder, "planted");
  mkdirSync(place);
  writeInventedRegion(place);
  const planted = (text: string) => runDataBlocks(place, blocksOf("a.md", `Words.\n\n\`\`\`yaml\n${text}\`\`\`\n`));
  const file = "# scenarios/tidewick/baseline.yaml\n";
  expect(planted(`${file}levers: {training_volume: 0.5}\n`)).toEqual([]);
  expect(planted("levers: {training_volume: 0.5}\n").join()).toContain("a.md:4: the first line must name the file");
  expect(planted(`${file}levers: {training_volumme: 0.5}\n`).join()).toMatch(
    /^a\.md:4: .*did you mean `training_volume`/s,
  );
});

/** Kind of the file that a block stands for. */
function kindOf(file: string): SchemaKind {
  if (file.startsWith("scenarios/")) return "scenario";
  const name = file.split("/").at(-1)?.replace(".yaml", "") ?? "";
  if (name === "feasibility") return "feasibility";
  return file.includes("/model/") ? "model" : (name as SchemaKind);
}

/** Every path in a tree, with names that a file chooses as they are written and `[]` for entries of a list. */
function pathsIn(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => pathsIn(entry, `${path}[]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const own = path === "" ? key : `${path}\n${key}`;
    return [own, ...pathsIn(inner, own)];
  });
}

const examples = documentBlocks("yaml").filter(
  (block): block is DocumentBlock & { file: string } => block.file !== null,
);

test.each(schemaKinds)("every key of a %s file has an example", (kind) => {
  const shown = examples.filter(({ file }) => kindOf(file) === kind).flatMap(({ text }) => pathsIn(parse(text)));
  const patterns = keyPaths(kind).map((path) => ({
    path,
    pattern: new RegExp(
      `^${path
        .split(".")
        .map((step) => step.replace(/<\w+>/, "[^\\n]+").replace("[]", "\\[\\]"))
        .join("\\n")}$`,
    ),
  }));
  expect(patterns.length).toBeGreaterThan(2);
  expect(patterns.filter(({ pattern }) => !shown.some((one) => pattern.test(one))).map(({ path }) => path)).toEqual([]);
});

test.each(runDocuments)("every command of %s is one that there is", async (document) => {
  const faults = await Promise.all(
    shellLines(document).map(async ({ line, place }) => {
      const fault = await commandFault(line);
      return fault === null ? [] : [`${place}: ${line}: ${fault}`];
    }),
  );
  expect(faults.flat()).toEqual([]);
});

test("a wrong command is told", async () => {
  expect(await commandFault("npm run verfy")).toContain("verfy");
  expect(await commandFault("npm run --silent planreach -- asess")).toContain("assess?");
  expect(await commandFault("npm run --silent planreach -- assess --dras 8")).toContain("dras");
  expect(await commandFault("node data/nowhere.mjs")).toContain("data/nowhere.mjs");
  expect(await commandFault("make all")).toContain("make");
});

/** Commands that take long, or measure; their own tests run them. */
const isLong = (args: readonly string[]) =>
  /^(report|evaluate|bench|forecast|schema)$/.test(args[0] ?? "") ||
  args.some((arg) => /^--(precision|help|front|identities)$/.test(arg));

test.each(["README.md", "scenarios/README.md", "data/KEYS.md"])(
  "the commands of %s do what they say",
  async (document) => {
    const { place } = workspaceOf(document);
    const folders = ["data", "scenarios", "output"].flatMap((part) => [`--${part}`, join(place, part)]);
    const ended: string[] = [];
    for (const { line } of shellLines(document)) {
      const args = planreachArguments(line);
      if (args === null || line.includes("<") || !line.startsWith("npm") || isLong(args)) continue;
      const { work } = await parseLine([...args, ...folders, "--draws", "16", "--workers", "0"], "en");
      const { io, diagnostics } = captureIo();
      const exit = await work?.(io);
      if (exit !== 0) ended.push(`${line}: ${exit} ${diagnostics()}`);
    }
    expect(ended).toEqual([]);
  },
);

test("data/README.md names every file of data/ in a row of its tables", () => {
  const rows = repositoryText("data/README.md")
    .split("\n")
    .filter((line) => line.startsWith("| `"));
  const named = new Set(
    rows.flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map((match) => match[1])),
  );
  const others = /\.test\.ts$|\.schema\.json$|\/(README|KEYS)\.md$/;
  const files = repositoryFiles("data").filter((file) => !others.test(file));
  const nameIn = (file: string) => file.replace(/^data\/([\w-]+\/model\/(tables\/)?)?/, "");
  expect(files.length).toBeGreaterThan(25);
  expect(files.map(nameIn).filter((name) => !named.has(name))).toEqual([]);
});

/** Text of the source, where names of files that programs write stand. */
const sources = repositoryFiles("src")
  .filter((file) => /\.ts$/.test(file))
  .map(repositoryText)
  .join("\n");
const known = repositoryFiles();

test.each(runDocuments)("every file that %s names is there, or is one that a program writes", (document) => {
  const prose = repositoryText(document).replace(/^```[\s\S]*?^```$/gm, "");
  const spans = [...prose.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? "");
  const paths = spans.filter((span) =>
    /^[\w./-]+\.(ya?ml|csv|tsx?|mjs|cjs|json|md|sh|ipynb|html|jsonl|parquet)$/.test(span),
  );
  const isThere = (path: string) =>
    known.some((file) => file === path || file.endsWith(`/${path.replace(/^(\.\.\/)+/, "")}`));
  const isWritten = (path: string) => sources.includes(path.split("/").at(-1) ?? path);
  expect(paths.filter((path) => !isThere(path) && !isWritten(path))).toEqual([]);
});
