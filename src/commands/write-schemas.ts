import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { withKeyTables } from "./key-table.ts";
import { keyDocuments, schemaKinds, schemaPath, schemaText } from "./schema-files.ts";

/** Write the schema of every kind of file beside the files that name it; the folders must be there. */
export function writeSchemas(dataDir: string, scenariosDir: string): string[] {
  return schemaKinds.map((kind) => {
    const path = schemaPath(kind, dataDir, scenariosDir);
    writeFileSync(path, schemaText(kind));
    return path;
  });
}

/** Renew the tables of keys in the documents that have a place for them; the paths of those that have. */
export function writeKeyTables(dataDir: string, scenariosDir: string): string[] {
  return keyDocuments(dataDir, scenariosDir).filter((path) => {
    if (!existsSync(path)) return false;
    const before = readFileSync(path, "utf8");
    const after = withKeyTables(before);
    if (after !== before) writeFileSync(path, after);
    return after !== before;
  });
}
