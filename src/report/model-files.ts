import { causalDiagram } from "../charts/causal-diagram.ts";
import { type LeverReach, leverReach } from "../model/lever-reach.ts";
import { causalDiagramData } from "./causal-diagram-data.ts";
import { modelPage } from "./model-page.ts";
import type { NamedChart } from "./named-chart.ts";
import type { OutputFile } from "./output-file.ts";
import type { RunOutput } from "./run-output.ts";

/** Folder of the output in which a model explains itself, once for all scenarios. */
export const modelFolder = "model";

/** Build what explains the model of a run: the page that lists it, and the diagram from levers to rows. */
export function modelFiles(run: RunOutput): { readonly page: OutputFile; readonly diagram: NamedChart } {
  const reach: readonly LeverReach[] = leverReach(run.model, run.study.plan.indicators);
  return {
    page: { path: `${modelFolder}/model.html`, content: modelPage(run, reach) },
    diagram: {
      path: `${modelFolder}/causal-diagram`,
      spec: causalDiagram(causalDiagramData(run, reach), run.language),
    },
  };
}
