import type { Issue, Result } from "../core/issue.ts";
import { drawSample } from "../ensemble/draw-sample.ts";
import type { Indicator, LeverSetting, Scenario, Study } from "../inputs/study.ts";
import type { CompiledModel } from "../model/compiled-model.ts";
import { variablesReached } from "../model/dependencies.ts";
import type { Kernel } from "../model/kernel.ts";
import { drawStatistics } from "../reachability/draw-statistics.ts";
import { informationDate } from "../reachability/standing.ts";
import type { Chance, DrawSettings, LeverBound, LeverProblem } from "./lever-problem.ts";
import { fixedSetting, raisedSetting, type TurnableLever, turnableLever } from "./lever-settings.ts";
import { LeverSimulator } from "./lever-simulator.ts";
import { type RowOfPlan, rowOfPlan, type SoughtOrReason } from "./row-of-plan.ts";

/** What is sought: which rows under which scenarios, with which levers, how surely. */
export interface SeekQuestion {
  readonly study: Study;
  readonly model: CompiledModel;
  /** Makes the kernels of the model and of its parts. */
  readonly makeKernel: (model: CompiledModel) => Kernel;
  /** One scenario, or several that the levers must serve alike. */
  readonly scenarios: readonly Scenario[];
  readonly indicators: readonly Indicator[];
  /** Names of the levers that may be turned. */
  readonly levers: readonly string[];
  /** Probability for every row; null: by attribute, as the settings of the region say. */
  readonly probability: number | null;
  /** All rows of a scenario are to be met together, rather than each by itself. */
  readonly isTogether: boolean;
  /** First year in which levers may be changed. */
  readonly from: number;
  /** Information date, ISO; the latest date of the observations when left out. */
  readonly asOf?: string;
}

/** A lever with its bounds and the settings that a search gives it, scenario by scenario. */
export interface StudyLever extends LeverBound {
  readonly turnable: readonly TurnableLever[];
  /** What the settings of the region ask for, rather than raise above what a scenario has. */
  readonly isFixed: boolean;
}

/** A problem made from a study, with what is needed to tell its answer. */
export interface StudyProblem extends LeverProblem {
  readonly question: SeekQuestion;
  readonly rows: readonly RowOfPlan[];
  readonly levers: readonly StudyLever[];
  /** One for each scenario. */
  readonly simulators: readonly LeverSimulator[];
  readonly drawSettings: DrawSettings;
}

/** Rows that nothing can be sought for, with the reason. */
export interface UnsoughtRow {
  readonly scenario: string;
  readonly indicator: string;
  readonly reason: Extract<SoughtOrReason, { ok: false }>["reason"];
}

/** A problem, or the rows that stand in its way. */
export type MadeProblem =
  | { readonly kind: "problem"; readonly problem: StudyProblem }
  | { readonly kind: "unsought"; readonly rows: readonly UnsoughtRow[] };

/**
 * Make a search problem of a study on the given draws.
 *
 * @returns the problem, or the rows for which nothing can be sought; or the issues of a scenario laid over the model.
 * @throws RangeError when a lever is not in the model, or its range is empty.
 */
export function makeStudyProblem(question: SeekQuestion, draws: DrawSettings): Result<MadeProblem> {
  const simulators = makeSimulators(question, draws);
  if (!simulators.ok) return simulators;
  const sought = question.scenarios.flatMap((scenario, place) => {
    const simulator = simulators.value[place] as LeverSimulator;
    const context = rowContext(question);
    const ensemble = simulator.run({});
    return question.indicators.map((indicator) => ({
      place,
      scenario,
      indicator,
      found: rowOfPlan(context, scenario, indicator, ensemble),
    }));
  });
  const unsought = sought.flatMap(({ scenario, indicator, found }): UnsoughtRow[] =>
    found.ok ? [] : [{ scenario: scenario.id, indicator: indicator.id, reason: found.reason }],
  );
  const { warnings } = simulators;
  if (unsought.length > 0) return { ok: true, warnings, value: { kind: "unsought", rows: unsought } };
  const rows = sought.flatMap(({ found }) => (found.ok ? [found.row] : []));
  const levers = question.levers.map((name) => studyLever(question, name));
  const problem: StudyProblem = {
    question,
    levers,
    rows,
    chances: chancesOf(question, rows),
    effortExponent: question.study.seek.effortExponent,
    budget: question.study.seek.budget,
    simulate: (intensities) =>
      simulateSettings(
        { question, rows, simulators: simulators.value },
        question.scenarios.map((_, place) => settingsOf({ question, levers }, intensities, place)),
      ),
    simulators: simulators.value,
    drawSettings: draws,
  };
  return { ok: true, warnings, value: { kind: "problem", problem } };
}

/** Settings that give the levers of a problem these intensities, for the scenario at a place in its question. */
export function settingsOf(
  { question, levers }: Pick<StudyProblem, "question" | "levers">,
  intensities: readonly number[],
  place: number,
): Record<string, LeverSetting> {
  const { plan } = question.study;
  const entries = levers.map(({ name, turnable, isFixed }, i): [string, LeverSetting] => {
    const write = isFixed ? fixedSetting : raisedSetting;
    return [name, write(turnable[place] as TurnableLever, intensities[i], question.from, plan)];
  });
  return Object.fromEntries(entries);
}

/** Probability asked for of a row: the one given, or that of its attribute. */
function askedProbability({ probability, study }: SeekQuestion, { attribute }: Indicator): number {
  return probability ?? study.seek.probability[attribute];
}

/** Names of the levers whose turning can change one of these rows, in the order of the model. */
export function leversReaching(study: Study, model: CompiledModel, indicators: readonly Indicator[]): string[] {
  const wanted = indicators.flatMap(({ variable }) => model.variables.findIndex(({ name }) => name === variable));
  return study.model.levers.flatMap(({ name, effects }) => {
    const targets = new Set(effects.map(({ target }) => target));
    const numbers = (names: readonly string[]) => new Set(names.flatMap((one, i) => (targets.has(one) ? [i] : [])));
    const tables = numbers(model.tables.map((table) => table.name));
    const reached = variablesReached(model, numbers(model.assumptions), tables);
    return wanted.some((variable) => reached.has(variable)) ? [name] : [];
  });
}

function rowContext({ study, asOf }: SeekQuestion) {
  const { plan, observations } = study;
  return { plan, observations, informationDate: informationDate(observations, plan, asOf) };
}

function makeSimulators(question: SeekQuestion, { draws, seed }: DrawSettings): Result<LeverSimulator[]> {
  const { study, model, makeKernel, scenarios, indicators, levers } = question;
  const kernel = makeKernel(model);
  const outcomes = [...new Set(indicators.flatMap(({ variable }) => variable ?? []))];
  const samples = new Map<string, ReturnType<typeof drawSample>>();
  const issues: Issue[] = [];
  const made = scenarios.flatMap((scenario): LeverSimulator[] => {
    const { sampling } = scenario.run;
    const sample = samples.get(sampling) ?? drawSample(study.model, { draws, seed, sampling });
    samples.set(sampling, sample);
    const simulator = LeverSimulator.make({ study, model, kernel, makeKernel, sample, scenario, levers, outcomes });
    if (simulator.ok) return [simulator.value];
    issues.push(...simulator.issues);
    return [];
  });
  return issues.length > 0 ? { ok: false, issues } : { ok: true, warnings: [], value: made };
}

/** Each row by itself, or all rows of each scenario together with the highest probability any of them asks for. */
function chancesOf(question: SeekQuestion, rows: readonly RowOfPlan[]): Chance[] {
  const asked = rows.map(({ source }) => askedProbability(question, source));
  if (!question.isTogether) return asked.map((probability, row) => ({ rows: [row], probability }));
  return question.scenarios.map(({ id }) => {
    const together = rows.flatMap((row, place) => (row.scenario === id ? [place] : []));
    return { rows: together, probability: Math.max(...together.map((row) => asked[row])) };
  });
}

function studyLever({ study, scenarios, from }: SeekQuestion, name: string): StudyLever {
  const turnable = scenarios.map((scenario) => turnableLever(study, scenario, name, from));
  const terms = study.seek.levers[name];
  const { range } = (turnable[0] as TurnableLever).lever;
  const lower = terms?.lower ?? Math.min(...turnable.map(({ ownLevel }) => ownLevel));
  const upper = terms?.upper ?? range.upper;
  return { name, lower, upper, unitCost: terms?.cost ?? 1, turnable, isFixed: terms?.lower != null };
}

/**
 * Simulate the rows of a problem under given settings of the levers.
 *
 * @param settings - one record a scenario, in the order of the question; levers without a setting are as the scenario
 *   has them.
 * @returns the statistic of every row on every draw.
 */
export function simulateSettings(
  { question, rows, simulators }: Pick<StudyProblem, "question" | "rows" | "simulators">,
  settings: readonly Readonly<Record<string, LeverSetting>>[],
): Float64Array[] {
  const ensembles = new Map(
    question.scenarios.map(({ id }, place) => [id, (simulators[place] as LeverSimulator).run(settings[place] ?? {})]),
  );
  return rows.map(({ scenario, variable, rule }) => {
    const ensemble = ensembles.get(scenario);
    if (!ensemble) throw new RangeError(`simulateSettings: rows must be of the scenarios; got ${scenario}`);
    return drawStatistics(ensemble, variable, rule).draws;
  });
}
