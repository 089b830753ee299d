import type { VerdictClass } from "../reachability/verdict.ts";
import type { DocumentWriter } from "./document-writer.ts";
import { joinProse, type Piece } from "./prose.ts";
import type { Span } from "./report-document.ts";
import { summaryWords as words } from "./summary-words.ts";

/** Write the first chapter: the count of targets met, what is hard, what calls for a warning, and on what it all rests. */
export function writeSummary(writer: DocumentWriter): void {
  const { language, figures, data } = writer;
  writer.heading(1, words.summary()[language]);
  writer.paragraph(countProse(writer));
  if (hasOnlyRetrospective(writer)) writer.paragraph(words.retrospective()[language]);
  writer.paragraph(classProse(writer));
  writer.paragraph(bindingProse(writer));
  writer.paragraph(rangeProse(writer));
  if (data.findings.length > 0) {
    writer.paragraph(words.findings({ count: figures.count("/counts/findings") })[language]);
  }
  if (writer.isDecided) {
    writer.paragraph(words.factBasis()[language]);
    return;
  }
  const bases = { count: "/bases/count", assumed: "/bases/assumption", unsourced: "/bases/unsourced" };
  const counted = Object.fromEntries(Object.entries(bases).map(([key, path]) => [key, figures.count(path)]));
  writer.paragraph(words.basis(counted as Record<keyof typeof bases, Span>)[language]);
}

/** Names of rows, one after the other. */
export function rowNames({ figures, language }: DocumentWriter, ids: readonly string[]): readonly Span[] {
  return joinProse(
    ids.map((id) => [figures.quote(`/rows/${id}/label`)]),
    language === "zh" ? "、" : "; ",
  );
}

/** The number that reports quote first. */
function countProse(writer: DocumentWriter): readonly Span[] {
  const { language, figures, main } = writer;
  const { rowsMet, counts } = main;
  const at = (count: string) => figures.count(`/main/counts/${count}`);
  const rows = figures.count("/plan/rowCount");
  if (writer.isDecided) {
    const rate = figures.percent("/main/counts/factsRate");
    return words.rowsMetInFact({ rows, facts: at("facts"), met: at("factsMet"), rate })[language];
  }
  const counted = words.rowsCounted({ rows, assessed: at("assessed") })[language];
  if (rowsMet === null) return counted;
  const told = {
    scenario: figures.quote("/main/label"),
    rate: figures.percent("/main/rowsMet/completionRate/median"),
    share: figures.percent("/definitions/interval", 0),
  };
  const span = (path: string) => ({ lower: figures.count(`${path}/lower`), upper: figures.count(`${path}/upper`) });
  const met = figures.count("/main/rowsMet/met/median");
  if (counts.facts === 0)
    return [...counted, ...words.rowsMet({ ...told, ...span("/main/rowsMet/met"), met })[language]];
  const openMet = { met: at("openMet/median"), ...span("/main/counts/openMet") };
  return [
    ...counted,
    ...words.facts({ facts: at("facts"), met: at("factsMet") })[language],
    ...words.openRowsMet({ ...told, ...openMet, open: at("open"), all: met })[language],
  ];
}

function hasOnlyRetrospective({ main }: DocumentWriter): boolean {
  const judged = Object.values(main.verdicts).filter(({ standing }) => standing !== null);
  return judged.length > 0 && judged.every(({ standing }) => standing === "retrospective");
}

function classProse(writer: DocumentWriter): readonly Span[] {
  const { language, main, data, figures } = writer;
  const { facts, open } = main.counts;
  const at = (count: string): Piece => figures.count(`/main/counts/${count}`);
  const named = (classes: readonly VerdictClass[]) =>
    data.order.filter((id) => classes.some((one) => one === main.verdicts[id]?.class));
  const [missed, hard] = [named(["missed"]), named(["very_unlikely", "unlikely"])];
  const decided = {
    exceeded: at("classes/exceeded"),
    met: at("classes/met"),
    nearly: at("classes/nearly_met"),
    missed: at("classes/missed"),
  };
  const likely = { onCourse: at("onCourse"), uncertain: at("uncertain"), unlikely: at("unlikely") };
  return [
    ...(facts === 0 ? [] : words.factClasses(decided)[language]),
    ...(missed.length === 0 ? [] : words.missedRows({ names: rowNames(writer, missed) })[language]),
    ...(open === 0 ? [] : (facts === 0 ? words.classes : words.openClasses)(likely)[language]),
    ...(hard.length === 0 ? [] : words.hardRows({ names: rowNames(writer, hard) })[language]),
  ];
}

function bindingProse({ language, figures, main, data }: DocumentWriter): readonly Span[] {
  const { bindingFacts, bindingOpen } = main.counts;
  const at = (count: string) => figures.count(`/main/counts/${count}`);
  const facts = words.bindingFacts({ facts: at("bindingFacts"), met: at("bindingFactsMet") })[language];
  const open = words.bindingRows({ binding: at("bindingOpen"), onCourse: at("bindingOnCourse") })[language];
  const alerts: Piece =
    (data.counts.bindingAlerts ?? 0) > 0
      ? words.bindingAlerts({ count: figures.count("/counts/bindingAlerts") })[language]
      : words.noBindingAlert()[language];
  return [...(bindingFacts === 0 ? [] : facts), ...(bindingOpen === 0 ? [] : [...open, ...alerts])];
}

/** The scenarios under which most and fewest targets are expected to be met; nothing when there is only one. */
function rangeProse({ language, figures, data }: DocumentWriter): readonly Span[] {
  const known = data.scenarioOrder.flatMap((id) => {
    const met = data.scenarios[id]?.rowsMet;
    return met ? [{ id, median: met.met.median }] : [];
  });
  const [first, ...others] = known;
  if (first === undefined || others.length === 0) return [];
  const least = others.reduce((a, b) => (b.median < a.median ? b : a), first);
  const most = others.reduce((a, b) => (b.median > a.median ? b : a), first);
  if (least.median === most.median) return [];
  const of = ({ id }: { id: string }) => ({
    count: figures.count(`/scenarios/${id}/rowsMet/met/median`),
    name: figures.quote(`/scenarios/${id}/label`),
  });
  const range = data.evaluation?.update == null ? words.scenarioRange : words.scenarioRangeFromBase;
  return range({
    count: figures.count("/counts/scenarios"),
    least: of(least).count,
    leastName: of(least).name,
    most: of(most).count,
    mostName: of(most).name,
  })[language];
}
