import type { Bilingual, Language } from "../core/bilingual.ts";
import { writeAnnexes } from "./annexes.ts";
import { labelWords } from "./chapter-words.ts";
import { checkFigures } from "./check-figures.ts";
import { DocumentWriter } from "./document-writer.ts";
import { writeEvaluation } from "./evaluation-chapter.ts";
import { writeAlerts, writeCauses, writeMissed, writeScenarios } from "./later-chapters.ts";
import type { BilingualProse } from "./prose.ts";
import { documentProvenance } from "./provenance.ts";
import type { ReportData, ReportKind } from "./report-data.ts";
import type { ReportDocument, ReportPictures, Span } from "./report-document.ts";
import { writeRows } from "./row-chapter.ts";
import { writeSummary } from "./summary-chapter.ts";
import { summaryWords as words } from "./summary-words.ts";

function kindTitle({ data, language, figures }: DocumentWriter): readonly Span[] {
  const titles: Readonly<Record<ReportKind, () => BilingualProse>> = {
    final: words.finalTitle,
    mid_term: words.midTermTitle,
    annual: () => words.annualTitle({ year: figures.year("/run/year") }),
    outlook: words.outlookTitle,
  };
  return titles[data.kind]()[language];
}

/**
 * Build the report of a run in one language as plain data, and hold every figure in it against the results.
 *
 * @param mark - what every page is to be marked with, such as 内部资料; null: nothing.
 * @throws RangeError when a figure of the document does not say what its result says, which is a fault of ours.
 */
export function buildDocument(
  data: ReportData,
  pictures: ReportPictures,
  language: Language,
  mark: Bilingual | null = null,
): ReportDocument {
  const writer = new DocumentWriter(data, language);
  writeSummary(writer);
  writeRows(writer, pictures);
  writeEvaluation(writer, pictures.evaluation);
  writeScenarios(writer, pictures.overview);
  writeMissed(writer);
  writeAlerts(writer);
  writeCauses(writer);
  writeAnnexes(writer, pictures.rows);
  const written = { title: titleOf(writer), lead: leadOf(writer), blocks: writer.blocks };
  const faults = checkFigures(written, data);
  if (faults.length > 0) {
    const told = faults.map(({ text, from }) => `${text} (${from ?? "of no result"})`).join("; ");
    throw new RangeError(`buildDocument: every figure must say what its result says; got ${told}`);
  }
  return {
    language,
    ...written,
    contentsTitle: labelWords.contents()[language],
    mark: mark?.[language] ?? null,
    provenance: documentProvenance(written, data, language),
    provenanceTitle: labelWords.provenance()[language],
    informationDate: data.run.informationDate,
  };
}

function titleOf(writer: DocumentWriter): readonly (readonly Span[])[] {
  const { data, language, figures } = writer;
  const lines = [words.planTitle({ plan: figures.quote("/plan/label") })[language], kindTitle(writer)];
  if (data.texts.heading === undefined) return lines;
  return [...lines, words.subtitle({ heading: figures.quote("/texts/heading") })[language]];
}

function leadOf({ language, figures }: DocumentWriter): readonly (readonly Span[])[] {
  return [words.lead({ date: figures.quote("/run/dateText"), hash: figures.quote("/run/hash") })[language]];
}
