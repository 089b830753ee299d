/** How tightly the outermost operation of a formula of a spreadsheet binds. */
export const tightness = { comparison: 1, additive: 2, multiplicative: 3, power: 4, atom: 5 } as const;

/** A part of a formula with how tightly it binds, for the brackets around it. */
export interface ExcelText {
  readonly text: string;
  readonly tightness: number;
}

/** Make a part that never needs brackets: a number, a reference, a call. */
export function atom(text: string): ExcelText {
  return { text, tightness: tightness.atom };
}

/**
 * Write a number so that reading it gives the same double.
 *
 * @throws RangeError when it is not finite, which no cell can say.
 */
export function excelNumber(value: number): ExcelText {
  if (!Number.isFinite(value)) throw new RangeError(`excelNumber: a number must be finite; got ${value}`);
  const text = String(Math.abs(value)).toUpperCase();
  // Binds like a sum: a minus sign must not stand bare beside another operator.
  return value < 0 ? { text: `-${text}`, tightness: tightness.additive } : atom(text);
}

/** Write a part so that an operation of a given tightness may take it. */
export function within(part: ExcelText, least: number): string {
  return part.tightness < least ? `(${part.text})` : part.text;
}

/** Write an operation of arithmetic between two parts. */
export function arithmeticText(operator: "+" | "-" | "*" | "/", left: ExcelText, right: ExcelText): ExcelText {
  const own = operator === "+" || operator === "-" ? tightness.additive : tightness.multiplicative;
  return { text: `${within(left, own)}${operator}${within(right, own + 1)}`, tightness: own };
}

/** Write the opposite of a part, in brackets unless it is an atom: a spreadsheet reads −2^2 as (−2)^2. */
export function negativeText(operand: ExcelText): ExcelText {
  return { text: `-${within(operand, tightness.atom)}`, tightness: tightness.additive };
}

/** Write the call of a function. */
export function callText(name: string, ...parts: readonly ExcelText[]): ExcelText {
  return atom(`${name}(${parts.map(({ text }) => text).join(",")})`);
}
