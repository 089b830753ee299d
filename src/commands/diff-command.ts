import { neverEvaluated } from "../core/never-evaluated.ts";
import { runStudyOnWorkers } from "../run-study.ts";
import { type CommandIo, type ExitCode, exitCodes } from "./command-io.ts";
import type { DiffOptions } from "./command-options.ts";
import { compareResults, type ScenarioComparison } from "./compare-results.ts";
import { diffTables } from "./diff-tables.ts";
import { markResults } from "./mark-results.ts";
import { sayIn } from "./messages.ts";
import { chosenScenarios, type Opened, openStudy, tellIssues } from "./open-study.ts";
import { openProgress } from "./progress.ts";
import { runOptions } from "./run-options.ts";
import type { SingleEffects } from "./single-effects.ts";

/** Print what differs between two scenarios, what it does to each target, and what each difference does alone. */
export async function diffCommand(options: DiffOptions, io: CommandIo): Promise<ExitCode> {
  const comparison = await compareScenarios(options, io);
  if (!comparison.ok) return comparison.exit;
  const { value } = comparison;
  const { results } = markResults(value.study, options, io);
  if (options.json) results.write(`${JSON.stringify(diffReport(value), null, 2)}\n`);
  else results.write(diffTables(value, options.language, results));
  return exitCodes.done;
}

async function compareScenarios(options: DiffOptions, io: CommandIo): Promise<Opened<ScenarioComparison>> {
  const opened = openStudy(options, io);
  if (!opened.ok) return opened;
  const { study } = opened.value;
  const { first, second, language } = options;
  const chosen = chosenScenarios(study, [first, second], options, io);
  if (!chosen.ok) return chosen;
  const progress = openProgress(sayIn(language)("simulating"), io);
  const run = await runStudyOnWorkers(study, {
    ...runOptions(options),
    scenarios: chosen.value,
    // Draw is held against draw, so all of them are kept.
    drawBytes: Number.POSITIVE_INFINITY,
    onProgress: (share) => progress.show(share / 2),
  });
  if (!run.ok) {
    progress.close();
    tellIssues(run.issues, options, io);
    return { ok: false, exit: exitCodes.issues };
  }
  const value = compareResults(run.value, (share) => progress.show((1 + share) / 2));
  progress.close();
  return { ok: true, value };
}

function diffReport({ identity, first, second, differences, isPaired, moves, single }: ScenarioComparison): object {
  return {
    run: identity,
    from: first.scenario.id,
    to: second.scenario.id,
    sharesDraws: isPaired,
    differences: differences.map(({ kind, name, from, to }) => ({ kind, name, from, to })),
    targets: moves,
    single: singleReport(single),
  };
}

function singleReport({ draws, effects, together, interaction }: SingleEffects): object {
  return {
    draws,
    note: neverEvaluated,
    effects: effects.map(({ difference: { kind, name, from, to }, changes, issues }) => ({
      kind,
      name,
      from,
      to,
      changes,
      ...(issues.length > 0 ? { issues } : {}),
    })),
    together,
    interaction,
  };
}
