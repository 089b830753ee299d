import { beforeAll, expect, test } from "vitest";
import { type BuiltReport, inventedReport } from "../fixtures/invented-report.ts";
import { looseFigures } from "../fixtures/loose-figures.ts";
import { checkFigures } from "./check-figures.ts";
import { htmlPage } from "./html-page.ts";
import { markdownText } from "./markdown-text.ts";
import type { Block, NumberSpan, ReportDocument, Span } from "./report-document.ts";

// Every figure that a person reads must be a result, or a figure of the plan.

let chinese: BuiltReport;
let english: BuiltReport;
beforeAll(async () => {
  chinese = await inventedReport("zh");
  english = await inventedReport("en");
});

/** The document with one span of its paragraphs changed. */
function withSpan(document: ReportDocument, change: (span: Span) => Span | null): ReportDocument {
  let isDone = false;
  const blocks = document.blocks.map((block): Block => {
    if (block.kind !== "paragraph" || isDone) return block;
    const spans = block.spans.map((span) => {
      const changed = isDone ? null : change(span);
      isDone ||= changed !== null;
      return changed ?? span;
    });
    return { ...block, spans };
  });
  expect(isDone).toBe(true);
  return { ...document, blocks };
}

const isFraction = (span: Span): span is NumberSpan => span.kind === "number" && span.text.includes(".");

test("checkFigures(document, data) finds no fault in what was built", () => {
  expect(checkFigures(chinese.document, chinese.data)).toEqual([]);
  expect(checkFigures(english.document, english.data)).toEqual([]);
});

test("checkFigures(document, data) finds a planted wrong digit", () => {
  const wrong = withSpan(chinese.document, (span) =>
    isFraction(span) ? { ...span, text: span.text.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)) } : null,
  );
  expect(checkFigures(wrong, chinese.data)).toHaveLength(1);
});

test("checkFigures(document, data) finds a figure that is bound to another result, or to none", () => {
  const other = withSpan(chinese.document, (span) => (isFraction(span) ? { ...span, from: "/run/seed" } : null));
  const none = withSpan(chinese.document, (span) => (isFraction(span) ? { ...span, from: "/run/nowhere" } : null));
  const changed = withSpan(chinese.document, (span) => (isFraction(span) ? { ...span, value: span.value + 1 } : null));
  for (const document of [other, none, changed]) expect(checkFigures(document, chinese.data)).toHaveLength(1);
});

test("checkFigures(document, data) finds digits in fixed words, a changed quotation and a chance said too high", () => {
  const words = withSpan(english.document, (span) => (span.kind === "text" ? { ...span, text: "about 12" } : null));
  const quote = withSpan(english.document, (span) => (span.kind === "quote" ? { ...span, text: "other" } : null));
  const chance = withSpan(english.document, (span) =>
    span.kind === "chance" ? { ...span, text: span.value < 0.9 ? "nine in ten or better" : "about five in ten" } : null,
  );
  for (const document of [words, quote, chance]) expect(checkFigures(document, english.data)).toHaveLength(1);
});

test("every number of the HTML and Markdown reports is a figure of the document", () => {
  for (const { document, pictures } of [chinese, english]) {
    expect(looseFigures(document, textOfPage(htmlPage(document, pictures)))).toEqual([]);
    expect(looseFigures(document, markdownText(document, "pictures").replace(/!\[.*?\]\(.*?\)/g, ""))).toEqual([]);
  }
});

test("a wrong number planted in the HTML report is found", () => {
  const { document, pictures } = chinese;
  const page = htmlPage(document, pictures).replace("</main>", "<p>98765.4</p></main>");
  expect(looseFigures(document, textOfPage(page))).toEqual(["98765.4"]);
});

/** What a person reads of a page: no style, script, drawing, nor the list of sources. */
function textOfPage(page: string): string {
  return page
    .replace(/<(style|script|svg|head)[\s\S]*?<\/\1>/g, " ")
    .replace(/<section id="sources">[\s\S]*?<\/section>/, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/&(lt|gt|amp|quot|#39);/g, " ");
}
