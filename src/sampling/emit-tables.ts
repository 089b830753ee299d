import { CodeWriter, type Local } from "../wasm/wasm-code.ts";
import type { WasmFunction } from "../wasm/wasm-module.ts";

// The same operations in the same order as `cubic-table.ts` and the steps of `row-formula.ts`, one draw after the other.

/** Bytes of a cell of a table of cubics: pieces, width of a piece, address of the first knot. */
export const cellBytes = 24;
/** Bytes of a knot: value and slope. */
export const knotBytes = 16;
const numberBytes = 8;

const [row, end]: [Local, Local] = [0, 1];

/**
 * Write the function that replaces a row by start + scale table(x).
 *
 * Its parameters are the addresses of the row's start and end and of the cells, i32, then the number of cells, where the
 * first one begins, their width, start and scale, f64. What lies outside of all cells becomes NaN.
 */
export function tabulatedFunction(): WasmFunction {
  const code = new CodeWriter(8);
  const [cells, count, first, cellWidth, start, scale]: [Local, Local, Local, Local, Local, Local] = [2, 3, 4, 5, 6, 7];
  const [place, cell] = [code.local("f64"), code.local("f64")];
  code.loop(() => {
    code.get(row);
    code.get(row).memory("f64.load", 0).get(first).plain("f64.sub").get(cellWidth).plain("f64.div").tee(place);
    code.f64(0).plain("f64.ge").get(place).get(count).plain("f64.lt", "i32.and");
    const value = code.local("f64");
    code.branch(
      () => {
        code.get(place).plain("f64.floor").set(cell);
        code.get(start).get(scale);
        emitCubic(code, place, cell, cells);
        code.plain("f64.mul", "f64.add").set(value);
      },
      () => code.f64(Number.NaN).set(value),
    );
    code.get(value).memory("f64.store", 0);
    code.advance(row, numberBytes).get(row).get(end).plain("i32.ne");
  });
  const parameters = ["i32", "i32", "i32", "f64", "f64", "f64", "f64", "f64"] as const;
  return { parameters, results: [], code, exportedAs: "tabulated" };
}

/** Push the value of the cubic at a place, of which the whole part is the cell. */
function emitCubic(code: CodeWriter, place: Local, cell: Local, cells: Local): void {
  const [address, knot] = [code.local("i32"), code.local("i32")];
  const [pieces, along, piece] = [code.local("f64"), code.local("f64"), code.local("f64")];
  code.get(cell).plain("i32.trunc_f64_u").i32(cellBytes).plain("i32.mul").get(cells).plain("i32.add").tee(address);
  code.memory("f64.load", 0).set(pieces);
  code.get(place).get(cell).plain("f64.sub").get(pieces).plain("f64.mul").set(along);
  code.get(pieces).f64(1).plain("f64.sub").get(along).plain("f64.floor", "f64.min").set(piece);
  code.get(piece).plain("i32.trunc_f64_u").i32(knotBytes).plain("i32.mul");
  code.get(address).memory("i32.load", 16).plain("i32.add").set(knot);
  const load = (offset: number): Local => {
    const local = code.local("f64");
    code.get(knot).memory("f64.load", offset).set(local);
    return local;
  };
  const [left, slope0, right, slope1] = [load(0), load(8), load(knotBytes), load(knotBytes + 8)];
  const [rise, d0, d1, t] = [code.local("f64"), code.local("f64"), code.local("f64"), code.local("f64")];
  code.get(right).get(left).plain("f64.sub").set(rise);
  code.get(slope0).get(address).memory("f64.load", 8).plain("f64.mul").set(d0);
  code.get(slope1).get(address).memory("f64.load", 8).plain("f64.mul").set(d1);
  code.get(along).get(piece).plain("f64.sub").set(t);
  code.get(left).get(right).get(left).get(t).get(d0).get(t);
  code.f64(3).get(rise).plain("f64.mul").f64(2).get(d0).plain("f64.mul", "f64.sub").get(d1).plain("f64.sub");
  code.get(t).get(d0).get(d1).plain("f64.add").f64(2).get(rise).plain("f64.mul", "f64.sub", "f64.mul", "f64.add");
  code.plain("f64.mul", "f64.add", "f64.mul", "f64.add", "f64.min", "f64.max");
}

/**
 * Write the function that replaces a row by the values of steps: parameters are the addresses of the row's start and
 * end, of the bounds and of the end of the bounds, and of the values, i32.
 */
export function stepsFunction(): WasmFunction {
  const code = new CodeWriter(5);
  const [bounds, boundsEnd, values]: [Local, Local, Local] = [2, 3, 4];
  const [x, bound, value] = [code.local("f64"), code.local("i32"), code.local("i32")];
  code.loop(() => {
    code.get(row).memory("f64.load", 0).set(x);
    code.get(bounds).set(bound).get(values).set(value);
    const next = () => {
      code.advance(bound, numberBytes).advance(value, numberBytes);
    };
    code.get(bound).get(boundsEnd).plain("i32.ne");
    code.branch(() => {
      const isAbove = code.local("i32");
      code.loop(() => {
        code.get(x).get(bound).memory("f64.load", 0).plain("f64.gt").tee(isAbove);
        code.branch(next, null);
        code.get(isAbove).get(bound).get(boundsEnd).plain("i32.ne", "i32.and");
      });
    }, null);
    code.get(row).get(value).memory("f64.load", 0).memory("f64.store", 0);
    code.advance(row, numberBytes).get(row).get(end).plain("i32.ne");
  });
  return { parameters: ["i32", "i32", "i32", "i32", "i32"], results: [], code, exportedAs: "steps" };
}
