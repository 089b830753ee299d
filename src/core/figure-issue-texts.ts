import { type IssueText, text } from "./issue-text.ts";

/** Issues of the figures that a region asks for. */
export const figureIssueTexts = {
  "figures/array": (p: { name: string; over: string }) =>
    text(
      `\`${p.name}\` 按 ${p.over} 分，每年不止一个数，这张图画不了。`,
      `\`${p.name}\` has elements over ${p.over}, and this figure shows one number a year.`,
      "在模型里加一个合计的变量。",
      "add a variable to the model that sums it.",
    ),
  "figures/not-reported": (p: { name: string }) =>
    text(
      `结果里没有 \`${p.name}\`，画不出来。`,
      `the results do not hold \`${p.name}\`, so it cannot be drawn.`,
      "在模型里给它写上 `report: true`。",
      "say `report: true` of it in the model.",
    ),
  "figures/units": (p: { name: string; unit: string; first: string; firstUnit: string }) =>
    text(
      `画在同一条轴上的要同一单位：\`${p.first}\` 是 ${p.firstUnit}，\`${p.name}\` 是 ${p.unit}。`,
      `what stands on one axis must share a unit: \`${p.first}\` is in ${p.firstUnit}, \`${p.name}\` in ${p.unit}.`,
      "换一个同单位的变量。",
      "use a variable in the same unit.",
    ),
  "figures/pyramid": (p: { name: string }) =>
    text(
      `\`${p.name}\` 不是先按两类人、再按年龄分的变量。`,
      `\`${p.name}\` is not a variable over two named groups and then over ages.`,
      "用形如 `over: [sex, age]` 的变量，前一维两个名称，后一维是整数。",
      "use a variable such as `over: [sex, age]`: a dimension of two names, then one of whole numbers.",
    ),
  "figures/twice": (p: { name: string }) =>
    text(
      `\`${p.name}\` 写了两次。`,
      `\`${p.name}\` stands here twice.`,
      "去掉一个，或换一个。",
      "remove one of them, or name another.",
    ),
} as const satisfies Record<string, (p: never) => IssueText>;
