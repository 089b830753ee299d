import type { Bilingual } from "../core/bilingual.ts";

/** What a chart rests on besides the plan. */
export interface ChartBasis {
  readonly isObserved?: boolean;
  readonly isEstimated?: boolean;
}

/** Say at the foot of a chart where its figures come from: the plan by its label, observed values, the model. */
export function chartSource(
  { label }: { readonly label: Bilingual },
  { isObserved = false, isEstimated = true }: ChartBasis = {},
): Bilingual {
  return {
    zh: `${label.zh}${isObserved ? "；实际值见observations.csv" : ""}${isEstimated ? "；模型测算" : ""}`,
    en: `${label.en}${isObserved ? "; observed values in observations.csv" : ""}${isEstimated ? "; estimates of the model" : ""}`,
  };
}
