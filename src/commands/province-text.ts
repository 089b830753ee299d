import { formatFigure } from "../charts/format-figure.ts";
import type { Language } from "../core/bilingual.ts";
import { centralValue } from "../ensemble/ensemble.ts";
import { type SeriesSummary, seriesSummary, summaryProbabilities } from "../ensemble/series-summary.ts";
import type { Indicator, Study, VariableSource } from "../inputs/study.ts";
import type { LeftOutReason } from "../province/province-outcomes.ts";
import type { ProvinceResult, ProvinceRun } from "../province/province-run.ts";
import { unitWords } from "../report/unit-words.ts";
import type { TextSink } from "./command-io.ts";
import { sayIn } from "./messages.ts";
import { textTable } from "./text-table.ts";
import { percentText } from "./verdict-figures.ts";
import { paintFor } from "./verdict-paint.ts";
import { wrapToWidth } from "./wrap-to-width.ts";

const reasons = { rate: "leftOutRate", money: "leftOutMoney", duration: "leftOutDuration" } as const satisfies Record<
  LeftOutReason,
  string
>;

/** Lay out a run of a province for people: its own figures by scenario, and in how many regions each row is kept. */
export function provinceText(run: ProvinceRun, language: Language, sink: TextSink): string {
  const say = sayIn(language);
  const { dim } = paintFor(sink);
  const { studies } = run.province;
  const parts = run.results.map((result) => scenarioText(run, result, language, sink));
  const most = Math.sqrt(studies.length).toFixed(1);
  const notes = [say("bindingMark"), say("togethernessNote", { most }), ...leftOutText(run, language)];
  const { hash, draws, informationDate } = run.identity;
  const facts = `${say("run", { hash, draws })}　${say("informationDate", { date: informationDate })}`;
  const wrapped = notes.flatMap((note) => wrapToWidth(note, sink.columns));
  return `${parts.join("\n")}\n${[...wrapped, facts].map((line) => `${dim(line)}\n`).join("")}`;
}

function scenarioText(run: ProvinceRun, result: ProvinceResult, language: Language, sink: TextSink): string {
  const say = sayIn(language);
  const { bold } = paintFor(sink);
  const { studies, label } = run.province;
  const year = (studies[0] as Study).plan.lastYear;
  const title = `${label[language]} · ${result.scenario.label[language]}`;
  const columns = [
    { header: say("outcome"), wraps: true },
    { header: say("unitWord") },
    { header: say("median"), align: "right" },
    { header: say("middleRange"), align: "right" },
    { header: say("togetherness"), align: "right" },
  ] as const;
  const figures = textTable(columns, figureRows(run, result, year, language), sink.columns);
  const heading = `${bold(title)}  ${say("provinceTitle", { regions: studies.length, year })}`;
  return `${heading}\n\n${figures}\n${bold(say("likelyRegions"))}\n\n${rowTable(run, result, language, sink)}`;
}

function figureRows(run: ProvinceRun, { ensemble, togetherness }: ProvinceResult, year: number, language: Language) {
  const variables = (run.province.studies[0] as Study).model.variables;
  const place = ensemble.years.indexOf(year);
  return ensemble.series.flatMap(({ name, variable, unit }, series) => {
    const summary = seriesSummary(ensemble, name, year) as SeriesSummary;
    const source = variables.find((v) => v.name === variable);
    const label = source?.label[language] ?? name;
    const [low, middle, high] = [0.05, 0.5, 0.95].map(
      (p) => summary.quantiles[summaryProbabilities.indexOf(p)] as number,
    );
    const value = middle ?? centralValue(ensemble, name, year) ?? Number.NaN;
    const isRate = unit === "1";
    const display = { percent: isRate, decimals: decimalsFor(value, (high as number) - (low as number), isRate) };
    const format = (figure: number | undefined) => formatFigure(figure ?? Number.NaN, display, language);
    const ratio = togetherness[series * ensemble.years.length + place] as number;
    const shown = name === variable ? label : `${label} ${name.slice(variable.length)}`;
    const cells = [format(middle), `${format(low)} – ${format(high)}`, Number.isNaN(ratio) ? "–" : ratio.toFixed(1)];
    return [[shown, isRate ? "%" : unitText(source, unit, language), ...cells]];
  });
}

function unitText(source: VariableSource | undefined, unit: string, language: Language): string {
  if (!source) return unit;
  return unitWords({ ...source, display: { percent: false, decimals: 0 } })[language];
}

/** As many decimals as the width of the range can tell, two digits of it. */
function decimalsFor(value: number, width: number, isRate: boolean): number {
  const scale = (width > 0 ? width : Math.abs(value)) * (isRate ? 100 : 1);
  return scale > 0 ? Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(scale)))) : 0;
}

function rowTable(run: ProvinceRun, { regions }: ProvinceResult, language: Language, sink: TextSink): string {
  const say = sayIn(language);
  const indicators = new Map<string, Indicator>();
  for (const { plan } of run.province.studies) {
    for (const row of plan.indicators) if (!indicators.has(row.id)) indicators.set(row.id, row);
  }
  const rows = [...indicators.values()].flatMap(({ id, row, label, attribute }) => {
    const verdicts = regions.flatMap(({ region, verdicts: { verdicts } }) =>
      verdicts
        .filter((v) => v.indicator === id && v.class !== "not_assessable")
        .map((verdict) => ({ region, verdict })),
    );
    if (verdicts.length === 0) return [];
    const kept = verdicts.filter(({ verdict }) => isKept.has(verdict.class)).length;
    const chances = verdicts.filter(({ verdict }) => verdict.probability !== null);
    const least = Math.min(...chances.map(({ verdict }) => verdict.probability as number));
    const there = chances.filter(({ verdict }) => verdict.probability === least);
    const chance = percentText(least);
    const lowest =
      there.length === 1
        ? `${there[0]?.region} ${chance}`
        : there.length === 0
          ? "–"
          : say("severalLeast", { chance, count: there.length });
    const name = attribute === "binding" ? `${label[language]}*` : label[language];
    return [[row ?? "", name, `${kept} / ${verdicts.length}`, lowest]];
  });
  const columns = [
    { header: say("row") },
    { header: say("indicator"), wraps: true },
    { header: say("regionsMeeting"), align: "right" as const },
    { header: say("leastRegion") },
  ];
  return textTable(columns, rows, sink.columns);
}

/** Classes of rows that are kept or likely to be. */
const isKept: ReadonlySet<string> = new Set(["very_likely", "likely", "exceeded", "met"]);

function leftOutText({ outcomes, province }: ProvinceRun, language: Language): string[] {
  const say = sayIn(language);
  const { variables } = (province.studies[0] as Study).model;
  return (Object.keys(reasons) as LeftOutReason[]).flatMap((reason) => {
    const names = outcomes.leftOut.filter((one) => one.reason === reason);
    if (names.length === 0) return [];
    const labels = names.map(({ name }) => variables.find((v) => v.name === name)?.label[language] ?? name);
    const list = labels.join(language === "zh" ? "、" : ", ");
    return language === "zh"
      ? `${say("leftOut")}${list}（${say(reasons[reason])}）。`
      : `${say("leftOut")}${list} (${say(reasons[reason])}).`;
  });
}
