import { execFileSync, spawnSync } from "node:child_process";
import { cpus } from "node:os";

/** What measuring needs of the process and the machine; the library asks no clock itself. */
export interface BenchMachine {
  /** Microseconds of processor time that this process has used, all its threads together. */
  readonly processorTime: () => number;
  /** Seconds by the clock, from any beginning. */
  readonly clock: () => number;
  /** Most memory that this process has used, in MiB. */
  readonly peakMemory: () => number;
  readonly processor: string;
  readonly cores: number;
  readonly node: string;
  /** Run the command line anew with other arguments. @returns what it prints. */
  readonly runAnew: (args: readonly string[]) => string;
  /** Milliseconds until node with these arguments has ended; the file of the command line stands for `planreach`. */
  readonly startTime: (args: readonly string[]) => number;
}

/** The machine as this process sees it. */
export function processMachine(): BenchMachine {
  const file = process.argv[1] as string;
  const clock = () => performance.now() / 1000;
  return {
    processorTime: () => {
      const { user, system } = process.cpuUsage();
      return user + system;
    },
    clock,
    peakMemory: () => process.resourceUsage().maxRSS / 1024,
    processor: cpus()[0]?.model ?? "",
    cores: cpus().length,
    node: process.version,
    runAnew: (args) => execFileSync(process.execPath, [file, ...args], { encoding: "utf8", maxBuffer: 2 ** 26 }),
    startTime: (args) => {
      const start = clock();
      spawnSync(
        process.execPath,
        args.map((arg) => (arg === "planreach" ? file : arg)),
        { stdio: "ignore" },
      );
      return (clock() - start) * 1000;
    },
  };
}
