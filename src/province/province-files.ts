import type { OutputFile } from "../report/output-file.ts";
import { resultsCsv } from "../report/results-csv.ts";
import { provinceReport } from "./province-report.ts";
import type { ProvinceRun } from "./province-run.ts";

/**
 * Make the files of a run of a province: for each scenario the summed figures in IAMC long form, the verdicts of every
 * region, and what the run rests on.
 */
export async function* provinceFiles(
  run: ProvinceRun,
  versions: { readonly planreach: string; readonly numbers: string },
): AsyncGenerator<OutputFile> {
  const { province, results } = run;
  const { scenarios } = provinceReport(run);
  const inputs = [province.file, ...province.studies.flatMap(({ files }) => files)];
  const unique = [...new Map(inputs.map((file) => [file.path, file])).values()];
  unique.sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const [place, { scenario, identity, ensemble }] of results.entries()) {
    const { id, label, run: settings } = scenario;
    const model = `planreach numbers ${versions.numbers}`;
    const record = {
      run: identity,
      versions,
      province: province.name,
      regions: province.studies.map(({ region }) => region),
      scenario: { id, label },
      settings,
      rates: run.outcomes.rates,
      leftOut: run.outcomes.leftOut,
      nonFinite: ensemble.nonFinite,
      notices: ensemble.notices,
      inputs: unique,
    };
    yield { path: `${id}/results.csv`, content: resultsCsv(ensemble, province.name, model) };
    yield { path: `${id}/regions.json`, content: asJson({ run: identity, ...scenarios[place] }) };
    yield { path: `${id}/run.json`, content: asJson(record) };
  }
}

function asJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
