import type { ConsistencyReport, Finding } from "../consistency/consistency-report.ts";
import { findingKinds } from "../consistency/run-consistency.ts";
import { conflictLimit } from "../consistency/try-definitions.ts";
import type { Language } from "../core/bilingual.ts";
import { displayWidth } from "../core/display-width.ts";
import { type TextSink, textColumns } from "./command-io.ts";
import { sayIn } from "./messages.ts";
import { paintFor } from "./verdict-paint.ts";
import { wrapToWidth } from "./wrap-to-width.ts";

/** Write a report for a terminal: findings numbered under the heading of their kind, then the definitions tried. */
export function consistencyText(report: ConsistencyReport, language: Language, sink: TextSink): string {
  const { region, findings, trials, isComplete } = report;
  const say = sayIn(language);
  const paint = paintFor(sink);
  const section = (heading: string, lines: readonly string[]) =>
    lines.length > 0 ? [`${[paint.bold(heading), ...lines].join("\n")}\n`] : [];
  const numberWidth = String(findings.length).length;
  const sections = findingKinds.flatMap((kind) => {
    const lines = findings.flatMap((finding, place) => {
      const number = `${String(place + 1).padStart(numberWidth)}. `;
      if (finding.kind !== kind) return [];
      const basis = basisOf(finding);
      const indent = " ".repeat(displayWidth(number));
      return [
        ...hanging(number, finding.sentence[language], sink),
        ...(basis === "" ? [] : hanging(indent, say("conflictRestsOn", { basis }), sink).map(paint.dim)),
      ];
    });
    return section(say(`kind_${kind}`), lines);
  });
  const tried = trials.flatMap(({ sentence }) => hanging("· ", sentence[language], sink));
  const wrapped = (text: string) => `${wrapToWidth(text, textColumns(sink)).map(paint.dim).join("\n")}\n`;
  const remark =
    trials.length > 0
      ? say("moreConflicts", { limit: conflictLimit })
      : say("targetsNotTried", { file: `${region}/model/feasibility.yaml` });
  return [
    ...(sections.length > 0 ? sections : [`${say("nothingInconsistent")}\n`]),
    ...section(say("definitionsTried"), tried),
    ...(isComplete ? [] : [wrapped(remark)]),
  ].join("\n");
}

/** Who says that a conflict is one: the sources of its limits and relations, each once. */
function basisOf(finding: Finding): string {
  if (finding.kind !== "conflict") return "";
  const sources = [...finding.members, ...finding.restsOn].map(({ source }) => source);
  return [...new Set(sources.filter((source) => source !== null))].join(" · ");
}

/** A text whose later lines stand below its first word. */
function hanging(mark: string, text: string, sink: TextSink): string[] {
  const width = displayWidth(mark);
  const lines = wrapToWidth(text, textColumns(sink) - width);
  return lines.map((line, place) => `${place === 0 ? mark : " ".repeat(width)}${line}`);
}
