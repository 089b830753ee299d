import type { FindingKind } from "../consistency/consistency-report.ts";
import { type BilingualProse, type Piece, prose } from "./prose.ts";

/** Words of the annexes. */
export const annexWords = {
  assumptions: (): BilingualProse => ({ zh: prose`主要假设`, en: prose`Assumptions` }),
  assumptionsIntro: (p: {
    count: Piece;
    plan: Piece;
    data: Piece;
    definition: Piece;
    assumed: Piece;
  }): BilingualProse => ({
    zh: prose`模型使用参数${p.count}项：取自规划${p.plan}项，取自数据${p.data}项，属于定义${p.definition}项，属于假设${p.assumed}项。`,
    en: prose`The model has ${p.count} parameters: ${p.plan} from the plan, ${p.data} from data, ${p.definition} definitions, ${p.assumed} assumptions.`,
  }),
  parameterTable: (): BilingualProse => ({ zh: prose`模型参数及其依据`, en: prose`Parameters and their basis` }),
  parameterUnit: (): BilingualProse => ({ zh: prose`单位：见“单位”栏`, en: prose`Units as in the column` }),
  probabilities: (): BilingualProse => ({
    zh: prose`模拟统计和联合概率`,
    en: prose`Simulations and joint probabilities`,
  }),
  method: (p: { draws: Piece; seed: Piece; share: Piece }): BilingualProse => ({
    zh: prose`每个情景模拟${p.draws}次，随机种子${p.seed}。概率是完成目标的模拟次数所占比例，以所列假设为前提；区间含${p.share}的模拟结果。联合概率按每次模拟计数，不由单项概率相乘得出。`,
    en: prose`Each scenario was simulated ${p.draws} times from seed ${p.seed}. A probability is the share of simulations that meet the target, given the assumptions; intervals hold ${p.share} of the simulations. Joint probabilities are counted on the simulations, never multiplied.`,
  }),
  probabilityTable: (p: { scenario: Piece }): BilingualProse => ({
    zh: prose`“${p.scenario}”情景下各项指标的概率`,
    en: prose`Probabilities under “${p.scenario}”`,
  }),
  probabilityUnit: (): BilingualProse => ({
    zh: prose`单位：概率%，标准误个百分点，其余同指标`,
    en: prose`Probability %, error in points, others as the target`,
  }),
  jointTable: (): BilingualProse => ({
    zh: prose`各情景下同时完成的概率`,
    en: prose`Probability of meeting targets together`,
  }),
  percentUnit: (): BilingualProse => ({ zh: prose`单位：%、项、次`, en: prose`%; targets; simulations` }),
  setTable: (p: { scenario: Piece }): BilingualProse => ({
    zh: prose`“${p.scenario}”情景下成组指标同时完成的概率`,
    en: prose`Sets of targets under “${p.scenario}”`,
  }),
  setUnit: (): BilingualProse => ({ zh: prose`单位：%`, en: prose`%` }),
  pairTable: (p: { scenario: Piece }): BilingualProse => ({
    zh: prose`“${p.scenario}”情景下相互牵制或促进最明显的指标`,
    en: prose`Targets that hurt or help each other most under “${p.scenario}”`,
  }),
  pairUnit: (): BilingualProse => ({ zh: prose`单位：%、个百分点`, en: prose`%; percentage points` }),
  pairNote: (): BilingualProse => ({
    zh: prose`注：差为负表示相互牵制，为正表示相互促进。`,
    en: prose`Note: below zero they hurt each other, above zero they help.`,
  }),
  pictures: (): BilingualProse => ({ zh: prose`其他指标测算图`, en: prose`Charts of the other targets` }),
  conflicts: (): BilingualProse => ({ zh: prose`规划自身不衔接之处`, en: prose`Where the plan does not fit itself` }),
  noConflict: (): BilingualProse => ({ zh: prose`未发现不衔接之处。`, en: prose`Nothing was found.` }),
  finding: (p: { sentence: Piece }): BilingualProse => ({ zh: prose`${p.sentence}`, en: prose`${p.sentence}` }),
} as const;

/** Headings of the kinds of findings. */
export const findingWords: Readonly<Record<FindingKind, () => BilingualProse>> = {
  two_figures: () => ({ zh: prose`同一指标有两个数`, en: prose`Two figures for one thing` }),
  sign_flip: () => ({ zh: prose`增减方向随口径而变`, en: prose`Up or down, depending on the figure` }),
  period_mismatch: () => ({ zh: prose`基期与目标的时段不同`, en: prose`Baseline and target cover different times` }),
  open_baseline: () => ({ zh: prose`基期数只是不等式`, en: prose`The baseline is an inequality` }),
  weaker_than_baseline: () => ({
    zh: prose`目标不比基期更严`,
    en: prose`The target asks for no more than the baseline`,
  }),
  two_targets: () => ({ zh: prose`同一目标有两个数`, en: prose`Two values for one target` }),
  strictness: () => ({ zh: prose`是否包含本数不一`, en: prose`Bound included or not` }),
  wording: () => ({ zh: prose`两处表述不一`, en: prose`Two places say different things` }),
  coverage: () => ({ zh: prose`全覆盖的表述与目标不衔接`, en: prose`Words of full coverage against the targets` }),
  conflict: () => ({ zh: prose`不能同时成立的目标`, en: prose`Targets that cannot hold together` }),
};
