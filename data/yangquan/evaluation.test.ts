import { expect, test } from "vitest";
import { evaluateStudy } from "../../src/evaluate-study.ts";
import { readRegion } from "../../src/fixtures/run-region.ts";
import { unwrap } from "../../src/run-study.ts";

const study = readRegion("yangquan");
const at = (asOf: string) => unwrap(evaluateStudy(study, { asOf, draws: 256 })).evaluation;
const midTerm = at("2023-12-31");

test("as of 2021 nothing of the plan's rows is known but the population, and the evaluation says so", () => {
  const { kind, counts, notes, update } = at("2021-12-31");
  expect(kind).toBe("annual");
  expect(counts).toMatchObject({ rows: 18, unobserved: 18, decided: 0 });
  expect(notes[0]?.zh).toContain("说明不了执行情况");
  expect(update?.evidence.map(({ series, year }) => [series, year])).toEqual([
    ["gdp_growth", 2021],
    ["total_population", 2021],
  ]);
});

test("as of 2023 two rows have one year each, without a sum or a mean, and the reform is not yet known", () => {
  const { kind, counts, rows, notes, honesty, update } = midTerm;
  expect(kind).toBe("mid_term");
  expect(counts).toMatchObject({ unobserved: 16, decided: 0 });
  expect(notes[0]?.zh).toContain("其余16项没有");
  expect(notes.at(-1)?.zh).toContain("延迟法定退休年龄");
  const jobs = rows.find(({ indicator }) => indicator === "new_urban_jobs");
  expect(jobs?.actual).toBeNull();
  expect(jobs?.pace?.remark?.zh).toContain("缺2021年");
  expect(honesty.pairs.length).toBe(2);
  expect(honesty.statement.zh).toContain("只有2对，说明不了多少");
  expect(update?.uninformed).toBeGreaterThan((update?.informed.length ?? 0) * 5);
});

test("the parts of each revision add up", () => {
  for (const { attribution, frozen, updated } of midTerm.rows) {
    if (attribution === null || frozen === null || updated === null) continue;
    const { total, level, parameters, events, correction } = attribution;
    expect(total).toBeCloseTo(updated.median - frozen.median, 9);
    expect(level + parameters + events + correction).toBeCloseTo(total, 9);
  }
});
