import type { Language } from "../core/bilingual.ts";
import type { Verdict } from "../reachability/verdict.ts";
import { chanceWording } from "../reachability/wording.ts";

/**
 * Say a verdict in one sentence of plain words, without decimals of its probability.
 *
 * @returns such as 技能劳动者总量：预计可以完成，需持续跟踪，完成把握约八成。 A row without a verdict says why.
 */
export function describeVerdict(verdict: Verdict, language: Language): string {
  const { label, wording, probability, alternativeClass, heading, reason } = verdict;
  const isChinese = language === "zh";
  const chance = probability === null ? "" : `${isChinese ? "，" : ", "}${chanceWording(probability)[language]}`;
  const border = alternativeClass === null ? "" : isChinese ? "（接近分级界限）" : " (close to the next class)";
  const tense = heading === null ? "" : isChinese ? `（${heading.zh}）` : ` (${heading.en})`;
  const why = reason === null ? "" : isChinese ? `：${reason.zh}` : `: ${reason.en}`;
  const sentence = `${label[language]}${isChinese ? "：" : ": "}${wording[language]}${chance}${border}${tense}${why}`;
  return `${sentence.replace(/[。.]$/, "")}${isChinese ? "。" : "."}`;
}
