import { spawnSync } from "node:child_process";

/** Programs of other languages that the machine has; null where one is missing. */
export interface MachineTools {
  /** First line of `gcc --version`. */
  readonly gcc: string | null;
  /** Version of numpy that `python3` finds. */
  readonly numpy: string | null;
}

/** Look for gcc, and for a python3 that has numpy. */
export function findMachineTools(): MachineTools {
  return {
    gcc: firstLine("gcc", ["--version"]),
    numpy: firstLine("python3", ["-c", "import numpy; print(numpy.__version__)"]),
  };
}

function firstLine(command: string, args: readonly string[]): string | null {
  const { status, stdout } = spawnSync(command, [...args], { encoding: "utf8" });
  return status === 0 ? (stdout.split("\n")[0] ?? "") : null;
}
