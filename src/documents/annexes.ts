import type { TopLevelSpec } from "vega-lite";
import type { Basis } from "../inputs/study.ts";
import { findingWords, annexWords as words } from "./annex-words.ts";
import { labelWords } from "./chapter-words.ts";
import type { DocumentWriter } from "./document-writer.ts";
import type { FindingData } from "./report-data.ts";
import type { Span } from "./report-document.ts";
import { hasPictureInText } from "./row-chapter.ts";

const basisKeys = {
  plan: "basisPlan",
  data: "basisData",
  definition: "basisDefinition",
  assumption: "basisAssumption",
} as const satisfies Record<Basis, keyof typeof labelWords>;

/** Pairs of rows that are listed from either end. */
const pairsShown = 5;

/** Write the annexes: assumptions, probabilities, where the plan does not fit itself, and the pictures of the other rows. */
export function writeAnnexes(writer: DocumentWriter, pictures: Readonly<Record<string, TopLevelSpec>>): void {
  writeParameters(writer);
  writeProbabilities(writer);
  writeFindings(writer);
  writePictures(writer, pictures);
}

function writePictures(writer: DocumentWriter, pictures: Readonly<Record<string, TopLevelSpec>>): void {
  const { language, figures, data } = writer;
  const others = data.order.flatMap((id) => {
    const spec = pictures[id];
    return spec === undefined || hasPictureInText(writer.row(id)) ? [] : [{ id, spec }];
  });
  if (others.length === 0) return;
  writer.annex(words.pictures()[language]);
  for (const { id, spec } of others) writer.picture([figures.quote(`/rows/${id}/label`)], id, spec);
}

function sayIn({ language }: DocumentWriter) {
  const say = (key: keyof typeof labelWords) => labelWords[key]()[language];
  return { say, text: (key: keyof typeof labelWords): readonly Span[] => [{ kind: "text", text: say(key) }] };
}

function writeParameters(writer: DocumentWriter): void {
  const { language, figures, data } = writer;
  const { say, text } = sayIn(writer);
  writer.annex(words.assumptions()[language]);
  writer.paragraph(
    words.assumptionsIntro({
      count: figures.count("/bases/count"),
      plan: figures.count("/bases/plan"),
      data: figures.count("/bases/data"),
      definition: figures.count("/bases/definition"),
      assumed: figures.count("/bases/assumption"),
    })[language],
  );
  const rows = data.parameters.map(({ distribution, source, basis }, place): (readonly Span[])[] => {
    const at = `/parameters/${place}`;
    return [
      [figures.quote(`${at}/label`)],
      [figures.quote(`${at}/value`)],
      distribution === null ? text("fixed") : [figures.quote(`${at}/distribution`)],
      [figures.quote(`${at}/unit`)],
      text(basisKeys[basis]),
      source === null ? text(basis === "definition" ? "dash" : "noSource") : [figures.quote(`${at}/source`)],
    ];
  });
  const columns = [
    { header: say("name"), width: 38, align: "left" },
    { header: say("value"), width: 17, align: "right" },
    { header: say("distribution"), width: 32, align: "left" },
    { header: say("unit"), width: 15, align: "center" },
    { header: say("basis"), width: language === "zh" ? 12 : 19, align: "center" },
    { header: say("source"), width: 42, align: "left" },
  ] as const;
  writer.table(words.parameterTable()[language], words.parameterUnit()[language], columns, rows);
}

function writeProbabilities(writer: DocumentWriter): void {
  const { language, figures } = writer;
  if (writer.isDecided) return;
  writer.annex(words.probabilities()[language]);
  writer.paragraph(
    words.method({
      draws: figures.count(`/main/draws`),
      seed: figures.year(`/main/seed`),
      share: figures.percent("/definitions/interval", 0),
    })[language],
  );
  writeProbabilityTable(writer);
  writeJointTable(writer);
  writeSets(writer);
  writePairs(writer);
}

function writeProbabilityTable(writer: DocumentWriter): void {
  const { language, figures, data, main } = writer;
  const { say } = sayIn(writer);
  const assessed = data.order.filter((id) => main.verdicts[id]?.probability != null);
  const rows = assessed.map((id): (readonly Span[])[] => {
    const row = writer.row(id);
    const at = `/main/verdicts/${id}`;
    return [
      [figures.quote(`/rows/${id}/label`)],
      [figures.quote(`/rows/${id}/unit`)],
      [figures.number(`${at}/probability`, 100, 1)],
      [figures.number(`${at}/standardError`, 100, 2)],
      [figures.bare(`${at}/quantiles/0.1`, row)],
      [figures.bare(`${at}/quantiles/0.5`, row)],
      [figures.bare(`${at}/quantiles/0.9`, row)],
    ];
  });
  const columns = [
    { header: say("indicator"), width: 46, align: "left" },
    { header: say("unit"), width: 18, align: "center" },
    { header: say("probability"), width: 18, align: "right" },
    { header: say("error"), width: 18, align: "right" },
    { header: say("least"), width: 19, align: "right" },
    { header: say("middle"), width: 18, align: "right" },
    { header: say("most"), width: 19, align: "right" },
  ] as const;
  const caption = words.probabilityTable({ scenario: figures.quote(`/main/label`) })[language];
  writer.table(caption, words.probabilityUnit()[language], columns, rows);
}

function writeJointTable(writer: DocumentWriter): void {
  const { language, figures, data } = writer;
  const { say, text } = sayIn(writer);
  const rows = data.scenarioOrder.map((id): (readonly Span[])[] => {
    const { binding, all, rowsMet } = writer.scenario(id);
    const at = `/scenarios/${id}`;
    return [
      [figures.quote(`${at}/label`)],
      binding === null ? text("dash") : [figures.number(`${at}/binding`, 100, 1)],
      all === null ? text("dash") : [figures.number(`${at}/all`, 100, 2)],
      rowsMet === null ? text("dash") : [figures.number(`${at}/rowsMet/expected`, 1, 2)],
      [figures.count(`${at}/draws`)],
    ];
  });
  const columns = [
    { header: say("scenario"), width: 48, align: "left" },
    { header: say("bindingTogether"), width: 34, align: "right" },
    { header: say("allTogether"), width: 28, align: "right" },
    { header: say("expected"), width: 24, align: "right" },
    { header: say("draws"), width: 22, align: "right" },
  ] as const;
  writer.table(words.jointTable()[language], words.percentUnit()[language], columns, rows);
}

function writeSets(writer: DocumentWriter): void {
  const { language, figures, main } = writer;
  const { say, text } = sayIn(writer);
  const rows = main.sets.map(({ probability }, place): (readonly Span[])[] => {
    const at = `/main/sets/${place}`;
    return [
      [figures.quote(`${at}/label`)],
      probability === null ? text("dash") : [figures.number(`${at}/probability`, 100, 1)],
    ];
  });
  const columns = [
    { header: say("set"), width: 110, align: "left" },
    { header: say("probability"), width: 46, align: "right" },
  ] as const;
  const caption = words.setTable({ scenario: figures.quote(`/main/label`) })[language];
  writer.table(caption, words.setUnit()[language], columns, rows);
}

function writePairs(writer: DocumentWriter): void {
  const { language, figures, main } = writer;
  const { say } = sayIn(writer);
  const places = [...main.pairs.keys()];
  const hurting = places.filter((place) => (main.pairs[place]?.excess ?? 0) < 0).slice(0, pairsShown);
  const helping = places.filter((place) => (main.pairs[place]?.excess ?? 0) > 0).slice(-pairsShown);
  const rows = [...hurting, ...helping].map((place): (readonly Span[])[] => {
    const pair = main.pairs[place]!;
    const at = `/main/pairs/${place}`;
    return [
      [figures.quote(`/rows/${pair.first}/label`)],
      [figures.quote(`/rows/${pair.second}/label`)],
      [figures.number(`${at}/joint`, 100, 1)],
      [figures.number(`${at}/excess`, 100, 1)],
    ];
  });
  const columns = [
    { header: say("first"), width: 52, align: "left" },
    { header: say("second"), width: 52, align: "left" },
    { header: say("joint"), width: 22, align: "right" },
    { header: say("excess"), width: 30, align: "right" },
  ] as const;
  const caption = words.pairTable({ scenario: figures.quote(`/main/label`) })[language];
  writer.table(caption, words.pairUnit()[language], columns, rows);
  if (rows.length > 0) writer.note(words.pairNote()[language]);
}

function writeFindings(writer: DocumentWriter): void {
  const { language, figures, data } = writer;
  writer.annex(words.conflicts()[language]);
  if (data.findings.length === 0) writer.paragraph(words.noConflict()[language]);
  let last: FindingData["kind"] | null = null;
  for (const [place, { kind }] of data.findings.entries()) {
    if (kind !== last) writer.heading(2, findingWords[kind]()[language]);
    last = kind;
    writer.paragraph(words.finding({ sentence: figures.quote(`/findings/${place}/sentence`) })[language]);
  }
}
