import type { CausalDiagramData } from "../charts/chart-data.ts";
import type { LeverReach } from "../model/lever-reach.ts";
import type { RunOutput } from "./run-output.ts";

/** Prepare the diagram of which levers reach which rows, from what the structure of the model says. */
export function causalDiagramData(
  { study, identity }: Pick<RunOutput, "study" | "identity">,
  reach: readonly LeverReach[],
): CausalDiagramData {
  const { plan, model } = study;
  const routes = reach.flatMap(({ lever, routes: all }) => all.map((route) => ({ lever, ...route })));
  const actedOn = new Set(routes.map(({ sector }) => sector));
  return {
    title: { zh: `${plan.label.zh}：措施通向哪些指标`, en: `${plan.label.en}: which levers reach which rows` },
    levers: model.levers.map(({ name, label }) => ({ name, label })),
    sectors: model.sectors.filter(({ id }) => actedOn.has(id)).map(({ id, label }) => ({ id, label })),
    rows: plan.indicators.map(({ id, row, label }) => ({ indicator: id, row, label })),
    acts: distinct(routes.map(({ lever, sector }) => ({ lever, sector }))),
    reaches: distinct(routes.flatMap(({ sector, rows }) => rows.map((indicator) => ({ sector, indicator })))),
    footer: {
      informationDate: identity.informationDate,
      runHash: identity.hash,
      source: {
        zh: `${plan.label.zh}；模型的方程`,
        en: `${plan.label.en}; equations of the model`,
      },
    },
  };
}

function distinct<T extends object>(links: readonly T[]): T[] {
  return [...new Map(links.map((link) => [Object.values(link).join(" "), link])).values()];
}
