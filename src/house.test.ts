import { existsSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import ts from "typescript";
import { expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { repository, repositoryFiles, repositoryText } from "./fixtures/repository-files.ts";

// What holds across all files, and no compiler or linter checks.

const sources = repositoryFiles("src");
const modules = sources.filter((file) => /\.ts$/.test(file) && !/\.(test|bench)\.ts$|^src\/fixtures\//.test(file));

/** Lines of the files that hold one of the words, as `file:line: text`. */
function linesWith(pattern: RegExp, files: readonly string[]): string[] {
  return files.flatMap((file) =>
    repositoryText(file)
      .split("\n")
      .flatMap((line, place) => (pattern.test(line) ? [`${file}:${place + 1}: ${line.trim()}`] : [])),
  );
}

/** Names of every region in the data folder: of its folder, of its plan, and of the places it was observed beside. */
function placeNames(region: string): string[] {
  const plan = parseYaml(repositoryText(`data/${region}/plan.yaml`));
  // A plan may name the observations of another folder.
  const observations = posix.join("data", region, plan.observations ?? "observations.csv");
  const rows: { region: string }[] = parseCsv(repositoryText(observations), { columns: true, bom: true });
  const administrative = rows.map((row) => row.region).filter((name) => /[省市县区]$/.test(name));
  const chinese = [plan.place.zh, ...administrative].flatMap((name: string) => [name, name.replace(/[省市县区]$/, "")]);
  return [region, plan.place.en, ...chinese.filter((name) => name.length > 1)];
}

/** Regions of real places: a demonstration is no place, and its rows are those of another plan. */
const regions = [
  ...new Set(repositoryFiles("data").flatMap((file) => file.match(/^data\/([^/]+)\/plan\.yaml$/)?.[1] ?? [])),
].filter((region) => parseYaml(repositoryText(`data/${region}/plan.yaml`)).demonstration !== true);

test("the toolkit names no place that is planned for", () => {
  const names = [...new Set(regions.flatMap(placeNames))];
  expect(names.length).toBeGreaterThan(0);
  expect(linesWith(new RegExp(names.join("|"), "i"), sources)).toEqual([]);
});

test("the toolkit names no indicator of a plan", () => {
  const ids = regions.flatMap((region) =>
    Object.keys(parseYaml(repositoryText(`data/${region}/plan.yaml`)).indicators),
  );
  expect(ids.length).toBeGreaterThan(0);
  expect(linesWith(new RegExp(`\\b(${ids.join("|")})\\b`), sources)).toEqual([]);
});

test("nothing under src/ is unfinished or silenced", () => {
  // Brackets keep this pattern from finding itself.
  const pattern = /\b(TOD[O]|FIXM[E]|XX[X])\b|\.(skip|only|todo)\(|@ts-(ignor[e]|nochec[k])|\bas an[y]\b/;
  expect(linesWith(pattern, sources)).toEqual([]);
});

test("the library asks no clock and no chance, and keeps no variable between calls", () => {
  expect(linesWith(/\bMath\.random\(|\bDate\.now\(|\bnew Date\(\)|^(export )?let /, modules)).toEqual([]);
});

test("no module but the start of the process awaits at its top, so that a notebook can require() the library", () => {
  const awaiting = modules.filter((file) => file !== "src/start.ts" && awaitsAtTop(file));
  expect(awaiting).toEqual([]);
});

function awaitsAtTop(file: string): boolean {
  const visit = (node: ts.Node): boolean =>
    ts.isAwaitExpression(node) ||
    (ts.isForOfStatement(node) && node.awaitModifier !== undefined) ||
    (!ts.isFunctionLike(node) && ts.forEachChild(node, visit) === true);
  return visit(ts.createSourceFile(file, repositoryText(file), ts.ScriptTarget.ES2022));
}

test("no text names a path of one machine", () => {
  const texts = repositoryFiles().filter((file) => /\.(ts|cjs|js|json|ya?ml|md|csv|sh|ipynb)$|\/run$/.test(file));
  const pattern = /(^|[^\w./-])\/(hom[e]|roo[t]|tm[p]|Users|wor[k])\/|\b[A-Z]:\\\\?Users/;
  expect(
    linesWith(
      pattern,
      texts.filter((file) => file !== "package-lock.json"),
    ),
  ).toEqual([]);
});

test("package.json names one version of each package", () => {
  const { dependencies, devDependencies, overrides } = JSON.parse(repositoryText("package.json"));
  const versions = (value: unknown): string[] =>
    typeof value === "object" && value !== null ? Object.values(value).flatMap(versions) : [String(value)];
  const all = versions([dependencies, devDependencies, overrides]);
  expect(all.length).toBeGreaterThan(0);
  expect(all.filter((text) => !/^(npm:(@[\w-]+\/)?[\w-]+@)?\d+\.\d+\.\d+$|^file:|^\$/.test(text))).toEqual([]);
});

test("CONTRIBUTING.md says of each package what it is for", () => {
  const { dependencies, devDependencies } = JSON.parse(repositoryText("package.json"));
  const text = repositoryText("CONTRIBUTING.md");
  const names = Object.keys({ ...dependencies, ...devDependencies });
  expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});

// tslab's compiler also installs a `tsc`; which of the two npm links last is a matter of chance.
test("scripts call the compiler by its path", () => {
  const scripts: Record<string, string> = JSON.parse(repositoryText("package.json")).scripts;
  expect(Object.values(scripts).filter((script) => /(^|\s)(npx )?tsc\b/.test(script))).toEqual([]);
});

test("every relative link of the documents leads to a file, and to a heading where it names one", () => {
  const documents = repositoryFiles().filter((file) => /\.md$/.test(file));
  const broken = documents.flatMap((file) => {
    const links = [...withoutCode(repositoryText(file)).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? "");
    return links
      .filter((link) => !/^[a-z]+:/.test(link) && !leadsSomewhere(file, link))
      .map((link) => `${file}: ${link}`);
  });
  expect(documents.length).toBeGreaterThan(0);
  expect(broken).toEqual([]);
});

const withoutCode = (markdown: string) => markdown.replace(/^```[\s\S]*?^```/gm, "").replace(/`[^`\n]*`/g, "");

function leadsSomewhere(from: string, link: string): boolean {
  const [path = "", anchor] = decodeURI(link).split("#");
  const target = path === "" ? from : join(dirname(from), path);
  if (!existsSync(join(repository, target))) return false;
  return anchor === undefined || headingAnchors(repositoryText(target)).includes(anchor);
}

/** As GitHub makes them: lower case, punctuation dropped, spaces to hyphens. */
function headingAnchors(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] ?? "")
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}
