import type { Bilingual } from "../../core/bilingual.ts";
import type { Plan } from "../../inputs/study.ts";
import type { Verdict } from "../../reachability/verdict.ts";

/** Say which number of a path is held against the target: the target year's, a sum, the worst year, a mean. */
export function statisticWords({ statistic, targetYear }: Verdict, { firstYear, lastYear }: Plan): Bilingual {
  const to = targetYear ?? lastYear;
  const from = Math.min(firstYear, to);
  switch (statistic) {
    case "sum":
      return { zh: `${from}—${to}年合计`, en: `sum ${from}–${to}` };
    case "worst_year":
      return { zh: `${from}—${to}年最差年`, en: `worst year ${from}–${to}` };
    case "period_mean":
    case "geometric_mean":
      return { zh: `${from}—${to}年年均`, en: `mean ${from}–${to}` };
    case "end_year":
      return { zh: `${to}年`, en: `${to}` };
    case null:
      return { zh: "", en: "" };
  }
}
