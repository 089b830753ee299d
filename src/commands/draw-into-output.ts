import type { Study } from "../inputs/study.ts";
import { drawChartFiles, markedChart, type NamedChart } from "../report/named-chart.ts";
import { type CommandIo, type ExitCode, exitCodes } from "./command-io.ts";
import type { CommonOptions } from "./command-options.ts";
import { sayIn } from "./messages.ts";
import { tellUsage } from "./open-study.ts";
import { writeIntoOutput } from "./write-into-output.ts";

/** Draw charts of a study into the output folder and say where they are; a folder that cannot be written is wrong usage. */
export async function drawIntoOutput(
  charts: readonly NamedChart[],
  study: Study,
  { language, outputDir }: Pick<CommonOptions, "language" | "outputDir">,
  io: CommandIo,
): Promise<ExitCode> {
  const say = sayIn(language);
  for (const chart of charts) {
    const written = await writeIntoOutput(outputDir, await drawChartFiles(markedChart(chart, study, language)));
    if (!written.ok) return tellUsage(say("cannotWrite", written), io).exit;
    io.diagnostics.write(`planreach: ${say("chartWritten", { path: `${outputDir}/${chart.path}.png` })}\n`);
  }
  return exitCodes.done;
}
