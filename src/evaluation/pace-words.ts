import type { Bilingual } from "../core/bilingual.ts";
import type { TargetKind } from "../inputs/study.ts";
import { yearsText } from "../reachability/years-text.ts";

interface Span {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

const spanText = ({ from, to }: Span): Bilingual =>
  from === to ? { zh: `${from}年`, en: String(from) } : { zh: `${from}—${to}年`, en: `${from} to ${to}` };

/** What is said of rows that have no pace, or whose pace needs a word. */
export const paceRemarks = {
  kept: (span: Span): Bilingual => ({
    zh: `${spanText(span).zh}有数的${span.count}年均控制在目标内`,
    en: `kept within the target in the ${span.count} year(s) known, ${spanText(span).en}`,
  }),
  keptNarrowly: (span: Span): Bilingual => ({
    zh: `${spanText(span).zh}有数的${span.count}年均在目标内，已临界`,
    en: `within the target in the ${span.count} year(s) known, ${spanText(span).en}, but close to it`,
  }),
  broken: (p: { years: readonly number[]; kind: TargetKind }): Bilingual => {
    const text = yearsText(p.years);
    return p.kind === "ceiling"
      ? { zh: `${text.zh}突破控制线`, en: `the ceiling was broken in ${text.en}` }
      : { zh: `${text.zh}低于目标`, en: `below the target in ${text.en}` };
  },
  gapOfSum: (p: { known: readonly number[]; missing: readonly number[] }): Bilingual => ({
    zh: `缺${yearsText(p.missing).zh}，累计数不能计算；指数只是${yearsText(p.known).zh}的年均与应完成年均之比`,
    en: `no figure for ${yearsText(p.missing).en}, so there is no sum; the index only holds ${yearsText(p.known).en} against an even yearly part`,
  }),
  gapOfMean: (p: { known: readonly number[]; missing: readonly number[] }): Bilingual => ({
    zh: `缺${yearsText(p.missing).zh}，年均不能计算`,
    en: `no figure for ${yearsText(p.missing).en}, so there is no mean`,
  }),
  partYear: (p: { year: number; month: number; share: number; from: readonly number[] }): Bilingual => ({
    zh: `含${p.year}年1—${p.month}月累计数，按${yearsText(p.from).zh}同期占全年${(p.share * 100).toFixed(0)}%折算进度`,
    en: `with January to month ${p.month} of ${p.year}, by which ${(p.share * 100).toFixed(0)} % of a year had come in ${yearsText(p.from).en}`,
  }),
  noSharesYet: (p: { year: number; month: number }): Bilingual => ({
    zh: `含${p.year}年1—${p.month}月累计数，没有往年同期数可比，不折算进度`,
    en: `with January to month ${p.month} of ${p.year}; no earlier year has the same months, so no pace is worked out`,
  }),
} as const;
