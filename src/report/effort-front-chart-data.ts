import type { EffortFrontChartData } from "../charts/effort-front-chart.ts";
import type { Bilingual } from "../core/bilingual.ts";
import type { FrontPoint } from "../exploration/effort-front.ts";
import type { SeekFinding } from "../exploration/seek-finding.ts";
import type { Study } from "../inputs/study.ts";
import { chartSource } from "./chart-source-words.ts";

/** Prepare the chart of how the least effort grows with the chance asked for, from what a lever search found. */
export function effortFrontChartData(
  finding: SeekFinding,
  front: readonly FrontPoint[],
  study: Study,
  hash: string,
): EffortFrontChartData {
  const { plan } = study;
  return {
    title: { zh: "要多大把握，要多少投入", en: "How much effort for how sure a target" },
    subject: soughtRows(
      finding.targets.map(({ label }) => label),
      finding.together,
    ),
    points: front.map(({ probability, effort, intensities }) => ({ probability, effort, intensities })),
    levers: finding.levers.map(({ label, lower, upper }) => ({ label, lower, upper })),
    footer: {
      scenario: scenarioLabels(finding.scenarios, study),
      informationDate: finding.informationDate,
      runHash: hash,
      source: chartSource(plan),
    },
  };
}

/** Name the rows that are sought, each once. */
export function soughtRows(labels: readonly Bilingual[], isTogether: boolean): Bilingual {
  const distinct = [...new Map(labels.map((label) => [label.zh, label])).values()];
  const isJoint = isTogether && distinct.length > 1;
  return {
    zh: `${distinct.map(({ zh }) => zh).join("、")}${isJoint ? "（同时完成）" : ""}`,
    en: `${distinct.map(({ en }) => en).join(", ")}${isJoint ? " (together)" : ""}`,
  };
}

/** Name the scenarios that a search serves. */
export function scenarioLabels(ids: readonly string[], { scenarios }: Study): Bilingual {
  const labels = ids.flatMap((id) => scenarios.find((one) => one.id === id)?.label ?? []);
  return { zh: labels.map(({ zh }) => zh).join("、"), en: labels.map(({ en }) => en).join(", ") };
}
