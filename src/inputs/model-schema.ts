import * as z from "zod";
import { defaultCourse } from "./default-values.ts";
import { basis, bilingual, numberOrDistribution, source, spelt, unitText, year } from "./schema-parts.ts";

const formula = z.union([z.string(), z.number()]);
const cases = z.union([
  z.string(),
  z.number(),
  z
    .array(
      z.strictObject({
        when: z.string().optional().describe("条件，只用维度下标 / Condition on indices only"),
        value: formula.describe("公式 / Formula"),
      }),
    )
    .min(1),
]);

const names = z.array(spelt("name")).min(1);

const variable = z.strictObject({
  kind: z
    .enum(["stock", "flow", "auxiliary", "constant", "driver"])
    .optional()
    .describe("存量、流量、辅助、常数、外生驱动 / Kind")
    .meta({ default: "auxiliary" }),
  label: bilingual.describe("名称 / Name"),
  unit: unitText,
  over: names.optional().describe("分列的维度 / Dimensions it runs over"),
  equation: cases.optional().describe("公式，或分情形的列表 / Formula, or a list of cases"),
  initial: cases.optional().describe("基年的值 / Value in the base year"),
  inflow: cases.optional().describe("存量的流入 / What is added to a stock a year"),
  outflow: cases.optional().describe("存量的流出 / What a stock loses a year"),
  report: z.boolean().optional().describe("写入结果 / Write it to the results").meta({ default: false }),
  series: spelt("name")
    .optional()
    .describe("observations.csv 里量度它的序列，缺省同名 / Series that measures it; default: its name"),
  source: source.optional(),
});

const table = z.strictObject({
  label: bilingual.optional().describe("名称 / Name"),
  unit: unitText,
  over: names.optional().describe("维度；year 指日历年 / Dimensions; `year` stands for calendar years"),
  values: z
    .union([spelt("csvPath"), z.record(z.string(), z.number())])
    .optional()
    .describe("CSV 路径，或单一维度的 元素: 数 / Path of a CSV, or element: number for one dimension"),
  points: z
    .array(z.tuple([z.number(), z.number()]))
    .min(2)
    .optional()
    .describe("供 lookup 用的点 [x, y] / Points for `lookup`"),
  x_unit: unitText.optional(),
  basis: basis.optional(),
  source: source.optional(),
});

const switchOptions = z.array(spelt("name")).min(2);

const assumption = z.strictObject({
  label: bilingual.optional().describe("名称 / Name"),
  unit: unitText,
  value: z.number().optional().describe("中心值；缺省为分布的中位数 / Central value; default: the median"),
  distribution: z.string().optional().describe("分布，如 pert(0.25, 0.40, 0.55) / Distribution"),
  basis,
  source: source.optional(),
  shared: z
    .boolean()
    .optional()
    .describe("多个地区共用同一抽样 / The same draws for every region")
    .meta({ default: false }),
});

const actsOn = z
  .record(
    spelt("name"),
    z.strictObject({
      multiply: numberOrDistribution.optional().describe("乘以 1 + k(x − 1) / Multiply by 1 + k(x − 1)"),
      add: numberOrDistribution.optional().describe("加 kx / Add kx"),
      set: numberOrDistribution.optional().describe("变为 (1 − k)v + kx / Become (1 − k)v + kx"),
    }),
  )
  .describe("对假设或表的作用 / What it does to assumptions or tables at full intensity");

const lever = z.strictObject({
  label: bilingual.describe("名称 / Name"),
  acts_on: actsOn,
  lag: z
    .int()
    .min(0)
    .max(100)
    .optional()
    .describe("滞后整年数 / Whole years until it acts")
    .meta({ default: defaultCourse.lag }),
  range: z
    .tuple([z.number(), z.number()])
    .optional()
    .describe("力度范围 / Range of the intensity")
    .meta({ default: defaultCourse.range }),
  source: source.optional(),
});

/** When an event starts: a year, or a year and month. */
export const eventTime = z.union([year, spelt("month")]);

const event = z.strictObject({
  label: bilingual.describe("名称 / Name"),
  decided: spelt("date").optional().describe("决定或公布的日期 / Date on which it became known"),
  acts_on: actsOn,
  shape: z
    .enum(["pulse", "step", "ramp", "decay", "pulse_rebound"])
    .describe("当年、从此、渐进、衰减、当年及反弹 / Course over the years"),
  at: eventTime.optional().describe("开始的年份或年月 / Year or month in which it starts"),
  years: z
    .number()
    .min(1)
    .max(100)
    .optional()
    .describe("渐进到满所需年数 / Years until a ramp is full")
    .meta({ default: defaultCourse.years }),
  share: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe("衰减的年留存，或反弹的比例 / Share kept a year, or opposite share of the next year")
    .meta({ default: defaultCourse.share }),
  source: source.optional(),
});

/** Shape of `data/<region>/model/*.yaml`. */
export const modelSchema = z.strictObject({
  sector: z
    .strictObject({
      id: spelt("identifier").describe("标识 / Id"),
      zh: z.string().min(1).describe("中文名 / Chinese name"),
      en: z.string().min(1).describe("英文名 / English name"),
    })
    .describe("部门 / The sector"),
  dimensions: z
    .record(
      spelt("name"),
      z.union([
        spelt("integerRange"),
        z.array(spelt("name")).min(1),
        z.strictObject({
          of: spelt("name").describe("被分档的整数维度 / The dimension of integers that is grouped"),
          bands: z.array(spelt("integerRange")).min(1).describe("各档，如 16..19 / The bands"),
        }),
      ]),
    )
    .optional()
    .describe("维度：元素列表、整数范围或分档 / Dimensions: elements, a range of integers, or bands"),
  variables: z.record(spelt("name"), variable).optional().describe("变量 / Variables"),
  tables: z.record(spelt("name"), table).optional().describe("表 / Tables"),
  switches: z
    .record(
      spelt("name"),
      z.union([
        switchOptions,
        z.strictObject({
          label: bilingual.optional().describe("名称 / Name"),
          options: switchOptions.describe("选项 / Options"),
          default: spelt("name").optional().describe("缺省选项，不写则为第一个 / Default option; else the first"),
        }),
      ]),
    )
    .optional()
    .describe("开关：选项列表，第一个为缺省 / Switches: a list of options, the first is the default"),
  assumptions: z.record(spelt("name"), assumption).optional().describe("假设 / Assumptions"),
  levers: z.record(spelt("name"), lever).optional().describe("措施 / Levers"),
  events: z.record(spelt("name"), event).optional().describe("事件 / Events"),
  correlations: z
    .array(z.tuple([spelt("name"), spelt("name"), z.number().min(-1).max(1)]))
    .optional()
    .describe("秩相关 [假设, 假设, 相关系数] / Spearman correlations of assumptions"),
  identities: z
    .record(
      spelt("name"),
      z.strictObject({
        tag: z.string().min(1).optional().describe("编号 / Tag"),
        label: bilingual.optional().describe("名称 / Name"),
        over: names.optional().describe("维度 / Dimensions"),
        holds: z.string().describe("必须成立的等式或不等式 / A statement that must hold"),
      }),
    )
    .optional()
    .describe("恒等式 / Identities"),
});

/** What a model file says, as it is written. */
export type ModelFile = z.infer<typeof modelSchema>;
/** A named entry of one of the mappings of a model file. */
export type ModelEntry<
  K extends "dimensions" | "variables" | "tables" | "switches" | "assumptions" | "levers" | "events" | "identities",
> = NonNullable<ModelFile[K]>[string];
