import type { Highs, ModelData } from "highs";
import { evaluateForm } from "../core/linear-form.ts";
import { type LinearOutcome, type LinearProgram, noObjective, type SolveLinearProgram } from "./linear-program.ts";

/**
 * Load the HiGHS solver, a WebAssembly module of some 3 MB, and wrap it as a function.
 *
 * Programs are handed over as arrays and never as text, so that no name or number has to survive a file format. The
 * solver keeps nothing between calls; feasibility is to its default tolerance of 1e-7.
 *
 * @see Huangfu & Hall (2018), Parallelizing the dual revised simplex method, doi:10.1007/s12532-017-0130-5.
 */
export async function loadLinearSolver(): Promise<SolveLinearProgram> {
  const { default: exported } = await import("highs");
  // The package's types describe its CommonJS form, where the loader is one `default` further down.
  const load = exported as unknown as typeof exported.default;
  const highs = await load();
  return (program) => solve(highs, program);
}

function solve(highs: Highs, program: LinearProgram): LinearOutcome {
  const { modelStatus } = highs.constants;
  const result = highs.raw.lpCall(modelData(highs, program));
  const ended = result.status === highs.constants.status.error ? null : result.value;
  switch (ended?.modelStatus) {
    case modelStatus.optimal: {
      const { colValue } = ended.solution;
      const point = new Map(program.variables.map(({ name }, column) => [name, colValue[column]]));
      return { status: "optimal", value: evaluateForm(program.objective, point), point };
    }
    case modelStatus.infeasible:
      return { status: "infeasible" };
    case modelStatus.unbounded:
      return { status: "unbounded" };
    case modelStatus.unboundedOrInfeasible: {
      const isEmpty = solve(highs, { ...program, objective: noObjective }).status === "infeasible";
      return { status: isEmpty ? "infeasible" : "unbounded" };
    }
    default:
      throw new RangeError(`loadLinearSolver: the program must be solvable; got status ${ended?.modelStatus}`);
  }
}

function modelData(highs: Highs, { variables, rows, objective, sense }: LinearProgram): ModelData {
  const columns = new Map(variables.map(({ name }, column) => [name, column]));
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { form } of rows) {
    for (const [name, coefficient] of form.coefficients) {
      const column = columns.get(name);
      if (column === undefined) throw new RangeError(`loadLinearSolver: every name must be a variable; got ${name}`);
      indices.push(column);
      values.push(coefficient);
    }
    starts.push(indices.length);
  }
  const { minimize, maximize } = highs.constants.objectiveSense;
  return {
    numCols: variables.length,
    numRows: rows.length,
    sense: sense === "minimise" ? minimize : maximize,
    colCost: variables.map(({ name }) => objective.coefficients.get(name) ?? 0),
    colLower: variables.map(({ lower }) => lower),
    colUpper: variables.map(({ upper }) => upper),
    rowLower: rows.map(({ form, lower }) => lower - form.constant),
    rowUpper: rows.map(({ form, upper }) => upper - form.constant),
    matrix: { format: "csr", numRows: rows.length, numCols: variables.length, starts, indices, values },
  };
}
