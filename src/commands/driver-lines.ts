import type { Bilingual, Language } from "../core/bilingual.ts";
import { type Driver, driversSentence } from "../exploration/drivers.ts";
import type { Plan } from "../inputs/study.ts";
import { type TextSink, textColumns } from "./command-io.ts";
import { sayIn } from "./messages.ts";
import { paintFor } from "./verdict-paint.ts";
import { wrapToWidth } from "./wrap-to-width.ts";

/** Write what decides each row of the plan most under one scenario, a sentence a row. */
export function driverLines(
  scenario: Bilingual,
  drivers: Readonly<Record<string, readonly Driver[]>>,
  plan: Plan,
  language: Language,
  sink: TextSink,
): string {
  const lines = plan.indicators.flatMap(({ id, label }) => {
    const sentence = driversSentence(drivers[id] ?? []);
    if (!sentence) return [];
    const separator = language === "zh" ? "：" : ": ";
    return wrapToWidth(`${label[language]}${separator}${sentence[language]}`, textColumns(sink));
  });
  const title = sayIn(language)("driversTitle", { scenario: scenario[language] });
  return `${[paintFor(sink).bold(title), ...lines].join("\n")}\n`;
}
