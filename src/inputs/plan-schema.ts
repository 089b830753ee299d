import * as z from "zod";
import { defaultAssessment } from "./default-assessment.ts";
import { defaultFiles, ownReading } from "./default-values.ts";
import { bilingual, spelt, unitText, year } from "./schema-parts.ts";
import { wordedClasses } from "./worded-classes.ts";

const figure = z
  .union([
    z.number(),
    z.strictObject({ min: z.number().describe("下界 / Lower end"), max: z.number().describe("上界 / Upper end") }),
    z.null(),
  ])
  .describe("数；区间 {min, max}；空缺 null / A number, an interval, or null for a blank");

const comparison = z
  .enum([">=", ">", "<=", "<"])
  .describe("达标的方向与严格程度 / Which side of the value meets the target");

const share = z.number().min(0).max(1);

const baseline = z.strictObject({
  period: z
    .enum(["year_end", "year", "sum"])
    .describe("年末、全年、多年合计 / What the figure covers: a year end, a year, a sum of years"),
  year: year.describe("年份；合计的末年 / The year, or the last year of a sum"),
  from: year.optional().describe("合计的首年 / First year of a sum"),
  value: figure.optional(),
  readings: z
    .record(spelt("name"), figure)
    .optional()
    .describe("同一数的不同口径 / Readings of a figure on which the documents differ"),
  default: spelt("name")
    .optional()
    .describe("默认口径 / The reading used unless a scenario says otherwise")
    .meta({ default: ownReading }),
});

const yearly = z.record(spelt("yearKey"), z.number());

const path = z
  .union([
    z.enum(["linear", "geometric", "logistic"]),
    z.strictObject({ profile: yearly.describe("各年占累计目标的份额 / Share of the sum that each year takes") }),
    z.strictObject({ official: yearly.describe("各年的年度计划数 / Value that each year is officially to reach") }),
  ])
  .describe(
    "序时进度路径：直线、等比、逻辑斯蒂，或逐年给出 / The way to the target: a line, a constant rate, a logistic curve, or year by year",
  )
  .meta({ default: "linear" });

const target = z.strictObject({
  kind: z
    .enum(["floor", "share", "cumulative", "ceiling", "maintain", "mean_growth"])
    .describe("下限、占比、累计、上限、保持、年均增长 / Kind of target"),
  rule: z
    .enum(["each_year", "end_year", "period_mean"])
    .optional()
    .describe(
      "逐年、末年、期间平均；上限和保持类缺省逐年，其余缺省末年 / Which value is held against the target; ceilings and maintain: each_year, others: end_year",
    ),
  comparison,
  value: z.number().describe("目标值，单位同指标 / The target, in the row's unit"),
  year: year.describe("目标年 / The year by which it is to be met"),
  readings: z
    .record(
      spelt("name"),
      z.strictObject({
        comparison: comparison.optional(),
        value: z.number().optional().describe("目标值 / The target"),
      }),
    )
    .optional()
    .describe("目标的其他口径 / Other readings of the target; what is left out is as above"),
  default: spelt("name")
    .optional()
    .describe("上面所写口径的名称 / Name of the reading given above")
    .meta({ default: ownReading }),
  path: path.optional(),
});

const indicator = z.strictObject({
  row: z
    .union([z.string(), z.number()])
    .optional()
    .describe("规划表中的行号；只见于正文的省略 / The row as the plan numbers it"),
  label: bilingual.describe("名称 / Name"),
  unit: unitText,
  display: z
    .strictObject({
      percent: z
        .boolean()
        .optional()
        .describe("把小数显示为百分数 / Show the fraction as percent")
        .meta({ default: false }),
      decimals: z
        .int()
        .min(0)
        .max(6)
        .optional()
        .describe("小数位数，缺省 2，百分数为 1 / Decimals; default 2, of percent 1"),
    })
    .optional()
    .describe("显示方式 / How people read it"),
  variable: spelt("name")
    .optional()
    .describe("模型里的变量；没有则不能评估 / The model's variable; none: not assessable"),
  share: z
    .strictObject({
      numerator: spelt("name").describe("分子变量 / Variable of the numerator"),
      denominator: spelt("name").describe("分母变量 / Variable of the denominator"),
    })
    .optional()
    .describe("占比的分子与分母 / Numerator and denominator of a share"),
  attribute: z.enum(["binding", "indicative"]).describe("约束性、预期性 / Binding or indicative"),
  series: spelt("name").optional().describe("决定本行的观测数列 / Series of the observations that decides the row"),
  baseline: baseline.describe("基期数 / The figure the plan starts from"),
  target: target.optional().describe("目标；尚未公布则省略 / The target; leave it out when none is published"),
  place: bilingual.describe("在规划文本中的位置 / Place in the plan's text"),
  printed: z
    .strictObject({
      baseline: z.string().nullish().describe("基期数 / The baseline"),
      target: z.string().nullish().describe("目标 / The target"),
    })
    .describe("原文印出的数 / Figures as they are printed"),
  note: bilingual.optional().describe("说明 / Note"),
  not_assessable: bilingual.optional().describe("不能评估的原因 / Why the row cannot be assessed"),
});

/** Shape of `data/<region>/plan.yaml`. */
export const planSchema = z.strictObject({
  label: bilingual.describe("规划名称 / Name of the plan"),
  place: bilingual.describe("地名 / Name of the place"),
  observed_as: z.string().min(1).describe("observations.csv 中 region 的写法 / How the observations name the place"),
  base_year: year.describe("基年，规划首年的前一年 / The year before the plan, whose state the model starts from"),
  first_year: year.describe("规划首年 / First year of the plan"),
  last_year: year.describe("规划末年 / Last year of the plan"),
  assessment: z
    .strictObject({
      probability_classes: z
        .tuple([z.number(), z.number(), z.number(), z.number()])
        .optional()
        .describe("概率分级界限，由高到低 / Lower bounds of the probability classes, the best first")
        .meta({ default: defaultAssessment.probabilityClasses }),
      nearly_met_tolerance: z
        .number()
        .min(0)
        .max(1)
        .optional()
        .describe(
          "“基本完成”的容差，占目标的份额 / Nearly met: share of the target by which an indicative row may miss it",
        )
        .meta({ default: defaultAssessment.nearlyMetTolerance }),
      pace_classes: z
        .tuple([z.number(), z.number(), z.number()])
        .optional()
        .describe("进度分级界限：快于预期、基本符合预期、略滞后 / Lower bounds of the pace: ahead, on track, behind")
        .meta({ default: defaultAssessment.paceClasses }),
      warning_probabilities: z
        .strictObject({
          warning: share.describe("约束性指标低于此为预警 / A binding row below this is warned of"),
          serious: share.describe("约束性指标低于此为重点预警 / A binding row below this is a serious warning"),
          watch: share.describe("预期性指标低于此为关注 / An indicative row below this is watched"),
        })
        .optional()
        .describe("预警、重点预警、关注的概率界限 / Chances below which a row is warned of")
        .meta({ default: defaultAssessment.warningProbabilities }),
      near_limit: z
        .number()
        .min(0)
        .max(0.5)
        .optional()
        .describe(
          "占比距 0 或 1 不到此值时按 logit 计进度 / A share this near to 0 or 1 has its pace on the logit scale",
        )
        .meta({ default: defaultAssessment.nearLimit }),
      at_risk_margin: share
        .optional()
        .describe("控制、保持类余量不到目标的此份额为临界 / A limit kept by less than this share of it is at risk")
        .meta({ default: defaultAssessment.atRiskMargin }),
      unprecedented_growth: z
        .number()
        .gt(0)
        .optional()
        .describe("余下各年需要的增速高于此即缺乏先例 / Growth a year beyond which there is no precedent")
        .meta({ default: defaultAssessment.unprecedentedGrowth }),
      hold_probability: share
        .optional()
        .describe(
          "已达标而保持到目标年的概率低于此为回落风险 / Met already: the chance to hold below which it may fall back",
        )
        .meta({ default: defaultAssessment.holdProbability }),
      trip_wires: z
        .strictObject({
          still_met: share
            .optional()
            .describe("越过警戒线后仍达标的最大份额 / Most of the draws beyond the wire that still meet the target")
            .meta({ default: defaultAssessment.tripWires.stillMet }),
          draws: z
            .int()
            .min(1)
            .optional()
            .describe("越过警戒线的最少模拟次数 / Fewest draws beyond the wire")
            .meta({ default: defaultAssessment.tripWires.draws }),
        })
        .optional()
        .describe("警戒线 / Trip-wires"),
      wording: z
        .partialRecord(z.enum(wordedClasses), bilingual)
        .optional()
        .describe("改写判断、进度分级、控制状态、预警的用词 / Words of verdicts, tiers, limits and alerts"),
    })
    .optional()
    .describe("判定界限 / Cut-offs of the verdicts"),
  continues: spelt("filePath")
    .optional()
    .describe(
      "上一个规划的文件：本规划基年还没有实际值时，从它的基年起模拟 / File of the plan before, whose base year the run starts from while this plan's base year is not observed",
    ),
  model: spelt("filePath")
    .optional()
    .describe("模型文件夹，自本文件夹起 / Folder of the model, from this folder")
    .meta({ default: defaultFiles.model }),
  observations: spelt("csvPath")
    .optional()
    .describe("观测数据，自本文件夹起 / File of the observations, from this folder")
    .meta({ default: defaultFiles.observations }),
  policies: spelt("filePath")
    .optional()
    .describe("政策清单，自本文件夹起 / Register of policies, from this folder")
    .meta({ default: defaultFiles.policies }),
  demonstration: z
    .boolean()
    .optional()
    .meta({ default: false })
    .describe(
      "数据是编造的示例：所有输出都标明“示例” / The figures are invented for show: every output says demonstration",
    ),
  peers: z
    .array(
      z.strictObject({
        region: z.string().min(1).describe("observations.csv 中 region 的写法 / How the observations name it"),
        label: bilingual.describe("名称 / Name"),
      }),
    )
    .optional()
    .describe("对标地区：评估时并列其增速 / Places whose pace stands beside the rows in an evaluation"),
  indicators: z.record(spelt("identifier"), indicator).optional().describe("指标，按标识 / The plan's rows by id"),
  indicators_of: spelt("filePath")
    .optional()
    .describe(
      "指标取自另一个规划的文件，代替 indicators / File of another plan whose rows these are, in place of indicators",
    ),
});

/** What a plan file says, as it is written. */
export type PlanFile = z.infer<typeof planSchema>;
/** One row of a plan file. */
export type IndicatorEntry = NonNullable<PlanFile["indicators"]>[string];
