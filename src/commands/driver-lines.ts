import type { Language } from "../core/bilingual.ts";
import { type Driver, driversSentence } from "../exploration/drivers.ts";
import type { ScenarioVerdicts } from "../reachability/verdict.ts";
import { type TextSink, textColumns } from "./command-io.ts";
import { sayIn } from "./messages.ts";
import { paintFor } from "./verdict-paint.ts";
import { wrapToWidth } from "./wrap-to-width.ts";

/** Write what decides each row of the plan most under one scenario, a sentence a row; what is decided hangs on nothing. */
export function driverLines(
  { label: scenario, verdicts }: Pick<ScenarioVerdicts, "label" | "verdicts">,
  drivers: Readonly<Record<string, readonly Driver[]>>,
  language: Language,
  sink: TextSink,
): string {
  const say = sayIn(language);
  const wrapped = (text: string) => wrapToWidth(text, textColumns(sink));
  const lines = verdicts.flatMap(({ indicator, label, fact }) => {
    const sentence = fact === null ? driversSentence(drivers[indicator] ?? []) : null;
    if (!sentence) return [];
    return wrapped(`${label[language]}${language === "zh" ? "：" : ": "}${sentence[language]}`);
  });
  const decided = verdicts.filter(({ fact }) => fact !== null).length;
  if (decided > 0) lines.push(...wrapped(say("driversDecided", { count: decided })));
  return `${[paintFor(sink).bold(say("driversTitle", { scenario: scenario[language] })), ...lines].join("\n")}\n`;
}
