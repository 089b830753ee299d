import * as z from "zod";
import { bilingual, source, spelt, unitText } from "./schema-parts.ts";

const formula = z.union([z.string(), z.number()]);
const interval = z.strictObject({
  min: formula.describe("下界 / Lower bound"),
  max: formula.describe("上界 / Upper bound"),
});
const statement = z
  .string()
  .describe(
    "线性关系，恰有一个 ==、<= 或 >=；可用变量、数和 baseline(指标) / A linear statement with one ==, <= or >=",
  );
const rows = z.array(spelt("identifier")).min(1).describe("有关的指标 / Indicators concerned");
const under = z
  .record(spelt("name"), z.array(spelt("name")).min(1))
  .optional()
  .describe("只在这些口径下成立，缺省总成立 / Options under which it holds, by definition; default: always");
const quotation = z.strictObject({
  place: bilingual.describe("在规划文本中的位置 / Place in the plan's text"),
  quote: z.string().min(1).describe("原文中的关键词，尽量短 / The words that matter, kept short"),
});
const places = z.record(spelt("name"), bilingual).optional();

/** Shape of `data/<region>/model/feasibility.yaml`. */
export const feasibilitySchema = z.strictObject({
  reading_places: z
    .strictObject({
      baseline: places.describe("基期数的其他口径见于何处 / Where other readings of baselines stand"),
      target: places.describe("目标的其他口径见于何处 / Where other readings of targets stand"),
    })
    .optional()
    .describe("各口径在规划文本中的位置 / Places of readings in the plan's text"),
  variables: z
    .record(
      spelt("name"),
      z.strictObject({
        label: bilingual.describe("名称 / Name"),
        unit: unitText,
        lower: z.number().optional().describe("下限 / Lower bound").meta({ default: 0 }),
        upper: z.number().optional().describe("上限，缺省没有 / Upper bound; default none"),
      }),
    )
    .optional()
    .describe("目标年的量，或规划期合计 / Quantities of the target year, or sums over the plan's years"),
  definitions: z
    .record(
      spelt("name"),
      z.strictObject({
        label: bilingual.describe("名称 / Name"),
        row: spelt("identifier").describe("口径未写明的指标 / The indicator whose meaning is open"),
        options: z
          .record(
            spelt("name"),
            z.strictObject({
              label: bilingual.describe("名称 / Name"),
              rows: rows.optional().describe("用到的其他指标 / Other indicators that it draws on"),
              readings: z.record(spelt("identifier"), spelt("name")).optional().describe("采用的基期口径 / Readings"),
              baseline: z
                .union([z.string(), z.number(), interval])
                .optional()
                .describe("按此口径的基期数，一个数或一个区间 / What the base-year figure would be, or its interval"),
              source: source.optional(),
            }),
          )
          .describe("可能的口径 / What it may mean"),
      }),
    )
    .optional()
    .describe("逐一试算的口径 / Definitions that are tried"),
  relations: z
    .record(spelt("name"), z.strictObject({ holds: statement, source, under }))
    .optional()
    .describe("硬关系：恒等式或有出处的比例 / What holds by counting or by a measured relation"),
  capacities: z
    .record(
      spelt("name"),
      z.strictObject({
        label: bilingual.describe("名称 / Name"),
        holds: statement,
        rows: rows.optional().describe("依据的指标 / Indicators on whose figures it stands"),
        source,
        under,
      }),
    )
    .optional()
    .describe("能力约束 / Limits that someone could move"),
  targets: z
    .record(
      spelt("identifier"),
      z.strictObject({
        value: formula.optional().describe("目标管的量 / The quantity that the target is set on"),
        numerator: formula.optional().describe("占比的分子 / Numerator of a share"),
        denominator: formula.optional().describe("占比的分母 / Denominator of a share"),
        under,
      }),
    )
    .optional()
    .describe("目标，数值取自 plan.yaml / Targets; their values stand in plan.yaml"),
  wordings: z
    .record(
      spelt("name"),
      z.strictObject({
        aspect: z.enum(["scope", "measure", "unit"]).describe("范围、度量、单位 / What differs"),
        rows,
        first: quotation.describe("一处 / One place"),
        second: quotation.describe("另一处 / The other place"),
        difference: bilingual.describe("差别所在，一个分句 / What it comes to, as a clause"),
      }),
    )
    .optional()
    .describe("两处表述不一 / Two places that say different things"),
  coverages: z
    .record(
      spelt("name"),
      z.strictObject({
        rows,
        phrase: quotation.describe("该表述 / The phrase"),
        asks: z.number().gt(0).max(1).describe("该表述至少要求的覆盖率 / Least coverage that the phrase asks"),
        source: source.optional().describe("如此理解的依据 / Why the phrase is read so"),
        population: z
          .strictObject({
            value: z.number().gt(0).describe("人数 / How many they are"),
            label: bilingual.describe("怎样称呼 / What they are called"),
            source,
          })
          .optional()
          .describe("应覆盖人数，单位同指标 / People to be covered, in the unit of the rows"),
      }),
    )
    .optional()
    .describe("全覆盖的表述 / Phrases of full coverage"),
});

/** What a file of feasibility says, as it is written. */
export type FeasibilityFile = z.infer<typeof feasibilitySchema>;
