import { expect, test } from "vitest";
import { quantiles } from "../../src/core/quantiles.ts";
import { seriesDraws } from "../../src/ensemble/ensemble.ts";
import { readRegion } from "../../src/fixtures/run-region.ts";
import { runStudy, unwrap } from "../../src/run-study.ts";

// Writes down how wide the priors are beside what is known, so that a band that contains a fact can be judged: a band
// that contains everything says nothing. `prior-bands.md` is this text; `npm run test:update` renews it.

const study = readRegion("yangquan");
const { results } = unwrap(runStudy(study, { scenarios: ["baseline"], draws: 4096 }));

function band(variable: string, year: number, share: number): readonly [number, number] {
  const ensemble = results[0]?.ensemble;
  const draws = ensemble && seriesDraws(ensemble, variable, year);
  if (!draws) throw new RangeError(`band: the model must report ${variable}`);
  const tail = (1 - share) / 2;
  return quantiles(draws, [tail, 1 - tail]) as [number, number];
}

/** Series, year, what was seen, decimals, and whether that figure shaped a prior. */
const facts = [
  ["total_population", 2021, 131.1, 2, "有 · yes (net_migration)"],
  ["total_population", 2022, 131.11, 2, "有 · yes (net_migration)"],
  ["new_urban_jobs", 2022, 1.961, 3, "无 · no"],
  ["urban_income_growth", 2022, 0.049, 3, "无 · no"],
  ["gdp_growth", 2021, 0.067, 3, "无 · no"],
  ["gdp_growth", 2022, 0.035, 3, "无 · no"],
] as const;

/**
 * Row, whose pace, year, and where the row would be in that year at that pace since 2020; for new jobs, whose figure of
 * 2020 is not known for the city, since the mean of 2016–2020.
 */
const paces = [
  ["unemployment_insurance", "山西 · Shanxi", 2025, 30.8],
  ["unemployment_insurance", "全国 · the nation", 2025, (26.71 * 24_800) / 21_700],
  ["work_injury_insurance", "山西 · Shanxi", 2025, 29.2],
  ["work_injury_insurance", "全国 · the nation", 2025, (27.68 * 30_400) / 26_800],
  ["skilled_workers", "山西 · Shanxi", 2025, 27.1],
  ["skilled_workers", "全国 · the nation", 2025, 19.8 * 1.1],
  ["employee_pension", "山西 · Shanxi (两项养老合计 · both pensions)", 2025, (39.04 * 2741) / 2583.8],
  ["new_urban_jobs", "山西 · Shanxi", 2024, ((11.97 / 5) * 47.03) / (257.49 / 5)],
  ["new_urban_jobs", "全国 · the nation", 2024, ((11.97 / 5) * 1256) / ((1314 + 1351 + 1361 + 1352 + 1186) / 5)],
] as const;

function table(): string {
  const factRows = facts.map(([variable, year, seen, decimals, shaped]) => {
    const [low, high] = band(variable, year, 0.95);
    const cells = [seen, low, high, high - low].map((x) => x.toFixed(decimals));
    return `| ${variable} | ${year} | ${cells.join(" | ")} | ${shaped} |`;
  });
  const paceRows = paces.map(([variable, whose, year, figure]) => {
    const [low, high] = band(variable, year, 0.8);
    const isInside = figure >= low && figure <= high;
    const cells = [figure, low, high].map((x) => x.toFixed(2));
    return `| ${variable} | ${whose} | ${year} | ${cells.join(" | ")} | ${isInside ? "是 · yes" : "否 · no"} |`;
  });
  return [
    "# 先验带有多宽 · How wide the priors are",
    "",
    "情景 baseline，4096 次模拟。由 `prior-bands.test.ts` 写出。 · Scenario baseline, 4,096 draws; written by `prior-bands.test.ts`.",
    "",
    "## 已知的数与 95% 先验带 · What is known, and the 95 % prior band",
    "",
    "| 序列 series | 年 year | 观测 seen | 下 low | 上 high | 宽 width | 是否用来定先验 shaped a prior |",
    "|---|---|---|---|---|---|---|",
    ...factRows,
    "",
    "## 按全省、全国增速与 80% 先验带 · At the province's and the nation's pace, and the 80 % prior band",
    "",
    "| 指标 row | 谁的增速 whose pace | 年 year | 到那时 by then | 下 low | 上 high | 在带内 inside |",
    "|---|---|---|---|---|---|---|",
    ...paceRows,
    "",
    "全国技能劳动者同期约增一成，低于本市先验带：规划的培训人次相当于现有技能劳动者的一半，先验以此为准。",
    "The nation's skilled workers grew by about a tenth, below the band: the plan trains half as many person-times as there are skilled workers, and the prior follows the plan.",
    "",
  ].join("\n");
}

test("prior-bands.md says how wide the bands are and which figures shaped a prior", async () => {
  await expect(table()).toMatchFileSnapshot("prior-bands.md");
});
