import { beforeAll, expect, test } from "vitest";
import { checkFigures } from "../../src/documents/check-figures.ts";
import { markdownText } from "../../src/documents/markdown-text.ts";
import { plainText } from "../../src/documents/report-document.ts";
import { reportsOf, type UndrawnReport } from "../../src/fixtures/invented-report.ts";
import { looseFigures } from "../../src/fixtures/loose-figures.ts";
import { readRegion } from "../../src/fixtures/run-region.ts";

// The report of the plan as people get it.

let reports: Readonly<Record<"zh" | "en", UndrawnReport>>;
beforeAll(async () => {
  const study = readRegion("yangquan");
  reports = await reportsOf({ ...study, scenarios: study.scenarios.filter(({ id }) => id === "baseline") });
});

test.each(["zh", "en"] as const)("every number of the report (%s) is a result or a figure of the plan", (language) => {
  const { document, data } = reports[language];
  expect(checkFigures(document, data)).toEqual([]);
  const text = markdownText(document, "pictures").replace(/!\[.*?\]\(.*?\)/g, "");
  expect(looseFigures(document, text)).toEqual([]);
});

test("a plan whose last year has passed without actual values is headed a retrospective estimate, never a forecast", () => {
  const { document, data } = reports.zh;
  expect(data.kind).toBe("final");
  expect(document.title.map(plainText).join("\n")).toContain("回溯测算：2025年实际值未收集");
  const text = markdownText(document, "pictures");
  expect(text).not.toMatch(/预测/);
  expect(text).toContain("假设，未经评估");
  expect(text).not.toContain("贡献");
});

test("the report leads with the count of targets met and the completion rate, and says chances in words", () => {
  const { document } = reports.zh;
  const [first] = document.blocks.filter(({ kind }) => kind === "paragraph");
  const opening = first?.kind === "paragraph" ? plainText(first.spans) : "";
  expect(opening).toMatch(/^规划共设18项指标，可以评估的有17项。.*预计完成\d+项，指标完成率\d+\.\d%/);
  const annex = document.blocks.findIndex(({ kind }) => kind === "annex");
  const body = document.blocks.slice(0, annex).flatMap((block) => ("spans" in block ? block.spans : []));
  expect(
    body.filter((span) => span.kind === "number" && /\/(probability|baseline\/(binding|all))$/.test(span.from)),
  ).toEqual([]);
});
