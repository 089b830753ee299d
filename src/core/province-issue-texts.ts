import { chooseName, type IssueText, text } from "./issue-text.ts";

/** Issues of a province and of what its regions share. */
export const provinceIssueTexts = {
  "table/not-of-model": (p: { file: string; nearest: string | undefined; known: readonly string[] }) => {
    const mend = chooseName(p.nearest, p.known);
    return text(
      `共用的模型没有读取 \`${p.file}\` 的表，这个文件不起作用。`,
      `no table of the shared model reads \`${p.file}\`, so this file does nothing.`,
      mend.zh,
      mend.en,
    );
  },
  "province/region-twice": (p: { region: string }) =>
    text(
      `地区 \`${p.region}\` 列了不止一次。`,
      `the region \`${p.region}\` is listed more than once.`,
      "只留一次，否则它会被重复相加。",
      "keep it once; it would be added twice.",
    ),
  "province/other-model": (p: { region: string; first: string; files: string }) =>
    text(
      `地区 \`${p.region}\` 与 \`${p.first}\` 用的不是同一个模型（\`${p.files}\` 不同），不能在一次运行里相加。`,
      `the region \`${p.region}\` does not share the model of \`${p.first}\` (\`${p.files}\` differs), so one run cannot add them up.`,
      "在它的 plan.yaml 里用 `model:` 写同一个模型文件夹；各地区自己的表放在自己的 model/tables/ 下。",
      "name the same folder under `model:` in its plan.yaml; tables of its own go into its own model/tables/.",
    ),
  "province/other-base-year": (p: { region: string; year: number; first: string; firstYear: number }) =>
    text(
      `地区 \`${p.region}\` 的基年是 ${p.year}，\`${p.first}\` 的是 ${p.firstYear}，各年不能相加。`,
      `the base year of \`${p.region}\` is ${p.year} and that of \`${p.first}\` is ${p.firstYear}, so their years do not add up.`,
      "一个省只列基年相同的地区。",
      "list regions of one base year only.",
    ),
  "province/other-unit": (p: { name: string; region: string; unit: string; seen: string | null }) =>
    text(
      `共用的模型读取 ${p.unit} 的 \`${p.name}\`，地区 \`${p.region}\` 的这个数${p.seen === null ? "没有" : `以 ${p.seen} 计`}。`,
      `the shared model reads \`${p.name}\` in ${p.unit}, but the region \`${p.region}\` has it ${p.seen === null ? "not at all" : `in ${p.seen}`}.`,
      "在该地区的 plan.yaml 或观测数据里，用同一单位给出这个数。",
      "give the figure in that unit, in the region's plan.yaml or observations.",
    ),
  "province/no-common-scenario": (_: Record<string, never>) =>
    text(
      "各地区没有一个共同的情景。",
      "the regions have no scenario in common.",
      "让每个地区的情景文件夹里有同一个 `id`，例如 baseline。",
      "give every region a scenario of the same `id`, such as baseline.",
    ),
  "province/scenario-missing": (p: { region: string; scenarios: string }) =>
    text(
      `地区 \`${p.region}\` 没有别的地区有的情景 ${p.scenarios}，全省不运行这些情景。`,
      `the region \`${p.region}\` lacks scenarios that others have (${p.scenarios}); the province is not run under them.`,
      "补上这些情景，或不必理会。",
      "add them, or leave it so.",
    ),
  "province/other-run": (p: { scenario: string; region: string; first: string }) =>
    text(
      `情景 \`${p.scenario}\` 在 \`${p.region}\` 与 \`${p.first}\` 里的 \`run\`（次数、种子、抽样或末年）不同，不能逐次相加。`,
      `\`run\` of scenario \`${p.scenario}\` (draws, seed, sampling or last year) differs between \`${p.region}\` and \`${p.first}\`, so their draws do not add up.`,
      "在各地区写相同的 `run`。",
      "write the same `run` in every region.",
    ),
  "province/not-a-sum": (p: { name: string; unit: string }) =>
    text(
      `\`${p.name}\` 的单位是 ${p.unit}，各地区的这个数不能相加。`,
      `\`${p.name}\` is in ${p.unit}: such figures of regions do not add up.`,
      "`sums` 里只列各地区可以相加的数量，如 亿元 的总额；比率由规划的 `share` 得出。",
      "list only amounts that add up, such as totals in 亿元; rates come from `share` in the plan.",
    ),
} as const satisfies Record<string, (p: never) => IssueText>;
