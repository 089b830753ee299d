import type { Bilingual } from "./bilingual.ts";
import { chooseName, type IssueText, text } from "./issue-text.ts";

/** Issues of scenarios and of the search for levers: what their files say, and what comes of laying them over the model. */
export const scenarioIssueTexts = {
  "scenario/extends-loop": (p: { loop: string }) =>
    text(
      `\`extends\` 绕成了圈：${p.loop}。`,
      `\`extends\` runs in a circle: ${p.loop}.`,
      "去掉其中一个 `extends`。",
      "remove one of the `extends`.",
    ),
  "scenario/output-name": (p: { id: string }) =>
    text(
      `\`output/${p.id}\` 已有别的用途，情景不能以 \`${p.id}\` 为标识。`,
      `\`output/${p.id}\` is used for something else, so no scenario can have the id \`${p.id}\`.`,
      "换一个标识。",
      "choose another id.",
    ),
  "scenario/lever-range": (p: { name: string; value: number; lower: number; upper: number }) =>
    text(
      `措施 \`${p.name}\` 的力度 ${p.value} 不在 ${p.lower} 到 ${p.upper} 之内。`,
      `the intensity ${p.value} of the lever \`${p.name}\` is outside ${p.lower} … ${p.upper}.`,
      "写范围内的数，或在模型里放宽 `range`。",
      "give a number inside, or widen `range` in the model.",
    ),
  "seek/empty-range": (p: { name: string }) =>
    text(
      `措施 \`${p.name}\` 的力度下限不低于上限，没有可调的余地。`,
      `the range of the lever \`${p.name}\` is empty: its lower end is not below its upper end.`,
      "让 `lower` 小于 `upper`；不用这项措施就写 `use: false`。",
      "give a `lower` below `upper`, or leave the lever alone with `use: false`.",
    ),
  "scenario/reading": (p: { name: string; reading: string; nearest: string | undefined; known: readonly string[] }) => {
    const mend = chooseName(p.nearest, p.known);
    return text(
      `\`${p.name}\` 没有口径 \`${p.reading}\`。`,
      `\`${p.name}\` has no reading \`${p.reading}\`.`,
      mend.zh,
      mend.en,
    );
  },
  "scenario/event-time": (p: { name: string }) =>
    text(
      `事件 \`${p.name}\` 没有时间：模型和情景都没写 \`at\`。`,
      `the event \`${p.name}\` has no time: neither the model nor the scenario says \`at\`.`,
      "写成 `{use: …, at: 年份}`。",
      "write `{use: …, at: year}`.",
    ),
  "scenario/event-off": (p: { name: string }) =>
    text(
      `上级情景没有用事件 \`${p.name}\`，不必取消。`,
      `no scenario above uses the event \`${p.name}\`, so it need not be switched off.`,
      "删去这一项。",
      "remove this entry.",
    ),
  "scenario/not-a-driver": (p: { name: string; kind: string; over: string }) =>
    text(
      p.kind === "driver"
        ? `\`${p.name}\` 按 ${p.over} 分组，不能用一条预测代替。`
        : `\`${p.name}\` 不是外生驱动变量（\`kind: ${p.kind}\`）。`,
      p.kind === "driver"
        ? `\`${p.name}\` is over ${p.over}, which one forecast cannot replace.`
        : `\`${p.name}\` is no driver (\`kind: ${p.kind}\`).`,
      "只有模型里 `kind: driver`、不带维度的变量可以改用预测。",
      "only a variable with `kind: driver` and without dimensions can follow a forecast.",
    ),
  "scenario/driver-not-observed": (p: { name: string; place: string; date: string }) =>
    text(
      `没有 ${p.place} 的序列 \`${p.name}\`${p.date === "" ? "" : `（截至 ${p.date}）`}，无从预测。`,
      `series \`${p.name}\` is not observed for ${p.place}${p.date === "" ? "" : ` by ${p.date}`}, so there is nothing to forecast.`,
      "在 observations.csv 里给出年度数值，序列名与变量名（或变量的 `series`）相同；或删去这一项，用模型的方程。",
      "give yearly figures under the variable's name (or its `series`) in observations.csv, or leave the entry out and use the model's equation.",
    ),
  "scenario/driver-unit": (p: { name: string; observed: string; unit: string }) =>
    text(
      `序列 \`${p.name}\` 的单位是 ${p.observed}，变量的单位是 ${p.unit}。`,
      `series \`${p.name}\` is in ${p.observed}, the variable in ${p.unit}.`,
      "改成同类单位（可差 10 的若干次方）。",
      "use units of the same kind; they may differ by powers of ten.",
    ),
  "scenario/driver-refused": (p: { name: string; message: Bilingual; mend: Bilingual }) =>
    text(
      `\`${p.name}\` 不能预测：${p.message.zh}`,
      `\`${p.name}\` gets no forecast: ${p.message.en}`,
      p.mend.zh,
      p.mend.en,
    ),
  "scenario/until": (p: { until: number; last: number; latest: number }) =>
    text(
      `模拟的末年 ${p.until} 应在 ${p.last} 与 ${p.latest} 之间。`,
      `the last simulated year ${p.until} must lie between ${p.last} and ${p.latest}.`,
      "`until` 不早于规划末年。",
      "let `until` be the plan's last year or later.",
    ),
  "scenario/year-outside": (p: { year: number; first: number; last: number }) =>
    text(
      `年份 ${p.year} 不在模拟期 ${p.first}–${p.last} 内。`,
      `the year ${p.year} is outside the simulated years ${p.first}–${p.last}.`,
      "确认年份没有写错。",
      "make sure that the year is meant.",
    ),
  "scenario/no-figure": (p: { name: string; scenario: string; reading: string; problem: "blank" | "interval" }) =>
    text(
      `情景 \`${p.scenario}\` 要用 \`${p.name}\` 的基年数${p.reading ? `（取值口径 ${p.reading}）` : ""}，但${p.problem === "blank" ? "它还没有填" : "它只是一个区间"}。`,
      `the scenario \`${p.scenario}\` needs the base-year figure of \`${p.name}\`${p.reading ? ` under the reading ${p.reading}` : ""}, but it is ${p.problem === "blank" ? "blank" : "only an interval"}.`,
      "补上数字，或在 `readings` 里选另一种口径。",
      "fill in the figure, or choose another reading under `readings`.",
    ),
  "scenario/two-settings": (p: { target: string; scenario: string; first: string; second: string }) =>
    text(
      `情景 \`${p.scenario}\` 里 \`${p.first}\` 和 \`${p.second}\` 都要直接设定 \`${p.target}\`，不知以哪个为准。`,
      `in the scenario \`${p.scenario}\`, both \`${p.first}\` and \`${p.second}\` set \`${p.target}\`: it is unclear which holds.`,
      "只留一个 `set`，其余改用 `multiply` 或 `add`。",
      "keep one `set`; let the others `multiply` or `add`.",
    ),
} as const satisfies Record<string, (p: never) => IssueText>;
