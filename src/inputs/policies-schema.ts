import * as z from "zod";
import { defaultPolicy } from "./default-values.ts";
import { bilingual, spelt, year } from "./schema-parts.ts";

/** Shape of `data/<region>/policies.yaml`. */
export const policiesSchema = z.strictObject({
  policies: z
    .record(
      spelt("policyNumber"),
      z.strictObject({
        chapter: z.union([z.string(), z.number()]).describe("所在章 / Chapter"),
        section: z.union([z.string(), z.number()]).describe("所在节 / Section"),
        label: bilingual.describe("名称 / Name"),
        levers: z.array(spelt("name")).describe("作用的措施 / Levers that it feeds"),
        weight: z.number().min(0).max(1).describe("对每个措施的权重 / Weight for each of its levers"),
        lag: z
          .int()
          .min(0)
          .max(100)
          .optional()
          .describe("滞后整年数，代替措施自己的滞后 / Whole years until it acts, in place of the lever's own")
          .meta({ default: defaultPolicy.lag }),
        start: year.optional().describe("开始年，缺省规划首年 / First year; default: the plan's first"),
        ramp: z
          .number()
          .min(1)
          .max(100)
          .optional()
          .describe("到位所需年数 / Years until it is in full effect")
          .meta({ default: defaultPolicy.ramp }),
      }),
    )
    .describe("政策，按编号 / Policies by number"),
});
