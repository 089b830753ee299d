import { runConsistency } from "../consistency/run-consistency.ts";
import { demonstrationWord } from "../inputs/demonstration.ts";
import { reportScenario } from "../progress/assessment-report.ts";
import { runCharts } from "./chart-files.ts";
import { modelFiles } from "./model-files.ts";
import { chartList, drawChartFiles, type ListedChart, markedChart } from "./named-chart.ts";
import type { OutputFile } from "./output-file.ts";
import { resultsCsv } from "./results-csv.ts";
import { resultsParquet } from "./results-parquet.ts";
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
  const { page, diagram } = modelFiles(run);
  const { scenarios, together } = runCharts(run, await runConsistency(run.study));
  for (const result of run.results) {
    yield* textFiles(run, result, scenarios.get(result.scenario.id) ?? []);
    if (run.withParquet === true) yield await parquetFile(run, result);
  }
  yield page;
  const plain = [...[...scenarios.values()].flat(), ...together, diagram];
  const charts = plain.map((chart) => markedChart(chart, run.study, run.language));
  for (let place = 0; place < charts.length; place += chartsAtOnce) {
    const some = charts.slice(place, place + chartsAtOnce);
    const drawn = await Promise.all(some.map(drawChartFiles));
    yield* drawn.flat();
    onProgress((place + some.length) / charts.length);
  }
}

function textFiles(run: RunOutput, result: ScenarioOutput, charts: readonly ListedChart[]): OutputFile[] {
  const { identity, verdicts, ensemble, scenario } = result;
  const inFolder = (name: string, content: string) => ({ path: `${scenario.id}/${name}`, content });
  const { plan, observations } = run.study;
  const { informationDate } = identity;
  const report = reportScenario({ plan, observations, scenario, ensemble, informationDate }, verdicts, true);
  return [
    inFolder("results.csv", resultsCsv(ensemble, regionName(run.study), modelName(run))),
    inFolder("verdicts.json", asJson({ run: identity, ...report })),
    inFolder("run.json", asJson(runRecord(run, result))),
    inFolder(chartList, asJson(charts.map(({ path, title }) => ({ file: path.slice(scenario.id.length + 1), title })))),
  ];
}

/** The region as results name it; invented figures never pass for those of a place. */
function regionName({ region, plan }: RunOutput["study"]): string {
  const { en } = demonstrationWord;
  return plan.isDemonstration && !region.includes(en) ? `${region} (${en})` : region;
}

async function parquetFile(run: RunOutput, { ensemble, scenario }: ScenarioOutput): Promise<OutputFile> {
  const content = await resultsParquet(ensemble, regionName(run.study), modelName(run));
  return { path: `${scenario.id}/results.parquet`, content };
}

function modelName({ versions }: RunOutput): string {
  return `planreach numbers ${versions.numbers}`;
}

function asJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
