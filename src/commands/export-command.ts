import { join } from "node:path";
import { pythonArrays, pythonScenario } from "../benchmark/python-scenario.ts";
import { writePython } from "../benchmark/write-python.ts";
import { drawSample } from "../ensemble/draw-sample.ts";
import { drawScenario } from "../ensemble/draw-scenario.ts";
import { describeEnsemble, outcomeVariables } from "../ensemble/run-scenario.ts";
import { makeKernel } from "../kernel/make-kernel.ts";
import { prepareStudy } from "../run-study.ts";
import { type CommandIo, type ExitCode, exitCodes } from "./command-io.ts";
import type { ExportOptions } from "./command-options.ts";
import { sayIn } from "./messages.ts";
import { chosenScenarios, defaultScenario, openStudy, tellIssues, tellUsage } from "./open-study.ts";

/** Draws that are written unless others are asked for: enough to check, and small files. */
const usualDraws = 1024;

/** Write a scenario's model and draws as a program for Python with numpy, with the results to check it against. */
export function exportCommand(options: ExportOptions, io: CommandIo): ExitCode {
  const say = sayIn(options.language);
  const opened = openStudy(options, io);
  if (!opened.ok) return opened.exit;
  const { study } = opened.value;
  const chosen = chosenScenarios(study, [options.scenario ?? defaultScenario(study)], options, io);
  if (!chosen.ok) return chosen.exit;
  const draws = options.draws ?? usualDraws;
  const seed = options.seed === undefined ? {} : { seed: options.seed };
  const prepared = prepareStudy(study, { scenarios: chosen.value, draws, ...seed });
  if (!prepared.ok) {
    tellIssues(prepared.issues, options, io);
    return exitCodes.issues;
  }
  const { model, bound } = prepared.value;
  const [first] = bound;
  if (!first) throw new RangeError("exportCommand: a scenario must be chosen; got none");
  const { scenario } = first;
  const kernel = makeKernel(model);
  const variables = outcomeVariables(model, study.plan);
  const names = describeEnsemble(first, variables, kernel).series.map(({ name }) => name);
  const drawn = drawScenario(first, drawSample(study.model, scenario.run));
  const { zh, en } = scenario.label;
  const title = [
    `${study.region}: ${scenario.id} (${zh} · ${en}), ${draws} draws, seed ${scenario.run.seed}`,
    "Written by planreach export.",
  ];
  const program = pythonScenario(drawn, variables, names, title);
  const folder = options.out ?? join(options.outputDir, "python", scenario.id);
  try {
    writePython(folder, program, pythonArrays(drawn, program, kernel));
  } catch (error) {
    return tellUsage(
      say("cannotWrite", { path: folder, reason: (error as NodeJS.ErrnoException).code ?? String(error) }),
      io,
    ).exit;
  }
  const command = `python3 ${join(folder, "model.py")}`;
  io.diagnostics.write(`planreach: ${say("exportWritten", { folder, draws, command })}\n`);
  return exitCodes.done;
}
