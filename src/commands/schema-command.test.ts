import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { captureIo, optionsIn } from "../fixtures/captured-io.ts";
import { repositoryText } from "../fixtures/repository-files.ts";
import { schemaCommand } from "./schema-command.ts";
import { schemaKinds, schemaPath, schemaText } from "./schema-files.ts";

const folder = mkdtempSync(join(tmpdir(), "schema-"));
afterAll(() => rmSync(folder, { recursive: true }));

function schema(kind: string | undefined, write = false) {
  const { io, results, diagnostics } = captureIo();
  const exit = schemaCommand({ ...optionsIn(folder), kind, write }, io);
  return { exit, results: results(), diagnostics: diagnostics() };
}

// Run `planreach schema --write` when this fails: a schema has changed.
test.each(schemaKinds)("the committed schema of a %s file is what the program writes", (kind) => {
  expect(repositoryText(schemaPath(kind, "data", "scenarios"))).toBe(schemaText(kind));
});

test("schemaCommand prints the schema of one kind, and lists the kinds", () => {
  const { exit, results } = schema("scenario");
  expect(exit).toBe(0);
  expect(JSON.parse(results)).toMatchObject({
    type: "object",
    properties: { levers: {} },
    additionalProperties: false,
  });
  expect(
    schema(undefined)
      .results.split("\n")
      .map((line) => line.split(" ")[0]),
  ).toEqual([...schemaKinds, ""]);
});

test("schemaCommand with --write puts each schema where the input files look for it", () => {
  mkdirSync(join(folder, "data"));
  mkdirSync(join(folder, "scenarios"));
  expect(schema(undefined, true).exit).toBe(0);
  expect(readFileSync(join(folder, "data/plan.schema.json"), "utf8")).toBe(schemaText("plan"));
  expect(readFileSync(join(folder, "scenarios/scenario.schema.json"), "utf8")).toBe(schemaText("scenario"));
});

test("schemaCommand ends with 2 for a kind that is not there", () => {
  expect(schema("polices")).toMatchObject({ exit: 2, results: "" });
  expect(schema("polices").diagnostics).toContain("did you mean `policies`?");
});
