import type { TopLevelSpec } from "vega-lite";
import type { Language } from "../core/bilingual.ts";
import { chartWords } from "./chart-words.ts";

/** Write 内部资料 above a chart, for drawings of a study that holds internal values. */
export function markInternal(spec: TopLevelSpec, language: Language): TopLevelSpec {
  const { title } = spec;
  const parts = typeof title === "object" && !Array.isArray(title) ? title : { text: title ?? "" };
  const subtitle = "subtitle" in parts ? [parts.subtitle ?? []].flat() : [];
  return { ...spec, title: { ...parts, subtitle: [chartWords.internal[language], ...subtitle] } } as TopLevelSpec;
}
