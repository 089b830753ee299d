import { expect, test } from "vitest";
import { normalCdf } from "./core/normal.ts";
import { seekStudyOf, sobolScenario, type WrittenSeekStudy } from "./fixtures/seek-study.ts";
import { runStudy, runUntilPrecise, unwrap } from "./run-study.ts";

// From a study to its verdicts, against chances that are known in closed form.

const normal = { kind: "normal", mean: 0, sd: 1 } as const;
const nowhere = { file: "model.yaml", line: 1, column: 1, endLine: 1, endColumn: 1 };

const assess = (written: Omit<WrittenSeekStudy, "levers">, draws = 8192) => {
  const study = seekStudyOf({ levers: [], ...written, scenarios: [sobolScenario()] });
  return { study, verdicts: unwrap(runStudy(study, { draws })).results[0]!.verdicts };
};

test("a normal outcome meets a target with probability 1 − Φ((x* − μ) ÷ σ)", () => {
  const { verdicts } = assess({
    variables: { x: "2 + 3 * z" },
    assumptions: { z: 0 },
    uncertain: { z: normal },
    rows: { x: { target: { value: 4 } } },
  });
  expect(verdicts.verdicts[0]?.probability).toBeCloseTo(1 - normalCdf(2 / 3), 3);
});

test("two normals of rank correlation ρs are both above their medians with ¼ + asin(2 sin(πρs ÷ 6)) ÷ 2π", () => {
  const written = {
    variables: { x: "a", y: "b" },
    assumptions: { a: 0, b: 0 },
    uncertain: { a: normal, b: normal },
    rows: { x: { attribute: "binding" as const, target: { value: 0 } }, y: { target: { value: 0 } } },
    levers: [],
  };
  const plain = seekStudyOf({ ...written, scenarios: [sobolScenario()] });
  const correlations = [{ first: "a", second: "b", rank: 0.5, at: nowhere }];
  const study = { ...plain, model: { ...plain.model, correlations } };
  const { joint, rowsMet } = unwrap(runStudy(study, { draws: 8192 })).results[0]!.verdicts;
  const both = 0.25 + Math.asin(0.51764) / (2 * Math.PI);
  expect(joint.all).toBeCloseTo(both, 2);
  expect(joint.pairs[0]?.excess).toBeCloseTo(both - 0.25, 2);
  expect(rowsMet?.expected).toBeCloseTo(1, 2);
});

test("a sum of an AR(1) of n years has variance σ² Σ ((1 − aʲ) ÷ (1 − a))², j = 1 … n", () => {
  const draws = 16_384;
  const { verdicts } = assess(
    {
      variables: { g: { initial: "0", equation: "0.6 * prev(g) + noise(shock, 1)" } },
      rows: { g: { target: { kind: "cumulative", value: 2 } } },
    },
    draws,
  );
  const weights = [1, 2, 3, 4, 5].map((j) => (1 - 0.6 ** j) / (1 - 0.6));
  const sd = Math.sqrt(weights.reduce((sum, weight) => sum + weight ** 2, 0));
  const verdict = verdicts.verdicts[0];
  const chance = 1 - normalCdf(2 / sd);
  expect(Math.abs((verdict?.probability ?? 9) - chance)).toBeLessThan(3 * Math.sqrt((chance * (1 - chance)) / draws));
  // The 5 % and 95 % quantiles lie 1.645 σ from 0; their own error is about 2 %.
  for (const [key, sign] of [
    ["0.05", -1],
    ["0.95", 1],
  ] as const) {
    expect(verdict?.quantiles?.[key]).toBeGreaterThan(sign * 1.645 * sd - 0.05 * sd);
    expect(verdict?.quantiles?.[key]).toBeLessThan(sign * 1.645 * sd + 0.05 * sd);
  }
});

test("runUntilPrecise(study, options, rule) adds draws to all scenarios until every chance is known to the points asked", () => {
  const written = {
    levers: [],
    variables: { x: "z" },
    assumptions: { z: 0 },
    uncertain: { z: normal },
    rows: { x: { target: { value: 0 } } },
  };
  const study = seekStudyOf({ ...written, scenarios: [sobolScenario(), sobolScenario({ id: "other" })] });
  const run = unwrap(runUntilPrecise(study, {}, { halfWidth: 0.02 }));
  // ± 1.96 √(¼ ÷ N) ≤ .02 from N = 2,401 on.
  expect(run.results.map(({ ensemble }) => ensemble.draws)).toEqual([4096, 4096]);
  expect(run.precision).toMatchObject({ halfWidth: 0.02, isReached: true });
  expect(run.precision?.reached).toBeCloseTo((1.96 * 0.5) / 64, 4);
  expect(run.identity.draws).toBe(4096);
  const limited = unwrap(runUntilPrecise(study, {}, { halfWidth: 0.001, most: 2048 }));
  expect(limited.precision).toMatchObject({ isReached: false });
});
