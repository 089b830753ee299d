import { evaluateForm } from "../core/linear-form.ts";
import type { Feasibility } from "../inputs/feasibility.ts";
import type { Formula } from "../inputs/formula.ts";
import { baselineFigure } from "../inputs/readings.ts";
import type { Figure, Indicator, Plan } from "../inputs/study.ts";
import type { DefinedBaseline } from "./consistency-report.ts";
import { chosenReadings, type DefinitionChoices, formReader } from "./plan-program.ts";

/** Work out what the base-year figures of the open rows would be under one choice of definitions. */
export function defineBaselines(feasibility: Feasibility, plan: Plan, choices: DefinitionChoices): DefinedBaseline[] {
  const readings = chosenReadings(feasibility, choices);
  const read = formReader(feasibility, plan, readings);
  const amountOf = ({ expression }: Formula) => evaluateForm(read(expression), new Map());
  return feasibility.definitions.map(({ name, row, options }) => {
    const formulas = options.find((option) => option.name === choices[name])?.baseline;
    const bounds = formulas && { min: amountOf(formulas.min), max: amountOf(formulas.max) };
    const value: Figure = bounds ? (bounds.min === bounds.max ? bounds.min : bounds) : null;
    const indicator = plan.indicators.find(({ id }) => id === row);
    const printed = indicator ? baselineFigure(indicator, readings) : null;
    const fits = indicator && value !== null && printed !== null ? mayBeEqual(value, printed, indicator) : null;
    return { definition: name, indicator: row, value, printed, fits };
  });
}

/** Whether two figures or intervals have a value in common, to half the last decimal that is shown. */
function mayBeEqual(a: NonNullable<Figure>, b: NonNullable<Figure>, { display }: Indicator): boolean {
  const tolerance = 0.5 * 10 ** -(display.decimals + (display.percent ? 2 : 0));
  const [one, other] = [boundsOf(a), boundsOf(b)];
  return one.min <= other.max + tolerance && other.min <= one.max + tolerance;
}

function boundsOf(figure: NonNullable<Figure>): { readonly min: number; readonly max: number } {
  return typeof figure === "number" ? { min: figure, max: figure } : figure;
}
