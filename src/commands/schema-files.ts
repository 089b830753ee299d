import { join } from "node:path";
import { jsonSchema, type SchemaKind } from "../inputs/json-schema.ts";

/** Kinds of input file that have a schema, in the order in which they are listed. */
export const schemaKinds = [
  "scenario",
  "model",
  "plan",
  "policies",
  "feasibility",
  "seek",
  "province",
  "figures",
] as const satisfies readonly SchemaKind[];

/** Documents that have a place for tables of keys, see `withKeyTables`. */
export function keyDocuments(dataDir: string, scenariosDir: string): string[] {
  return [join(scenariosDir, "README.md"), join(dataDir, "KEYS.md")];
}

/** Path of a schema's file: where the first line of the input files looks for it. */
export function schemaPath(kind: SchemaKind, dataDir: string, scenariosDir: string): string {
  return join(kind === "scenario" ? scenariosDir : dataDir, `${kind}.schema.json`);
}

/** The exact text of a schema's file. */
export function schemaText(kind: SchemaKind): string {
  return `${JSON.stringify(jsonSchema(kind), null, 2)}\n`;
}
