import { formatFigure } from "../charts/format-figure.ts";
import type { Language } from "../core/bilingual.ts";
import { displayWidth } from "../core/display-width.ts";
import { kindWords, methodWords } from "../forecast/forecast-words.ts";
import { sourceList } from "../report/source-list.ts";
import type { TextSink } from "./command-io.ts";
import { type ObservedForecast, seriesLabel } from "./forecast-observed.ts";
import { sayIn } from "./messages.ts";
import { textTable } from "./text-table.ts";
import { paintFor } from "./verdict-paint.ts";
import { wrapToWidth } from "./wrap-to-width.ts";

/** Significant digits of the width of an interval that say something. */
const tellingDigits = 2;

/** How figures are written: no more precisely than the narrowest interval shown can tell. */
export function displayOf({ observed, forecast }: Pick<ObservedForecast, "observed" | "forecast">) {
  const { unit } = observed;
  const percent = Object.keys(unit.powers).length === 0 && unit.scale === 0;
  const { lower, upper } = forecast.intervals.find(({ level }) => level === 0.8)!;
  const width = (upper[0]! - lower[0]!) * (percent ? 100 : 1);
  const digits = width > 0 ? tellingDigits - 1 - Math.floor(Math.log10(width)) : 0;
  return { percent, decimals: Math.min(6, Math.max(0, digits)) };
}

/** Lay out a forecast for people: what it rests on, then the years. */
export function forecastText(result: ObservedForecast, language: Language, sink: TextSink): string {
  const say = sayIn(language);
  const { bold, dim } = paintFor(sink);
  const { observed } = result;
  const facts = factsOf(result, language);
  const room = Math.max(...facts.map(([word]) => displayWidth(word))) + 2;
  const lines = facts.flatMap(([word, text]) =>
    wrapToWidth(text, sink.columns - room).map((line, i) => {
      const lead = i === 0 ? dim(word + " ".repeat(room - displayWidth(word))) : " ".repeat(room);
      return `${lead}${line}\n`;
    }),
  );
  const unit = observed.unitText === "1" ? "%" : observed.unitText;
  const title = `${bold(seriesLabel(result)[language])}  ${say("inUnit", { unit })}  ${dim(say("informationDate", { date: result.informationDate }))}`;
  return `${title}\n\n${lines.join("")}\n${yearTable(result, language, sink)}`;
}

function factsOf({ observed, forecast, backtest }: ObservedForecast, language: Language): [string, string][] {
  const say = sayIn(language);
  const { years } = observed;
  const { overall } = backtest;
  const inside = (level: number) => {
    return Math.round((overall.intervals.find((one) => one.level === level)?.coverage ?? 0) * overall.count);
  };
  const span = { count: years.length, from: years[0]!, to: years.at(-1)! };
  const facts: [string, string][] = [
    [say("forecastKind"), kindWords[forecast.kind][language]],
    [say("forecastValues"), say("valuesSpan", span)],
    [say("forecastMethodWord"), `${methodWords[forecast.method][language]} · ${forecast.why[language]}`],
    ...forecast.notes.map((note): [string, string] => [say("forecastNote"), note[language]]),
  ];
  if (overall.count > 0) {
    const mase = Number.isFinite(overall.mase) ? overall.mase.toFixed(2) : "–";
    const result = { count: overall.count, mase, inside80: inside(0.8), inside95: inside(0.95) };
    facts.push([say("forecastBacktest"), say("backtestResult", result)]);
  }
  return [...facts, [say("forecastSource"), sourceList(observed.sources)[language]]];
}

function yearTable(result: ObservedForecast, language: Language, sink: TextSink) {
  const say = sayIn(language);
  const { forecast, overHorizon } = result;
  const display = displayOf(result);
  const figure = (value: number) => formatFigure(value, display, language);
  const range = (lower: number, upper: number) => `${figure(lower)} – ${figure(upper)}`;
  const shown = forecast.intervals.filter(({ level }) => level > 0.5);
  const rows = forecast.years.map((year, i) => [
    String(year),
    figure(forecast.median[i]!),
    ...shown.map(({ lower, upper }) => range(lower[i]!, upper[i]!)),
  ]);
  if (overHorizon !== null) {
    const ends = overHorizon.intervals.filter(({ level }) => level > 0.5);
    const word = overHorizon.statistic === "sum" ? say("horizonSum") : say("horizonMean");
    rows.push([word, figure(overHorizon.median), ...ends.map(({ lower, upper }) => range(lower, upper))]);
  }
  const columns = [
    { header: say("year") },
    { header: say("median"), align: "right" as const },
    ...shown.map(({ level }) => ({
      header: say("interval", { percent: Math.round(level * 100) }),
      align: "right" as const,
    })),
  ];
  return textTable(columns, rows, sink.columns);
}

/** The forecast for programs. */
export function forecastReport(result: ObservedForecast): object {
  const { series, place, informationDate, observed, forecast, overHorizon, backtest } = result;
  const history = observed.years.map((year, i) => ({ year, value: observed.values[i]! }));
  const { overall, byHorizon } = backtest;
  return {
    series,
    place,
    unit: observed.unitText,
    informationDate,
    history,
    sources: observed.sources,
    forecast,
    overHorizon,
    backtest: { overall, byHorizon },
  };
}
