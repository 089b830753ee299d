import type { TopLevelSpec } from "vega-lite";
import { drawSvgAndPng } from "../charts/draw-chart.ts";
import { fanChart } from "../charts/fan-chart.ts";
import type { Language } from "../core/bilingual.ts";
import { fanChartData } from "../report/chart-data-from-ensemble.ts";
import { overviewOfRun } from "../report/chart-files.ts";
import type { RunOutput } from "../report/run-output.ts";
import type { ReportPictures } from "./build-document.ts";
import type { DrawnPicture, DrawnPictures, PictureBlock, ReportDocument } from "./report-document.ts";

/** Charts drawn together: while one is encoded as PNG in another thread, the next is laid out. */
const together = 4;

/** Build the charts of a report: a fan of every row that is modelled under one scenario, and the overview of all. */
export function reportPictures(
  run: Pick<RunOutput, "study" | "identity" | "results">,
  scenario: string,
  language: Language,
): ReportPictures {
  const { study, results } = run;
  const { plan, observations } = study;
  const result = results.find((one) => one.scenario.id === scenario);
  if (result === undefined) throw new RangeError(`reportPictures: scenario must have been run; got ${scenario}`);
  const rows = plan.indicators.flatMap((indicator): [string, TopLevelSpec][] => {
    const verdict = result.verdicts.verdicts.find((one) => one.indicator === indicator.id);
    if (verdict === undefined) return [];
    const { ensemble, identity } = result;
    const about = { ensemble, indicator, verdict, plan, observations, scenario: result.scenario };
    const data = fanChartData({ ...about, runIdentity: identity });
    return data === null ? [] : [[indicator.id, fanChart(data, language)]];
  });
  return { rows: Object.fromEntries(rows), overview: overviewOfRun({ ...run, language }) };
}

/**
 * Draw the pictures of a document.
 *
 * @param onProgress - told after each few pictures how much is done, 0 … 1.
 */
export async function drawPictures(
  document: Pick<ReportDocument, "blocks">,
  onProgress: (share: number) => void = () => {},
): Promise<DrawnPictures> {
  const blocks = document.blocks.filter((block) => block.kind === "picture");
  const drawn = new Map<string, DrawnPicture>();
  for (let place = 0; place < blocks.length; place += together) {
    const some = blocks.slice(place, place + together);
    const pictures = await Promise.all(some.map(drawPicture));
    for (const [i, picture] of pictures.entries()) drawn.set(some[i]!.name, picture);
    onProgress((place + some.length) / blocks.length);
  }
  return drawn;
}

async function drawPicture({ name, spec }: PictureBlock): Promise<DrawnPicture> {
  const { svg, png } = await drawSvgAndPng(spec);
  const [, width = "", height = ""] = svg.match(/<svg[^>]*? width="([\d.]+)"[^>]*? height="([\d.]+)"/) ?? [];
  return { svg: withOwnIds(svg, name), png, width: Number(width), height: Number(height) };
}

/** Vega numbers the ids of a process; several drawings in one page, and the same bytes every time, need their own. */
function withOwnIds(svg: string, name: string): string {
  const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? "");
  const own = new Map([...new Set(ids)].map((id, place) => [id, `${name}-${place}`]));
  return svg.replace(/( id="|url\(#|href="#)([^")]+)/g, (whole, before: string, id: string) => {
    const renamed = own.get(id);
    return renamed === undefined ? whole : `${before}${renamed}`;
  });
}
