import { comparisonSign, formatFigure } from "../charts/format-figure.ts";
import type { Bilingual, Language } from "../core/bilingual.ts";
import { driversSentence } from "../exploration/drivers.ts";
import type { LeverAlone, SeekFinding, SeekLever, SeekLimit } from "../exploration/seek-finding.ts";
import type { LeverLimitReason } from "../exploration/seek-one-lever.ts";
import type { Indicator, Plan } from "../inputs/study.ts";

/** Why a lever by itself goes no further, as a sentence of its own. */
const limitReasons: Readonly<Record<LeverLimitReason, Bilingual>> = {
  no_effect: { zh: "它对该指标没有作用", en: "nothing that the row is made of changes with it" },
  range_too_short: {
    zh: "到力度上限时概率仍在上升，是力度范围不够",
    en: "the chance still rises at the end of its range",
  },
  only_spread_grows: {
    zh: "它使中间值偏离目标，概率上升只因不确定性变大",
    en: "it moves the middle value away from the target; the chance rises only because the outcome becomes less certain",
  },
  peak_inside: { zh: "力度过大反而降低概率", en: "beyond a certain intensity it lowers the chance again" },
  levels_off: { zh: "加大力度的作用逐渐消失", en: "turning it up further does ever less" },
  moves_away: { zh: "加大力度会使指标偏离目标", en: "turning it up moves the row away from the target" },
};

/** Say what a lever search found, in a few sentences of plain words. */
export function describeSeek(finding: SeekFinding, plan: Plan): Bilingual {
  return { zh: sentences(finding, plan, "zh").join(""), en: sentences(finding, plan, "en").join(" ") };
}

/** Write a share as whole percent; what rounds to certainty without being it is written as a bound. */
function percent(share: number): string {
  const whole = Math.round(share * 100);
  if (whole === 0 && share > 0) return "<1%";
  return whole === 100 && share < 1 ? ">99%" : `${whole}%`;
}

/** An intensity or effort with two decimals; what rounds to nothing without being it is written as a bound. */
function amount(value: number): string {
  return value > 0 && value < 0.005 ? "<0.01" : String(Number(value.toFixed(2)));
}

function sentences(finding: SeekFinding, plan: Plan, language: Language): string[] {
  const say = (text: Bilingual) => text[language];
  if (finding.status === "not_assessable") {
    return finding.notAssessed.map(({ indicator, reason }) => {
      const name = rowName(plan, indicator, language);
      return say({ zh: `${name}：${reason.zh}`, en: `${name}: ${reason.en}` });
    });
  }
  const drivers = driversSentence(finding.whatWouldChange);
  const answer = answerSentences(finding, plan).map(say);
  return drivers ? [...answer, say(drivers)] : answer;
}

function answerSentences(finding: SeekFinding, plan: Plan): Bilingual[] {
  const goal = goalText(finding, plan);
  const { status, chances, effort, limit } = finding;
  const before = percent(Math.min(...chances.map((chance) => chance.before.probability)));
  if (finding.metAlready) {
    return [
      {
        zh: `不必加大力度：${goal.zh}的概率已有 ${before}。`,
        en: `No more is needed: the chance of ${goal.en} is ${before} already.`,
      },
    ];
  }
  if ((status === "met" || status === "needs_mix") && effort !== null) return metSentences(finding, goal, before);
  return limit ? limitSentences(finding, limit, plan, goal) : [];
}

function metSentences(finding: SeekFinding, goal: Bilingual, before: string): Bilingual[] {
  const { status, chances, levers, effort } = finding;
  const used = levers.filter(({ intensity, lower }) => intensity !== null && intensity > lower + 0.005);
  const policy = {
    zh: used.map((lever) => `“${lever.label.zh}”${raiseText(lever)}`).join("、"),
    en: used.map((lever) => `“${lever.label.en}” ${raiseText(lever)}`).join(", "),
  };
  const fresh = percent(Math.min(...chances.map(({ fresh: checked, before: was }) => (checked ?? was).probability)));
  const opening = {
    zh: status === "needs_mix" ? "没有一项措施单独够用，合起来可以：" : "",
    en: status === "needs_mix" ? "No lever is enough alone, but together they are: with " : "With ",
  };
  return [
    {
      zh: `${opening.zh}力度调整为${policy.zh}，${goal.zh}的概率由 ${before} 升至 ${fresh}（用另一组随机数复核），投入合计 ${amount(effort ?? 0)}。`,
      en: `${opening.en}${policy.en}, the chance of ${goal.en} rises from ${before} to ${fresh} (checked on other draws), for an effort of ${amount(effort ?? 0)}.`,
    },
    ...lastStartSentences(finding),
  ];
}

function raiseText({ lower, intensity, band }: SeekLever): string {
  const range = band ? ` (${band.map((end) => (end === null ? "?" : amount(end))).join("–")})` : "";
  return `${amount(lower)}→${amount(intensity ?? lower)}${range}`;
}

function lastStartSentences({ lastStart }: SeekFinding): Bilingual[] {
  if (!lastStart || lastStart.year === null) return [];
  return [
    {
      zh: `若一步到位，最迟 ${lastStart.year} 年启动仍能达到。`,
      en: `Turned up fully, it can still start in ${lastStart.year} at the latest.`,
    },
  ];
}

function limitSentences(finding: SeekFinding, limit: SeekLimit, plan: Plan, goal: Bilingual): Bilingual[] {
  const asked = percent(Math.max(...finding.chances.map(({ probability }) => probability)));
  const best = percent(Math.min(...limit.chances.map(({ probability }) => probability)));
  const kept = keptText(limit, plan);
  const lever = finding.levers[0];
  const reach: Bilingual = {
    zh: `概率最高 ${best}（要求 ${asked}）${kept.zh}。`,
    en: `the chance is ${best} at most (${asked} is asked for)${kept.en}.`,
  };
  if (limit.reason !== null && lever) {
    const why = limitReasons[limit.reason];
    const away = finding.status === "lever_moves_away";
    return [
      {
        zh: `${away ? `加大“${lever.label.zh}”只会更难` : `单靠“${lever.label.zh}”做不到`}${goal.zh}：${reach.zh}`,
        en: `${away ? `More of “${lever.label.en}” only works against` : `“${lever.label.en}” alone does not reach`} ${goal.en}: ${reach.en}`,
      },
      { zh: `原因：${why.zh}。`, en: `Why: ${why.en}.` },
      ...rangeSentences(limit),
    ];
  }
  if (limit.boundBy === "budget") {
    const [effort, budget] = [amount(finding.effort ?? Number.NaN), amount(finding.budget ?? Number.NaN)];
    return [
      {
        zh: `要${goal.zh}，投入至少 ${effort}，超过上限 ${budget}。`,
        en: `${goal.en} takes an effort of at least ${effort}, more than the budget of ${budget}.`,
      },
    ];
  }
  return [
    {
      zh: `所列措施全部用足也做不到${goal.zh}：${reach.zh}`,
      en: `Not even all these levers together reach ${goal.en}: ${reach.en}`,
    },
    ...rangeSentences(limit),
  ];
}

function rangeSentences({ rangesNeeded }: SeekLimit): Bilingual[] {
  if (rangesNeeded === null) return [];
  const times = amount(rangesNeeded);
  return [
    {
      zh: `只有当作用幅度是所假设的 ${times} 倍时才够，这没有依据。`,
      en: `It would take ${times} times the assumed reach, for which there is no evidence.`,
    },
  ];
}

/** What is kept at the limit with the probability asked for, where one row is sought. */
function keptText({ values }: SeekLimit, plan: Plan): Bilingual {
  const [only, ...others] = values;
  const indicator = plan.indicators.find(({ id }) => id === only?.indicator);
  if (!only || only.kept === null || others.length > 0 || !indicator) return { zh: "", en: "" };
  const figure = (language: Language) => formatFigure(only.kept ?? Number.NaN, moreDecimals(indicator), language);
  return {
    zh: `，按要求的概率只能保证 ${figure("zh")}`,
    en: `; ${figure("en")} is kept with the chance asked for`,
  };
}

function moreDecimals({ display }: Indicator): Indicator["display"] {
  return { ...display, decimals: Math.max(1, display.decimals) };
}

/** “技能劳动者总量 ≥ 25” of one row, or the rows together. */
function goalText({ chances, targets, together }: SeekFinding, plan: Plan): Bilingual {
  const asked = new Set(chances.flatMap(({ indicators }) => indicators));
  const shown = targets.filter(({ indicator }, place) => {
    return asked.has(indicator) && targets.findIndex((other) => other.indicator === indicator) === place;
  });
  const write = (language: Language) =>
    shown.map(({ indicator, label, comparison, target }) => {
      const row = plan.indicators.find(({ id }) => id === indicator);
      const value = row ? formatFigure(target, row.display, language) : String(target);
      return `${label[language]} ${comparisonSign(comparison)} ${value}`;
    });
  const scenarioCount = new Set(chances.map(({ scenario }) => scenario)).size;
  const everywhere = scenarioCount > 1;
  const several = shown.length > 1;
  const [way, wayEn] = together ? ["同时达到", "all of "] : ["各自达到", "each of "];
  return {
    zh: `${everywhere ? `在 ${scenarioCount} 个情景下` : ""}${several ? way : ""}“${write("zh").join("”“")}”`,
    en: `${several ? wayEn : ""}${write("en").join(", ")}${everywhere ? ` in each of ${scenarioCount} scenarios` : ""}`,
  };
}

function rowName(plan: Plan, id: string, language: Language): string {
  return plan.indicators.find((indicator) => indicator.id === id)?.label[language] ?? id;
}

/** Say what one lever does by itself, in one line. */
export function describeLeverAlone({ label, before, best, bestIntensity, reason }: LeverAlone): Bilingual {
  const why = reason && limitReasons[reason];
  const change = `${percent(before)} → ${percent(best)}`;
  return {
    zh: `${label.zh}：${change}（力度 ${amount(bestIntensity)}）${why ? `，${why.zh}` : ""}`,
    en: `${label.en}: ${change} (at ${amount(bestIntensity)})${why ? `; ${why.en}` : ""}`,
  };
}
