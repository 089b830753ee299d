import { chooseName, type IssueText, text } from "./issue-text.ts";

/** Issues of the plan's rows and of the observations. */
export const planIssueTexts = {
  // ── the plan ──
  "plan/continues": (p: { path: string; base: number }) =>
    text(
      `\`${p.path}\` 不能作为上一个规划：它的基年要早于 ${p.base}，自己也不能再接着另一个规划。`,
      `\`${p.path}\` cannot be the plan before: its base year must come before ${p.base}, and it must not continue another plan itself.`,
      "在 `continues` 里写上一个规划的 plan.yaml。",
      "name the plan.yaml of the plan before under `continues`.",
    ),
  "plan/years": (p: { base: number; first: number; last: number }) =>
    text(
      `年份次序不对：基年 ${p.base}、首年 ${p.first}、末年 ${p.last}。`,
      `the years are out of order: base ${p.base}, first ${p.first}, last ${p.last}.`,
      "基年应是首年的前一年，首年不晚于末年。",
      "the base year comes right before the first year, and the first is not after the last.",
    ),
  "plan/one-of": (p: { first: string; second: string }) =>
    text(
      `\`${p.first}\` 与 \`${p.second}\` 应恰好写一个。`,
      `exactly one of \`${p.first}\` and \`${p.second}\` is wanted.`,
      "删去一个，或补上一个。",
      "remove one, or add one.",
    ),
  "plan/interval": (p: { min: number; max: number }) =>
    text(
      `区间的 min（${p.min}）不小于 max（${p.max}）。`,
      `the interval's min (${p.min}) is not below its max (${p.max}).`,
      "对调两数，或只写一个数。",
      "exchange them, or give one number.",
    ),
  "plan/share-figure": (p: { value: number }) =>
    text(
      `占比应在 0 到 1 之间，写的是 ${p.value}。`,
      `a share lies between 0 and 1, but this is ${p.value}.`,
      "百分数写成小数：80% 写作 0.80。",
      "write percent as a fraction: 80% is 0.80.",
    ),
  "plan/sum-years": (p: { from: number | undefined; year: number }) =>
    text(
      `合计期的 \`from\`（${p.from ?? "缺"}）应早于 \`year\`（${p.year}）。`,
      `a sum needs \`from\` (${p.from ?? "missing"}) before \`year\` (${p.year}).`,
      "写明合计的第一年。",
      "give the first year of the sum.",
    ),
  "plan/from-without-sum": (_: Record<string, never>) =>
    text(
      "`from` 只用于 `period: sum`。",
      "`from` goes only with `period: sum`.",
      "删去 `from`，或把 `period` 改为 `sum`。",
      "remove `from`, or set `period` to `sum`.",
    ),
  "plan/reading-of-default": (p: { name: string }) =>
    text(
      `口径 \`${p.name}\` 就是目标本身的口径，不能再列在 \`readings\` 里。`,
      `the reading \`${p.name}\` is the target's own and cannot stand in \`readings\` again.`,
      "改名，或删去它。",
      "rename it, or remove it.",
    ),
  "plan/target-year": (p: { year: number; first: number; last: number }) =>
    text(
      `目标年 ${p.year} 不在规划期 ${p.first}–${p.last} 内。`,
      `the target year ${p.year} is outside the plan's years ${p.first}–${p.last}.`,
      "写规划期内的年份。",
      "give a year of the plan.",
    ),
  "plan/target-comparison": (p: { kind: string; comparison: string }) =>
    text(
      `\`${p.kind}\` 类目标不能用 \`${p.comparison}\`。`,
      `a target of kind \`${p.kind}\` does not go with \`${p.comparison}\`.`,
      "下限类用 `>=` 或 `>`，上限类用 `<=` 或 `<`。",
      "a floor takes `>=` or `>`, a ceiling `<=` or `<`.",
    ),
  "plan/classes-order": (_: Record<string, never>) =>
    text(
      "概率分级的四个界限应在 0 与 1 之间并依次变小。",
      "the four bounds of the probability classes must lie between 0 and 1 and fall from one to the next.",
      "写成例如 `[0.90, 0.66, 0.33, 0.10]`。",
      "write for example `[0.90, 0.66, 0.33, 0.10]`.",
    ),
  "plan/pace-classes": (_: Record<string, never>) =>
    text(
      "进度分级的三个界限应大于 0 并依次变小。",
      "the three bounds of the pace classes must be above 0 and fall from one to the next.",
      "写成例如 `[1.05, 0.95, 0.60]`。",
      "write for example `[1.05, 0.95, 0.60]`.",
    ),
  "plan/path-kind": (p: { kind: string; path: string; known: readonly string[] }) =>
    text(
      `\`${p.kind}\` 类目标没有 \`${p.path}\` 路径。`,
      `a target of kind \`${p.kind}\` has no path \`${p.path}\`.`,
      `可写：${p.known.map((one) => `\`${one}\``).join("、")}。`,
      `write one of ${p.known.map((one) => `\`${one}\``).join(", ")}.`,
    ),
  "plan/path-years": (p: { first: number; last: number }) =>
    text(
      `逐年路径要恰好写 ${p.first} 到 ${p.last} 的每一年。`,
      `a path given year by year needs every year from ${p.first} to ${p.last} and no other.`,
      "补上缺的年份，删去多余的。",
      "add the years that are missing and remove the others.",
    ),
  "plan/path-profile": (_: Record<string, never>) =>
    text(
      "各年份额不能为负，也不能全为 0。",
      "the shares of the years must not be negative, nor all of them 0.",
      "写各年占累计目标的份额，例如 0.3。",
      "give the share of the sum that each year takes, such as 0.3.",
    ),
  "plan/no-reason": (_: Record<string, never>) =>
    text(
      "没有 `variable` 的指标不能评估，要写明原因。",
      "an indicator without a `variable` cannot be assessed, and has to say why.",
      "补上 `variable: …`，或 `not_assessable: {zh: …, en: …}`。",
      "add `variable: …`, or `not_assessable: {zh: …, en: …}`.",
    ),
  "plan/variable-over": (p: { name: string; over: string }) =>
    text(
      `变量 \`${p.name}\` 按 ${p.over} 分列，指标只能用单一数列。`,
      `the variable \`${p.name}\` runs over ${p.over}, but an indicator is a single series.`,
      "另设一个用 `sum(…)` 合计的变量。",
      "add a variable that takes its `sum(…)`.",
    ),
  "plan/variable-kind": (p: { name: string; kind: string }) =>
    text(
      `累计目标要用流量，\`${p.name}\` 的 kind 却是 ${p.kind}。`,
      `a cumulative target needs a flow, but \`${p.name}\` is of kind \`${p.kind}\`.`,
      "改用 `kind: flow` 的变量。",
      "use a variable of `kind: flow`.",
    ),
  "plan/variable-unit": (p: { unit: string; variable: string; variableUnit: string }) =>
    text(
      `指标的单位是 ${p.unit}，变量 \`${p.variable}\` 的单位却是 ${p.variableUnit}。`,
      `the indicator is in ${p.unit}, but its variable \`${p.variable}\` is in ${p.variableUnit}.`,
      "两处用同一单位；占比一律用 `1`。",
      "use the same unit in both places; shares are in `1`.",
    ),
  "plan/unknown-series": (p: { series: string; nearest: string | undefined; known: readonly string[] }) => {
    const mend = chooseName(p.nearest, p.known);
    return text(
      `观测数据里没有数列 \`${p.series}\`。`,
      `the observations hold no series \`${p.series}\`.`,
      mend.zh,
      mend.en,
    );
  },
  "plan/series-unit": (p: { unit: string; series: string; seriesUnit: string }) =>
    text(
      `指标的单位是 ${p.unit}，数列 \`${p.series}\` 的单位却是 ${p.seriesUnit}，不能互换。`,
      `the indicator is in ${p.unit}, but its series \`${p.series}\` is in ${p.seriesUnit}, which does not convert.`,
      "换数列，或改正单位。",
      "name another series, or mend the unit.",
    ),
  "plan/one-indicators": (_: Record<string, never>) =>
    text(
      "`indicators` 与 `indicators_of` 应恰好写一个。",
      "either `indicators` or `indicators_of` is wanted, not both and not neither.",
      "写出本规划的指标；或用 `indicators_of` 指向另一个规划的文件。",
      "write the plan's rows, or name the file of another plan with `indicators_of`.",
    ),
  "plan/indicators-of": (p: { path: string }) =>
    text(
      `\`${p.path}\` 里没有自己的 \`indicators\`，不能从它取指标。`,
      `\`${p.path}\` has no \`indicators\` of its own to take.`,
      "指向写有指标的规划文件。",
      "name a plan file that holds the rows themselves.",
    ),
  "plan/unknown-peer": (p: { region: string; nearest: string | undefined; known: readonly string[] }) => {
    const mend = chooseName(p.nearest, p.known);
    return text(
      `观测数据里没有地区 \`${p.region}\`。`,
      `the observations hold no region \`${p.region}\`.`,
      mend.zh,
      mend.en,
    );
  },
  // ── observations ──
  "observations/as-of": (p: { asOf: string; from: string; to: string }) =>
    text(
      `\`as_of\`（${p.asOf}）不在这一行的时期 ${p.from} 至 ${p.to} 之内。`,
      `\`as_of\` (${p.asOf}) lies outside the period of this row, ${p.from} to ${p.to}.`,
      "`as_of` 写数据所指的日期，一般是期末；发布日期写在 `vintage`。",
      "give the date that the figure speaks of, as a rule the end of the period; the day it came out goes into `vintage`.",
    ),
  "observations/early-vintage": (p: { vintage: string; asOf: string }) =>
    text(
      `\`vintage\`（${p.vintage}）早于数据所指的日期 ${p.asOf}：实际数不会先于时期发布。`,
      `\`vintage\` (${p.vintage}) is before the date the figure speaks of, ${p.asOf}: nothing is reported before it happened.`,
      "改正日期；预测数的 `type` 写 projected。",
      "mend the date, or give the `type` as projected.",
    ),
  "observations/basis": (p: { basis: string; period: string }) =>
    text(
      `\`basis\` ${p.basis} 与 \`period\` ${p.period} 不合。`,
      `\`basis\` ${p.basis} does not go with \`period\` ${p.period}.`,
      "全年数用 annual，只配 year 或 sum；年初累计数用 year_to_date，只配 quarter 或 month；period_end 不配 sum。",
      "annual goes with year or sum, year_to_date with quarter or month, and period_end with anything but sum.",
    ),
  "observations/two-scopes": (p: { series: string; region: string; scope: string; other: string }) =>
    text(
      `数列 \`${p.series}\` 在 ${p.region} 的范围有“${p.other}”又有“${p.scope}”，不能接在一起。`,
      `the series \`${p.series}\` of ${p.region} has the scope “${p.other}” in one row and “${p.scope}” in another; they must not be joined.`,
      "范围不同就分成两个数列，例如在名称后加 `_city_only`。",
      "make two series of two scopes, for example by adding `_city_only` to the name.",
    ),
  "observations/one-of": (_: Record<string, never>) =>
    text(
      "`value` 与 `low`/`high` 应恰好写一种。",
      "either `value` or `low`/`high` is wanted, not both and not neither.",
      "一个数写在 `value`；不等式写在 `low` 或 `high`（>90 即 low 90）。",
      "put a figure into `value`, an inequality into `low` or `high` (>90 is low 90).",
    ),
  "observations/interval": (p: { low: number; high: number }) =>
    text(
      `\`low\`（${p.low}）不小于 \`high\`（${p.high}）。`,
      `\`low\` (${p.low}) is not below \`high\` (${p.high}).`,
      "对调两数。",
      "exchange them.",
    ),
  "observations/duplicate": (p: { series: string; line: number }) =>
    text(
      `数列 \`${p.series}\` 的同一时期、同一口径、同一来源已在第 ${p.line} 行。`,
      `the series \`${p.series}\` has the same period, definition and source already in line ${p.line}.`,
      "删去一行，或用 `vintage` 区分先后版本。",
      "remove one, or tell the versions apart by `vintage`.",
    ),
  "observations/two-units": (p: { series: string; unit: string; other: string }) =>
    text(
      `数列 \`${p.series}\` 的单位有 ${p.other} 又有 ${p.unit}。`,
      `the series \`${p.series}\` is in ${p.other} in one row and in ${p.unit} in another.`,
      "一个数列只用一种单位；口径不同就分成两个数列。",
      "use one unit for one series; make two series of two definitions.",
    ),
} as const satisfies Record<string, (p: never) => IssueText>;
