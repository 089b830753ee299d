import { readProvince } from "../inputs/read-province.ts";
import { runProvince } from "../province/run-province.ts";
import { unwrap } from "../run-study.ts";
import { median } from "./bench-report.ts";
import { writeSyntheticProvince } from "./write-synthetic-province.ts";

/** How runs of a province are measured. */
export interface ProvinceMeasuring {
  /** Empty folder for the files of the synthetic provinces. */
  readonly folder: string;
  readonly counties: number;
  readonly draws: number;
  /** Each size runs once a turn, one after the other, so that a busy machine slows all alike. */
  readonly turns: number;
  /** Microseconds of processor time that this process has used. */
  readonly processorTime: () => number;
}

/** Seconds of processor time, one number a turn. */
export interface ProvinceFigures {
  readonly read: { readonly few: readonly number[]; readonly all: readonly number[] };
  readonly run: { readonly few: readonly number[]; readonly all: readonly number[] };
  /** Counties of the small province that the large one is held against. */
  readonly few: number;
  /** Median time of the whole over that of the few, times their ratio: 1 where a county costs the same among many. */
  readonly runRatio: number;
}

const fewest = 2;

/** Measure reading and running a province of synthetic counties, beside one of two of them. */
export function measureProvince({ folder, counties, draws, turns, processorTime }: ProvinceMeasuring): ProvinceFigures {
  const sizes = { few: fewest, all: counties } as const;
  const read = { few: [] as number[], all: [] as number[] };
  const run = { few: [] as number[], all: [] as number[] };
  for (let turn = 0; turn < turns; turn++) {
    for (const size of ["few", "all"] as const) {
      const folders = writeSyntheticProvince(`${folder}/${size}`, sizes[size], 1);
      const start = processorTime();
      const province = unwrap(readProvince(folders));
      const middle = processorTime();
      unwrap(runProvince(province, { draws, keepDraws: false }));
      read[size].push((middle - start) / 1e6);
      run[size].push((processorTime() - middle) / 1e6);
    }
  }
  return { read, run, few: fewest, runRatio: (median(run.all) * fewest) / (median(run.few) * counties) };
}
