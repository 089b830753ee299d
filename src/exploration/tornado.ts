import type { Bilingual } from "../core/bilingual.ts";
import { quantiles } from "../core/quantiles.ts";
import type { DrawnScenario } from "../ensemble/draw-scenario.ts";
import type { Study } from "../inputs/study.ts";
import type { CompiledModel } from "../model/compiled-model.ts";
import { variablesReached } from "../model/dependencies.ts";
import type { Kernel } from "../model/kernel.ts";
import type { AttainmentRule } from "../reachability/attainment.ts";
import { drawStatistics, metDraws } from "../reachability/draw-statistics.ts";
import { markedShare } from "../reachability/draw-weights.ts";
import { outcomeEnsemble, scalarNumbers } from "./outcome-ensemble.ts";
import { type UncertainInput, uncertainInputs } from "./uncertain-inputs.ts";

/** Probability of the target and middle of the statistic when one input is held at one value. */
export interface TornadoEnd {
  /** Value of the input, in its own unit. */
  readonly input: number;
  readonly probability: number;
  /** Median of the row's statistic, in its unit. */
  readonly median: number;
}

/** One bar of a tornado: what a row does when one input is low or high and all others are as drawn. */
export interface TornadoBar {
  readonly name: string;
  readonly kind: UncertainInput["kind"];
  readonly label: Bilingual;
  /** The input at its 10 % quantile. */
  readonly low: TornadoEnd;
  /** The input at its 90 % quantile. */
  readonly high: TornadoEnd;
}

/** Probability and median as drawn, and a bar for each input that the row depends on. */
export interface Tornado {
  readonly probability: number;
  readonly median: number;
  /** Widest change of probability first, then of the median. */
  readonly bars: readonly TornadoBar[];
}

/** A row whose tornado is wanted. */
export interface TornadoRow {
  readonly variable: string;
  readonly rule: AttainmentRule;
}

const LOW = 0.1;
const HIGH = 0.9;

/**
 * Hold one uncertain input after the other at its 10 % and its 90 % quantile, all others as drawn, and simulate anew.
 *
 * Assumptions and the sizes of effects are held; yearly shocks are not, for they have no single value. What an input is
 * correlated with stays as drawn. Costs two simulations of one outcome an input, so few draws (2,048, say) will do.
 */
export function makeTornado(study: Study, drawn: DrawnScenario, kernel: Kernel, row: TornadoRow): Tornado {
  const measure = (scenario: DrawnScenario) => {
    const { draws } = drawStatistics(outcomeEnsemble(scenario, kernel, [row.variable]), row.variable, row.rule);
    const [median = Number.NaN] = quantiles(draws.filter(Number.isFinite), [0.5]);
    return { probability: markedShare(metDraws(draws, row.rule)), median };
  };
  const [variable = -1] = scalarNumbers(kernel.model, [row.variable]);
  const bars = uncertainInputs(study, drawn).flatMap((input): TornadoBar[] => {
    const { name, kind, label, heldAt } = input;
    if (!heldAt || !reaches(kernel.model, targetOf(input), variable)) return [];
    const [low = Number.NaN, high = Number.NaN] = quantiles(input.draws, [LOW, HIGH]);
    const ends = [low, high].map((value) => ({ input: value, ...measure(heldAt(value)) }));
    return [{ name, kind, label, low: ends[0] as TornadoEnd, high: ends[1] as TornadoEnd }];
  });
  const width = (bar: TornadoBar, what: "probability" | "median") => Math.abs(bar.high[what] - bar.low[what]);
  bars.sort((a, b) => width(b, "probability") - width(a, "probability") || width(b, "median") - width(a, "median"));
  return { ...measure(drawn), bars };
}

/** The assumption or table that an input is, or acts on. */
function targetOf({ name, kind }: UncertainInput): string {
  return kind === "assumption" ? name : (name.split(":")[2] ?? "");
}

function reaches(model: CompiledModel, target: string, variable: number): boolean {
  const assumption = model.assumptions.indexOf(target);
  const table = model.tables.findIndex(({ name }) => name === target);
  return variablesReached(model, new Set([assumption]), new Set([table])).has(variable);
}
