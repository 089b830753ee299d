import { comparisonSign, formatFigure } from "../charts/format-figure.ts";
import type { Language } from "../core/bilingual.ts";
import type { Indicator, Study } from "../inputs/study.ts";
import type { ScenarioReport } from "../progress/assessment-report.ts";
import type { ConventionResult } from "../progress/convention-result.ts";
import { type PaceTier, tierDetail } from "../progress/pace-tier.ts";
import type { RowProgress } from "../progress/row-progress.ts";
import { type TextSink, textColumns } from "./command-io.ts";
import { sayIn } from "./messages.ts";
import { changeText, growthText } from "./milestones-text.ts";
import { textTable } from "./text-table.ts";
import { paintFor } from "./verdict-paint.ts";
import { wrapToWidth } from "./wrap-to-width.ts";

/** Write where each measured row stands by every convention of progress, with where they differ and why. */
export function conventionsText(
  report: ScenarioReport,
  { plan }: Study,
  informationDate: string,
  language: Language,
  sink: TextSink,
): string {
  const say = sayIn(language);
  const rowOf = (id: string) => plan.indicators.find((indicator) => indicator.id === id);
  const blocks = report.progress.flatMap((progress) => {
    const indicator = rowOf(progress.indicator);
    return indicator === undefined || progress.measured === null ? [] : [block(progress, indicator, language, sink)];
  });
  const left = report.progress.filter(({ measured }) => measured === null);
  const rows = left.map(({ indicator }) => rowOf(indicator)?.label[language] ?? indicator);
  const separator = language === "zh" ? "、" : "; ";
  const note = say("notMeasured", { count: left.length, date: informationDate, rows: rows.join(separator) });
  const title = paintFor(sink).bold(say("conventionsTitle", { scenario: report.label[language] }));
  const notes = left.length > 0 ? [`${wrapToWidth(note, textColumns(sink)).map(paintFor(sink).dim).join("\n")}\n`] : [];
  if (report.progress.length === 0) return `${title}\n${say("noTargets")}\n`;
  return [`${title}\n`, ...blocks, ...notes].join("\n");
}

function block(progress: RowProgress, indicator: Indicator, language: Language, sink: TextSink): string {
  const say = sayIn(language);
  const { measured, conventions, control, remarks } = progress;
  if (measured === null || conventions === null) return "";
  const { comparison, value } = indicator.target as NonNullable<Indicator["target"]>;
  const figure = (x: number) => formatFigure(x, indicator.display, language);
  const standing = say("measuredAt", {
    date: measured.date,
    value: figure(measured.value),
    target: `${comparisonSign(comparison)} ${figure(value)}`,
    elapsed: `${Math.round(conventions.elapsedShare * 100)}%`,
  });
  const name = indicator.label[language];
  const lines = [paintFor(sink).bold(language === "zh" ? `${name}：${standing}` : `${name}: ${standing}`)];
  const applied = conventions.results.filter(({ stand }) => stand !== null);
  if (applied.length > 0) {
    const columns = [
      { header: say("convention"), wraps: true },
      { header: say("conventionValue"), align: "right" as const },
      { header: say("conventionClass"), wraps: true },
    ];
    const cells = applied.map((one) => conventionCells(one, conventions.elapsedShare, language));
    lines.push(textTable(columns, cells, sink.columns).trimEnd());
  }
  const left = conventions.results.filter(({ stand, reason }) => stand === null && reason !== null);
  const reasons = [...new Set(left.map(({ reason }) => reason?.[language] ?? ""))];
  const said = [
    ...(control === null ? [] : [controlText(control, language)]),
    ...reasons,
    ...requiredText(progress, indicator, language),
    ...(conventions.disagreement === null
      ? []
      : [say("conventionsDiffer", { text: conventions.disagreement[language] })]),
    ...remarks.map((remark) => `${remark[language]}${language === "zh" ? "。" : "."}`),
  ];
  lines.push(...said.flatMap((text) => wrapToWidth(text, textColumns(sink))));
  return `${lines.join("\n")}\n`;
}

function controlText({ wording, margin }: NonNullable<RowProgress["control"]>, language: Language): string {
  if (margin === null) return `${wording[language]}${language === "zh" ? "。" : "."}`;
  return sayIn(language)("controlRoom", { wording: wording[language], margin: growthText(margin, language) });
}

function conventionCells(result: ConventionResult, elapsed: number, language: Language): string[] {
  const say = sayIn(language);
  const { convention, label, value, score } = result;
  const wording = result.wording?.[language] ?? "";
  const number = value === null ? "–" : value.toFixed(convention === "current_status" ? 1 : 2);
  const detail = convention === "chinese_tier" ? tierDetail(result.class as PaceTier)?.[language] : undefined;
  const said =
    score !== null
      ? say("scored", { wording, score: score.toFixed(1) })
      : convention === "current_status"
        ? say("dueNow", { wording, due: (10 * Math.min(1, elapsed)).toFixed(1) })
        : detail === undefined
          ? wording
          : say("detailed", { wording, detail });
  return [label[language], number, said];
}

function requiredText({ required }: RowProgress, indicator: Indicator, language: Language): string[] {
  if (required === null) return [];
  const say = sayIn(language);
  const years = formatFigure(required.yearsLeft, { percent: false, decimals: 1 }, language);
  const growth = required.growth === null ? null : growthText(required.growth, language);
  if (required.perYear === null) return growth === null ? [] : [say("requiredGrowthNow", { years, growth })];
  const perYear = changeText(required.perYear, indicator, language);
  // The growth of a share says nothing that its points do not say better.
  if (growth === null || indicator.display.percent) return [say("requiredNow", { years, perYear })];
  return [say("requiredBothNow", { years, perYear, growth })];
}
