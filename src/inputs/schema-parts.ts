import * as z from "zod";
import type { Bilingual } from "../core/bilingual.ts";

/** Spellings that a text may have to follow, with what to call them in messages. */
export const spellings = {
  name: {
    pattern: /^(?:(?![！-～])\p{L})(?:(?![！-～])[\p{L}0-9_])*$/u,
    expected: {
      zh: "以字母或汉字开头、由字母、数字和下划线组成的名称",
      en: "a name: letters, digits and underscores, beginning with a letter",
    },
  },
  identifier: {
    pattern: /^[a-z][a-z0-9_]*$/,
    expected: {
      zh: "小写字母开头、由小写字母、数字和下划线组成的标识",
      en: "an id: lower-case letters, digits and underscores, beginning with a letter",
    },
  },
  integerRange: {
    pattern: /^-?\d{1,9}\.\.-?\d{1,9}$/,
    expected: { zh: "形如 0..100 的整数范围", en: "a range of integers such as 0..100" },
  },
  yearKey: { pattern: /^[12]\d{3}$/, expected: { zh: "四位年份", en: "a year of four digits" } },
  month: {
    pattern: /^[12]\d{3}-(?:0[1-9]|1[0-2])$/,
    expected: { zh: "形如 2022-07 的年月", en: "a year and month such as 2022-07" },
  },
  policyNumber: { pattern: /^[1-9]\d{0,3}$/, expected: { zh: "政策编号", en: "the number of a policy" } },
  policyKey: {
    pattern: /^(?:all|[1-9]\d{0,3}|chapter_[\p{L}0-9_]+)$/u,
    expected: { zh: "all、政策编号或 chapter_<章>", en: "all, the number of a policy, or chapter_<number>" },
  },
  filePath: {
    pattern: /^[^\0\\]+$/,
    expected: { zh: "用正斜杠的文件路径", en: "a path of a file, with forward slashes" },
  },
  folderName: {
    pattern: /^[^./\\\0][^/\\\0]*$/,
    expected: { zh: "文件夹名，不带斜杠", en: "the name of a folder, without slashes" },
  },
  csvPath: {
    pattern: /^[^\0\\]+\.csv$/,
    expected: { zh: "以 .csv 结尾的文件路径", en: "a path of a file that ends in .csv" },
  },
  date: { pattern: z.regexes.date, expected: { zh: "形如 2023-12-31 的日期", en: "a date such as 2023-12-31" } },
} as const satisfies Record<string, { pattern: RegExp; expected: Bilingual }>;

/** A text of a given spelling. */
export const spelt = (spelling: keyof typeof spellings) => z.string().regex(spellings[spelling].pattern);

/** A text in both languages. */
export const bilingual = z.strictObject({
  zh: z.string().min(1).describe("中文 / Chinese"),
  en: z.string().min(1).describe("英文 / English"),
});

/** A calendar year. */
export const year = z.int().min(1000).max(2999);

/** A unit as it is written; `1` may stand without quotes. */
export const unitText = z
  .union([z.string(), z.number()])
  .describe("单位，如 万人、元/人、1；占比一律为 1 / Unit, such as 万人, 元/人, 1; shares are in 1");

/** A number, or a distribution as text. */
export const numberOrDistribution = z.union([z.number(), z.string()]);

/** Who answers for a number. */
export const basis = z
  .enum(["plan", "data", "definition", "assumption"])
  .describe("数的来路：规划、数据、定义、假设 / Where the number comes from");

/** Where a number was found. */
export const source = z.string().min(1).describe("出处 / Where it was found");
