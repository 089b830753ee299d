import { expect, test } from "vitest";
import { fixedScenario, readRegion, runRegion } from "../../src/fixtures/run-region.ts";
import { formulaOf } from "../../src/fixtures/study-of-formulas.ts";
import type { Study, VariableSource } from "../../src/inputs/study.ts";

// The identities of the model hold whatever is drawn; a fault planted in an equation is caught by one of them.

const study = readRegion("yangquan");

/** Names of the identities that fail on 256 draws of a scenario. */
function failing(region: Study, scenario: string): string[] {
  const checks = runRegion(region, fixedScenario(region, scenario)).identities();
  return checks.flatMap(({ name, holds }) => (holds ? [] : [name]));
}

test.each(study.scenarios.map(({ id }) => id))("every identity holds on 256 draws of %s", (scenario) => {
  expect(failing(study, scenario)).toEqual([]);
});

test("the model states identities of every kind of account", () => {
  const tags = new Set(study.model.identities.map(({ tag }) => tag));
  for (const tag of ["C1", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "C10", "C11", "C12"]) expect(tags).toContain(tag);
});

/** The region with one formula of one variable replaced. */
function planted(name: string, part: "equation" | "inflow" | "outflow", text: string): Study {
  const variables = study.model.variables.map((variable): VariableSource => {
    if (variable.name !== name) return variable;
    return { ...variable, [part]: [{ when: null, value: formulaOf(text) }] };
  });
  return { ...study, model: { ...study.model, variables } };
}

test.each([
  ["cases that get lost", "disputes_open", "outflow", "disputes_closed * 1.001", "open_cases_account"],
  [
    "more certified than employed people",
    "certified_employed_programme",
    "equation",
    "2 * employed",
    "certified_within_employed",
  ],
  ["a share that is not its ratio", "certified_share", "equation", "certified_share_broad", "certified_numerator"],
  ["talent that arrives from nowhere", "professional_talent", "inflow", "talent_inflow * 1.01", "talent_account"],
  [
    "an electronic card beyond its saturation",
    "e_card_coverage",
    "equation",
    "e_card_limit * 1.01",
    "e_card_within_saturation",
  ],
  ["promotions that add people", "mid_skilled", "inflow", "new_mid + promoted_to_mid", "skill_stocks"],
  [
    "joins that are not booked",
    "unemployment_insurance",
    "inflow",
    "unemployment_insurance_joins * 1.01",
    "unemployment_insurance_account",
  ],
  ["separations that do not balance", "other_separations", "equation", "new_urban_jobs", "urban_jobs_account"],
] as const)("%s are caught", (_, variable, part, text, identity) => {
  expect(failing(planted(variable, part, text), "no_new_policy")).toContain(identity);
});
