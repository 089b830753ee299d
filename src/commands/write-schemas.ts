import { writeFileSync } from "node:fs";
import { schemaKinds, schemaPath, schemaText } from "./schema-files.ts";

/** Write the schema of every kind of file beside the files that name it; the folders must be there. */
export function writeSchemas(dataDir: string, scenariosDir: string): string[] {
  return schemaKinds.map((kind) => {
    const path = schemaPath(kind, dataDir, scenariosDir);
    writeFileSync(path, schemaText(kind));
    return path;
  });
}
