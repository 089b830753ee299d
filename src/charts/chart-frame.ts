import type { TopLevelSpec } from "vega-lite";
import type { Language } from "../core/bilingual.ts";
import type { ChartFooter } from "./chart-data.ts";
import { chartWords } from "./chart-words.ts";
import { rawY, type StackedView } from "./spec-parts.ts";
import { wrapText } from "./text-lines.ts";
import { chartConfig, palette, textSize } from "./theme.ts";

/** What surrounds the drawing proper. */
export interface ChartFrame {
  readonly language: Language;
  readonly title: string;
  readonly subtitle: readonly string[];
  /** Plain words on how to read the chart, one paragraph each. */
  readonly captions: readonly string[];
  readonly footer: Omit<ChartFooter, "scenario">;
  /** Width of the whole drawing in pixels, to which long texts are broken. */
  readonly width: number;
}

/** Put title, captions, source, information date and run hash around the views of a chart. */
export function frameChart(views: readonly StackedView[], frame: ChartFrame): TopLevelSpec {
  const { language, width } = frame;
  const lines = (text: string, size: number) => wrapText(quotedIn(language, text), width, size);
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    config: chartConfig(language),
    background: palette.paper,
    padding: 16,
    title: {
      text: lines(frame.title, textSize.title),
      subtitle: frame.subtitle.flatMap((line) => lines(line, textSize.subtitle)),
    },
    vconcat: [...views, footerView(frame)],
  };
}

/** Put sentences behind each other; Chinese ones need no space between them. */
export function joinSentences(sentences: readonly string[], language: Language): string {
  return sentences.join(language === "zh" ? "" : " ");
}

/** The chart font draws curly quotes as wide as a Chinese character, which tears English texts apart: they get straight ones. */
function quotedIn(language: Language, text: string): string {
  return language === "en" ? text.replace(/[“”]/g, '"') : text;
}

function footerView({ language, captions, footer, width }: ChartFrame): StackedView {
  const words = (key: "informationDate" | "source" | "run") => chartWords[key][language];
  const colon = language === "zh" ? "：" : ": ";
  const origin = [
    `${words("informationDate")} ${footer.informationDate}`,
    `${words("run")} ${footer.runHash.slice(0, 12)}`,
    `${words("source")}${colon}${footer.source[language]}`,
  ].join(language === "zh" ? "　" : "  ·  ");
  const lines = [...captions, origin].flatMap((text) => wrapText(quotedIn(language, text), width, textSize.small));
  const lineHeight = 15;
  return {
    width,
    height: lines.length * lineHeight,
    data: { values: lines.map((text, i) => ({ text, y: i * lineHeight })) },
    mark: { type: "text", align: "left", baseline: "top", fontSize: textSize.small, color: palette.quiet },
    encoding: { x: { value: 0 }, y: rawY("y"), text: { field: "text", type: "nominal" } },
  };
}
