import { posix } from "node:path";
import { fileSpan, type Issue, makeIssue } from "../core/issue.ts";
import { nearestName } from "../core/nearest-name.ts";
import { parseTableCsv } from "./parse-table.ts";
import type { FolderReader } from "./read-files.ts";
import type { Dimension, ModelSource, Table } from "./study.ts";

/** Folder of the tables inside that of a model. */
const tablesFolder = "tables";

/**
 * Put a region's own tables in the place of those of a model that it shares.
 *
 * A CSV in the region's `model/tables/` that is named as one of the shared model is read instead of it.
 *
 * @param folder - the region's own folder of its model, which may not be there.
 * @param issues - receives what is wrong with the tables; one that the shared model does not name is an issue.
 */
export function ownTables(model: ModelSource, data: FolderReader, folder: string, issues: Issue[]): ModelSource {
  const tables = posix.join(folder, tablesFolder);
  const files = new Set(data.fileNames(tables).filter((name) => name.endsWith(".csv")));
  const wanted = model.tables.flatMap(({ content }) =>
    content.kind === "values" && content.file ? [content.file] : [],
  );
  // Without a table that is read from a file, the shared model itself could not be read and has its own issues.
  if (files.size === 0 || wanted.length === 0) return model;
  const dimensions = new Map(model.dimensions.map((dimension) => [dimension.name, dimension]));
  for (const name of files) {
    if (wanted.includes(`${tablesFolder}/${name}`)) continue;
    const known = wanted.map((file) => posix.basename(file));
    const at = fileSpan(data.shownPath(`${tables}/${name}`));
    issues.push(makeIssue("table/not-of-model", at, { file: name, nearest: nearestName(name, known), known }));
  }
  const own = (table: Table) => {
    const { content } = table;
    if (content.kind !== "values" || !content.file || !files.has(posix.relative(tablesFolder, content.file)))
      return table;
    return readOwn(table, { ...content, file: content.file }, data, folder, dimensions, issues);
  };
  return { ...model, tables: model.tables.map(own) };
}

function readOwn(
  table: Table,
  content: Extract<Table["content"], { kind: "values" }> & { readonly file: string },
  data: FolderReader,
  folder: string,
  dimensions: ReadonlyMap<string, Dimension>,
  issues: Issue[],
): Table {
  const lines = data.readText(posix.join(folder, content.file), "utf-8 or gb18030");
  const values = lines && parseTableCsv(lines, content.over, dimensions, issues);
  return values ? { ...table, content: { ...content, ...values } } : table;
}
