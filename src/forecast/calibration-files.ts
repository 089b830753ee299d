import { buildCalibration } from "./build-calibration.ts";
import { type CalibratedErrors, longestHorizon } from "./calibrated-errors.ts";
import { type ErrorPool, errorPool } from "./fitted-parameters.ts";
import { type PastSeries, pastErrors } from "./past-errors.ts";
import { rankTrajectories } from "./trajectories.ts";

/** Trajectories that are kept: enough for sums over the horizon, few enough to be read. */
const trajectoryCount = 240;

/**
 * Build the two files of numbers that intervals and paths rest on, as TypeScript.
 *
 * @param series - of both pools.
 * @returns text by file name, formatted as the house's formatter leaves it.
 */
export function calibrationFiles(series: readonly PastSeries[]): Record<string, string> {
  const pools = { amounts: errorsOf(series, "amounts"), proportions: errorsOf(series, "proportions") };
  const tables = {
    amounts: buildCalibration(pools.amounts, "amounts"),
    proportions: buildCalibration(pools.proportions, "proportions"),
  };
  const trajectories = rankTrajectories(
    (["amounts", "proportions"] as const).flatMap((pool) =>
      pools[pool].map((errors) => ({ errors, table: tables[pool] })),
    ),
    trajectoryCount,
  );
  const counts = { amounts: pools.amounts.length, proportions: pools.proportions.length };
  return {
    "calibration-table.ts": tableText(tables, counts),
    "trajectory-ranks.ts": ranksText(trajectories),
  };
}

function errorsOf(series: readonly PastSeries[], pool: ErrorPool) {
  return series.filter(({ kind }) => errorPool(kind) === pool).map((one) => pastErrors(one, longestHorizon));
}

function tableText(tables: Record<ErrorPool, CalibratedErrors>, counts: Record<ErrorPool, number>): string {
  const pools = Object.entries(tables).map(([pool, { fewestValues, quantiles }]) => {
    const cells = quantiles.map((rows) => {
      const lines = rows.map((row) => `        [${row.map((value) => Number(value.toPrecision(3))).join(", ")}],`);
      return `      [\n${lines.join("\n")}\n      ],`;
    });
    return `  ${pool}: {
    fewestValues: [${fewestValues.join(", ")}],
    quantiles: [
${cells.join("\n")}
    ],
  },`;
  });
  return `// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: measured, and near a constant by chance
import type { CalibratedErrors } from "./calibrated-errors.ts";
import type { ErrorPool } from "./fitted-parameters.ts";

/**
 * Errors of past forecasts by number of values, years ahead and quantile probability, in units of the error scale.
 *
 * Computed by \`calibrationFiles\` and not edited by hand: amounts from ${counts.amounts} yearly series of the M3 competition
 * (Makridakis & Hibon 2000) and the tourism competition (Athanasopoulos et al. 2011), proportions from ${counts.proportions} series
 * of national indicators in percent (Gapminder, CC BY 4.0). Numbers derived from them; no value of a series is here.
 */
export const calibrationTable: Readonly<Record<ErrorPool, CalibratedErrors>> = {
${pools.join("\n")}
};
`;
}

function ranksText(trajectories: readonly (readonly number[])[]): string {
  const lines = trajectories.map((ranks) => `  [${ranks.join(", ")}],`);
  return `/**
 * Ranks of the errors of past forecasts, one forecast a row, one year ahead a column: how errors hang together over
 * the horizon.
 *
 * Computed by \`calibrationFiles\` from the series of the calibration table and not edited by hand. Every column is a
 * permutation of 0 … ${trajectories.length - 1}.
 */
export const trajectoryRanks: readonly (readonly number[])[] = [
${lines.join("\n")}
];
`;
}
