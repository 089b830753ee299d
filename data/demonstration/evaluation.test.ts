import { expect, test } from "vitest";
import { evaluateStudy } from "../../src/evaluate-study.ts";
import { readRegion } from "../../src/fixtures/run-region.ts";
import { evaluationFiles } from "../../src/report/evaluation-files.ts";
import { unwrap } from "../../src/run-study.ts";

const study = readRegion("demonstration");
const complete = unwrap(evaluateStudy(study, { asOf: "2026-11-24", draws: 128 })).evaluation;

test("with every figure in, the facts are counted and nothing is estimated", () => {
  expect(complete.kind).toBe("final");
  expect(complete.counts).toMatchObject({
    rows: 18,
    decided: 17,
    met: 12,
    classes: { exceeded: 10, met: 2, nearly_met: 2, missed: 3, not_assessable: 1 },
    bindingTogether: null,
  });
  expect(complete.counts.completionRate).toBeCloseTo(12 / 17, 12);
  expect(complete.update).toBeNull();
  for (const { verdict, updated } of complete.rows) expect([verdict.probability, updated]).toEqual([null, null]);
});

test("the facts are those of the annual reports, not of the flash figures", () => {
  const jobs = complete.rows.find(({ indicator }) => indicator === "new_urban_jobs");
  const reported = study.observations.filter((one) => {
    return (
      one.series === "new_urban_jobs" && one.region === "示例市" && one.period === "year" && /^年报/.test(one.vintage)
    );
  });
  const sum = reported.reduce((total, { value }) => total + (value as number), 0);
  expect(reported.length).toBe(5);
  expect(jobs?.verdict.fact?.value).toBeCloseTo(sum, 9);
});

test.each(["zh", "en"] as const)(
  "no probability and no 预计 stands in any file, and all say demonstration (%s)",
  (language) => {
    for (const { path, content } of evaluationFiles(complete, language)) {
      const text = String(content);
      expect(text, path).not.toMatch(/预计|概率|把握|"probability": [\d]|chance/);
      expect(text, path).toMatch(/示例|demonstration/);
    }
  },
);

test("at the end of 2021 the flash figures of the year are not out yet", () => {
  const { rows, counts } = unwrap(evaluateStudy(study, { asOf: "2021-12-31", draws: 128 })).evaluation;
  expect(counts.decided).toBe(0);
  const known = rows.filter(({ path }) => path.some(({ actual }) => actual !== null));
  expect(known).toEqual([]);
  const jobs = rows.find(({ indicator }) => indicator === "new_urban_jobs");
  // Only the running total to June has come out, and no earlier year to hold it against.
  expect(jobs?.actual?.partYear).toMatchObject({ year: 2021, month: 6, share: null });
});

test("the peers stand beside every row that they are observed for", () => {
  const insured = complete.rows.find(({ indicator }) => indicator === "work_injury_insurance");
  // 27.68 at 2.1 % a year for five years, as the sample province grew.
  expect(insured?.peers[0]?.value).toBeCloseTo(27.68 * 1.021 ** 5, 1);
});
