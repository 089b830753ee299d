import type { Bilingual } from "./bilingual.ts";
import { chooseName, type IssueText, text } from "./issue-text.ts";

/** What the words of {@link NameKind} are called in messages. */
const nameKinds = {
  assumption: { zh: "假设", en: "assumption" },
  chapter: { zh: "章", en: "chapter" },
  correlation: { zh: "相关", en: "correlation" },
  definition: { zh: "口径", en: "definition" },
  dimension: { zh: "维度", en: "dimension" },
  element: { zh: "维度元素", en: "element" },
  event: { zh: "事件", en: "event" },
  identity: { zh: "恒等式", en: "identity" },
  indicator: { zh: "指标", en: "indicator" },
  lever: { zh: "措施", en: "lever" },
  option: { zh: "选项", en: "option" },
  policy: { zh: "政策", en: "policy" },
  reading: { zh: "口径", en: "reading" },
  scenario: { zh: "情景", en: "scenario" },
  sector: { zh: "部门", en: "sector" },
  switch: { zh: "开关", en: "switch" },
  table: { zh: "表", en: "table" },
  target: { zh: "假设或表", en: "assumption or table" },
  variable: { zh: "变量", en: "variable" },
} as const satisfies Record<string, Bilingual>;

/** What a name in a file can be the name of. */
export type NameKind = keyof typeof nameKinds;

/** Issues of what the model, the policies and the scenarios say, file by file and among each other. */
export const studyIssueTexts = {
  // ── names ──
  "name/unknown": (p: { kind: NameKind; name: string; nearest: string | undefined; known: readonly string[] }) => {
    const kind = nameKinds[p.kind];
    const mend = chooseName(p.nearest, p.known);
    return text(`没有名为 \`${p.name}\` 的${kind.zh}。`, `there is no ${kind.en} \`${p.name}\`.`, mend.zh, mend.en);
  },
  "name/duplicate": (p: { kind: NameKind; name: string; firstKind: NameKind; first: string }) =>
    text(
      `${nameKinds[p.kind].zh}名 \`${p.name}\` 已经用过，见 ${p.first}（${nameKinds[p.firstKind].zh}）。`,
      `the ${nameKinds[p.kind].en} name \`${p.name}\` is taken already, at ${p.first} (${nameKinds[p.firstKind].en}).`,
      "换一个名称，或删去其中一个。",
      "choose another name, or remove one of them.",
    ),
  "name/reserved": (p: { name: string }) =>
    text(
      `\`${p.name}\` 是公式语言的保留字，不能作名称。`,
      `\`${p.name}\` is a word of the formula language and cannot be a name.`,
      "换一个名称。",
      "choose another name.",
    ),
  // ── dimensions and tables ──
  "dimension/range": (p: { from: number; to: number }) =>
    text(
      `${p.from}..${p.to} 的起点大于终点。`,
      `${p.from}..${p.to} starts after its end.`,
      "把小的数写在前面。",
      "write the smaller number first.",
    ),
  "dimension/too-large": (p: { size: number; limit: number }) =>
    text(
      `这里共有 ${p.size} 个元素，上限是 ${p.limit}。`,
      `this has ${p.size} elements; the limit is ${p.limit}.`,
      "缩小范围，或合并成档。",
      "use a smaller range, or bands.",
    ),
  "dimension/not-numeric": (p: { name: string }) =>
    text(
      `分档要建立在整数维度上，\`${p.name}\` 不是。`,
      `bands group a dimension of integers, which \`${p.name}\` is not.`,
      "`of` 写一个形如 `0..100` 的维度。",
      "let `of` name a dimension such as `0..100`.",
    ),
  "dimension/band": (p: { band: string; of: string; limits: string }) =>
    text(
      `档 ${p.band} 超出维度 \`${p.of}\`（${p.limits}），或与前一档重叠。`,
      `the band ${p.band} leaves the dimension \`${p.of}\` (${p.limits}) or overlaps the band before it.`,
      "各档从小到大，互不重叠。",
      "write the bands from low to high, without overlap.",
    ),
  "table/repeated": (p: { cell: string; line: number }) =>
    text(
      `${p.cell} 已在第 ${p.line} 行给出。`,
      `${p.cell} is given already in line ${p.line}.`,
      "删去一行。",
      "remove one of the rows.",
    ),
  "table/incomplete": (p: { missing: number; size: number; example: string }) =>
    text(
      `表应有 ${p.size} 个值，缺 ${p.missing} 个，例如 ${p.example}。`,
      `the table needs ${p.size} values and lacks ${p.missing} of them, for example ${p.example}.`,
      "每种组合恰好写一行。",
      "give every combination exactly once.",
    ),
  "table/one-dimension": (p: { over: string }) =>
    text(
      `写在文件里的值只能有一个维度，这里有 ${p.over}。`,
      `values written in place have one dimension, but this table has ${p.over}.`,
      "把值移到 CSV：`values: tables/名称.csv`。",
      "move the values to a CSV: `values: tables/name.csv`.",
    ),
  "table/shape": (_: Record<string, never>) =>
    text(
      "表要么写 `over`、`values` 和 `basis`，要么写 `points`。",
      "a table has either `over`, `values` and `basis`, or `points`.",
      "补上缺的键，删去另一组的键。",
      "add the missing keys, remove the others.",
    ),
  "table/points-order": (p: { x: number; before: number }) =>
    text(
      `点的横坐标应逐个增大，${p.x} 却跟在 ${p.before} 之后。`,
      `the points' x must rise, but ${p.x} follows ${p.before}.`,
      "按横坐标从小到大排列，不要重复。",
      "put the points in rising order of x, each x once.",
    ),
  // ── variables, assumptions, effects ──
  "variable/flows": (p: { kind: string }) =>
    text(
      `只有存量（\`kind: stock\`）才有 \`inflow\` 和 \`outflow\`，这里的 kind 是 ${p.kind}。`,
      `only a stock (\`kind: stock\`) has \`inflow\` and \`outflow\`, but this is of kind \`${p.kind}\`.`,
      "改为 `kind: stock`，或写 `equation`。",
      "make it `kind: stock`, or write an `equation`.",
    ),
  "identity/comparison": (_: Record<string, never>) =>
    text(
      "`holds` 应恰好有一个最外层的 `==`、`<=` 或 `>=`。",
      "`holds` needs exactly one outermost `==`, `<=` or `>=`.",
      "写成例如 `total == part_a + part_b`。",
      "write for example `total == part_a + part_b`.",
    ),
  "assumption/no-value": (_: Record<string, never>) =>
    text(
      "假设没有 `value`，也没有 `distribution`。",
      "the assumption has neither `value` nor `distribution`.",
      "至少写一个。",
      "give at least one of them.",
    ),
  "assumption/outside": (p: { value: number; lower: number; upper: number }) =>
    text(
      `\`value\` ${p.value} 不在分布的范围 ${p.lower} 到 ${p.upper} 之内。`,
      `the \`value\` ${p.value} lies outside the distribution, which runs from ${p.lower} to ${p.upper}.`,
      "改正 `value` 或 `distribution`。",
      "mend `value` or `distribution`.",
    ),
  "effect/operation": (_: Record<string, never>) =>
    text(
      "作用应恰好是 `multiply`、`add`、`set` 之一。",
      "an effect is exactly one of `multiply`, `add` and `set`.",
      "写成例如 `{multiply: 1.2}`。",
      "write for example `{multiply: 1.2}`.",
    ),
  "effect/not-changeable": (p: { name: string; kind: NameKind }) =>
    text(
      `\`${p.name}\` 是${nameKinds[p.kind].zh}；措施和事件只能作用于假设或表。`,
      `\`${p.name}\` is a ${nameKinds[p.kind].en}; levers and events act on assumptions and tables only.`,
      "作用到决定它的假设上，必要时为它设一个假设。",
      "act on the assumption that drives it; add one if there is none.",
    ),
  "effect/set-twice": (p: { name: string; first: string }) =>
    text(
      `\`${p.name}\` 已被 ${p.first} 用 \`set\` 设定；一个量最多被设定一次。`,
      `\`${p.name}\` is \`set\` already at ${p.first}; at most one effect may set it.`,
      "其中一个改用 `multiply` 或 `add`。",
      "use `multiply` or `add` in one of them.",
    ),
  "lever/range": (p: { lower: number; upper: number }) =>
    text(
      `范围的下限 ${p.lower} 不小于上限 ${p.upper}。`,
      `the range's lower end ${p.lower} is not below its upper end ${p.upper}.`,
      "写成例如 `[0, 1]`。",
      "write for example `[0, 1]`.",
    ),
  "correlation/itself": (p: { name: string }) =>
    text(
      `\`${p.name}\` 与自身相关没有意义。`,
      `\`${p.name}\` is correlated with itself.`,
      "写两个不同的假设。",
      "name two different assumptions.",
    ),
} as const satisfies Record<string, (p: never) => IssueText>;
