import type { Bilingual } from "../core/bilingual.ts";
import type { Quotation } from "../inputs/feasibility.ts";
import { joined } from "./plan-words.ts";

/** A figure with the place where it stands. */
export interface PlacedText {
  readonly place: Bilingual;
  readonly text: Bilingual;
}

interface Row {
  readonly place: Bilingual;
  readonly label: Bilingual;
}

/** Every sentence of the report, from the texts that it names. */
export const findingTexts = {
  twoFigures: (p: {
    label: Bilingual;
    time: Bilingual;
    figures: readonly PlacedText[];
    spread: Bilingual;
  }): Bilingual => {
    const figures = joined(
      p.figures.map(({ place, text }) => ({ zh: `${place.zh}为${text.zh}`, en: `${text.en} in ${place.en}` })),
      "，",
    );
    return {
      zh: `“${p.label.zh}”${p.time.zh}有${p.figures.length}个数：${figures.zh}，相差${p.spread.zh}；建议核实口径。`,
      en: `“${p.label.en}” has ${p.figures.length} figures for ${p.time.en}: ${figures.en}, ${p.spread.en} apart; please check which one holds.`,
    };
  },
  signFlip: (p: {
    label: Bilingual;
    target: Bilingual;
    changes: readonly (PlacedText & { sign: number })[];
  }): Bilingual => {
    const changes = joined(
      p.changes.map(({ place, text, sign }) => {
        if (sign === 0) return { zh: `按${place.zh}持平`, en: `from ${place.en} no change` };
        return sign > 0
          ? { zh: `按${place.zh}是增加${text.zh}`, en: `from ${place.en} a rise of ${text.en}` }
          : { zh: `按${place.zh}是减少${text.zh}`, en: `from ${place.en} a fall of ${text.en}` };
      }),
      "，",
    );
    return {
      zh: `“${p.label.zh}”目标${p.target.zh}的增减方向取决于基期数：${changes.zh}；建议先核定基期数。`,
      en: `Which way the target of ${p.target.en} points depends on the baseline of “${p.label.en}”: ${changes.en}; please settle the baseline first.`,
    };
  },
  periodMismatch: (
    p: Row & { baseline: Bilingual; baselineYears: number; target: Bilingual; targetYears: number },
  ): Bilingual => ({
    zh: `${p.place.zh}“${p.label.zh}”的基期数${p.baseline.zh}是${p.baselineYears}年的数，目标${p.target.zh}是${p.targetYears}年的数，两数不可相减；建议补充可比的基期数。`,
    en: `${p.place.en}, “${p.label.en}”: the baseline of ${p.baseline.en} covers ${years(p.baselineYears)}, the target of ${p.target.en} covers ${years(p.targetYears)}; they must not be subtracted, and a comparable baseline is wanted.`,
  }),
  openBaseline: (p: Row & { printed: string | null; interval: Bilingual }): Bilingual => ({
    zh: `${p.place.zh}“${p.label.zh}”的基期数${p.printed === null ? "" : `只印为“${p.printed}”，`}是${p.interval.zh}的区间，不是一个数；建议补充确数。`,
    en: `${p.place.en}, “${p.label.en}”: the baseline${p.printed === null ? "" : `, printed as “${p.printed}”,`} is the interval from ${p.interval.en} and no figure; the figure itself is wanted.`,
  }),
  weakerLevel: (
    p: Row & { target: Bilingual; time: Bilingual; baseline: Bilingual; readings: readonly Bilingual[] },
  ): Bilingual => {
    const under = joined(p.readings);
    return {
      zh: `${p.place.zh}“${p.label.zh}”的目标${p.target.zh}在${p.time.zh}已经满足（${under.zh === "" ? "" : `${under.zh}为`}${p.baseline.zh}），目标不比基期更严，宜按“保持”看待。`,
      en: `${p.place.en}, “${p.label.en}”: the target ${p.target.en} was already met as of ${p.time.en} (${p.baseline.en}${under.en === "" ? "" : ` in ${under.en}`}); it asks no more than the baseline and is one to maintain.`,
    };
  },
  weakerRate: (p: Row & { target: Bilingual; time: Bilingual; baseline: Bilingual; isFloor: boolean }): Bilingual => ({
    zh: `${p.place.zh}“${p.label.zh}”的目标合年均${p.target.zh}，${p.isFloor ? "不高于" : "不低于"}${p.time.zh}年均${p.baseline.zh}，目标不比基期更严。`,
    en: `${p.place.en}, “${p.label.en}”: the target comes to ${p.target.en} a year, no ${p.isFloor ? "more" : "less"} than the ${p.baseline.en} a year of ${p.time.en}; it asks no more than the baseline.`,
  }),
  twoTargets: (p: { label: Bilingual; targets: readonly PlacedText[] }): Bilingual => {
    const targets = joined(
      p.targets.map(({ place, text }) => ({ zh: `${place.zh}为${text.zh}`, en: `${text.en} in ${place.en}` })),
      "，",
    );
    return {
      zh: `“${p.label.zh}”的目标有${p.targets.length}个数：${targets.zh}；建议核实口径。`,
      en: `“${p.label.en}” has ${p.targets.length} targets: ${targets.en}; please check which one holds.`,
    };
  },
  strictness: (p: { label: Bilingual; targets: readonly PlacedText[] }): Bilingual => {
    const targets = joined(
      p.targets.map(({ place, text }) => ({ zh: `${place.zh}为${text.zh}`, en: `${text.en} in ${place.en}` })),
      "，",
    );
    return {
      zh: `“${p.label.zh}”的目标是否包含本数，两处不一：${targets.zh}；法律用语中“以上”“以内”包含本数（民法典第1259条），建议统一。`,
      en: `The target of “${p.label.en}” is ${targets.en}: one place includes the bound, the other does not; please use one.`,
    };
  },
  wording: (p: {
    labels: readonly Bilingual[];
    first: Quotation;
    second: Quotation;
    difference: Bilingual;
  }): Bilingual => {
    const labels = joined(p.labels.map(({ zh, en }) => ({ zh: `“${zh}”`, en: `“${en}”` })));
    return {
      zh: `${labels.zh}两处表述不一：${p.first.place.zh}写“${p.first.quote}”，${p.second.place.zh}写“${p.second.quote}”，${p.difference.zh}；建议统一口径。`,
      en: `${labels.en}: ${p.first.place.en} says “${p.first.quote}”, ${p.second.place.en} “${p.second.quote}”; ${p.difference.en}; please use one definition.`,
    };
  },
  coverage: (p: {
    phrase: Quotation;
    asks: Bilingual;
    targets: readonly PlacedText[];
    population: { label: Bilingual; text: Bilingual } | null;
    share: Bilingual;
  }): Bilingual => {
    const targets = joined(
      p.targets.map(({ place, text }) => ({
        zh: `${place.zh}的目标${text.zh}`,
        en: `the target of ${text.en} in ${place.en}`,
      })),
    );
    const isOne = p.targets.length === 1;
    const zh =
      p.population === null
        ? `而${targets.zh}，低于此数`
        : `而${targets.zh}${isOne ? "" : "合计"}只占${p.population.label.zh}${p.population.text.zh}的${p.share.zh}`;
    const en =
      p.population === null
        ? `but ${targets.en} falls short of that`
        : `but ${targets.en} ${isOne ? "comes" : "come"} to ${p.share.en} of the ${p.population.label.en} (${p.population.text.en})`;
    return {
      zh: `${p.phrase.place.zh}写“${p.phrase.quote}”（至少应为${p.asks.zh}），${zh}；按现有口径测算，两者不衔接，建议核实口径。`,
      en: `${p.phrase.place.en} says “${p.phrase.quote}” (at least ${p.asks.en}), ${en}; please check the definitions.`,
    };
  },
  conflict: (p: {
    targets: readonly Bilingual[];
    capacities: readonly Bilingual[];
    under: readonly Bilingual[];
    loosenings: readonly Bilingual[];
  }): Bilingual => {
    const [targets, capacities, under] = [
      joined(p.targets),
      joined(p.capacities),
      joined(p.under, "、", ", ", " and "),
    ];
    const loosenings = joined(p.loosenings, "；或", "; or ", "; or ");
    return {
      zh:
        `${under.zh === "" ? "" : `取${under.zh}时，`}${targets.zh}${capacities.zh === "" ? "" : `，连同${capacities.zh}`}：` +
        `按现有口径测算，上述指标之间不衔接，建议核实口径${loosenings.zh === "" ? "" : `；放宽任一项即可衔接，相对幅度由小到大为：${loosenings.zh}`}。`,
      en:
        `${under.en === "" ? "" : `Taking ${under.en}, `}${targets.en} cannot hold together${capacities.en === "" ? "" : ` with ${capacities.en}`}` +
        `: please check the definitions${loosenings.en === "" ? "" : `; any one of these would mend it, the smallest first: ${loosenings.en}`}.`,
    };
  },
} as const;

function years(count: number): string {
  return count === 1 ? "one year" : `${count} years`;
}
