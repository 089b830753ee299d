import { spellings } from "../inputs/schema-parts.ts";

/** The part of a JSON Schema that our schemas use. */
export interface SchemaNode {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly propertyNames?: SchemaNode;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly required?: readonly string[];
  readonly items?: SchemaNode | boolean;
  readonly prefixItems?: readonly SchemaNode[];
  readonly anyOf?: readonly SchemaNode[];
}

/** What to call a text of each spelling: as a value, and as a part of a path that a file chooses. */
const spelt: Readonly<Record<keyof typeof spellings, readonly [value: string, part: string]>> = {
  name: ["名称 · name", "name"],
  identifier: ["标识 · id", "id"],
  integerRange: ["`0..100`", "range"],
  yearKey: ["年份 · year", "year"],
  month: ["`2022-07`", "month"],
  policyNumber: ["编号 · number", "number"],
  policyKey: ["`all`｜`19`｜`chapter_2`", "policy"],
  filePath: ["路径 · path", "path"],
  folderName: ["文件夹 · folder", "folder"],
  csvPath: ["CSV 路径 · path of a CSV", "path"],
  date: ["`2023-12-31`", "date"],
};

/** Say in a few words what may stand at a place of a file: Chinese, a point, English. */
export function valueWords(node: SchemaNode): string {
  const shapes = node.anyOf ?? (Array.isArray(node.type) ? node.type.map((type) => ({ ...node, type })) : null);
  if (shapes) return [...new Set(shapes.map(valueWords))].join("，或 · or<br>");
  if (node.enum) return node.enum.map((value) => `\`${value}\``).join("｜");
  if (node.const !== undefined) return `\`${node.const}\``;
  if (node.type === "object") return mappingWords(node);
  if (node.type === "array") return listWords(node);
  if (node.type === "string") return spellingOf(node)?.[0] ?? "文字 · text";
  if (node.type === "boolean") return "`true`｜`false`";
  if (node.type === "null") return "`null`";
  return numberWords(node);
}
/** How a text in both languages is written. */
valueWords.bilingual = "`{zh: …, en: …}`";

/** Name of the part of a path that stands for the keys of a mapping. */
export function placeholderOf(names: SchemaNode | undefined): string {
  if (names?.enum) return "class";
  return (names && spellingOf(names)?.[1]) ?? "element";
}

function spellingOf({ pattern, format }: SchemaNode): readonly [string, string] | undefined {
  if (format === "date") return spelt.date;
  const entries = Object.entries(spellings) as [keyof typeof spellings, { pattern: RegExp }][];
  const found = entries.find(([, spelling]) => spelling.pattern.source === pattern);
  return found && spelt[found[0]];
}

function mappingWords({ properties, propertyNames, additionalProperties }: SchemaNode): string {
  const keys = Object.keys(properties ?? {});
  if (keys.join() === "zh,en") return valueWords.bilingual;
  if (typeof additionalProperties !== "object") return `\`{${keys.join(", ")}}\``;
  const inside = valueWords(additionalProperties);
  const isLaidOutBelow = additionalProperties.properties !== undefined && inside !== valueWords.bilingual;
  return isLaidOutBelow
    ? `\`{${placeholderOf(propertyNames)}: {…}}\``
    : `\`{${placeholderOf(propertyNames)}: …}\`：${inside}`;
}

function listWords({ prefixItems, items }: SchemaNode): string {
  if (prefixItems) {
    return `\`[${prefixItems.map(() => "…").join(", ")}]\`：${[...new Set(prefixItems.map(valueWords))].join("、")}`;
  }
  return typeof items === "object" ? `列表 · list：${valueWords(items)}` : "列表 · list";
}

function numberWords(node: SchemaNode): string {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = node;
  if (minimum === 1000 && maximum === 2999) return "年份 · year";
  const bounds = [
    ...(exclusiveMinimum === undefined ? [] : [`> ${exclusiveMinimum}`]),
    ...(exclusiveMaximum === undefined ? [] : [`< ${exclusiveMaximum}`]),
    ...(minimum === undefined || minimum <= Number.MIN_SAFE_INTEGER ? [] : [`≥ ${minimum}`]),
    ...(maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? [] : [`≤ ${maximum}`]),
  ];
  const words = node.type === "integer" ? "整数 · whole number" : "数 · number";
  return bounds.length === 0 ? words : `${words} ${bounds.join(", ")}`;
}
