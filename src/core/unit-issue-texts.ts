import { type IssueText, text } from "./issue-text.ts";

/** Issues of units: what may be added, compared and declared. */
export const unitIssueTexts = {
  "unit/mismatch": (p: { name: string; declared: string; seen: string }) =>
    text(
      `\`${p.name}\` 的单位是 ${p.declared}，公式算出来却是 ${p.seen}。`,
      `\`${p.name}\` is in ${p.declared}, but its formula gives ${p.seen}.`,
      "检查公式，或改正声明的单位；不要用系数去凑单位。",
      "check the formula or the declared unit; do not mend it with a factor.",
    ),
  "unit/operands": (p: { operator: string; left: string; right: string }) =>
    text(
      `\`${p.operator}\` 两边的单位不同：${p.left} 和 ${p.right}。`,
      `the two sides of \`${p.operator}\` have different units: ${p.left} and ${p.right}.`,
      "把两边化成同一单位。",
      "bring both sides to one unit.",
    ),
  "unit/not-dimensionless": (p: { where: string; seen: string }) =>
    text(
      `\`${p.where}\` 只能用没有单位的数，这里的单位是 ${p.seen}。`,
      `\`${p.where}\` needs a number without a unit, but this is in ${p.seen}.`,
      "先除以同单位的量。",
      "divide by a quantity of the same unit first.",
    ),
  "unit/lookup": (p: { name: string; expected: string; seen: string }) =>
    text(
      `表 \`${p.name}\` 的横轴单位是 ${p.expected}，查的却是 ${p.seen}。`,
      `the x of the table \`${p.name}\` is in ${p.expected}, but it is looked up by ${p.seen}.`,
      "把查的量化成横轴的单位。",
      "bring the argument to the unit of x.",
    ),
} as const satisfies Record<string, (p: never) => IssueText>;
