import * as z from "zod";
import { feasibilitySchema } from "./feasibility-schema.ts";
import { figuresSchema } from "./figures-schema.ts";
import { modelSchema } from "./model-schema.ts";
import { planSchema } from "./plan-schema.ts";
import { policiesSchema } from "./policies-schema.ts";
import { provinceSchema } from "./province-schema.ts";
import { scenarioSchema } from "./scenario-schema.ts";
import { seekSchema } from "./seek-schema.ts";

const schemas = {
  plan: { schema: planSchema, title: "规划 / Plan" },
  model: { schema: modelSchema, title: "模型部门 / Sector of the model" },
  feasibility: { schema: feasibilitySchema, title: "目标之间的约束 / Constraints between targets" },
  figures: { schema: figuresSchema, title: "图 / Figures" },
  policies: { schema: policiesSchema, title: "政策 / Policies" },
  province: { schema: provinceSchema, title: "省：一起运行的地区 / Province: regions that are run together" },
  scenario: { schema: scenarioSchema, title: "情景 / Scenario" },
  seek: { schema: seekSchema, title: "措施搜索 / Search for levers" },
} as const;

/** The kinds of YAML file that have a schema. */
export type SchemaKind = keyof typeof schemas;

/**
 * Write the JSON Schema (draft 2020-12) of one kind of file, for editors that complete and check while typing.
 *
 * @returns a fresh plain object with a bilingual title and a bilingual description of every key.
 */
export function jsonSchema(kind: SchemaKind): Record<string, unknown> {
  const { schema, title } = schemas[kind];
  const { $schema, ...content } = z.toJSONSchema(schema);
  return { $schema, title, ...content };
}
