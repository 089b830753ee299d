import * as z from "zod";
import { bilingual, spelt, year } from "./schema-parts.ts";
import { defaultSeekSettings } from "./seek-settings.ts";

const probability = z.number().gt(0).lt(1);

/** Shape of `data/<region>/seek.yaml`. */
export const seekSchema = z.strictObject({
  probability: z
    .strictObject({
      binding: probability
        .optional()
        .describe("约束性指标 / Binding rows")
        .meta({ default: defaultSeekSettings.probability.binding }),
      indicative: probability
        .optional()
        .describe("预期性指标 / Indicative rows")
        .meta({ default: defaultSeekSettings.probability.indicative }),
    })
    .optional()
    .describe("要达到的完成概率 / How surely a target is to be kept"),
  suggested_targets: z
    .strictObject({
      steady: probability
        .optional()
        .describe("稳妥 / Steady")
        .meta({ default: defaultSeekSettings.suggestedTargets.steady }),
      ambitious: probability
        .optional()
        .describe("力争 / Ambitious")
        .meta({ default: defaultSeekSettings.suggestedTargets.ambitious }),
    })
    .optional()
    .describe("建议目标值的完成概率 / How surely a suggested target is to be kept"),
  from: year
    .optional()
    .describe(
      "可以调整措施的首年，缺省规划首年 / First year in which levers may be changed; default: the plan's first",
    ),
  effort: z
    .strictObject({
      exponent: z
        .union([z.literal(1), z.literal(2)])
        .optional()
        .describe("指数：1 每一步同样费力，2 越往后越费力 / Exponent; 1: every step alike, 2: further steps cost more")
        .meta({ default: defaultSeekSettings.effortExponent }),
      budget: z.number().gt(0).optional().describe("总投入上限，缺省不限 / Most effort in all; default: any"),
    })
    .optional()
    .describe("投入 / Effort"),
  levers: z
    .record(
      spelt("name"),
      z.strictObject({
        cost: z
          .number()
          .gt(0)
          .optional()
          .describe("力度加 1 的投入 / Effort of one unit of intensity")
          .meta({ default: 1 }),
        lower: z.number().optional().describe("力度下限，缺省为情景的力度 / Least intensity; default: the scenario's"),
        upper: z.number().optional().describe("力度上限，缺省为措施的上限 / Most intensity; default: the lever's"),
        use: z.literal(false).optional().describe("不使用这项措施 / Leave this lever alone"),
      }),
    )
    .optional()
    .describe("措施的投入与范围 / What levers cost and how far they go"),
  sets: z
    .record(
      spelt("identifier"),
      z.strictObject({
        label: bilingual.describe("名称 / Name"),
        indicators: z.array(spelt("identifier")).min(1).describe("指标 / Indicators"),
      }),
    )
    .optional()
    .describe("一并考察的指标组 / Sets of rows that are looked at together"),
});

/** What a file of search settings says, as it is written. */
export type SeekFile = z.infer<typeof seekSchema>;
