import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cProgramText } from "./c-program.ts";
import type { Yardstick } from "./yardstick.ts";

/** A yardstick as a program that can be run. */
export interface CYardstick {
  /** Run all draws some times. @returns microseconds of processor time a draw, of each. */
  time(repetitions: number): number[];
  /** What the last call of `time` computed: block of 256 draws, result, year, draw. */
  results(): Float64Array;
}

/**
 * Write a yardstick to a folder as C and compile it.
 *
 * @param flags - what the compiler is told besides.
 * @throws when there is no gcc.
 */
export function writeCYardstick(
  folder: string,
  yardstick: Yardstick,
  flags: readonly string[] = ["-O3", "-march=native"],
): CYardstick {
  const [text, program, input, output] = ["kernel.c", "kernel", "input", "output"].map((name) =>
    join(folder, name),
  ) as [string, string, string, string];
  const { assumptions, changes, rows, uniforms, yearUniforms } = yardstick.arrays;
  const bytes = [assumptions, changes, rows, uniforms, yearUniforms].map((array) => new Uint8Array(array.buffer));
  writeFileSync(input, Buffer.concat(bytes));
  writeFileSync(text, cProgramText(yardstick));
  execFileSync("gcc", [...flags, "-o", program, text, "-lm"]);
  return {
    time: (repetitions) => {
      const printed = execFileSync(program, [input, output, String(repetitions)], { encoding: "utf8" });
      return printed.trim().split("\n").map(Number);
    },
    results: () => new Float64Array(Uint8Array.from(readFileSync(output)).buffer),
  };
}
