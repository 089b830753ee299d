import * as z from "zod";
import type { YamlPath } from "./yaml-document.ts";

interface JsonSchemaNode {
  readonly properties?: Readonly<Record<string, JsonSchemaNode>>;
  readonly additionalProperties?: JsonSchemaNode | boolean;
  readonly items?: JsonSchemaNode | boolean;
  readonly prefixItems?: readonly JsonSchemaNode[];
  readonly anyOf?: readonly JsonSchemaNode[];
}

/**
 * List the keys that a schema knows for the mapping at a path, in the order of the schema.
 *
 * Where a value may have several shapes, the keys of all of them are listed.
 */
export function schemaKeys(schema: z.ZodType, path: YamlPath): readonly string[] {
  let nodes: JsonSchemaNode[] = alternatives(z.toJSONSchema(schema) as JsonSchemaNode);
  for (const step of path) nodes = nodes.flatMap((node) => below(node, step)).flatMap(alternatives);
  return nodes.flatMap((node) => Object.keys(node.properties ?? {}));
}

function below(node: JsonSchemaNode, step: string | number): JsonSchemaNode[] {
  const candidates =
    typeof step === "number"
      ? [node.prefixItems?.[step] ?? node.items]
      : [node.properties?.[step] ?? node.additionalProperties];
  return candidates.filter((candidate) => typeof candidate === "object");
}

function alternatives(node: JsonSchemaNode): JsonSchemaNode[] {
  return node.anyOf ? node.anyOf.flatMap(alternatives) : [node];
}
