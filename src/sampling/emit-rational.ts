import type { CodeWriter, Local } from "../wasm/wasm-code.ts";

/** Coefficients of a rational function, highest power first. */
export interface Rational {
  readonly numerator: readonly number[];
  readonly denominator: readonly number[];
}

/** Push numerator ÷ denominator at a vector of two numbers, both by Horner's rule. */
export function emitRational(code: CodeWriter, x: Local, { numerator, denominator }: Rational): void {
  for (const coefficients of [numerator, denominator]) {
    code.f64x2(coefficients[0] as number);
    for (const coefficient of coefficients.slice(1)) {
      code.get(x).plain("f64x2.mul").f64x2(coefficient).plain("f64x2.add");
    }
  }
  code.plain("f64x2.div");
}

/** Take the vector on the stack into a local of its own. */
export function nameVector(code: CodeWriter): Local {
  const local = code.local("v128");
  code.set(local);
  return local;
}
