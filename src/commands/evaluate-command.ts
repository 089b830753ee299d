import { join } from "node:path";
import { type EvaluatedStudy, evaluateStudy } from "../evaluate-study.ts";
import { type LedgerEntry, ledgerForecasts, ledgerScores, newForecasts, otherFreezes } from "../evaluation/ledger.ts";
import { readLedger } from "../evaluation/read-ledger.ts";
import { appendLedger } from "../evaluation/write-ledger.ts";
import type { Study } from "../inputs/study.ts";
import { isPast } from "../reachability/standing.ts";
import { evaluationFiles, evaluationFolder } from "../report/evaluation-files.ts";
import { type CommandIo, type ExitCode, exitCodes } from "./command-io.ts";
import type { EvaluateOptions } from "./command-options.ts";
import { evaluationText } from "./evaluation-text.ts";
import { sayIn } from "./messages.ts";
import { chosenScenarios, defaultScenario, openStudy, tellIssues, tellUsage } from "./open-study.ts";
import { openProgress } from "./progress.ts";
import { writeIntoOutput } from "./write-into-output.ts";

/** File of the forecast ledger in the output folder. */
const ledgerFile = "ledger.jsonl";

/** Evaluate a plan at a date, write the evaluation, add what was projected to the ledger, and print it. */
export async function evaluateCommand(options: EvaluateOptions, io: CommandIo): Promise<ExitCode> {
  const { language, asOf, json } = options;
  const say = sayIn(language);
  if (asOf === undefined) return tellUsage(say("evaluateNeedsDate"), io).exit;
  const opened = openStudy(options, io);
  if (!opened.ok) return opened.exit;
  const { study } = opened.value;
  const year = study.plan.baseYear;
  if (!isPast(year, asOf)) return tellUsage(say("evaluateTooEarly", { date: asOf, year }), io).exit;
  const named = options.scenario === undefined ? [] : [options.scenario];
  const known = chosenScenarios(study, named, options, io);
  if (!known.ok) return known.exit;
  const evaluated = evaluate(study, options.scenario ?? defaultScenario(study), asOf, options, io);
  if (!evaluated.ok) {
    tellIssues(evaluated.issues, options, io);
    return exitCodes.issues;
  }
  const { evaluation } = evaluated.value;
  const files = evaluationFiles(evaluation, language);
  const written = await writeIntoOutput(options.outputDir, files);
  if (!written.ok) return tellUsage(say("cannotWrite", written), io).exit;
  await keepLedger(evaluated.value, options, io);
  if (json) io.results.write(`${JSON.stringify(evaluation, null, 2)}\n`);
  else io.results.write(evaluationText(evaluation, language, io.results));
  const folder = join(options.outputDir, evaluationFolder);
  io.diagnostics.write(`planreach: ${say("written", { folder, count: files.length })}\n`);
  return exitCodes.done;
}

function evaluate(study: Study, scenario: string, asOf: string, options: EvaluateOptions, io: CommandIo) {
  const { draws, seed, language } = options;
  const progress = openProgress(sayIn(language)("evaluating"), io);
  const result = evaluateStudy(study, {
    asOf,
    scenario,
    ...(draws === undefined ? {} : { draws }),
    ...(seed === undefined ? {} : { seed }),
    onProgress: progress.show,
  });
  progress.close();
  return result;
}

/** Add what is projected to the ledger, and score what has come since. */
async function keepLedger(evaluated: EvaluatedStudy, { outputDir, language }: EvaluateOptions, io: CommandIo) {
  const say = sayIn(language);
  const { study, evaluation, frozen, updated } = evaluated;
  const { plan, observations } = study;
  const path = join(outputDir, ledgerFile);
  const ledger = await readLedger(path);
  const world = { plan, observations, informationDate: evaluation.run.informationDate };
  const forecasts = newForecasts(ledger.entries, ledgerForecasts(evaluation, plan, frozen, updated));
  const scores = ledgerScores([...ledger.entries, ...forecasts], evaluation.region, world);
  const entries: LedgerEntry[] = [...forecasts, ...scores];
  await appendLedger(path, entries);
  const tell = (text: string) => io.diagnostics.write(`planreach: ${text}\n`);
  if (ledger.brokenLines.length > 0) tell(say("ledgerBroken", { path, lines: ledger.brokenLines.join(", ") }));
  const others = otherFreezes(ledger.entries, evaluation);
  if (others.length > 0) tell(say("otherFreeze", { runs: others.join(", ") }));
  tell(say("ledgerAppended", { path, forecasts: forecasts.length, scores: scores.length }));
}
