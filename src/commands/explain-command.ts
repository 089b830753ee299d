import type { Bilingual } from "../core/bilingual.ts";
import type { Scenario, Study } from "../inputs/study.ts";
import { explainableNames, explainName, type NameExplanation, policyNumber } from "../model/explain-name.ts";
import { prepareStudy } from "../run-study.ts";
import { type CommandIo, type ExitCode, exitCodes } from "./command-io.ts";
import type { ExplainOptions } from "./command-options.ts";
import { explainMeasure } from "./explain-measure.ts";
import { explanationText } from "./explain-text.ts";
import { type ExplainedName, explainValues } from "./explain-values.ts";
import { markResults } from "./mark-results.ts";
import { messages, sayIn } from "./messages.ts";
import { chosenScenarios, defaultScenario, nameChoice, openStudy, tellIssues, tellUsage } from "./open-study.ts";

/** Print everything that a study says of a name or policy, its values by year under a scenario, and what it moves. */
export function explainCommand(options: ExplainOptions, io: CommandIo): ExitCode {
  const opened = openStudy(options, io);
  if (!opened.ok) return opened.exit;
  const { study } = opened.value;
  const explanations = explainName(study, options.name);
  if (explanations.length === 0) return tellUsage(unknownText(study, options), io).exit;
  const chosen = chosenScenarios(study, [options.scenario ?? defaultScenario(study)], options, io);
  if (!chosen.ok) return chosen.exit;
  const scenario = withOptions(study.scenarios.find(({ id }) => id === chosen.value[0])!, options);
  const explained = explainAll(study, scenario, explanations, options);
  if (!explained.ok) {
    tellIssues(explained.issues, options, io);
    return exitCodes.issues;
  }
  const { results } = markResults(study, options, io);
  if (options.json) results.write(`${JSON.stringify(explainReport(explained.value, scenario), null, 2)}\n`);
  else results.write(explanationText(explained.value, study, scenario, options.language, results));
  return exitCodes.done;
}

function unknownText(study: Study, { name, language }: ExplainOptions): string {
  const say = sayIn(language);
  const number = policyNumber(name);
  if (number === null) return say("unknownName", { name, choice: nameChoice(name, explainableNames(study)) });
  return say("unknownPolicy", { number, range: policyRange(study, number) });
}

function policyRange({ policies }: Study, number: number): Bilingual {
  const numbers = policies.map((policy) => policy.number);
  if (numbers.length === 0) return messages.noPolicies();
  const nearest = numbers.reduce((best, one) => (Math.abs(one - number) < Math.abs(best - number) ? one : best));
  return messages.policyRange({ first: Math.min(...numbers), last: Math.max(...numbers), nearest });
}

function withOptions(scenario: Scenario, { draws, seed }: ExplainOptions): Scenario {
  const { run } = scenario;
  return { ...scenario, run: { ...run, draws: draws ?? run.draws, seed: seed ?? run.seed } };
}

function explainAll(
  study: Study,
  scenario: Scenario,
  explanations: readonly NameExplanation[],
  { draws }: ExplainOptions,
) {
  const prepared = prepareStudy(study, { scenarios: [] });
  if (!prepared.ok) return prepared;
  const value: ExplainedName[] = [];
  for (const explanation of explanations) {
    const values = explainValues(study, prepared.value.model, scenario, explanation);
    if (!values.ok) return values;
    const measure = explainMeasure(study, prepared.value.model, scenario, explanation, draws);
    if (!measure.ok) return measure;
    value.push({ explanation, values: values.value, measure: measure.value });
  }
  return { ok: true as const, value };
}

function explainReport(explained: readonly ExplainedName[], { id, run }: Scenario): object {
  return {
    scenario: id,
    draws: run.draws,
    explanations: explained.map(({ explanation, values, measure }) => ({
      ...explanation,
      values,
      ...(measure === null ? {} : { measure }),
    })),
  };
}
