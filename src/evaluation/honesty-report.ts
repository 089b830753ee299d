import { mean } from "simple-statistics";
import type { Bilingual } from "../core/bilingual.ts";
import type { Peer } from "../inputs/study.ts";
import type { BenchmarkScore, CoverageCheck, HindcastPair, HonestyReport, NaiveWay } from "./evaluation.ts";
import { wayLabel } from "./naive-ways.ts";

/** Pairs that a correction is worth nothing against: it counts as much as this many that needed none. */
const priorPairs = 10;
/** Coverage that widths are corrected for. */
const correctedLevel = 0.8;

/**
 * Hold the projections of the past against what came, beside the naive ways.
 *
 * Each naive way is scored with the model's own width about its own middle, so that only where they point is compared;
 * and only on the pairs that both speak of.
 */
export function honestyReport(pairs: readonly HindcastPair[], peers: readonly Peer[]): HonestyReport {
  const scores = benchmarkScores(pairs, peers);
  const best = scores
    .filter(({ way }) => way !== "model")
    .toSorted((a, b) => a.wis - a.modelWis - (b.wis - b.modelWis))[0];
  const isBeaten = best !== undefined && best.wis < best.modelWis;
  const naiveWeight = isBeaten ? blendWeight(best) : 0;
  return {
    pairs,
    scores,
    coverage: pairs.length === 0 ? [] : [0.5, 0.8, 0.95].map((level) => coverageCheck(pairs, level)),
    inflation: inflationOf(pairs),
    beatsNaive: best === undefined ? null : !isBeaten,
    naiveWeight,
    bestNaive: isBeaten ? (best.way as NaiveWay) : null,
    statement: statementOf(pairs, best, isBeaten, naiveWeight),
  };
}

function benchmarkScores(pairs: readonly HindcastPair[], peers: readonly Peer[]): BenchmarkScore[] {
  const ways = new Set(pairs.flatMap(({ naive }) => Object.keys(naive) as NaiveWay[]));
  const order: NaiveWay[] = ["last_value", "linear_path", ...peers.map(({ region }): NaiveWay => `peer:${region}`)];
  const all = pairs.map(({ wis, scale }) => wis / scale);
  const model: BenchmarkScore[] =
    pairs.length === 0
      ? []
      : [{ way: "model", label: wayLabel("model", peers), count: pairs.length, wis: mean(all), modelWis: mean(all) }];
  return [
    ...model,
    ...order
      .filter((way) => ways.has(way))
      .map((way): BenchmarkScore => {
        const both = pairs.flatMap(({ naive, wis, scale }) => {
          const other = naive[way];
          return other === undefined ? [] : [{ own: wis / scale, other: other.wis / scale }];
        });
        return {
          way,
          label: wayLabel(way, peers),
          count: both.length,
          wis: mean(both.map(({ other }) => other)),
          modelWis: mean(both.map(({ own }) => own)),
        };
      }),
  ];
}

/** Share of the better way's score in both, drawn towards the model while pairs are few. */
function blendWeight({ count, wis, modelWis }: BenchmarkScore): number {
  return ((modelWis / (modelWis + wis)) * count) / (count + priorPairs);
}

function coverageCheck(pairs: readonly HindcastPair[], level: number): CoverageCheck {
  const hits = pairs.filter(({ actual, intervals }) => {
    const interval = intervals.find((one) => one.level === level);
    return interval !== undefined && actual >= interval.lower && actual <= interval.upper;
  }).length;
  return { level, count: pairs.length, hits, band: binomialBand(pairs.length, level) };
}

/**
 * Find the hits between which a binomial count lies with 95 %: neither tail has more than 2.5 %.
 *
 * @param share - chance of a hit, in (0, 1).
 */
export function binomialBand(count: number, share: number): [number, number] {
  // Chances relative to that of the likeliest count, so that none underflows where it matters.
  const mode = Math.min(count, Math.floor((count + 1) * share));
  const odds = share / (1 - share);
  const relative = new Float64Array(count + 1);
  relative[mode] = 1;
  for (let hits = mode + 1; hits <= count; hits++) {
    relative[hits] = (relative[hits - 1] ?? 0) * ((count - hits + 1) / hits) * odds;
  }
  for (let hits = mode - 1; hits >= 0; hits--) {
    relative[hits] = ((relative[hits + 1] ?? 0) * ((hits + 1) / (count - hits))) / odds;
  }
  const total = relative.reduce((sum, one) => sum + one, 0);
  let upTo = 0;
  const reached = relative.map((one) => {
    upTo += one / total;
    return upTo;
  });
  const high = reached.findIndex((one) => one >= 0.975 - 1e-12);
  return [reached.findIndex((one) => one > 0.025), high < 0 ? count : high];
}

/** The least factor by which the 80 % intervals must be widened about their medians to cover four fifths of the pairs. */
function inflationOf(pairs: readonly HindcastPair[]): HonestyReport["inflation"] {
  const count = pairs.length;
  if (count === 0) return null;
  const factors = pairs.map(({ actual, median, intervals }) => {
    const interval = intervals.find(({ level }) => level === correctedLevel);
    if (interval === undefined || actual === median) return 0;
    return (actual - median) / ((actual > median ? interval.upper : interval.lower) - median);
  });
  const raw = factors.toSorted((a, b) => a - b)[Math.ceil(correctedLevel * count) - 1] ?? 1;
  return Number.isFinite(raw) ? { raw, applied: (count * raw + priorPairs) / (count + priorPairs) } : null;
}

function statementOf(
  pairs: readonly HindcastPair[],
  best: BenchmarkScore | undefined,
  isBeaten: boolean,
  weight: number,
): Bilingual {
  const count = pairs.length;
  if (count === 0) {
    return {
      zh: "没有可以回头检验的实际值，无从判断模型是否优于简单外推。",
      en: "No actual value can be held against an earlier projection, so nothing shows that the model beats a naive guess.",
    };
  }
  const few: Bilingual =
    count < priorPairs
      ? { zh: `只有${count}对，说明不了多少。`, en: ` With only ${count} pair(s), this says little.` }
      : {
          zh: "各行相互关联，实际样本更小。",
          en: " Rows hang together, so the pairs say less than as many independent ones.",
        };
  if (best === undefined) {
    return {
      zh: `回头检验${count}对，没有可比的简单外推。${few.zh}`,
      en: `${count} pair(s) were checked; no naive guess speaks of them.${few.en}`,
    };
  }
  const percent = Math.round(weight * 100);
  return isBeaten
    ? {
        zh: `回头检验中模型不及“${best.label.zh}”（加权区间得分 ${format(best.modelWis)} 比 ${format(best.wis)}，${best.count}对）；更新后的测算已并入该法，权重${percent}%。${few.zh}`,
        en: `Looking back, the model does worse than “${best.label.en}” (weighted interval score ${format(best.modelWis)} against ${format(best.wis)}, ${best.count} pairs); the updated projection takes it in with a weight of ${percent} %.${few.en}`,
      }
    : {
        zh: `回头检验中模型优于全部简单外推，最接近的是“${best.label.zh}”（加权区间得分 ${format(best.modelWis)} 比 ${format(best.wis)}，${best.count}对）。${few.zh}`,
        en: `Looking back, the model does better than every naive guess; the nearest is “${best.label.en}” (weighted interval score ${format(best.modelWis)} against ${format(best.wis)}, ${best.count} pairs).${few.en}`,
      };
}

function format(score: number): string {
  return score.toPrecision(2);
}
