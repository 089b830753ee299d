import type { Bilingual } from "../core/bilingual.ts";
import type { Refusal, RefusalCode } from "./forecast.ts";

/** Every text of a refusal, from the values seen. */
const texts = {
  too_short: (p: { count: number }) => [
    {
      zh: `只有 ${p.count} 个数值，看不出每年变动多少。`,
      en: `there ${p.count === 1 ? "is only 1 value" : `are ${p.count} values`}, which cannot tell how far the series moves in a year.`,
    },
    { zh: "至少给出两个年份的数值。", en: "give the values of two years at least." },
  ],
  all_zero: () => [
    { zh: "全部数值为 0，看不出会变动多少。", en: "every value is 0, which cannot tell how far the series may move." },
    {
      zh: "改用分布假设，或换用有变动的指标。",
      en: "state an assumed distribution instead, or forecast a series that moves.",
    },
  ],
  not_finite: (p: { year: number }) => [
    { zh: `${p.year} 年的数值是无穷大。`, en: `the value of ${p.year} is infinite.` },
    { zh: "更正该数值，缺失则留空。", en: "correct it, or leave it out when it is not known." },
  ],
  too_large: (p: { value: number }) => [
    {
      zh: `数值 ${p.value} 太大，无法计算。`,
      en: `a value of ${p.value} is too large to be computed with.`,
    },
    { zh: "换用更大的计量单位。", en: "use a larger unit." },
  ],
  outside_bounds: (p: { year: number; value: number; min: number | null; max: number | null }) => [
    {
      zh: `${p.year} 年的数值 ${p.value} 超出界限 ${p.min ?? "−∞"} 到 ${p.max ?? "∞"}。`,
      en: `the value of ${p.year}, ${p.value}, lies outside the bounds ${p.min ?? "−∞"} to ${p.max ?? "∞"}.`,
    },
    {
      zh: "更正数值、界限或指标类型；比重用小数表示，73% 写作 0.73。",
      en: "correct the value, the bounds or the kind; shares are fractions, so 73 % is 0.73.",
    },
  ],
  horizon: (p: { horizon: number; longest: number }) => [
    {
      zh: `要求预测 ${p.horizon} 年，而过去的预测误差只有 1 到 ${p.longest} 年的。`,
      en: `a horizon of ${p.horizon} years was asked for, but past errors are known for 1 to ${p.longest} years only.`,
    },
    {
      zh: `预测年数改为 1 到 ${p.longest} 的整数；更远的年份用情景测算。`,
      en: `ask for a whole number from 1 to ${p.longest}; further years are a matter of scenarios.`,
    },
  ],
  needs_bounds: (p: { method: string }) => [
    { zh: `方法 ${p.method} 需要上下界。`, en: `the method ${p.method} needs a lower and an upper bound.` },
    { zh: "给出上下界，或换用其他方法。", en: "give both bounds, or choose another method." },
  ],
} as const satisfies Record<RefusalCode, (p: never) => readonly [Bilingual, Bilingual]>;

type Parameters<C extends RefusalCode> = Parameter<(typeof texts)[C]>;
type Parameter<F> = F extends () => unknown ? Record<string, never> : F extends (p: infer P) => unknown ? P : never;

/** Refuse a forecast: from the code and the values that its text names. */
export function refuse<C extends RefusalCode>(
  code: C,
  parameters: Parameters<C>,
): { readonly ok: false; readonly refusal: Refusal } {
  const text = texts[code] as (p: Parameters<C>) => readonly [Bilingual, Bilingual];
  const [message, mend] = text(parameters);
  return { ok: false, refusal: { code, message, mend } };
}
