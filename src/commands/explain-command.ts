import type { Scenario, Study } from "../inputs/study.ts";
import { explainableNames, explainName, type NameExplanation } from "../model/explain-name.ts";
import { prepareStudy } from "../run-study.ts";
import { type CommandIo, type ExitCode, exitCodes } from "./command-io.ts";
import type { ExplainOptions } from "./command-options.ts";
import { explanationText } from "./explain-text.ts";
import { type ExplainedName, explainValues } from "./explain-values.ts";
import { sayIn } from "./messages.ts";
import { chosenScenarios, defaultScenario, nameChoice, openStudy, tellIssues, tellUsage } from "./open-study.ts";

/** Print everything that a study says of a name, and its values by year under a scenario. */
export function explainCommand(options: ExplainOptions, io: CommandIo): ExitCode {
  const opened = openStudy(options, io);
  if (!opened.ok) return opened.exit;
  const { study } = opened.value;
  const explanations = explainName(study, options.name);
  if (explanations.length === 0) {
    const choice = nameChoice(options.name, explainableNames(study));
    return tellUsage(sayIn(options.language)("unknownName", { name: options.name, choice }), io).exit;
  }
  const chosen = chosenScenarios(study, [options.scenario ?? defaultScenario(study)], options, io);
  if (!chosen.ok) return chosen.exit;
  const scenario = withOptions(study.scenarios.find(({ id }) => id === chosen.value[0])!, options);
  const explained = explainAll(study, scenario, explanations);
  if (!explained.ok) {
    tellIssues(explained.issues, options, io);
    return exitCodes.issues;
  }
  if (options.json) io.results.write(`${JSON.stringify(explainReport(explained.value, scenario), null, 2)}\n`);
  else io.results.write(explanationText(explained.value, study, scenario, options.language, io.results));
  return exitCodes.done;
}

function withOptions(scenario: Scenario, { draws, seed }: ExplainOptions): Scenario {
  const { run } = scenario;
  return { ...scenario, run: { ...run, draws: draws ?? run.draws, seed: seed ?? run.seed } };
}

function explainAll(study: Study, scenario: Scenario, explanations: readonly NameExplanation[]) {
  const prepared = prepareStudy(study, { scenarios: [] });
  if (!prepared.ok) return prepared;
  const value: ExplainedName[] = [];
  for (const explanation of explanations) {
    const values = explainValues(study, prepared.value.model, scenario, explanation);
    if (!values.ok) return values;
    value.push({ explanation, values: values.value });
  }
  return { ok: true as const, value };
}

function explainReport(explained: readonly ExplainedName[], { id, run }: Scenario): object {
  return {
    scenario: id,
    draws: run.draws,
    explanations: explained.map(({ explanation, values }) => ({ ...explanation, values })),
  };
}
