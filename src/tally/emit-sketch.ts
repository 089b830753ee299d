import { bodyCells, sketchCells, tailCells } from "../core/quantile-sketch.ts";
import { CodeWriter, type Local } from "../wasm/wasm-code.ts";

// The same operations in the same order as `addToSketch` in `src/core/quantile-sketch.ts`: only then are the cells the same.

const numberBytes = 8;
/** A cell takes two bytes. */
const cellShift = 1;
/** Bytes of a grid in memory: lower edge, upper edge, width, cells a unit. */
export const gridBytes = 4 * numberBytes;
const [lowerOffset, upperOffset, widthOffset, scaleOffset] = [0, 8, 16, 24] as const;

/** Write the function `(value, grid) → cell`, which gives the number of cells for what is not finite. */
export function emitCellOf(): CodeWriter {
  const code = new CodeWriter(2);
  const [value, grid] = [0, 1] as const;
  const [place, cell] = [code.local("f64"), code.local("i32")];
  const number = (offset: number) => code.get(grid).memory("f64.load", offset);
  code.i32(sketchCells).set(cell);
  code.get(value).get(value).plain("f64.sub").f64(0).plain("f64.eq");
  code.branch(() => {
    code.get(value);
    number(lowerOffset).plain("f64.sub");
    number(scaleOffset).plain("f64.mul").set(place);
    code.get(place).f64(0).plain("f64.ge").get(place).f64(bodyCells).plain("f64.lt", "i32.and");
    const inBody = () => void code.get(place).plain("i32.trunc_f64_s").i32(tailCells).plain("i32.add").set(cell);
    const below = () => {
      code.i32(tailCells - 1);
      number(lowerOffset).get(value).plain("f64.sub");
      number(widthOffset).plain("f64.div");
      emitTailCell(code);
      code.plain("i32.sub").set(cell);
    };
    const above = () => {
      code.i32(tailCells + bodyCells).get(value);
      number(upperOffset).plain("f64.sub");
      number(widthOffset).plain("f64.div");
      emitTailCell(code);
      code.plain("i32.add").set(cell);
    };
    code.branch(inBody, () => void code.get(place).f64(0).plain("f64.lt").branch(below, above));
  }, null);
  return code.get(cell);
}

/** From a distance in widths of the body give the cell of a tail, counted from the body. */
function emitTailCell(code: CodeWriter): void {
  const distance = code.local("f64");
  const last = tailCells - 1;
  code.set(distance).f64(1).f64(1).f64(1).get(distance).plain("f64.add", "f64.div", "f64.sub");
  code
    .f64(tailCells)
    .plain("f64.mul", "f64.floor")
    .f64(last)
    .plain("f64.min")
    .f64(0)
    .plain("f64.max", "i32.trunc_f64_s");
}

/** Write the function `(value, grid, cells)`: count one value, if it is finite, in its cell. */
export function emitCountOne(cellOf: number): CodeWriter {
  const code = new CodeWriter(3);
  const [value, grid, cells] = [0, 1, 2] as const;
  const cell = code.local("i32");
  code.get(value).get(grid).call(cellOf).tee(cell).i32(sketchCells).plain("i32.ne");
  code.branch(() => emitIncrement(code, cells, () => code.get(cell), 0), null);
  return code;
}

/**
 * Write the function `(place, end, grid, cells)`: count an even number of values, two at a time.
 *
 * @param countOne - number of the function that counts one, for values outside the body.
 */
export function emitCountPairs(countOne: number): CodeWriter {
  const code = new CodeWriter(4);
  const [row, end, grid, cells] = [0, 1, 2, 3] as const;
  emitPairs(code, { row, end, grid }, (values, places) => ({
    inBody: () => {
      for (const half of [0, 1] as const) {
        emitIncrement(code, cells, () => code.get(places).takeWord(half), tailCells << cellShift);
      }
    },
    elsewhere: () => {
      for (const half of [0, 1] as const) code.get(values).takeHalf(half).get(grid).get(cells).call(countOne);
    },
  }));
  return code;
}

/**
 * Write the function `(place, end, grid, wanted, to) → end of what is written`: copy those of an even number of values
 * that lie in wanted cells.
 *
 * @param cellOf - number of the function that finds the cell of a value, for values outside the body.
 */
export function emitPickPairs(cellOf: number): CodeWriter {
  const code = new CodeWriter(5);
  const [row, end, grid, wanted, to] = [0, 1, 2, 3, 4] as const;
  const [first, second] = [code.local("i32"), code.local("i32")];
  const isWanted = (pushCell: () => void, offset: number) => {
    pushCell();
    code.get(wanted).plain("i32.add").memory("i32.load8_u", offset);
  };
  emitPairs(code, { row, end, grid }, (values, places) => {
    // The next value overwrites one that is not wanted.
    const copyWanted = () => {
      code.get(first).get(second).plain("i32.or");
      code.branch(() => {
        for (const [half, flag] of [
          [0, first],
          [1, second],
        ] as const) {
          code.get(to).get(values).takeHalf(half).memory("f64.store", 0);
          code.get(to).get(flag).i32(3).plain("i32.shl", "i32.add").set(to);
        }
      }, null);
    };
    const look = (pushCell: (half: 0 | 1) => void, offset: number) => () => {
      isWanted(() => pushCell(0), offset);
      code.set(first);
      isWanted(() => pushCell(1), offset);
      code.set(second);
      copyWanted();
    };
    return {
      inBody: look((half) => void code.get(places).takeWord(half), tailCells),
      elsewhere: look((half) => void code.get(values).takeHalf(half).get(grid).call(cellOf), 0),
    };
  });
  return code.get(to);
}

/** Write a loop over pairs of values: what to do where both lie in the body, with their cells counted from it, and else. */
function emitPairs(
  code: CodeWriter,
  { row, end, grid }: { readonly row: Local; readonly end: Local; readonly grid: Local },
  bodies: (values: Local, places: Local) => { readonly inBody: () => void; readonly elsewhere: () => void },
): void {
  const [values, places, lower, scale] = Array.from({ length: 4 }, () => code.local("v128")) as [
    Local,
    Local,
    Local,
    Local,
  ];
  const { inBody, elsewhere } = bodies(values, places);
  code.get(grid).memory("v128.load64_splat", lowerOffset).set(lower);
  code.get(grid).memory("v128.load64_splat", scaleOffset).set(scale);
  code.loop(() => {
    code.get(row).memory("v128.load", 0).tee(values).get(lower).plain("f64x2.sub");
    code.get(scale).plain("f64x2.mul").tee(places).f64x2(0).plain("f64x2.ge");
    code.get(places).f64x2(bodyCells).plain("f64x2.lt", "v128.and", "i64x2.all_true");
    code.branch(() => {
      code.get(places).plain("i32x4.trunc_sat_f64x2_s_zero").set(places);
      inBody();
    }, elsewhere);
    code
      .advance(row, 2 * numberBytes)
      .get(row)
      .get(end)
      .plain("i32.ne");
  });
}

/** Add 1 to the count of a cell. @param offset - bytes behind `cells` of the first cell that is numbered. */
function emitIncrement(code: CodeWriter, cells: Local, pushCell: () => void, offset: number): void {
  const address = code.local("i32");
  pushCell();
  code.i32(cellShift).plain("i32.shl").get(cells).plain("i32.add").tee(address);
  code.get(address).memory("i32.load16_u", offset).i32(1).plain("i32.add").memory("i32.store16", offset);
}
