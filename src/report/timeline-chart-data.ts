import type { TimelineChartData } from "../charts/timeline-chart.ts";
import type { Bilingual } from "../core/bilingual.ts";
import { eventPaths } from "../ensemble/event-paths.ts";
import { firstYearsOf, leverPaths } from "../ensemble/lever-paths.ts";
import { footerOf } from "./figure-chart-data.ts";
import type { RunOutput, ScenarioOutput } from "./run-output.ts";

/** Prepare the timeline of a scenario: how strongly each lever and event is at work in each simulated year. */
export function timelineChartData({ study }: Pick<RunOutput, "study">, result: ScenarioOutput): TimelineChartData {
  const { plan, model, policies } = study;
  const { scenario, ensemble } = result;
  const { years } = ensemble;
  const levers = leverPaths(model.levers, policies, scenario, years, firstYearsOf(plan));
  const { events, leftOut } = eventPaths(model.events, scenario, years);
  return {
    title: { zh: "措施与事件的时间表", en: "When levers and events are at work" },
    years,
    plan: { firstYear: plan.firstYear, lastYear: plan.lastYear },
    levers: model.levers.flatMap(({ name, label }) => {
      const path = levers.get(name);
      return path === undefined ? [] : [{ label, strengths: [...path] }];
    }),
    events: events
      .filter(({ path }) => path.some((strength) => strength !== 0))
      .map(({ definition, path }) => ({ label: definition.label, strengths: [...path] })),
    notes: leftOutNote(leftOut.flatMap((name) => model.events.find((event) => event.name === name)?.label ?? [])),
    heading: { zh: `${years[0]}—${years.at(-1)}年`, en: `${years[0]}–${years.at(-1)}` },
    footer: footerOf(plan, result),
  };
}

/** Name the events that were not known at the date the scenario speaks from. */
function leftOutNote(labels: readonly Bilingual[]): Bilingual[] {
  if (labels.length === 0) return [];
  return [
    {
      zh: `按情景的知情日期尚不可知而未计入的事件：${labels.map(({ zh }) => zh).join("、")}。`,
      en: `Left out, since the scenario could not know of them yet: ${labels.map(({ en }) => en).join(", ")}.`,
    },
  ];
}
