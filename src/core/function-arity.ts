/** How many arguments a function takes; `most` is Infinity where there is no upper bound. */
export interface Arity {
  readonly least: number;
  readonly most: number;
}

const exactly = (count: number): Arity => ({ least: count, most: count });

/** Every function of the model language with the number of its arguments; `sum` has a grammar of its own. */
export const functionArity: ReadonlyMap<string, Arity> = new Map([
  ["min", { least: 2, most: Infinity }],
  ["max", { least: 2, most: Infinity }],
  ["abs", exactly(1)],
  ["exp", exactly(1)],
  ["ln", exactly(1)],
  ["sqrt", exactly(1)],
  ["floor", exactly(1)],
  ["logit", exactly(1)],
  ["logistic", exactly(1)],
  ["clamp", exactly(3)],
  ["if", exactly(3)],
  ["lookup", exactly(2)],
  ["prev", exactly(1)],
  ["base", exactly(1)],
  ["observed", exactly(1)],
  ["step", exactly(1)],
  ["ramp", exactly(2)],
  ["pulse", exactly(1)],
  ["decay", exactly(2)],
  ["noise", exactly(2)],
]);
