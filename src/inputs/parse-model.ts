import { type Issue, makeIssue } from "../core/issue.ts";
import { nearestName } from "../core/nearest-name.ts";
import { checkModelNames, type ModelPart } from "./check-model-names.ts";
import { checkSchema } from "./check-schema.ts";
import { collectModelNames, type ModelNames } from "./model-names.ts";
import { type ModelEntry, modelSchema } from "./model-schema.ts";
import { parseAssumption } from "./parse-assumption.ts";
import { checkBands, parseDimension } from "./parse-dimension.ts";
import { parseEvent, parseLever } from "./parse-effects.ts";
import { parseTable, type ReadTable } from "./parse-table-entry.ts";
import { parseIdentity, parseVariable } from "./parse-variable.ts";
import type { Correlation, Dimension, ModelSource, Sector, Switch } from "./study.ts";
import type { YamlDocument } from "./yaml-document.ts";

/** A model with the names that its files declare, whether or not what they name is sound. */
export interface ParsedModel {
  readonly model: ModelSource;
  readonly names: ModelNames;
}

/**
 * Parse the files of a model, one sector each, and merge them.
 *
 * @param documents - in order of file name.
 * @param isComplete - false when a file could not be read; unknown names are then not told.
 * @param readTable - reads the CSV of a table.
 * @param issues - receives everything that is wrong; parts that are wrong are left out of the model.
 */
export function parseModel(
  documents: readonly YamlDocument[],
  isComplete: boolean,
  readTable: ReadTable,
  issues: Issue[],
): ParsedModel {
  const parts = documents.map((document) => ({ document, file: checkSchema(modelSchema, document, issues) }));
  const names = collectModelNames(documents, isComplete, issues);
  checkModelNames(parts, names, issues);
  const dimensions = parseDimensions(parts, issues);
  const sectors = parts.map((part) => parseSector(part, dimensions, readTable, issues));
  const model = {
    sectors: sectors.flatMap((part) => part.sectors),
    dimensions: [...dimensions.values()],
    variables: sectors.flatMap((part) => part.variables),
    assumptions: sectors.flatMap((part) => part.assumptions),
    tables: sectors.flatMap((part) => part.tables),
    switches: sectors.flatMap((part) => part.switches),
    levers: sectors.flatMap((part) => part.levers),
    events: sectors.flatMap((part) => part.events),
    correlations: sectors.flatMap((part) => part.correlations),
    identities: sectors.flatMap((part) => part.identities),
  };
  return { model, names };
}

/** Dimensions of all files; a table may run over one that another file declares. */
function parseDimensions(parts: readonly ModelPart[], issues: Issue[]): ReadonlyMap<string, Dimension> {
  const dimensions = new Map<string, Dimension>();
  for (const { document, file } of parts) {
    for (const [name, entry] of Object.entries(file.dimensions ?? {})) {
      const dimension = dimensions.has(name) ? null : parseDimension(name, entry, document, issues);
      if (dimension) dimensions.set(name, dimension);
    }
  }
  for (const { document, file } of parts) {
    for (const name of Object.keys(file.dimensions ?? {})) checkBands(name, dimensions, document, issues);
  }
  return dimensions;
}

/** Everything but the dimensions of one file. */
function parseSector(
  { document, file }: ModelPart,
  dimensions: ReadonlyMap<string, Dimension>,
  readTable: ReadTable,
  issues: Issue[],
): Omit<ModelSource, "dimensions"> {
  const id = file.sector?.id ?? "";
  const label = file.sector ? { zh: file.sector.zh, en: file.sector.en } : null;
  const sectors: Sector[] = label ? [{ id, label, file: document.file }] : [];
  return {
    sectors,
    variables: parseEntries(file.variables, (name, entry) => parseVariable(name, id, entry, document, issues)),
    assumptions: parseEntries(file.assumptions, (name, entry) => parseAssumption(name, id, entry, document, issues)),
    tables: parseEntries(file.tables, (name, entry) =>
      parseTable(name, id, entry, document, dimensions, readTable, issues),
    ),
    switches: parseEntries(file.switches, (name, entry) => parseSwitch(name, entry, document, issues)),
    levers: parseEntries(file.levers, (name, entry) => parseLever(name, entry, document, issues)),
    events: parseEntries(file.events, (name, entry) => parseEvent(name, entry, document, issues)),
    correlations: (file.correlations ?? []).map(
      ([first, second, rank], place): Correlation => ({
        first,
        second,
        rank,
        at: document.span(["correlations", place]),
      }),
    ),
    identities: parseEntries(file.identities, (name, entry) => parseIdentity(name, id, entry, document, issues)),
  };
}

/** Parse each named entry of a section, leaving out those that give nothing. */
function parseEntries<E, T>(
  entries: Readonly<Record<string, E>> | undefined,
  parse: (name: string, entry: E) => T | null,
): T[] {
  return Object.entries(entries ?? {}).flatMap(([name, entry]) => parse(name, entry) ?? []);
}

function parseSwitch(name: string, entry: ModelEntry<"switches">, document: YamlDocument, issues: Issue[]): Switch {
  const path = ["switches", name];
  const isList = Array.isArray(entry);
  const options = isList ? entry : entry.options;
  const chosen = (isList ? undefined : entry.default) ?? options[0]!;
  if (!options.includes(chosen)) {
    const parameters = { kind: "option", name: chosen, nearest: nearestName(chosen, options), known: options } as const;
    issues.push(makeIssue("name/unknown", document.span([...path, "default"]), parameters));
  }
  for (const [place, option] of options.entries()) {
    if (options.indexOf(option) === place) continue;
    const at = document.span(isList ? [...path, place] : [...path, "options", place]);
    const parameters = { kind: "option", name: option, firstKind: "option" } as const;
    issues.push(makeIssue("name/duplicate", at, { ...parameters, first: `${at.file}:${at.line}` }));
  }
  return {
    name,
    label: isList ? null : (entry.label ?? null),
    options,
    default: chosen,
    at: document.keySpan(path),
  };
}
