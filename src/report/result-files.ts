import { reportScenario } from "../progress/assessment-report.ts";
import { drawChartFiles, overviewOfRun, scenarioCharts } from "./chart-files.ts";
import { modelFiles } from "./model-files.ts";
import type { OutputFile } from "./output-file.ts";
import { resultsCsv } from "./results-csv.ts";
import type { RunOutput, ScenarioOutput } from "./run-output.ts";
import { runRecord } from "./run-record.ts";

/** Charts drawn together: while one is encoded as PNG in another thread, the next ones are laid out. */
const chartsAtOnce = 4;

/**
 * Make the files of a run one after the other, so that only a few charts are in memory at a time.
 *
 * @param onProgress - told after each few charts how much is done, 0 … 1.
 */
export async function* resultFiles(run: RunOutput, onProgress: (share: number) => void): AsyncGenerator<OutputFile> {
  for (const result of run.results) yield* textFiles(run, result);
  const { page, diagram } = modelFiles(run);
  yield page;
  const charts = [...run.results.flatMap((result) => scenarioCharts(run, result)), overviewOfRun(run), diagram];
  for (let place = 0; place < charts.length; place += chartsAtOnce) {
    const together = charts.slice(place, place + chartsAtOnce);
    const drawn = await Promise.all(together.map(drawChartFiles));
    yield* drawn.flat();
    onProgress((place + together.length) / charts.length);
  }
}

function textFiles(run: RunOutput, result: ScenarioOutput): OutputFile[] {
  const { identity, verdicts, ensemble, scenario } = result;
  const inFolder = (name: string, content: string) => ({ path: `${scenario.id}/${name}`, content });
  const { plan, observations } = run.study;
  const { informationDate } = identity;
  const report = reportScenario({ plan, observations, scenario, ensemble, informationDate }, verdicts, true);
  const model = `planreach numbers ${run.versions.numbers}`;
  return [
    inFolder("results.csv", resultsCsv(ensemble, run.study.region, model)),
    inFolder("verdicts.json", asJson({ run: identity, ...report })),
    inFolder("run.json", asJson(runRecord(run, result))),
  ];
}

function asJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
