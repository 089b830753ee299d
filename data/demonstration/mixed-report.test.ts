import { beforeAll, expect, test } from "vitest";
import { runConsistency } from "../../src/consistency/run-consistency.ts";
import { buildDocument } from "../../src/documents/build-document.ts";
import { collectReportData } from "../../src/documents/collect-report-data.ts";
import { markdownText } from "../../src/documents/markdown-text.ts";
import { reportPictures } from "../../src/documents/report-pictures.ts";
import { evaluateStudy } from "../../src/evaluate-study.ts";
import { readRegion } from "../../src/fixtures/run-region.ts";
import type { Study } from "../../src/inputs/study.ts";
import { runStudy, unwrap } from "../../src/run-study.ts";

// The same plan with the last figures of some rows still to come: what is decided is told by facts, the rest by chances.

const late = ["skilled_workers", "employee_pension", "urban_income_growth", "e_card_coverage"];
const whole = readRegion("demonstration");
const study: Study = {
  ...whole,
  observations: whole.observations.filter(({ series, year, region }) => {
    return !(year === 2025 && region === whole.plan.observedAs && late.includes(series));
  }),
};

const texts: Record<string, string> = {};
let titles: readonly string[] = [];

async function reportAt(asOf: string, language: "zh" | "en"): Promise<string> {
  const run = unwrap(runStudy(study, { draws: 64, asOf }));
  const evaluated = unwrap(evaluateStudy(study, { draws: 64, asOf }));
  const data = collectReportData(run, await runConsistency(study), evaluated);
  const output = { ...run, language, versions: { planreach: "0.0.0", numbers: "1" } };
  const document = buildDocument(data, reportPictures(output, data.mainScenario, language, evaluated), language);
  titles = document.title.map((spans) => spans.map(({ text }) => text).join(""));
  return markdownText(document, "pictures");
}

beforeAll(async () => {
  texts.zh = await reportAt("2026-11-24", "zh");
});

test("a report with decided and open rows counts both apart, and together", () => {
  expect(texts.zh).toMatch(
    /可以评估的有17项。其中13项已有实际结果，已完成9项；其余4项按“现行政策延续（示例）”情景测算，预计完成\d项/,
  );
  expect(texts.zh).toContain("已有实际结果的，超额完成7项，完成2项，基本完成2项，未完成2项。");
  expect(texts.zh).toMatch(/尚无实际结果的，预计可以完成\d项/);
});

test("a report with decided and open rows gives no decided row a chance, and every open one", () => {
  const cells = (texts.zh ?? "")
    .split("\n")
    .filter((line) => /^\| .*(预期性|约束性) \| /.test(line) && line.split("|").length === 11);
  expect(cells.length).toBe(18);
  for (const line of cells) {
    const [chance = "", verdict = ""] = line
      .split("|")
      .slice(8, 10)
      .map((cell) => cell.trim());
    expect([verdict, chance !== "—"]).toEqual([verdict, /^(预计|完成有一定难度|完成难度较大)/.test(verdict)]);
  }
});

test("a report in the middle of the plan is the mid-term evaluation, with pace, update and hindcasts", async () => {
  const text = await reportAt("2023-12-31", "en");
  expect(titles[1]).toBe("Mid-term evaluation report");
  expect(titles).toHaveLength(2);
  for (const heading of [
    "Pace",
    "Projections, results and peers",
    "What the figures changed, and why",
    "Looking back",
  ]) {
    expect(text).toMatch(new RegExp(`^### 3\\.\\d ${heading}`, "m"));
  }
});
