import { effortFront, type FrontPoint } from "../exploration/effort-front.ts";
import type { SeekFinding } from "../exploration/seek-finding.ts";
import { type SeekRequest, seekTargets } from "../exploration/seek-targets.ts";
import { openProblems } from "../exploration/study-problems.ts";
import { type SuggestionInput, suggestTargets } from "../exploration/suggest-targets.ts";
import { writeScenario } from "../exploration/write-scenario.ts";
import type { Indicator, Scenario, Study } from "../inputs/study.ts";
import { makeKernel } from "../kernel/make-kernel.ts";
import { compileModel } from "../model/compile-model.ts";
import { describeSeek } from "../report/describe-seek.ts";
import { runStudy } from "../run-study.ts";
import { type CommandIo, type ExitCode, exitCodes } from "./command-io.ts";
import type { CommonOptions, SeekOptions } from "./command-options.ts";
import { drawSeek } from "./draw-seek.ts";
import { markResults } from "./mark-results.ts";
import { sayIn } from "./messages.ts";
import {
  chosenScenarios,
  defaultScenario,
  nameChoice,
  type Opened,
  openStudy,
  tellIssues,
  tellUsage,
} from "./open-study.ts";
import { policyScenario } from "./policy-scenario.ts";
import { checkSeekOptions, type TypedSeekOptions } from "./seek-options.ts";
import { seekText } from "./seek-text.ts";
import { suggestionText } from "./suggestion-text.ts";

/** Seek levers that keep rows of the plan, or the targets that rows keep; no answer found is an answer too. */
export async function seekCommand(common: CommonOptions, typed: TypedSeekOptions, io: CommandIo): Promise<ExitCode> {
  const checked = checkSeekOptions(common, typed);
  if (!checked.ok) return tellUsage(checked.text, io).exit;
  const options = checked.value;
  const opened = openStudy(options, io);
  if (!opened.ok) return opened.exit;
  const { study } = opened.value;
  const out = markResults(study, options, io);
  const rows = chosenRows(study, options, io);
  if (!rows.ok) return rows.exit;
  const named = options.scenarios.length > 0 ? options.scenarios : [defaultScenario(study)];
  const scenarios = chosenScenarios(study, named, options, io);
  if (!scenarios.ok) return scenarios.exit;
  if (options.targetAt !== null) return suggest(study, rows.value, scenarios.value, options, out);
  const { lastYear } = study.plan;
  if ((options.from ?? 0) > lastYear) return tellUsage(sayIn(options.language)("lateYear", { lastYear }), io).exit;
  const levers = checkLevers(study, options, io);
  if (!levers.ok) return levers.exit;
  const compiled = compileModel(study);
  if (!compiled.ok) return endWith(compiled.issues, options, io);
  const request: SeekRequest = {
    study,
    model: compiled.value,
    makeKernel,
    scenarios: scenarios.value.map((id) => study.scenarios.find((scenario) => scenario.id === id) as Scenario),
    indicators: rows.value,
    levers: options.levers,
    probability: options.probability,
    isTogether: options.isTogether,
    from: options.from ?? study.seek.from ?? study.plan.firstYear,
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
  };
  return await answer(request, options, out);
}

async function answer(request: SeekRequest, options: SeekOptions, io: CommandIo): Promise<ExitCode> {
  const { study, scenarios } = request;
  const run = scenarios[0]?.run;
  const draws = { draws: options.draws ?? run?.draws ?? 8192, seed: options.seed ?? run?.seed ?? 0 };
  const found = seekTargets(request, draws);
  if (!found.ok) return endWith(found.issues, options, io);
  const finding = found.value;
  const front = options.withFront ? frontOf(request, finding) : null;
  const written = writePolicy(finding, study, options);
  if (!written.ok) return tellUsage(written.text, io).exit;
  const { results } = io;
  if (options.json) {
    const report = { ...finding, sentence: describeSeek(finding, study.plan), front, written: written.path };
    results.write(`${JSON.stringify(report, null, 2)}\n`);
  } else results.write(seekText({ finding, front, written: written.path }, study, options.language, results));
  return options.chart ? await drawSeek({ request, finding, front }, options, io) : exitCodes.done;
}

/** How effort grows with probability, over the levers that the search used. */
function frontOf(request: SeekRequest, finding: SeekFinding): FrontPoint[] | null {
  const levers = finding.levers.map(({ name }) => name);
  if (levers.length === 0) return null;
  const draws = { draws: finding.draws, seed: finding.seed };
  const opened = openProblems({ ...request, levers }, draws);
  return opened.ok && opened.value.kind === "problems" ? effortFront(opened.value.make, draws) : null;
}

type Written = { readonly ok: true; readonly path: string | null } | { readonly ok: false; readonly text: string };

/** Write the found policy as a scenario file, if one was asked for and found. */
function writePolicy(finding: SeekFinding, study: Study, { writeAs, scenariosDir, language }: SeekOptions): Written {
  if (writeAs === undefined || finding.effort === null) return { ok: true, path: null };
  if (study.scenarios.some(({ id }) => id === writeAs)) {
    return { ok: false, text: sayIn(language)("scenarioExists", { name: writeAs }) };
  }
  const folder = `${scenariosDir}/${study.region}`;
  return { ok: true, path: writeScenario(folder, policyScenario(writeAs, finding, study)) };
}

function suggest(
  study: Study,
  rows: readonly Indicator[],
  scenarios: readonly string[],
  options: SeekOptions,
  io: CommandIo,
): ExitCode {
  const { draws, seed, asOf, targetAt, json, language } = options;
  const run = runStudy(study, {
    scenarios,
    ...(draws === undefined ? {} : { draws }),
    ...(seed === undefined ? {} : { seed }),
    ...(asOf === undefined ? {} : { asOf }),
  });
  if (!run.ok) return endWith(run.issues, options, io);
  const { steady, ambitious } = study.seek.suggestedTargets;
  const asked = targetAt !== null && targetAt.length > 0 ? targetAt : [steady, ambitious];
  const ids = new Set(rows.map(({ id }) => id));
  const suggestions = run.value.results.flatMap(({ scenario, ensemble }) => {
    const input: SuggestionInput = { plan: study.plan, scenario, ensemble };
    return suggestTargets(input, asked).filter(({ indicator }) => ids.has(indicator));
  });
  const report = { run: run.value.identity, probabilities: asked, suggestions };
  if (json) io.results.write(`${JSON.stringify(report, null, 2)}\n`);
  else io.results.write(suggestionText(report, study, language, io.results));
  return exitCodes.done;
}

/** Rows by the ids of rows and sets that were named; none named: all. */
function chosenRows(study: Study, { indicators, language }: SeekOptions, io: CommandIo): Opened<readonly Indicator[]> {
  const { plan, seek } = study;
  const ids = indicators.flatMap((name) => seek.sets[name]?.indicators ?? [name]);
  const known = [...plan.indicators.map(({ id }) => id), ...Object.keys(seek.sets)];
  const unknown = ids.find((id) => !plan.indicators.some((row) => row.id === id));
  if (unknown !== undefined) {
    return tellUsage(sayIn(language)("unknownRow", { name: unknown, choice: nameChoice(unknown, known) }), io);
  }
  const chosen = plan.indicators.filter(({ id }) => ids.includes(id));
  return { ok: true, value: indicators.length > 0 ? chosen : plan.indicators };
}

function checkLevers(study: Study, { levers, language }: SeekOptions, io: CommandIo): Opened<null> {
  const known = study.model.levers.map(({ name }) => name);
  const unknown = levers?.find((name) => !known.includes(name));
  if (unknown === undefined) return { ok: true, value: null };
  return tellUsage(sayIn(language)("unknownLever", { name: unknown, choice: nameChoice(unknown, known) }), io);
}

function endWith(issues: Parameters<typeof tellIssues>[0], options: SeekOptions, io: CommandIo): ExitCode {
  tellIssues(issues, options, io);
  return exitCodes.issues;
}
