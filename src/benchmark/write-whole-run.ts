import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BoundScenario } from "../ensemble/bind-scenario.ts";
import type { ProcessFigures } from "./bench-report.ts";
import { pythonProgramText } from "./python-program.ts";
import type { PythonScenario } from "./python-scenario.ts";
import { wholeRunPlan, wholeRunText } from "./python-whole-run.ts";

/**
 * Write a whole run of scenarios as a program of Python.
 *
 * @returns what runs it on a number of draws; it throws when there is no numpy.
 */
export function writeWholeRun(
  folder: string,
  scenarios: readonly { bound: BoundScenario; program: PythonScenario }[],
): (draws: number) => ProcessFigures {
  for (const [i, { program }] of scenarios.entries()) {
    const place = join(folder, `scenario-${i}`);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, "model.py"), pythonProgramText(program));
  }
  writeFileSync(join(folder, "plan.json"), wholeRunPlan(scenarios));
  const file = join(folder, "whole_run.py");
  writeFileSync(file, wholeRunText);
  return (draws) => JSON.parse(execFileSync("python3", [file, folder, String(draws)], { encoding: "utf8" }));
}
