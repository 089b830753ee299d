import { type Bilingual, plain } from "../core/bilingual.ts";

/** What `consistency` says around its findings; the findings are sentences already. */
export const consistencyMessages = {
  kind_two_figures: plain("同一指标有两个数", "Two figures for one thing"),
  kind_sign_flip: plain("增减方向随口径而变", "A direction that depends on the reading"),
  kind_period_mismatch: plain("基期与目标的时段不同", "Baseline and target cover different times"),
  kind_open_baseline: plain("基期数只是不等式", "Baselines that are inequalities"),
  kind_weaker_than_baseline: plain("目标不比基期更严", "Targets that ask no more than the baseline"),
  kind_two_targets: plain("同一目标有两个数", "Two values for one target"),
  kind_strictness: plain("是否包含本数不一", "With and without the bound"),
  kind_wording: plain("两处表述不一", "Two places that say different things"),
  kind_coverage: plain("全覆盖的表述与目标不衔接", "Full coverage against the targets"),
  kind_conflict: plain("不能同时成立的目标", "Targets that cannot hold together"),
  conflictRestsOn: (p: { basis: string }): Bilingual => ({ zh: `依据：${p.basis}`, en: `rests on: ${p.basis}` }),
  nothingInconsistent: plain("未发现不一致之处。", "Nothing was found that does not fit."),
  definitionsTried: plain("口径试算", "Definitions tried"),
  moreConflicts: (p: { limit: number }): Bilingual => ({
    zh: `每种口径至多列 ${p.limit} 组冲突，可能还有未列出的。`,
    en: `At most ${p.limit} conflicts are listed for each definition; there may be more.`,
  }),
  targetsNotTried: (p: { file: string }): Bilingual => ({
    zh: `没有约束文件 \`${p.file}\`，目标之间是否衔接没有试算。`,
    en: `There is no \`${p.file}\`, so the targets were not tried together.`,
  }),
} as const;
