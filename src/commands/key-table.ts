import { jsonSchema, type SchemaKind } from "../inputs/json-schema.ts";
import { schemaKinds } from "./schema-files.ts";
import { placeholderOf, type SchemaNode, valueWords } from "./value-words.ts";

const head = ["| 键 · Key | 值 · Value | 缺省 · Default | 含义 · Meaning |", "|---|---|---|---|"];

/**
 * Lay out every key of one kind of file as a Markdown table: path, what may stand there, default, and meaning.
 *
 * Parts of a path in `<…>` are names that the file chooses; `[]` is each entry of a list.
 */
function keyTable(kind: SchemaKind): string {
  return [...head, ...rowsBelow(jsonSchema(kind) as SchemaNode, "")].join("\n");
}

function rowsBelow(node: SchemaNode, path: string): string[] {
  const shapes = node.anyOf ?? [node];
  return shapes.flatMap((shape) => [
    ...Object.entries(shape.properties ?? {}).flatMap(([key, value]) =>
      rowsOf(value, path === "" ? key : `${path}.${key}`, shape.required?.includes(key) ?? false),
    ),
    ...(isNode(shape.additionalProperties)
      ? rowsInside(shape.additionalProperties, `${path}.<${placeholderOf(shape.propertyNames)}>`)
      : []),
    ...(isNode(shape.items) ? rowsInside(shape.items, `${path}[]`) : []),
  ]);
}

/** A text in both languages has no rows of its own: its two keys are always the same. */
function rowsInside(node: SchemaNode, path: string): string[] {
  return valueWords(node) === valueWords.bilingual ? [] : rowsBelow(node, path);
}

function rowsOf(node: SchemaNode, path: string, isRequired: boolean): string[] {
  const [zh = "", en = ""] = (node.description ?? "").split(/ \/ (.*)/s);
  const standard = node.default === undefined ? "" : `\`${inYaml(node.default)}\``;
  const cells = [`\`${path}\``, valueWords(node), isRequired ? "必填 · required" : standard, `${zh}<br>${en}`];
  return [`| ${cells.map(cell).join(" | ")} |`, ...rowsInside(node, path)];
}

function isNode(value: SchemaNode | boolean | undefined): value is SchemaNode {
  return typeof value === "object";
}

/** A default as a file would have it. */
function inYaml(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inYaml).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  return `{${Object.entries(value)
    .map(([key, part]) => `${key}: ${inYaml(part)}`)
    .join(", ")}}`;
}

/** Every path of one kind of file, as the first column of its table shows them. */
export function keyPaths(kind: SchemaKind): string[] {
  return [...keyTable(kind).matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1] ?? "");
}

const cell = (text: string) => text.replaceAll("|", "\\|");

const end = "<!-- end of keys -->";
const marked = new RegExp(`(<!-- keys of (\\w+)[^>]*-->\n)[\\s\\S]*?(${end})`, "g");

/** Put fresh tables of keys between the marks `<!-- keys of KIND -->` and `<!-- end of keys -->` of a document. */
export function withKeyTables(markdown: string): string {
  return markdown.replace(marked, (whole, opening: string, name: string, closing: string) => {
    const kind = schemaKinds.find((one) => one === name);
    return kind === undefined ? whole : `${opening}\n${keyTable(kind)}\n\n${closing}`;
  });
}
