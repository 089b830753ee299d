import * as z from "zod";
import { defaultBand } from "./default-values.ts";
import { bilingual, spelt } from "./schema-parts.ts";

const label = bilingual.describe("图题 / Title of the figure");
const variable = spelt("name");

/** Shape of `data/<region>/figures.yaml`. */
export const figuresSchema = z.strictObject({
  levels: z
    .record(
      spelt("identifier"),
      z.strictObject({
        label,
        variables: z.array(variable).min(2).max(5).describe("各层次，由低到高 / Levels, lowest first"),
        share: variable.optional().describe("另画的占比 / Share drawn below"),
      }),
    )
    .optional()
    .describe("分层次的构成与占比 / Stacked levels with a share"),
  stocks: z
    .record(
      spelt("identifier"),
      z.strictObject({
        label,
        variables: z.array(variable).length(2).describe("两个存量 / The two stocks"),
        ratio: variable.optional().describe("另画的比值 / Ratio drawn below"),
      }),
    )
    .optional()
    .describe("两个存量的对照 / Two stocks against each other"),
  flows: z
    .record(
      spelt("identifier"),
      z.strictObject({
        label,
        stock: variable.describe("存量 / The stock"),
        in: z.array(variable).min(1).max(6).describe("流入 / What flows in"),
        out: z.array(variable).min(1).max(6).describe("流出 / What flows out"),
      }),
    )
    .optional()
    .describe("一个存量在规划期内的流入与流出 / What flows into and out of a stock over the plan"),
  pyramids: z
    .record(
      spelt("identifier"),
      z.strictObject({
        label,
        variable: variable.describe("按两类人和年龄分的人数 / People by two groups and by age"),
        band: z.int().min(1).max(20).optional().describe("每段岁数 / Ages in one bar").meta({ default: defaultBand }),
      }),
    )
    .optional()
    .describe("基年与规划末年的人口金字塔 / Pyramid of the base year and of the plan's last year"),
  maps: z
    .record(
      spelt("identifier"),
      z.strictObject({
        label,
        indicators: z.array(spelt("identifier")).min(1).describe("一并要达到的指标 / Rows to be met together"),
        levers: z.array(spelt("name")).length(2).describe("横轴与纵轴的措施 / Levers along and up"),
        scenario: spelt("identifier").describe("其余按哪个情景 / Scenario that gives the rest"),
      }),
    )
    .optional()
    .describe("完成概率随两项措施力度的变化 / Chance over two levers"),
});

/** What a file of figures says, as it is written. */
export type FiguresFile = z.infer<typeof figuresSchema>;
