import type { Program } from "../program/program.ts";
import type { Lanes } from "../wasm/lanes.ts";
import { CodeWriter, type Local } from "../wasm/wasm-code.ts";
import { type MemoryPlan, registersPerGroup, rowBytes } from "./memory-plan.ts";

/** Numbers of the functions that run the parts of a program. */
export interface PartNumbers {
  readonly base: readonly number[];
  readonly steady: readonly number[];
  readonly year: readonly number[];
}

const parameters = { groupsEnd: 0, years: 1, startsFromState: 2 } as const;

/** Write the function that takes each group of draws through the years. */
export function emitRun(
  program: Program,
  lanes: Lanes,
  plan: MemoryPlan,
  parts: PartNumbers,
  keepsState: boolean,
): CodeWriter {
  return new RunEmitter(program, lanes, plan, parts).write(keepsState);
}

class RunEmitter {
  readonly #code = new CodeWriter(3);
  readonly #program: Program;
  readonly #lanes: Lanes;
  readonly #plan: MemoryPlan;
  readonly #parts: PartNumbers;
  /** Offset of the group in each row of draws. */
  readonly #group: Local = this.#code.local("i32");
  readonly #now: Local = this.#code.local("i32");
  readonly #previous: Local = this.#code.local("i32");
  readonly #yearUniforms: Local = this.#code.local("i32");
  /** Offset of the group and year in the rows of a series. */
  readonly #rowOffset: Local = this.#code.local("i32");
  readonly #yearsLeft: Local = this.#code.local("i32");
  readonly #changeStart: Local = this.#code.local("i32");

  constructor(program: Program, lanes: Lanes, plan: MemoryPlan, parts: PartNumbers) {
    this.#program = program;
    this.#lanes = lanes;
    this.#plan = plan;
    this.#parts = parts;
  }

  write(keepsState: boolean): CodeWriter {
    const code = this.#code;
    const plan = this.#plan;
    code.loop(() => {
      this.#startGroup();
      if (keepsState) {
        code.get(parameters.startsFromState).branch(() => this.#copyState("load"), null);
      }
      this.#copy("load", () => code.i32(plan.fixedCells), plan.assumptionRows, this.#program.assumptions.length);
      if (keepsState) {
        code
          .get(parameters.startsFromState)
          .plain("i32.eqz")
          .branch(() => this.#baseYear(), null);
      } else this.#baseYear();
      code.get(this.#yearsLeft).branch(() => this.#laterYears(), null);
      if (keepsState) this.#copyState("store");
      this.#code.advance(this.#group, plan.cellBytes);
      code.get(this.#group).get(parameters.groupsEnd).plain("i32.ne");
    });
    return code;
  }

  #startGroup(): void {
    const plan = this.#plan;
    this.#code.i32(plan.frames[0]).set(this.#now).i32(plan.frames[1]).set(this.#previous);
    this.#code.i32(plan.yearUniforms).set(this.#yearUniforms).get(this.#group).set(this.#rowOffset);
    this.#code.get(parameters.years).set(this.#yearsLeft).i32(plan.changeStarts).set(this.#changeStart);
  }

  #baseYear(): void {
    this.#call(this.#parts.base);
    this.#nextYear();
  }

  #laterYears(): void {
    this.#call(this.#parts.steady);
    this.#code.loop(() => {
      this.#changeAssumptions();
      this.#call(this.#parts.year);
      this.#nextYear();
      this.#code.get(this.#yearsLeft);
    });
  }

  #call(functions: readonly number[]): void {
    for (const number of functions) {
      this.#code.get(this.#now).get(this.#previous).get(this.#yearUniforms).get(this.#rowOffset).call(number);
    }
  }

  /** This year becomes last year. */
  #nextYear(): void {
    const code = this.#code;
    code.get(this.#now).get(this.#previous).set(this.#now).set(this.#previous);
    this.#code.advance(this.#yearUniforms, this.#plan.yearUniformBytes);
    this.#code.advance(this.#rowOffset, rowBytes);
    this.#code.advance(this.#changeStart, 4);
    this.#code.advance(this.#yearsLeft, -1);
  }

  /** Fetch the assumptions that differ from last year's. */
  #changeAssumptions(): void {
    const code = this.#code;
    const [change, end] = [code.local("i32"), code.local("i32")];
    code.get(this.#changeStart).memory("i32.load", 0).tee(change);
    code.get(this.#changeStart).memory("i32.load", 4).tee(end).plain("i32.ne");
    const copyOne = () => {
      const [cell, row] = [code.local("i32"), code.local("i32")];
      code.get(change).memory("i32.load", 0).set(cell);
      code.get(change).memory("i32.load", 4).get(this.#group).plain("i32.add").set(row);
      this.#copyRegisters("load", cell, row, 0);
      this.#code.advance(change, 8);
      code.get(change).get(end).plain("i32.ne");
    };
    code.branch(() => code.loop(copyOne), null);
  }

  /** Load the state at the end of last year from its rows, or store it there. */
  #copyState(direction: "load" | "store"): void {
    const { frameCells, fixedCells } = this.#program;
    const { stateRows, fixedCells: firstFixed } = this.#plan;
    this.#copy(direction, () => this.#code.get(this.#previous), stateRows, frameCells);
    this.#copy(direction, () => this.#code.i32(firstFixed), stateRows + frameCells * rowBytes, fixedCells);
  }

  /** Copy the group's draws from rows to cells that follow each other, or back. */
  #copy(direction: "load" | "store", pushFirstCell: () => void, firstRow: number, count: number): void {
    if (count === 0) return;
    const code = this.#code;
    const [cell, row, end] = [code.local("i32"), code.local("i32"), code.local("i32")];
    pushFirstCell();
    code
      .tee(cell)
      .i32(count * this.#plan.cellBytes)
      .plain("i32.add")
      .set(end);
    code.get(this.#group).set(row);
    code.loop(() => {
      this.#copyRegisters(direction, cell, row, firstRow);
      this.#code.advance(cell, this.#plan.cellBytes);
      this.#code.advance(row, rowBytes);
      code.get(cell).get(end).plain("i32.ne");
    });
  }

  #copyRegisters(direction: "load" | "store", cell: Local, row: Local, rowStart: number): void {
    const { load, store, bytes } = this.#lanes;
    for (let register = 0; register < registersPerGroup; register++) {
      const offset = register * bytes;
      if (direction === "load") {
        this.#code
          .get(cell)
          .get(row)
          .memory(load, rowStart + offset)
          .memory(store, offset);
      } else
        this.#code
          .get(row)
          .get(cell)
          .memory(load, offset)
          .memory(store, rowStart + offset);
    }
  }
}
