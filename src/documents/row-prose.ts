import type { TargetKind } from "../inputs/study.ts";
import type { Verdict } from "../reachability/verdict.ts";
import type { DocumentWriter } from "./document-writer.ts";
import type { RowData } from "./report-data.ts";
import type { Span } from "./report-document.ts";
import { rowWords as words } from "./row-words.ts";

/** Tell one row under the report's scenario: what it comes to, what was asked, what is measured or simulated, and why. */
export function rowProse(writer: DocumentWriter, row: RowData): readonly Span[] {
  const verdict = writer.main.verdicts[row.id];
  if (verdict === undefined) return [];
  const { language, figures } = writer;
  const { level, wording } = row.alert;
  return [
    ...conclusion(writer, verdict),
    ...targetProse(writer, row, verdict),
    // What is decided is told by the fact alone.
    ...(verdict.fact === null ? measuredProse(writer, row) : []),
    ...outcomeProse(writer, row, verdict),
    ...(row.drivers === null ? [] : words.drivers({ sentence: figures.quote(`/rows/${row.id}/drivers`) })[language]),
    ...(level === "none" || wording === null
      ? []
      : words.alert({ level: figures.quote(`/rows/${row.id}/alert/wording`) })[language]),
  ];
}

/** Tell what was observed, or simulated, against the target; nothing for a row that cannot be assessed. */
export function outcomeProse(writer: DocumentWriter, row: RowData, verdict: Verdict): readonly Span[] {
  const { language, figures } = writer;
  const at = `/main/verdicts/${row.id}`;
  if (verdict.fact !== null) {
    const { bound } = verdict.fact;
    const sign = bound === undefined ? [] : (bound === "at_least" ? words.atLeast : words.atMost)()[language];
    const value = [...sign, ...figures.amount(`${at}/fact/value`, row)];
    const side = bound === undefined ? gapProse(writer, row) : [];
    const fact = words.fact({ statistic: statisticProse(writer, verdict), value, side })[language];
    return isOtherAsPublished(writer, verdict) ? [...fact, ...words.asPublished()[language]] : fact;
  }
  if (verdict.quantiles === null) return [];
  const simulated = words.simulated({
    tense: words.tenses[verdict.standing ?? "forecast"]()[language],
    statistic: statisticProse(writer, verdict),
    median: figures.amount(`${at}/quantiles/0.5`, row),
    side: gapProse(writer, row),
    share: figures.percent("/definitions/interval", 0),
    lower: figures.amount(`${at}/quantiles/0.1`, row),
    upper: figures.amount(`${at}/quantiles/0.9`, row),
  })[language];
  return [...simulated, ...laterProse(writer, row, verdict)];
}

/** Whether the fact comes out the other way at the precision that its figures were published with. */
function isOtherAsPublished({ data }: DocumentWriter, { indicator, fact }: Verdict): boolean {
  const met = data.evaluation?.rows.find((row) => row.indicator === indicator)?.metAsPublished ?? null;
  return met !== null && met !== fact?.met;
}

function conclusion({ language, figures }: DocumentWriter, { indicator, probability, reason }: Verdict) {
  const at = `/main/verdicts/${indicator}`;
  const wording = figures.quote(`${at}/wording`);
  if (probability !== null) return words.conclusion({ wording, chance: figures.chance(`${at}/probability`) })[language];
  if (reason === null) return words.plainConclusion({ wording })[language];
  return words.reason({ wording, reason: figures.quote(`${at}/reason`) })[language];
}

function targetProse(writer: DocumentWriter, row: RowData, verdict: Verdict): readonly Span[] {
  const { language, figures } = writer;
  const { comparison, target, kind } = verdict;
  const stop = words.stop()[language];
  if (comparison === null || target === null || kind === null) return [...words.noTarget()[language], ...stop];
  const asked = [
    ...words.comparisons[comparison]()[language],
    ...figures.amount(`/main/verdicts/${row.id}/target`, row),
  ];
  return [
    ...words.target({ condition: conditionProse(writer, verdict, kind, asked) })[language],
    ...baselineProse(writer, row),
    ...changeProse(writer, row),
    ...stop,
  ];
}

function conditionProse(writer: DocumentWriter, verdict: Verdict, kind: TargetKind, condition: readonly Span[]) {
  const { language, figures } = writer;
  const yearPath = `/main/verdicts/${verdict.indicator}/targetYear`;
  const years = figures.years("/plan/firstYear", yearPath);
  if (kind === "cumulative") return words.summed({ years, condition })[language];
  if (verdict.statistic === "worst_year") return words.everyYear({ years, condition })[language];
  if (verdict.statistic === "end_year") return words.inYear({ year: figures.year(yearPath), condition })[language];
  return words.onAverage({ years, condition })[language];
}

function baselineProse({ language, figures }: DocumentWriter, row: RowData): readonly Span[] {
  const { id, baseline, baselinePeriod } = row;
  const year = figures.year(`/rows/${id}/baselineYear`);
  if (baseline === null) return [];
  if (typeof baseline !== "number") {
    if (row.printed.baseline === null) return [];
    return words.baselinePrinted({ year, printed: figures.quote(`/rows/${id}/printed/baseline`) })[language];
  }
  const value = figures.amount(`/rows/${id}/baseline`, row);
  if (baselinePeriod === "sum" && row.baselineFrom !== null) {
    const years = figures.years(`/rows/${id}/baselineFrom`, `/rows/${id}/baselineYear`);
    return words.baselineSum({ years, value })[language];
  }
  return (baselinePeriod === "year_end" ? words.baselineYearEnd : words.baselineYear)({ year, value })[language];
}

function changeProse({ language, figures, main }: DocumentWriter, row: RowData): readonly Span[] {
  const change = main.changes[row.id];
  if (change === undefined || change === 0) return [];
  const size = figures.difference(`/main/changes/${row.id}`, row);
  return (change > 0 ? words.toRise : words.mayFall)({ change: size })[language];
}

function measuredProse({ language, figures }: DocumentWriter, row: RowData): readonly Span[] {
  const { id, measured } = row;
  if (measured === null) return [];
  const at = `/rows/${id}/measured`;
  const value = words.measured({ year: figures.year(`${at}/year`), value: figures.amount(`${at}/value`, row) });
  const pace = measured.tier === null ? [] : words.pace({ tier: figures.quote(`${at}/tier`) })[language];
  return [...value[language], ...pace, ...words.stop()[language]];
}

function statisticProse({ language, figures }: DocumentWriter, { indicator, statistic, targetYear }: Verdict) {
  const end = targetYear === null ? "/plan/lastYear" : `/main/verdicts/${indicator}/targetYear`;
  const kind = statistic ?? "end_year";
  return words.statistics[kind]({ years: figures.years(kind === "end_year" ? end : "/plan/firstYear", end) })[language];
}

/** On which side of the target the value lies, and by how much; nothing when it lies on it. */
function gapProse({ language, figures, main }: DocumentWriter, row: RowData): readonly Span[] {
  const gap = main.gaps[row.id];
  if (gap === undefined) return [];
  const size = figures.difference(`/main/gaps/${row.id}`, row);
  if (!/[1-9]/.test(size[0]?.text ?? "")) return [];
  return (gap > 0 ? words.above : words.below)({ gap: size })[language];
}

/** When a level that the target year misses is reached in the middle case. */
function laterProse({ language, figures }: DocumentWriter, row: RowData, verdict: Verdict): readonly Span[] {
  const { firstYearMet, targetYear, statistic } = verdict;
  const median = firstYearMet?.median ?? null;
  if (median === null || targetYear === null || statistic !== "end_year" || median <= targetYear) return [];
  return words.metLater({ year: figures.year(`/main/verdicts/${row.id}/firstYearMet/median`) })[language];
}
