import type { TopLevelSpec } from "vega-lite";
import type { Language } from "../core/bilingual.ts";
import { frameChart, joinSentences } from "./chart-frame.ts";
import { type ConflictChartData, conflictSizes, layOutConflicts } from "./conflict-layout.ts";
import { figureWords } from "./figure-words.ts";
import { pixelTexts } from "./pixel-text.ts";
import { type Layer, raw, rawNumber, rawX, rawY } from "./spec-parts.ts";
import { palette } from "./theme.ts";

const hurtFill = "#AD5A28";
const exclude = "M-0.75,-0.75L0.75,0.75M-0.75,0.75L0.75,-0.75";

/**
 * Draw what stands between targets: a triangle of pairs, and beside it a column for each set that cannot hold together.
 *
 * @param data - prepared findings; a member that is in no pair and no set is left out by whoever prepares it.
 * @param language - of every word on the chart.
 */
export function conflictChart(data: ConflictChartData, language: Language): TopLevelSpec {
  const { title, footer, notes, sets } = data;
  const layout = layOutConflicts(data, language);
  const colon = language === "zh" ? "：" : ": ";
  const subtitle =
    footer.scenario === null ? [] : [`${language === "zh" ? "情景" : "Scenario"}${colon}${footer.scenario[language]}`];
  const reading = joinSentences(
    [
      ...(layout.columns.length > 0 ? [figureWords.pairsReading[language]] : []),
      ...(sets.length > 0 ? [figureWords.setsReading[language]] : []),
    ],
    language,
  );
  const captions = [
    reading,
    ...(sets.length > 0 ? [] : [figureWords.conflictNone[language]]),
    ...sets.map(({ sentence }, i) => `${setName(i)}${colon}${sentence[language]}`),
    ...notes.map((note) => note[language]),
  ];
  return frameChart(
    [
      {
        width: layout.width,
        height: layout.height,
        layer: [
          ...gridLayers(layout),
          ...pairLayers(data, layout),
          ...setLayers(data, layout),
          ...textLayers(layout, language),
          ...keyLayers(data, layout, language),
        ],
      },
    ],
    { language, title: title[language], subtitle, captions, footer, width: Math.max(layout.width, 620) },
  );
}

type Layout = ReturnType<typeof layOutConflicts>;

/** Letters name the sets: A, B, C … */
function setName(place: number): string {
  return String.fromCharCode(65 + place);
}

function gridLayers({ rows, columns, matrix, sets }: Layout): Layer[] {
  const { cell } = conflictSizes;
  const cells = rows.flatMap(({ y, number }, row) =>
    columns
      .filter((_, column) => number !== null && column < row)
      .map(({ x }) => ({ left: x + 1, right: x + cell - 1, top: y + 1, bottom: y + cell - 1 })),
  );
  const lines = rows.map(({ y }) => ({ x: matrix.left, x2: sets.right, y: y + cell }));
  return [
    {
      data: { values: lines },
      mark: { type: "rule", color: palette.grid },
      encoding: { x: rawX("x"), x2: { field: "x2" }, y: rawY("y") },
    },
    {
      data: { values: cells },
      mark: { type: "rect", color: "#F4F6F8" },
      encoding: { x: rawX("left"), x2: { field: "right" }, y: rawY("top"), y2: { field: "bottom" } },
    },
  ];
}

/** Mark pairs by a triangle that points down for harm and up for help, and pairs that exclude each other by a cross. */
function pairLayers({ pairs, sets }: ConflictChartData, { place }: Layout): Layer[] {
  const { cell } = conflictSizes;
  const marks = pairs.flatMap(({ first, second, strength }) => {
    const at = place(first, second);
    if (at === null) return [];
    const isHurt = strength < 0;
    return [
      {
        x: at.x + cell / 2,
        y: at.y + cell / 2,
        shape: isHurt ? "triangle-down" : "triangle-up",
        fill: isHurt ? hurtFill : palette.bands["0.5"],
        stroke: isHurt ? hurtFill : palette.median,
        size: 20 + 190 * Math.min(1, Math.abs(strength)),
      },
    ];
  });
  const crossed = sets.flatMap(({ members }) => {
    const at = members.length === 2 ? place(members[0]!, members[1]!) : null;
    return at === null ? [] : [{ x: at.x + cell / 2, y: at.y + cell / 2 }];
  });
  return [
    {
      data: { values: marks },
      mark: { type: "point", opacity: 1, strokeWidth: 1 },
      encoding: {
        x: rawX("x"),
        y: rawY("y"),
        shape: raw("shape"),
        fill: raw("fill"),
        stroke: raw("stroke"),
        size: rawNumber("size"),
      },
    },
    {
      data: { values: crossed },
      mark: { type: "point", shape: exclude, size: 180, stroke: palette.ink, strokeWidth: 2, opacity: 1 },
      encoding: { x: rawX("x"), y: rawY("y") },
    },
  ];
}

function setLayers({ sets, members }: ConflictChartData, { rows, setColumns }: Layout): Layer[] {
  const { cell } = conflictSizes;
  const columns = sets.map(({ members: names }, i) => {
    const places = names.map((name) => members.findIndex((member) => member.name === name)).filter((row) => row >= 0);
    const ys = places.map((row) => (rows[row]?.y ?? 0) + cell / 2);
    return { x: setColumns[i]! + cell / 2, ys };
  });
  return [
    {
      data: { values: columns.map(({ x, ys }) => ({ x, y: Math.min(...ys), y2: Math.max(...ys) })) },
      mark: { type: "rule", color: palette.ink, strokeWidth: 1.5 },
      encoding: { x: rawX("x"), y: rawY("y"), y2: { field: "y2" } },
    },
    {
      data: { values: columns.flatMap(({ x, ys }) => ys.map((y) => ({ x, y }))) },
      mark: { type: "point", shape: "circle", size: 90, filled: true, fill: palette.ink, opacity: 1 },
      encoding: { x: rawX("x"), y: rawY("y") },
    },
  ];
}

function textLayers({ rows, columns, matrix, setColumns, limitsTop }: Layout, language: Language): Layer[] {
  const { cell, numberSpace } = conflictSizes;
  const middle = cell / 2;
  const labels = rows.map(({ y, lines }) => ({ x: matrix.left - numberSpace, y: y + middle, text: lines }));
  const numbers = rows.flatMap(({ y, number }) =>
    number === null ? [] : [{ x: matrix.left - 8, y: y + middle, text: String(number), ink: palette.quiet }],
  );
  const heads = columns.map(({ x, number }) => ({ x: x + middle, y: -10, text: String(number), ink: palette.quiet }));
  const names = setColumns.map((x, i) => ({ x: x + middle, y: -10, text: setName(i) }));
  const limits =
    limitsTop === null ? [] : [{ x: 0, y: limitsTop - 9, text: figureWords.limits[language], ink: palette.quiet }];
  return [
    pixelTexts(labels, { align: "right" }),
    pixelTexts(numbers, { align: "right" }),
    pixelTexts(heads, { align: "center" }),
    pixelTexts(names, { align: "center", isBold: true }),
    pixelTexts(limits),
  ];
}

/** Explain the marks in one line below the matrix. */
function keyLayers({ pairs, sets }: ConflictChartData, { height }: Layout, language: Language): Layer[] {
  const y = height - 10;
  const hasPair = (isHurt: boolean) => pairs.some(({ strength }) => strength < 0 === isHurt);
  const entries = [
    ...(hasPair(true) ? [{ shape: "triangle-down", fill: hurtFill, stroke: hurtFill, words: figureWords.hurt }] : []),
    ...(hasPair(false)
      ? [{ shape: "triangle-up", fill: palette.bands["0.5"], stroke: palette.median, words: figureWords.help }]
      : []),
    ...(sets.some(({ members }) => members.length === 2)
      ? [{ shape: exclude, fill: "transparent", stroke: palette.ink, words: figureWords.exclude }]
      : []),
    ...(sets.length > 0
      ? [{ shape: "circle", fill: palette.ink, stroke: palette.ink, words: figureWords.member }]
      : []),
  ];
  const placed = entries.map((entry, i) => ({ x: 8 + i * 170, ...entry }));
  return [
    {
      data: { values: placed.map(({ x, shape, fill, stroke }) => ({ x, y, shape, fill, stroke })) },
      mark: { type: "point", size: 100, opacity: 1, strokeWidth: 1.6 },
      encoding: { x: rawX("x"), y: rawY("y"), shape: raw("shape"), fill: raw("fill"), stroke: raw("stroke") },
    },
    pixelTexts(placed.map(({ x, words }) => ({ x: x + 14, y, text: words[language] }))),
  ];
}
