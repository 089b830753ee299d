import * as z from "zod";
import { defaultEventSize, defaultRun } from "./default-values.ts";
import { drawsLimit } from "./draws-limit.ts";
import { eventTime } from "./model-schema.ts";
import { bilingual, numberOrDistribution, spelt } from "./schema-parts.ts";

/** Names in the output folder that are no scenario's, so that no scenario may have them as its id. */
export const outputNames: readonly string[] = ["model", "report", "evaluation", "consistency", "seek", "notebooks"];

const eventUse = z.strictObject({
  use: spelt("name").describe("模型里的事件 / The model's event"),
  at: eventTime.optional().describe("开始的年份或年月 / Year or month in which it starts"),
  size: z.number().min(0).max(10).optional().describe("规模 / Size").meta({ default: defaultEventSize }),
  off: z.literal(true).optional().describe("取消上级情景的事件 / Leave out an event of the scenario above"),
});

/** Shape of `scenarios/<region>/*.yaml`. */
export const scenarioSchema = z.strictObject({
  id: spelt("identifier").describe("标识，也是 output/ 里的文件夹名 / Id; also the name of its folder in output/"),
  label: bilingual.describe("名称 / Name"),
  description: bilingual.describe("含义 / What it stands for"),
  extends: spelt("identifier").optional().describe("上级情景 / The scenario it starts from; entries here win"),
  readings: z
    .record(spelt("name"), spelt("name"))
    .optional()
    .describe("指标或开关: 口径 / Indicator or switch: the reading to use"),
  switches: z.record(spelt("name"), spelt("name")).optional().describe("开关: 选项 / Switch: option"),
  levers: z
    .record(spelt("name"), z.union([z.number(), z.record(spelt("yearKey"), z.number())]))
    .optional()
    .describe("措施: 力度，或 {年份: 力度}，其间线性 / Lever: intensity, or {year: intensity}, linear between"),
  policies: z
    .record(spelt("policyKey"), z.number().min(0).max(1))
    .optional()
    .describe("落实程度 0–1：all、编号、chapter_<章> / Implementation: all, a number, chapter_<n>"),
  assumptions: z
    .record(spelt("name"), numberOrDistribution)
    .optional()
    .describe("假设: 数则固定，文字则为分布 / Assumption: a number fixes it, a text is a distribution"),
  events: z
    .array(z.union([spelt("name"), eventUse]))
    .optional()
    .describe("事件 / Events"),
  drivers: z
    .record(spelt("name"), z.literal("forecast"))
    .optional()
    .describe(
      "外生驱动变量: forecast，以观测序列的预测代替方程 / Driver: forecast of its observed series in place of its equation",
    ),
  known_as_of: spelt("date").optional().describe("此后的决定不计入 / Events decided later are left out"),
  run: z
    .strictObject({
      draws: z.int().min(1).max(drawsLimit).optional().describe("抽样数 / Draws").meta({ default: defaultRun.draws }),
      seed: z
        .int()
        .min(0)
        .optional()
        .describe("随机种子 / Seed of the random numbers")
        .meta({ default: defaultRun.seed }),
      until: z
        .int()
        .min(1000)
        .max(2999)
        .optional()
        .describe("模拟末年，缺省规划末年 / Last simulated year; default: the plan's last"),
      sampling: z
        .enum(["sobol", "latin_hypercube", "monte_carlo"])
        .optional()
        .describe(
          "抽样方法：Sobol 序列、拉丁超立方、独立随机 / Sampling method: Sobol' points, Latin hypercube, independent draws",
        )
        .meta({ default: defaultRun.sampling }),
    })
    .optional()
    .describe("运行设置 / Settings of the run"),
});

/** What a scenario file says, as it is written. */
export type ScenarioFile = z.infer<typeof scenarioSchema>;
