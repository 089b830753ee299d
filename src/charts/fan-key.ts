import type { Language } from "../core/bilingual.ts";
import type { ChartTarget, FanChartData } from "./chart-data.ts";
import { hatchSymbol, type KeyEntry, lineSymbol, pointSymbol, swatchSymbol, verdictSymbol } from "./chart-key.ts";
import { bandWords, chartWords, targetWords } from "./chart-words.ts";
import { formatFigure } from "./format-figure.ts";
import { forbidsEachYear, targetDash } from "./target-layers.ts";
import { palette, verdictStyles } from "./theme.ts";

/** Say the verdict first, with the symbol of its class. */
export function verdictKey({ verdict }: FanChartData, language: Language): KeyEntry[] {
  if (verdict === null) return [];
  const symbol = verdictSymbol(verdictStyles[verdict.class]);
  const chance = verdict.chance === null ? "" : `\n${verdict.chance[language]}`;
  return [{ symbol, text: `${verdict.wording[language]}${chance}`, isBold: true }];
}

/** List what the plot shows, in the order in which it is read: target, plan, data, simulation. */
export function fanKey(data: FanChartData, language: Language): KeyEntry[] {
  return [...targetKey(data, language), ...figureKey(data, language), ...simulationKey(data, language)];
}

function targetKey(data: FanChartData, language: Language): KeyEntry[] {
  const { target, baseline, display } = data;
  const { target: orange, targetTint } = palette;
  if (target === null) return [];
  const text = `${language === "zh" ? "目标：" : "Target: "}${targetWords(target, display, language)}`;
  if (target.kind === "cumulative") return [{ symbol: swatchSymbol(targetTint, orange), text }];
  const entries: KeyEntry[] = [{ symbol: lineSymbol(orange, targetDash.level, 1.8), text }];
  if (forbidsEachYear(target)) {
    entries.push({ symbol: hatchSymbol(targetTint, orange), text: chartWords.forbidden[language] });
  }
  if (leadsFromBaseline(target) && typeof baseline?.value === "number") {
    entries.push({ symbol: lineSymbol(orange, targetDash.path, 1.5), text: chartWords.straightPath[language] });
  }
  return entries;
}

function leadsFromBaseline({ kind }: ChartTarget): boolean {
  return kind === "floor" || kind === "share";
}

/** List what was measured and what the plan starts from. */
export function figureKey({ baseline, history, display }: FanChartData, language: Language): KeyEntry[] {
  const { ink, paper } = palette;
  const entries: KeyEntry[] = [];
  if (baseline !== null) {
    const { year, value } = baseline;
    const figure = (x: number) => formatFigure(x, display, language);
    const isNumber = typeof value === "number";
    const symbol = isNumber
      ? pointSymbol("diamond", paper, ink, 110)
      : pointSymbol("M-0.7,-0.9H0.7M0,-0.9V0.9M-0.7,0.9H0.7", "transparent", ink, 120);
    const shown = isNumber ? figure(value) : `${figure(value.min)}–${figure(value.max)}`;
    const words = chartWords.planFigure[language];
    entries.push({
      symbol,
      text: language === "zh" ? `${words}：${year}年 ${shown}` : `${words}: ${shown} in ${year}`,
    });
  }
  if (history.length > 0) {
    entries.push({ symbol: pointSymbol("circle", ink, paper, 42), text: chartWords.observed[language] });
  }
  return entries;
}

function simulationKey(data: FanChartData, language: Language): KeyEntry[] {
  const entries: KeyEntry[] = [{ symbol: lineSymbol(palette.median, [], 2), text: chartWords.median[language] }];
  for (const { level } of [...data.bands].sort((a, b) => a.level - b.level)) {
    entries.push({ symbol: swatchSymbol(palette.bands[`${level}`]), text: bandWords(level, language) });
  }
  if (data.target?.kind === "cumulative") {
    entries.push({ symbol: swatchSymbol(palette.median), text: chartWords.expectedSum[language] });
  }
  if (data.periodMean !== null) {
    const symbol = { ...swatchSymbol(palette.bands["0.5"], palette.median), shape: "M-0.3,-1H0.3V1H-0.3ZM-0.8,0H0.8" };
    entries.push({ symbol, text: chartWords.periodMean[language] });
  }
  return entries;
}
