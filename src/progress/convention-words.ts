import type { Bilingual } from "../core/bilingual.ts";
import type { Convention, ConventionResult, StandClass } from "./convention-result.ts";

interface Words {
  readonly label: Bilingual;
  /** What the convention measures, as a clause: why it may say something else than the others. */
  readonly measures: Bilingual;
  readonly classes: Readonly<Record<string, Bilingual>>;
}

/** Names of the conventions, of their classes, and what each measures. */
export const conventionWords: Readonly<Record<Convention, Words>> = {
  linear_pace: {
    label: { zh: "时间进度比", en: "linear pace index" },
    measures: {
      zh: "按规划给定的路径（缺省为直线）",
      en: "follows the path that the plan gives, or the straight line (near 0 or 100 % on the logit scale)",
    },
    classes: {},
  },
  cagr_ratio: {
    label: { zh: "年均增速比（Eurostat 型，Open SDG 分级）", en: "CAGR ratio (Eurostat type, Open SDG classes)" },
    measures: {
      zh: "比年均增速，按等比路径，中途的要求低于直线",
      en: "compares growth a year, so midway it asks less than the straight line",
    },
    classes: {
      target_achieved: { zh: "已达标", en: "target achieved" },
      on_track: { zh: "按进度", en: "on track" },
      moderate: { zh: "有进展，需加快", en: "progress, acceleration needed" },
      limited: { zh: "进展有限", en: "limited progress" },
      deterioration: { zh: "倒退", en: "deterioration" },
    },
  },
  progress_chart: {
    label: { zh: "联合国进展图比值", en: "UN Progress Chart ratio" },
    measures: {
      zh: "把已有增速外推到目标年，比可完成的份额",
      en: "projects the growth so far to the target year and compares what is reached then",
    },
    classes: {
      met_or_on_track: { zh: "已达标或按进度", en: "met or on track" },
      fair: { zh: "有进展，需加快", en: "fair progress, acceleration needed" },
      stagnation: { zh: "停滞或倒退", en: "stagnation or regression" },
    },
  },
  current_status: {
    label: { zh: "亚太经社会现状指数", en: "ESCAP current status index" },
    measures: {
      zh: "已完成份额与时间份额直接相比，没有容差",
      en: "holds the share done against the share of time without any tolerance",
    },
    classes: {
      maintain: { zh: "保持", en: "maintain progress" },
      accelerate: { zh: "加快", en: "accelerate progress" },
      reverse: { zh: "扭转", en: "reverse trend" },
    },
  },
  chinese_tier: {
    label: { zh: "中期评估分级", en: "tiers of Chinese mid-term reports" },
    measures: { zh: "按时间进度比分级，有容差", en: "class the linear pace with a tolerance" },
    classes: {},
  },
};

/** Why a convention is not applied, in whole sentences. */
export const conventionReasons = {
  toBeKept: {
    zh: "控制类、保持类目标没有要完成的增量，不计算进度。",
    en: "A ceiling or a row to maintain has no change to complete, so there is no progress to measure.",
  },
  growthRate: {
    zh: "指标本身是增长率，再取增速或份额没有意义；只按余下年份所需增速分级。",
    en: "The row is itself a growth, of which a growth or a share means nothing; only what the years left need is classed.",
  },
  otherYears: {
    zh: "累计目标的基期数属于另一时段（上一个规划期或一年），不能作增速或份额的起点。",
    en: "The baseline of a sum is of other years (the plan before, or one year), so no growth and no share starts from it.",
  },
  blank: { zh: "基期数空缺。", en: "The baseline is blank." },
  interval: {
    zh: "基期数只是区间，没有起点可比。",
    en: "The baseline is an interval, so there is no point to start from.",
  },
  metAtBaseline: {
    zh: "基期已满足目标，没有要完成的增量。",
    en: "The baseline already meets the target, so there is no change to complete.",
  },
  noneDue: {
    zh: "按规划给定的路径，到此时尚无应完成的增量。",
    en: "On the path that the plan gives, no change is due by then.",
  },
  notPositive: {
    zh: "增速要求各数均为正。",
    en: "Growth needs figures that are all above 0.",
  },
} as const satisfies Record<string, Bilingual>;

const stands: Readonly<Record<StandClass, Bilingual>> = {
  achieved: { zh: "已达标", en: "achieved" },
  on_track: { zh: "按进度", en: "on track" },
  behind: { zh: "滞后", en: "behind" },
  reversing: { zh: "反向", en: "moving away" },
};

/** Say where conventions differ and what each measures; null when those that apply agree. */
export function disagreementText(results: readonly ConventionResult[]): Bilingual | null {
  const applied = results.flatMap(({ convention, label, stand }) =>
    stand === null ? [] : [{ convention, label, stand }],
  );
  const groups = (Object.keys(stands) as StandClass[])
    .map((stand) => ({ stand, members: applied.filter((one) => one.stand === stand) }))
    .filter(({ members }) => members.length > 0);
  if (groups.length < 2) return null;
  const zh = groups.map(
    ({ stand, members }) => `${members.map(({ label }) => label.zh).join("、")}判为“${stands[stand].zh}”`,
  );
  const en = groups.map(
    ({ stand, members }) => `${stands[stand].en} by ${members.map(({ label }) => label.en).join(", ")}`,
  );
  const why = applied.map(({ convention, label }) => ({ label, measures: conventionWords[convention].measures }));
  return {
    zh: `${zh.join("，")}；${why.map(({ label, measures }) => `${label.zh}${measures.zh}`).join("；")}。`,
    en: `It is ${en.join(" and ")}: ${why.map(({ label, measures }) => `the ${label.en} ${measures.en}`).join("; ")}.`,
  };
}
