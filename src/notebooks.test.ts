import { expect, test } from "vitest";
import { repositoryFiles, repositoryText } from "./fixtures/repository-files.ts";

// What a notebook must keep to be read and reviewed with ease; that each of them runs is shown by `npm run notebooks`.

interface Cell {
  readonly cell_type: "code" | "markdown";
  readonly source: readonly string[];
  readonly outputs?: readonly unknown[];
  readonly execution_count?: number | null;
}

const notebooks = repositoryFiles("notebooks")
  .filter((file) => file.endsWith(".ipynb"))
  .map((file) => {
    const { cells, metadata } = JSON.parse(repositoryText(file));
    return {
      file,
      metadata,
      cells: cells as Cell[],
      code: (cells as Cell[]).filter((cell) => cell.cell_type === "code"),
    };
  });

test("there are notebooks", () => {
  expect(notebooks.length).toBeGreaterThan(0);
});

test.each(notebooks)("$file runs on the TypeScript kernel", ({ metadata }) => {
  expect(metadata.kernelspec.name).toBe("tslab");
});

test.each(notebooks)("$file holds no output and no execution count", ({ code }) => {
  expect(code.filter((cell) => cell.outputs?.length !== 0 || cell.execution_count !== null)).toEqual([]);
});

test.each(notebooks)("$file imports from the built library in one line, and else only from tslab", ({ code }) => {
  const lines = code.flatMap((cell) => cell.source).filter((line) => /\bimport\b|\brequire\(/.test(line));
  const ours = lines.filter((line) => line.includes('from "../dist/index.js"'));
  expect(ours).toHaveLength(1);
  expect(lines.filter((line) => !ours.includes(line) && !line.includes('from "tslab"'))).toEqual([]);
});

test.each(notebooks)("$file has at most 12 code cells of at most 10 lines of at most 140 characters", ({ code }) => {
  expect(code.length).toBeLessThanOrEqual(12);
  const long = code.filter(
    (cell) => cell.source.length > 10 || cell.source.some((line) => line.trimEnd().length > 140),
  );
  expect(long).toEqual([]);
});

test.each(notebooks)("$file opens with a title in Chinese, then in English", ({ cells }) => {
  const titles = cells[0]?.source.filter((line) => line.startsWith("# ")) ?? [];
  expect(titles).toHaveLength(2);
  expect(titles[0]).toMatch(/\p{Script=Han}/u);
  expect(titles[1]).not.toMatch(/\p{Script=Han}/u);
});

test.each(notebooks)("$file ends by checking its result", ({ code }) => {
  expect(code.at(-1)?.source.join("")).toContain("throw new Error(");
});
