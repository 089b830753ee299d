import type { Bilingual, Language } from "../core/bilingual.ts";
import type { ConsistencyReport, FindingKind } from "./consistency-report.ts";
import { findingKinds } from "./run-consistency.ts";

const headings: Readonly<Record<FindingKind, Bilingual>> = {
  two_figures: { zh: "同一指标有两个数", en: "Two figures for one thing" },
  sign_flip: { zh: "增减方向随口径而变", en: "A direction that depends on the reading" },
  period_mismatch: { zh: "基期与目标的时段不同", en: "Baseline and target cover different times" },
  open_baseline: { zh: "基期数只是不等式", en: "Baselines that are inequalities" },
  weaker_than_baseline: { zh: "目标不比基期更严", en: "Targets that ask no more than the baseline" },
  two_targets: { zh: "同一目标有两个数", en: "Two values for one target" },
  strictness: { zh: "是否包含本数不一", en: "With and without the bound" },
  wording: { zh: "表与正文表述不一", en: "Table against text" },
  coverage: { zh: "全覆盖的表述与目标不衔接", en: "Full coverage against the targets" },
  conflict: { zh: "不能同时成立的目标", en: "Targets that cannot hold together" },
};

const titles = {
  none: { zh: "未发现不一致之处。", en: "Nothing was found that does not fit." },
  trials: { zh: "口径试算", en: "Definitions tried" },
  more: {
    zh: "每种口径至多列五组，可能还有未列出的。",
    en: "At most five conflicts are listed for each definition; there may be more.",
  },
  untried: {
    zh: "未提供约束文件 model/feasibility.yaml，目标之间是否衔接没有试算。",
    en: "There is no model/feasibility.yaml, so the targets were not tried together.",
  },
} as const satisfies Record<string, Bilingual>;

/** Print a report for a terminal: findings numbered under the heading of their kind, then the definitions tried. */
export function printConsistency(report: ConsistencyReport, language: Language): string {
  const { findings, trials } = report;
  const sections = findingKinds.flatMap((kind) => {
    const lines = findings.flatMap((finding, place) =>
      finding.kind === kind ? [`  ${String(place + 1).padStart(2)}. ${finding.sentence[language]}`] : [],
    );
    return lines.length > 0 ? [[headings[kind][language], ...lines].join("\n")] : [];
  });
  const tried = trials.map(({ sentence }) => `  ${sentence[language]}`);
  return [
    ...(sections.length > 0 ? sections : [titles.none[language]]),
    ...(tried.length > 0 ? [[titles.trials[language], ...tried].join("\n")] : []),
    ...(report.isComplete ? [] : [titles[trials.length > 0 ? "more" : "untried"][language]]),
  ].join("\n\n");
}
