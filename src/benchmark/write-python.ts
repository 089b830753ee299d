import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pythonProgramText } from "./python-program.ts";
import type { NumberArray, PythonArrays, PythonScenario } from "./python-scenario.ts";

/** Write a program of Python and the arrays it reads into a folder, which is made where it is missing. @returns its file. */
export function writePython(folder: string, scenario: PythonScenario, arrays: PythonArrays): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, array] of Object.entries(arrays) as [string, NumberArray][]) {
    writeFileSync(join(folder, `${name}.npy`), npyBytes(array));
  }
  const file = join(folder, "model.py");
  writeFileSync(file, pythonProgramText(scenario));
  return file;
}

/**
 * Lay out an array as a file of numpy: version 1.0, little-endian doubles, the last axis next to each other.
 *
 * @see https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
export function npyBytes({ shape, values }: NumberArray): Uint8Array {
  const axes = shape.length === 1 ? `${shape[0]},` : shape.join(", ");
  const description = `{'descr': '<f8', 'fortran_order': False, 'shape': (${axes}), }`;
  // Magic, version and length take ten bytes; the numbers begin at a multiple of 64.
  const length = Math.ceil((10 + description.length + 1) / 64) * 64 - 10;
  const header = Buffer.alloc(10 + length, " ");
  header.write("\x93NUMPY\x01\x00", 0, "latin1");
  header.writeUInt16LE(length, 8);
  header.write(description, 10, "latin1");
  header.write("\n", 10 + length - 1, "latin1");
  return Buffer.concat([header, new Uint8Array(values.buffer, values.byteOffset, values.byteLength)]);
}
