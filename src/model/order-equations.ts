/** Result of putting equations in order. */
export interface Order {
  /** Numbers in an order in which each comes after all it needs. */
  readonly order: readonly number[];
  /** Loops met on the way, each as the numbers along it, first number repeated at the end. */
  readonly loops: readonly (readonly number[])[];
}

/**
 * Put equations in an order in which each comes after all it needs (depth first, Tarjan 1976).
 *
 * @param numbers - the equations, in the order to visit them when nothing else decides.
 * @param needs - the equations that one needs; those outside `numbers` are ignored.
 * @returns the order, and one loop for each edge that closes one; the order is incomplete only in the looped part.
 */
export function orderEquations(numbers: readonly number[], needs: (number: number) => readonly number[]): Order {
  const wanted = new Set(numbers);
  const state = new Map<number, "open" | "done">();
  const order: number[] = [];
  const loops: number[][] = [];
  const path: number[] = [];
  // Frames of an explicit stack: a model may chain more equations than the call stack holds.
  const frames: { number: number; rest: number[] }[] = [];
  const open = (number: number) => {
    state.set(number, "open");
    path.push(number);
    frames.push({ number, rest: needs(number).filter((n) => wanted.has(n)) });
  };
  for (const start of numbers) {
    if (state.has(start)) continue;
    open(start);
    for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
      const next = frame.rest.shift();
      if (next === undefined) {
        frames.pop();
        path.pop();
        state.set(frame.number, "done");
        order.push(frame.number);
      } else if (state.get(next) === "open") {
        loops.push([...path.slice(path.indexOf(next)), next]);
      } else if (!state.has(next)) {
        open(next);
      }
    }
  }
  return { order, loops };
}
