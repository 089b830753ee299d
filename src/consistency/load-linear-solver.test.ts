import { expect, test } from "vitest";
import type { LinearProgram } from "./linear-program.ts";
import { loadLinearSolver } from "./load-linear-solver.ts";

const solve = await loadLinearSolver();
const form = (coefficients: Record<string, number>, constant = 0) => ({
  constant,
  coefficients: new Map(Object.entries(coefficients)),
});
const free = { lower: 0, upper: Number.POSITIVE_INFINITY };

// The workshop of the HiGHS manual without whole numbers: 40/3 chairs and tables, profit 80 each.
const workshop: LinearProgram = {
  variables: [
    { name: "木椅 #1", ...free },
    { name: "End", ...free },
  ],
  rows: [
    { form: form({ "木椅 #1": 1, End: 2 }, 5), lower: Number.NEGATIVE_INFINITY, upper: 45 },
    { form: form({ "木椅 #1": 2, End: 1 }), lower: Number.NEGATIVE_INFINITY, upper: 40 },
  ],
  objective: form({ "木椅 #1": 40, End: 40 }, 1),
  sense: "maximise",
};

test("loadLinearSolver() solves a program, whatever its names", () => {
  const outcome = solve(workshop);
  expect(outcome.status === "optimal" && outcome.value).toBeCloseTo((80 * 40) / 3 + 1, 9);
  expect(outcome.status === "optimal" && outcome.point.get("End")).toBeCloseTo(40 / 3, 9);
});

test("loadLinearSolver() tells a program without a point from one without an end", () => {
  const above = { form: form({ End: 1 }), lower: 50, upper: Number.POSITIVE_INFINITY };
  expect(solve({ ...workshop, rows: [...workshop.rows, above] }).status).toBe("infeasible");
  expect(solve({ ...workshop, rows: [above] }).status).toBe("unbounded");
  expect(solve({ ...workshop, rows: [] }).status).toBe("unbounded");
});

test("loadLinearSolver() refuses a name that is no variable", () => {
  const stray = { form: form({ stool: 1 }), lower: 0, upper: 1 };
  expect(() => solve({ ...workshop, rows: [stray] })).toThrow("every name must be a variable; got stool");
});
