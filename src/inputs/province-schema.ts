import * as z from "zod";
import { bilingual, spelt } from "./schema-parts.ts";

/** Shape of `data/<province>/province.yaml`. */
export const provinceSchema = z.strictObject({
  label: bilingual.describe("名称 / Name"),
  regions: z
    .array(spelt("folderName"))
    .min(2)
    .describe("地区，即 data 下的文件夹，共用一个模型 / Regions: folders under data that share one model"),
  sums: z
    .array(spelt("name"))
    .optional()
    .describe(
      "也要相加的变量，如以元计的总额；以人、人次等计的数量不必列 / Variables that add up too, such as totals in 元",
    ),
});

/** What a province file says, as it is written. */
export type ProvinceFile = z.infer<typeof provinceSchema>;
