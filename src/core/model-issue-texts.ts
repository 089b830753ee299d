import { type IssueText, text } from "./issue-text.ts";

/** Issues of the model as it is compiled: names, indices and the order of its formulas. */
export const modelIssueTexts = {
  "model/unknown-name": (p: { name: string; nearest: string | undefined }) =>
    text(
      `公式里的名称 \`${p.name}\` 没有定义。`,
      `the name \`${p.name}\` is not defined.`,
      p.nearest ? `是不是想写 \`${p.nearest}\`？` : "先在模型里定义它，或改用已有的名称。",
      p.nearest ? `did you mean \`${p.nearest}\`?` : "define it in the model, or use a name that exists.",
    ),
  "model/unknown-function": (p: { name: string; nearest: string | undefined }) =>
    text(
      `没有函数 \`${p.name}\`。`,
      `there is no function \`${p.name}\`.`,
      p.nearest ? `是不是想写 \`${p.nearest}\`？` : "改用模型语言里的函数。",
      p.nearest ? `did you mean \`${p.nearest}\`?` : "use a function of the model language.",
    ),
  "model/argument-count": (p: { name: string; expected: string; seen: number }) =>
    text(
      `函数 \`${p.name}\` 要 ${p.expected} 个参数，这里写了 ${p.seen} 个。`,
      `\`${p.name}\` takes ${p.expected} argument(s), but ${p.seen} were given.`,
      "补上或去掉参数。",
      "add or remove arguments.",
    ),
  "model/number-expected": (_: Record<string, never>) =>
    text(
      "这里要一个数，写的却是一个条件。",
      "a number is wanted here, but this is a condition.",
      "用 `if(条件, 甲, 乙)` 把条件变成数。",
      "turn the condition into a number with `if(condition, a, b)`.",
    ),
  "model/condition-expected": (_: Record<string, never>) =>
    text(
      "这里要一个条件，写的却是一个数。",
      "a condition is wanted here, but this is a number.",
      "写成比较式，例如 `x > 0`。",
      "write a comparison, for example `x > 0`.",
    ),
  "model/only-equality": (p: { name: string }) =>
    text(
      `\`${p.name}\` 的取值是名称，只能用 == 或 != 比较。`,
      `the values of \`${p.name}\` are names: only == and != compare them.`,
      "改用 == 或 !=。",
      "use == or !=.",
    ),
  "model/unknown-option": (p: { name: string; options: string }) =>
    text(
      `开关 \`${p.name}\` 没有这个选项。`,
      `the switch \`${p.name}\` has no such option.`,
      `可选：${p.options}。`,
      `choose one of: ${p.options}.`,
    ),
  "model/not-a-number": (p: { name: string; kind: "element" | "switch" }) =>
    text(
      `\`${p.name}\` 是${p.kind === "switch" ? "开关" : "维度的元素"}，不是数。`,
      `\`${p.name}\` is ${p.kind === "switch" ? "a switch" : "an element of a dimension"}, not a number.`,
      p.kind === "switch" ? "写成 `if(开关 == 选项, 甲, 乙)`。" : "只把它写在方括号里或与维度名比较。",
      p.kind === "switch"
        ? "write `if(switch == option, a, b)`."
        : "use it in brackets, or compare a dimension with it.",
    ),
  "model/index-not-bound": (p: { name: string }) =>
    text(
      `\`${p.name}\` 是维度名，但这条公式不在这个维度上展开。`,
      `\`${p.name}\` is a dimension, but this formula does not run over it.`,
      "给变量写上 `over`，或放进 `sum(… over …)`。",
      "give the variable `over`, or use it inside `sum(… over …)`.",
    ),
  "model/has-no-elements": (p: { name: string }) =>
    text(
      `\`${p.name}\` 没有维度，不能加方括号。`,
      `\`${p.name}\` has no dimensions, so it takes no brackets.`,
      "去掉方括号。",
      "remove the brackets.",
    ),
  "model/element-not-said": (p: { name: string; dimensions: string }) =>
    text(
      `\`${p.name}\` 在维度 ${p.dimensions} 上展开，这里没有说明取哪个元素。`,
      `\`${p.name}\` runs over ${p.dimensions}, and nothing here says which element is meant.`,
      "加方括号指明元素，或用 `sum(…)` 求和。",
      "name the element in brackets, or add up with `sum(…)`.",
    ),
  "model/index-count": (p: { name: string; expected: number; seen: number; dimensions: string }) =>
    text(
      `\`${p.name}\` 有 ${p.expected} 个维度（${p.dimensions}），这里写了 ${p.seen} 个下标。`,
      `\`${p.name}\` has ${p.expected} dimension(s) (${p.dimensions}), but ${p.seen} index(es) were given.`,
      "按维度的顺序各写一个下标。",
      "give one index for each dimension, in their order.",
    ),
  "model/index-form": (p: { dimension: string }) =>
    text(
      `维度 \`${p.dimension}\` 的下标只能是它的元素、维度名，或维度名加减一个整数。`,
      `an index of \`${p.dimension}\` is one of its elements, the dimension's name, or the name plus or minus a whole number.`,
      `例如 \`${p.dimension}\` 或 \`${p.dimension} - 1\`。`,
      `write \`${p.dimension}\` or \`${p.dimension} - 1\`, for example.`,
    ),
  "model/index-outside": (p: { index: string; dimension: string; limits: string }) =>
    text(
      `下标 ${p.index} 超出维度 \`${p.dimension}\` 的范围（${p.limits}）。`,
      `the index ${p.index} lies outside \`${p.dimension}\` (${p.limits}).`,
      "用 `when` 分出边界情形，或改下标。",
      "split off the border with a `when` case, or change the index.",
    ),
  "model/index-points-outside": (p: { name: string; element: string }) =>
    text(
      p.element
        ? `\`${p.name}[${p.element}]\` 的公式里有下标超出维度的范围。`
        : `\`${p.name}\` 的公式里有下标超出维度的范围。`,
      p.element
        ? `for \`${p.name}[${p.element}]\`, an index of this formula points outside its dimension.`
        : `an index in the formula of \`${p.name}\` points outside its dimension.`,
      "用 `when` 分出边界情形，或改下标。",
      "split off the border with a `when` case, or change the index.",
    ),
  "model/unknown-dimension": (p: { name: string }) =>
    text(
      `\`${p.name}\` 不是维度。`,
      `\`${p.name}\` is not a dimension.`,
      "改用 `dimensions` 里的名称。",
      "use a name from `dimensions`.",
    ),
  "model/dimension-bound-twice": (p: { name: string }) =>
    text(
      `维度 \`${p.name}\` 在这里已经有确定的下标，不能再求和。`,
      `the index of \`${p.name}\` is already fixed here, so it cannot be summed over.`,
      "从 `over` 里去掉它。",
      "remove it from `over`.",
    ),
  "model/sum-over-nothing": (_: Record<string, never>) =>
    text(
      "`sum` 里没有可以求和的维度。",
      "there is no dimension left for this `sum` to run over.",
      "去掉 `sum`，或写明 `over`。",
      "remove `sum`, or say `over`.",
    ),
  "model/table-needs-lookup": (p: { name: string }) =>
    text(
      `\`${p.name}\` 是插值表，不能直接当数用。`,
      `\`${p.name}\` is a table of points and is no number by itself.`,
      `写成 \`lookup(${p.name}, x)\`。`,
      `write \`lookup(${p.name}, x)\`.`,
    ),
  "model/lookup-needs-points": (_: Record<string, never>) =>
    text(
      "`lookup` 的第一个参数要是带 `points` 的表。",
      "the first argument of `lookup` must be a table with `points`.",
      "换成插值表的名称。",
      "name a table of points.",
    ),
  "model/noise-needs-name": (_: Record<string, never>) =>
    text(
      "`noise` 的第一个参数要是一个名称，随机数按它区分。",
      "the first argument of `noise` must be a name: the random draws are keyed by it.",
      "写成 `noise(名称, 标准差)`。",
      "write `noise(name, sd)`.",
    ),
  "model/constant-argument": (p: { name: string }) =>
    text(
      `\`${p.name}\` 的参数要是写明的数或 \`base_year\`。`,
      `the arguments of \`${p.name}\` must be plain numbers or \`base_year\`.`,
      "直接写年份或数字。",
      "write the year or the number itself.",
    ),
  "model/previous-of-expression": (p: { name: string }) =>
    text(
      `\`${p.name}\` 只能取一个变量或它的一个元素。`,
      `\`${p.name}\` takes one variable or one of its elements.`,
      "先把算式定义成变量，再取它的上年值或基年值。",
      "define the expression as a variable first.",
    ),
  "model/unknown-observed": (p: { name: string; nearest: string | undefined }) =>
    text(
      `规划指标和观测数据里都没有 \`${p.name}\`。`,
      `\`${p.name}\` is neither an indicator of the plan nor a series of the observations.`,
      p.nearest ? `是不是想写 \`${p.nearest}\`？` : "检查名称。",
      p.nearest ? `did you mean \`${p.nearest}\`?` : "check the name.",
    ),
  "model/previous-of-blank": (p: { name: string; baseYear: number }) =>
    text(
      `\`${p.name}\` 在基年 ${p.baseYear} 没有值，下一年就取不到它的上年值。`,
      `\`${p.name}\` has no value in the base year ${p.baseYear}, so there is no last year's value to read in the next.`,
      `给 \`${p.name}\` 写 \`initial\`。`,
      `give \`${p.name}\` an \`initial\`.`,
    ),
  "model/initial-of-blank": (p: { name: string; blank: string }) =>
    text(
      `\`${p.name}\` 的 \`initial\` 用到 \`${p.blank}\`，而它在基年没有值。`,
      `the \`initial\` of \`${p.name}\` reads \`${p.blank}\`, which has no value in the base year.`,
      `给 \`${p.blank}\` 写 \`initial\`，或改写公式。`,
      `give \`${p.blank}\` an \`initial\`, or rewrite the formula.`,
    ),
  "model/initial-reads-time": (p: { name: string; what: string }) =>
    text(
      `\`${p.name}\` 在基年求值，不能用 \`${p.what}\`。`,
      `\`${p.name}\` is evaluated in the base year, where \`${p.what}\` has no meaning.`,
      "去掉它，或把变量改成 auxiliary 并给 `initial`。",
      "remove it, or make the variable auxiliary with an `initial`.",
    ),
  "model/cycle": (p: { loop: string }) =>
    text(
      `公式互相依赖成环：${p.loop}。`,
      `these equations need each other in the same year: ${p.loop}.`,
      "在环上某处改用 `prev(…)`，取上一年的值。",
      "read last year's value with `prev(…)` somewhere on the loop.",
    ),
  "model/stock-without-initial": (p: { name: string }) =>
    text(
      `存量 \`${p.name}\` 没有 \`initial\`，基年从哪里开始不清楚。`,
      `the stock \`${p.name}\` has no \`initial\`, so it has nothing to start from.`,
      "写上 `initial`，例如 `initial: observed(…)`。",
      "add `initial`, for example `initial: observed(…)`.",
    ),
  "model/no-equation": (p: { name: string; kind: string }) =>
    text(
      `变量 \`${p.name}\`（${p.kind}）没有公式。`,
      `the variable \`${p.name}\` (${p.kind}) has no equation.`,
      p.kind === "stock" ? "写 `inflow`、`outflow` 或 `equation`。" : "写 `equation`。",
      p.kind === "stock" ? "write `inflow`, `outflow` or `equation`." : "write `equation`.",
    ),
  "model/flows-and-equation": (p: { name: string }) =>
    text(
      `\`${p.name}\` 同时写了 \`equation\` 和 \`inflow\`/\`outflow\`，不知以哪个为准。`,
      `\`${p.name}\` has both an \`equation\` and \`inflow\`/\`outflow\`: it is unclear which holds.`,
      "只留一种写法；`inflow`、`outflow` 只用于存量。",
      "keep one of the two; only stocks have `inflow` and `outflow`.",
    ),
  "model/cases-not-exhaustive": (p: { name: string; element: string }) =>
    text(
      `\`${p.name}\` 的分情形公式没有覆盖元素 ${p.element}。`,
      `the cases of \`${p.name}\` leave out the element ${p.element}.`,
      "在最后加一条不带 `when` 的情形。",
      "end with a case that has no `when`.",
    ),
  "model/case-never-used": (p: { name: string }) =>
    text(
      `\`${p.name}\` 的这一情形轮不到任何元素。`,
      `no element of \`${p.name}\` is left for this case.`,
      "删掉它，或把它移到前面。",
      "remove it, or move it up.",
    ),
  "model/case-reads-values": (_: Record<string, never>) =>
    text(
      "`when` 和 `where` 只能看下标，不能看变量、假设或年份。",
      "`when` and `where` look at indices only, not at variables, assumptions or the year.",
      "随数值变化的条件写成 `if(…)`。",
      "write a condition on values as `if(…)`.",
    ),
  "model/year-dimension-first": (p: { name: string }) =>
    text(
      `表 \`${p.name}\` 的 \`over\` 里 \`year\` 要写在最前。`,
      `in \`over\` of the table \`${p.name}\`, \`year\` must come first.`,
      "调整 `over` 的顺序。",
      "reorder `over`.",
    ),
  "model/no-source": (p: { name: string }) =>
    text(
      `\`${p.name}\` 是假设，但没有写明来源。`,
      `\`${p.name}\` is an assumption that names no source.`,
      "在 `source` 里写出根据什么定的；只是判断也写明是谁的判断。",
      "say under `source` what it rests on; a judgement may say whose it is.",
    ),
} as const satisfies Record<string, (p: never) => IssueText>;
