import type { Bilingual } from "../core/bilingual.ts";
import type { Assessment } from "../inputs/study.ts";
import type { VerdictClass } from "./verdict.ts";

const WORDINGS: Readonly<Record<VerdictClass, Bilingual>> = {
  very_likely: { zh: "预计可如期完成", en: "expected to be met on time" },
  likely: { zh: "预计可以完成，需持续跟踪", en: "likely to be met; keep watching" },
  uncertain: { zh: "完成有一定难度，需加力推进", en: "uncertain: needs more effort" },
  unlikely: { zh: "完成难度较大", en: "unlikely to be met" },
  very_unlikely: { zh: "预计难以完成", en: "not expected to be met" },
  exceeded: { zh: "超额完成", en: "exceeded" },
  met: { zh: "完成", en: "met" },
  nearly_met: { zh: "基本完成", en: "nearly met" },
  missed: { zh: "未完成", en: "not met" },
  definition_changed: { zh: "口径调整，不作评价", en: "definition changed: not judged" },
  data_missing: { zh: "数据缺失", en: "data missing" },
  not_assessable: { zh: "暂不可评估", en: "cannot be assessed yet" },
  no_target_yet: { zh: "目标未定", en: "no target set yet" },
};

const TENTHS = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九"] as const;
const TENTHS_EN = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"] as const;

/**
 * Say a verdict's class the way evaluation reports say it.
 *
 * @param own - the plan's own words, which come first.
 */
export function verdictWording(verdictClass: VerdictClass, own: Assessment["wording"] = {}): Bilingual {
  return own[verdictClass] ?? WORDINGS[verdictClass];
}

/**
 * Say a probability in plain words for leaders, in tenths and without decimals: 完成把握约八成, about eight in ten.
 *
 * From nine tenths on and below one tenth only the bound is said; more would claim a precision that nobody has.
 *
 * @param probability - in [0, 1].
 * @throws RangeError when it lies outside [0, 1] or is no number.
 */
export function chanceWording(probability: number): Bilingual {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`chanceWording: probability must be in [0, 1]; got ${probability}`);
  }
  if (probability >= 0.9) return { zh: "完成把握九成以上", en: "nine in ten or better" };
  if (probability < 0.1) return { zh: "完成把握一成以下", en: "less than one in ten" };
  const tenths = Math.round(probability * 10);
  return { zh: `完成把握约${TENTHS[tenths]}成`, en: `about ${TENTHS_EN[tenths]} in ten` };
}
