import { type IssueText, text } from "./issue-text.ts";

/** Issues of the constraints that the consistency of a plan is tried on. */
export const feasibilityIssueTexts = {
  "feasibility/not-linear": (p: { found: string }) =>
    text(
      `这里只能写线性式，\`${p.found}\` 不是。`,
      `only linear formulas are allowed here, and \`${p.found}\` is not one.`,
      "只用加减、乘以常数、除以非零常数；占比目标写 `numerator` 与 `denominator`。",
      "add, subtract, multiply by constants, divide by constants that are not 0; write a share as `numerator` and `denominator`.",
    ),
  "feasibility/unknown-call": (p: { name: string }) =>
    text(
      `这里没有函数 \`${p.name}\`。`,
      `there is no function \`${p.name}\` here.`,
      "基期数写成 `baseline(指标)`。",
      "a base-year figure is `baseline(indicator)`.",
    ),
  "feasibility/no-figure": (p: { indicator: string; reading: string }) =>
    text(
      `指标 \`${p.indicator}\` 的基期数（口径 \`${p.reading}\`）不是一个数。`,
      `the baseline of \`${p.indicator}\` (reading \`${p.reading}\`) is not a number.`,
      "换一个有数的口径，或直接写数并注明来源。",
      "use a reading with a number, or write the number and its source.",
    ),
  "feasibility/constant": (p: { names: string }) =>
    text(
      `这里只能用数和 \`baseline(…)\`，不能用变量 ${p.names}。`,
      `only numbers and \`baseline(…)\` are allowed here, not the variables ${p.names}.`,
      "去掉变量。",
      "leave the variables out.",
    ),
  "feasibility/capacity-bound": (_: Record<string, never>) =>
    text(
      "能力约束应是 `<=` 或 `>=`。",
      "a capacity is a limit: `<=` or `>=`.",
      "写成上限或下限；恒等式写在 `relations`。",
      "write an upper or lower limit; equalities go under `relations`.",
    ),
  "feasibility/no-target": (p: { indicator: string }) =>
    text(
      `指标 \`${p.indicator}\` 还没有目标。`,
      `the indicator \`${p.indicator}\` has no target yet.`,
      "先在 plan.yaml 写目标，或去掉这一项。",
      "give it a target in plan.yaml, or remove this entry.",
    ),
  "feasibility/target-form": (_: Record<string, never>) =>
    text(
      "目标要么写 `value`，要么同时写 `numerator` 和 `denominator`。",
      "a target has either `value`, or both `numerator` and `denominator`.",
      "补上缺的键，删去多余的键。",
      "add the missing key, remove the other.",
    ),
  "feasibility/bounds": (p: { lower: number; upper: number }) =>
    text(
      `下限 ${p.lower} 大于上限 ${p.upper}。`,
      `the lower bound ${p.lower} is above the upper bound ${p.upper}.`,
      "对调或改正。",
      "exchange or mend them.",
    ),
  "feasibility/trials": (p: { count: number; limit: number }) =>
    text(
      `口径的组合有 ${p.count} 种，上限是 ${p.limit} 种。`,
      `the definitions combine in ${p.count} ways; the limit is ${p.limit}.`,
      "减少口径或选项。",
      "use fewer definitions or options.",
    ),
  "feasibility/coverage-rows": (_: Record<string, never>) =>
    text(
      "占比指标只能单列一个且不写 `population`，人数指标要写 `population`。",
      "a share stands alone and has no `population`; head counts need one.",
      "改正 `rows`，或补上、去掉 `population`。",
      "mend `rows`, or add or remove `population`.",
    ),
} as const satisfies Record<string, (p: never) => IssueText>;
