import { bodyCells, tailCells } from "../core/quantile-sketch.ts";
import { CodeWriter, type Local } from "../wasm/wasm-code.ts";

// The same operations in the same order as `addToSketch` in `src/core/quantile-sketch.ts`: only then are the cells the same.

const numberBytes = 8;
/** A cell takes two bytes. */
const cellShift = 1;
/** Bytes of a grid in memory: lower edge, upper edge, width, cells a unit. */
export const gridBytes = 4 * numberBytes;
const [lowerOffset, upperOffset, widthOffset, scaleOffset] = [0, 8, 16, 24] as const;

/** Write the function `(value, grid, cells)`: count one value, if it is finite, in its cell. */
export function emitCountOne(): CodeWriter {
  const code = new CodeWriter(3);
  const [value, grid, cells] = [0, 1, 2] as const;
  const [place, cell] = [code.local("f64"), code.local("i32")];
  const number = (offset: number) => code.get(grid).memory("f64.load", offset);
  /** From a distance in widths of the body give the cell of a tail, counted from the body. */
  const tailCell = () => {
    const distance = code.local("f64");
    code.set(distance).f64(1).f64(1).f64(1).get(distance).plain("f64.add", "f64.div", "f64.sub");
    code.f64(tailCells).plain("f64.mul", "f64.floor");
    code
      .f64(tailCells - 1)
      .plain("f64.min")
      .f64(0)
      .plain("f64.max", "i32.trunc_f64_s");
  };
  code.get(value).get(value).plain("f64.sub").f64(0).plain("f64.eq");
  code.branch(() => {
    code.get(value);
    number(lowerOffset);
    code.plain("f64.sub");
    number(scaleOffset);
    code.plain("f64.mul").set(place);
    code.get(place).f64(0).plain("f64.ge").get(place).f64(bodyCells).plain("f64.lt", "i32.and");
    code.branch(
      () => void code.get(place).plain("i32.trunc_f64_s").i32(tailCells).plain("i32.add").set(cell),
      () => {
        code.get(place).f64(0).plain("f64.lt");
        code.branch(
          () => {
            code.i32(tailCells - 1);
            number(lowerOffset);
            code.get(value).plain("f64.sub");
            number(widthOffset);
            code.plain("f64.div");
            tailCell();
            code.plain("i32.sub").set(cell);
          },
          () => {
            code.i32(tailCells + bodyCells).get(value);
            number(upperOffset);
            code.plain("f64.sub");
            number(widthOffset);
            code.plain("f64.div");
            tailCell();
            code.plain("i32.add").set(cell);
          },
        );
      },
    );
    emitIncrement(code, cells, () => code.get(cell), 0);
  }, null);
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
  const [values, places, lower, scale] = Array.from({ length: 4 }, () => code.local("v128")) as [
    Local,
    Local,
    Local,
    Local,
  ];
  code.get(grid).memory("v128.load64_splat", lowerOffset).set(lower);
  code.get(grid).memory("v128.load64_splat", scaleOffset).set(scale);
  code.loop(() => {
    code.get(row).memory("v128.load", 0).tee(values).get(lower).plain("f64x2.sub");
    code.get(scale).plain("f64x2.mul").tee(places).f64x2(0).plain("f64x2.ge");
    code.get(places).f64x2(bodyCells).plain("f64x2.lt", "v128.and", "i64x2.all_true");
    code.branch(
      () => {
        code.get(places).plain("i32x4.trunc_sat_f64x2_s_zero").set(places);
        for (const half of [0, 1] as const) {
          emitIncrement(code, cells, () => code.get(places).takeWord(half), tailCells << cellShift);
        }
      },
      () => {
        for (const half of [0, 1] as const) code.get(values).takeHalf(half).get(grid).get(cells).call(countOne);
      },
    );
    code
      .advance(row, 2 * numberBytes)
      .get(row)
      .get(end)
      .plain("i32.ne");
  });
  return code;
}

/** Add 1 to the count of a cell. @param offset - bytes behind `cells` of the first cell that is numbered. */
function emitIncrement(code: CodeWriter, cells: Local, pushCell: () => void, offset: number): void {
  const address = code.local("i32");
  pushCell();
  code.i32(cellShift).plain("i32.shl").get(cells).plain("i32.add").tee(address);
  code.get(address).memory("i32.load16_u", offset).i32(1).plain("i32.add").memory("i32.store16", offset);
}
