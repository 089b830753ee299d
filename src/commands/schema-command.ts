import { type CommandIo, type ExitCode, exitCodes } from "./command-io.ts";
import type { SchemaOptions } from "./command-options.ts";
import { sayIn } from "./messages.ts";
import { nameChoice, tellUsage } from "./open-study.ts";
import { schemaKinds, schemaPath, schemaText } from "./schema-files.ts";
import { writeKeyTables, writeSchemas } from "./write-schemas.ts";

/** Print the JSON Schema of one kind of file, list the kinds, or write all schemas to their places. */
export function schemaCommand(options: SchemaOptions, io: CommandIo): ExitCode {
  const { kind, write, json, dataDir, scenariosDir, language } = options;
  const { results } = io;
  if (write) {
    const paths = [...writeSchemas(dataDir, scenariosDir), ...writeKeyTables(dataDir, scenariosDir)];
    results.write(json ? `${JSON.stringify(paths, null, 2)}\n` : `${paths.join("\n")}\n`);
    return exitCodes.done;
  }
  if (kind === undefined) {
    const paths = schemaKinds.map((one) => [one, schemaPath(one, dataDir, scenariosDir)] as const);
    const text = paths.map(([one, path]) => `${one.padEnd(13)}${path}\n`).join("");
    results.write(json ? `${JSON.stringify(schemaKinds, null, 2)}\n` : text);
    return exitCodes.done;
  }
  const known = schemaKinds.find((one) => one === kind);
  if (known === undefined) {
    const choice = nameChoice(kind, schemaKinds);
    return tellUsage(sayIn(language)("unknownKind", { name: kind, choice }), io).exit;
  }
  results.write(schemaText(known));
  return exitCodes.done;
}
