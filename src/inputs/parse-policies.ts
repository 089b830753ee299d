import type { Issue } from "../core/issue.ts";
import { checkSchema } from "./check-schema.ts";
import { defaultPolicy } from "./default-values.ts";
import type { ModelNames } from "./model-names.ts";
import { policiesSchema } from "./policies-schema.ts";
import type { Policy } from "./study.ts";
import type { YamlDocument } from "./yaml-document.ts";

/** Parse the register of policies and check the levers that it names; in order of policy number. */
export function parsePolicies(document: YamlDocument, names: ModelNames, issues: Issue[]): Policy[] {
  const file = checkSchema(policiesSchema, document, issues);
  const policies = Object.entries(file.policies ?? {}).map(([number, entry]): Policy => {
    const path = ["policies", number];
    for (const [place, lever] of entry.levers.entries()) {
      names.check("lever", lever, ["lever"], document.span([...path, "levers", place]), issues);
    }
    return {
      number: Number(number),
      chapter: String(entry.chapter),
      section: String(entry.section),
      label: entry.label,
      levers: entry.levers,
      weight: entry.weight,
      lag: entry.lag ?? defaultPolicy.lag,
      start: entry.start ?? null,
      ramp: entry.ramp ?? defaultPolicy.ramp,
      at: document.keySpan(path),
    };
  });
  return policies.sort((a, b) => a.number - b.number);
}
