import { expect, test } from "vitest";
import { jsonSchema, type SchemaKind } from "./json-schema.ts";

const kinds: SchemaKind[] = ["plan", "model", "policies", "scenario", "feasibility", "seek", "figures", "province"];

/** Paths of all keys of mappings in a JSON Schema that have no description. */
function undescribed(schema: unknown, path = ""): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const { properties = {}, ...rest } = schema as { properties?: Record<string, { description?: string }> };
  const own = Object.entries(properties).flatMap(([key, value]) => [
    ...(value.description ? [] : [`${path}.${key}`]),
    ...undescribed(value, `${path}.${key}`),
  ]);
  return [...own, ...Object.entries(rest).flatMap(([key, value]) => undescribed(value, `${path}/${key}`))];
}

test.each(kinds)("jsonSchema(%j) is draft 2020-12 with a title and no unknown keys", (kind) => {
  const schema = jsonSchema(kind);
  expect(schema).toMatchObject({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: expect.stringMatching(/ \/ /),
    type: "object",
    additionalProperties: false,
  });
  expect(schema).not.toHaveProperty("$id");
});

test.each(kinds)("jsonSchema(%j) describes every key in both languages", (kind) => {
  expect(undescribed(jsonSchema(kind))).toEqual([]);
  const descriptions = JSON.stringify(jsonSchema(kind)).match(/"description":"[^"]*"/g) ?? [];
  expect(descriptions.filter((text) => !/\p{Script=Han}.* \/ [A-Z]/u.test(text))).toEqual([]);
});
