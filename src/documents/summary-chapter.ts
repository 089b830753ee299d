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
  const at = `/scenarios/${main.id}`;
  const counted = words.rowsCounted({
    rows: figures.count("/plan/rowCount"),
    assessed: figures.count(`${at}/counts/assessed`),
  })[language];
  const { rowsMet, counts } = main;
  if (rowsMet === null) return counted;
  const met = figures.count(`${at}/rowsMet/met/median`);
  const rate = figures.percent(`${at}/rowsMet/completionRate/median`);
  if (counts.facts === counts.assessed) return [...counted, ...words.rowsMetInFact({ met, rate })[language]];
  const facts = words.facts({
    facts: figures.count(`${at}/counts/facts`),
    met: figures.count(`${at}/counts/factsMet`),
  });
  const expected = words.rowsMet({
    scenario: figures.quote(`${at}/label`),
    met,
    rate,
    share: figures.percent("/definitions/interval", 0),
    lower: figures.count(`${at}/rowsMet/met/lower`),
    upper: figures.count(`${at}/rowsMet/met/upper`),
  });
  return [...counted, ...(counts.facts > 0 ? facts[language] : []), ...expected[language]];
}

function hasOnlyRetrospective({ main }: DocumentWriter): boolean {
  const judged = Object.values(main.verdicts).filter(({ standing }) => standing !== null);
  return judged.length > 0 && judged.every(({ standing }) => standing === "retrospective");
}

function classProse(writer: DocumentWriter): readonly Span[] {
  const { language, figures, main, data } = writer;
  const at = (count: string) => figures.count(`/scenarios/${main.id}/counts/${count}`);
  const counted = words.classes({
    onCourse: at("onCourse"),
    uncertain: at("uncertain"),
    unlikely: at("unlikely"),
  })[language];
  const hard = data.order.filter((id) =>
    ["very_unlikely", "unlikely", "missed"].includes(main.verdicts[id]?.class ?? ""),
  );
  return hard.length === 0 ? counted : [...counted, ...words.hardRows({ names: rowNames(writer, hard) })[language]];
}

function bindingProse({ language, figures, main, data }: DocumentWriter): readonly Span[] {
  if (main.counts.binding === 0) return [];
  const at = (count: string) => figures.count(`/scenarios/${main.id}/counts/${count}`);
  const counted = words.bindingRows({ binding: at("binding"), onCourse: at("bindingOnCourse") })[language];
  const alerts: Piece =
    (data.counts.bindingAlerts ?? 0) > 0
      ? words.bindingAlerts({ count: figures.count("/counts/bindingAlerts") })[language]
      : words.noBindingAlert()[language];
  return [...counted, ...alerts];
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
  return words.scenarioRange({
    count: figures.count("/counts/scenarios"),
    least: of(least).count,
    leastName: of(least).name,
    most: of(most).count,
    mostName: of(most).name,
  })[language];
}
