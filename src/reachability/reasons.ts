import type { Bilingual } from "../core/bilingual.ts";
import { yearsText } from "./years-text.ts";

/** Why a row has no probability, in the words a reader sees; each is a whole sentence. */
export const reasons = {
  notModelled: (): Bilingual => ({
    zh: "模型没有模拟这一指标。",
    en: "The model does not simulate this indicator.",
  }),
  noOutcome: (variable: string): Bilingual => ({
    zh: `模型结果中没有变量 \`${variable}\`。`,
    en: `The results of the model hold no variable \`${variable}\`.`,
  }),
  notSimulated: (years: readonly number[]): Bilingual => {
    const text = yearsText(years);
    return { zh: `没有模拟到${text.zh}。`, en: `The simulation does not cover ${text.en}.` };
  },
  blankOutcome: (variable: string, years: readonly number[]): Bilingual => {
    const text = yearsText(years);
    return {
      zh: `变量 \`${variable}\` 在${text.zh}没有数值。`,
      en: `The variable \`${variable}\` is blank in ${text.en}.`,
    };
  },
  noTarget: (year: number | null): Bilingual =>
    year === null
      ? { zh: "目标尚未公布。", en: "No target has been published yet." }
      : {
          zh: `目标尚未公布；分位数为${year}年的模拟值。`,
          en: `No target has been published yet; the quantiles are those of ${year}.`,
        },
  definitionChanged: (definitions: readonly string[]): Bilingual => ({
    zh: `实际值的口径已与规划不同：${definitions.join("；")}。`,
    en: `The actual value no longer has the plan's definition: ${definitions.join("; ")}.`,
  }),
  dataMissing: (years: readonly number[]): Bilingual => {
    const text = yearsText(years);
    return {
      zh: `${text.zh}实际值未收集，模型也没有模拟这一指标。`,
      en: `No actual value for ${text.en} has been collected, and the model does not simulate this indicator.`,
    };
  },
} as const;
