import type { Language } from "../core/bilingual.ts";
import { checkIdentities, type IdentityCheck } from "../ensemble/check-identities.ts";
import { drawSample } from "../ensemble/draw-sample.ts";
import { drawScenario } from "../ensemble/draw-scenario.ts";
import { makeKernel } from "../kernel/make-kernel.ts";
import type { PreparedStudy } from "../run-study.ts";
import type { TextSink } from "./command-io.ts";
import { sayIn } from "./messages.ts";
import { type TableCell, textTable } from "./text-table.ts";
import { paintFor } from "./verdict-paint.ts";

/** Every identity of the model under one scenario. */
export interface ScenarioIdentities {
  readonly scenario: string;
  readonly checks: readonly IdentityCheck[];
}

/** Draws on which identities are checked: enough to meet rare draws at the edges of the priors, and done in a second. */
const draws = 256;

/** Check every identity of a model on a small ensemble of each scenario. */
export function checkScenarioIdentities({ model, bound }: PreparedStudy): ScenarioIdentities[] {
  const kernel = makeKernel(model);
  return bound.map((one) => {
    const sample = drawSample(model.source, { ...one.scenario.run, draws });
    return { scenario: one.scenario.id, checks: checkIdentities(drawScenario(one, sample), kernel) };
  });
}

/** Lay out the worst case of each identity over all scenarios. */
export function identityTable(checked: readonly ScenarioIdentities[], language: Language, sink: TextSink): string {
  const say = sayIn(language);
  const paint = paintFor(sink);
  const count = checked[0]?.checks.length ?? 0;
  const worst = Array.from({ length: count }, (_, place) => worstCase(checked, place));
  const rows = worst.map(({ scenario, check }): (TableCell | string)[] => [
    check.tag ?? "",
    { text: check.name },
    say(check.kind),
    check.worst === 0 ? "0" : check.worst.toExponential(1),
    check.worstYear === null ? "–" : `${scenario} ${check.worstYear}`,
    String(check.violatingDraws),
    check.holds ? { text: say("holds"), paint: paint.green } : { text: say("fails"), paint: paint.red },
  ]);
  const columns = [
    { header: say("tag") },
    { header: say("identity"), wraps: true },
    { header: say("kind") },
    { header: say("worst"), align: "right" },
    { header: say("worstAt"), wraps: true },
    { header: say("violatingDraws"), align: "right" },
    { header: say("result") },
  ] as const;
  const failing = worst.filter(({ check }) => !check.holds).length;
  const line = say("identitiesDone", { count, scenarios: checked.length, draws, failing });
  return `${textTable(columns, rows, sink.columns)}\n${line}\n`;
}

function worstCase(checked: readonly ScenarioIdentities[], place: number) {
  const cases = checked.map(({ scenario, checks }) => ({ scenario, check: checks[place]! }));
  // Failing first, then by excess; written so that an excess that is no number counts as the worst.
  return cases.reduce((a, b) => {
    if (a.check.holds !== b.check.holds) return a.check.holds ? b : a;
    return b.check.worst <= a.check.worst ? a : b;
  });
}
