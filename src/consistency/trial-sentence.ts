import type { Bilingual } from "../core/bilingual.ts";
import type { Indicator } from "../inputs/study.ts";
import { baselineText, figureText } from "./figure-text.ts";
import { joined, type PlanWords } from "./plan-words.ts";
import type { Trial } from "./try-definitions.ts";

/** Say what came of one choice of definitions: what it means for the open rows, and whether all targets fit. */
export function trialSentence({ plan, feasibility }: PlanWords, trial: Trial): Bilingual {
  const definitions = feasibility?.definitions ?? [];
  const chosen = definitions.flatMap(({ name, options }) => options.find((o) => o.name === trial.choices[name]) ?? []);
  const rows = definitions.flatMap(({ name, row }) => {
    const indicator = plan.indicators.find(({ id }) => id === row);
    return indicator ? [rowText(indicator, name, trial)] : [];
  });
  const labels = joined(chosen.map(({ label }) => label));
  const outcome = trial.feasible
    ? { zh: "各项目标可以同时成立", en: "all targets can hold together" }
    : {
        zh: `各项目标不能同时成立（冲突${trial.conflicts.length}组）`,
        en: `not all targets can hold together (${sets(trial)})`,
      };
  const parts = joined([...rows, outcome], "；", "; ", "; ");
  if (labels.zh === "") return { zh: `${parts.zh}。`, en: `${parts.en}.` };
  return { zh: `${labels.zh}：${parts.zh}。`, en: `${labels.en}: ${parts.en}.` };
}

function rowText(indicator: Indicator, definition: string, trial: Trial): Bilingual {
  const baseline = trial.baselines.find((one) => one.definition === definition);
  const target = trial.targets.find((one) => one.indicator === indicator.id);
  const { zh, en } = indicator.label;
  const parts = [baselineWords(indicator, baseline), bestWords(indicator, target)].filter((text) => text !== null);
  const said = joined(parts, "，", ", ", ", ");
  return { zh: `“${zh}”${said.zh}`, en: `“${en}” ${said.en}` };
}

function baselineWords(indicator: Indicator, baseline: Trial["baselines"][number] | undefined): Bilingual | null {
  if (!baseline) return null;
  const { year } = indicator.baseline;
  const { value, printed, fits } = baseline;
  if (value === null) {
    return { zh: `${year}年的数无从折算`, en: `(its figure for ${year} cannot be worked out)` };
  }
  const [own, plan] = [baselineText(value, indicator), baselineText(printed, indicator)];
  if (fits === null) return { zh: `${year}年折合${own.zh}`, en: `${own.en} in ${year}` };
  return {
    zh: `${year}年折合${own.zh}（规划为${plan.zh}，${fits ? "相符" : "不符"}）`,
    en: `${own.en} in ${year} (the plan says ${plan.en}: ${fits ? "fits" : "does not fit"})`,
  };
}

function bestWords(indicator: Indicator, target: Trial["targets"][number] | undefined): Bilingual | null {
  if (!target || indicator.target === null) return null;
  const { year } = indicator.target;
  const asked = figureText(target.target, indicator);
  const isFloor = indicator.target.comparison.startsWith(">");
  if (target.alone === null) {
    return { zh: `${year}年不受所列约束限制`, en: `nothing limits it in ${year}` };
  }
  const best = figureText(target.alone, indicator, isFloor ? "down" : "up");
  const [zh, en] = isFloor ? ["最高", "at most"] : ["最低", "at least"];
  return {
    zh: `${year}年${zh}${best.zh}（目标${asked.zh}，单独看${target.isAttainable ? "可达到" : "达不到"}）`,
    en: `${en} ${best.en} in ${year} (target ${asked.en}: ${target.isAttainable ? "attainable" : "not attainable"} by itself)`,
  };
}

function sets({ conflicts }: Trial): string {
  return conflicts.length === 1 ? "one conflict" : `${conflicts.length} conflicts`;
}
