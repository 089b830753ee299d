import type { Cell, Mask, Moving, Points, StreamBase, Value } from "../program/program.ts";
import { emitExp, emitLn } from "../wasm/emit-exp-ln.ts";
import type { Lanes } from "../wasm/lanes.ts";
import type { CodeWriter, Local } from "../wasm/wasm-code.ts";
import { type MemoryPlan, registersPerGroup } from "./memory-plan.ts";

/** Parameters of every function that runs a part of a program: addresses and offsets in bytes. */
export const partParameters = { now: 0, previous: 1, yearUniforms: 2, rowOffset: 3 } as const;

/** Numbers of the functions of a module that formulas call; each works on all registers of a group at once. */
export interface MathFunctions {
  readonly exp: number;
  readonly ln: number;
}

/** Writes the values of formulas for the registers of a group, one register after the other. */
export class ValueEmitter {
  readonly code: CodeWriter;
  readonly lanes: Lanes;
  readonly plan: MemoryPlan;
  readonly #functions: MathFunctions;
  /** Pointers of the streams of the innermost loop. */
  #pointers: readonly Local[] = [];
  #isInLoop = false;
  /** What has been fetched into locals and still holds. */
  #fetched = new Map<string, Local>();
  readonly #names = new Map<string, Local>();

  constructor(code: CodeWriter, lanes: Lanes, plan: MemoryPlan, functions: MathFunctions) {
    this.code = code;
    this.lanes = lanes;
    this.plan = plan;
    this.#functions = functions;
  }

  /** Write something that may not be reached, or reached again with other places: what it fetches holds only inside. */
  enclosed(write: () => void): void {
    const fetched = this.#fetched;
    this.#fetched = new Map(fetched);
    write();
    this.#fetched = fetched;
  }

  /** Write the body of a loop, whose streams' places the pointers hold. */
  inLoop(pointers: readonly Local[], write: () => void): void {
    const [outer, isInLoop] = [this.#pointers, this.#isInLoop];
    this.#pointers = pointers;
    this.#isInLoop = true;
    this.enclosed(write);
    this.#pointers = outer;
    this.#isInLoop = isInLoop;
  }

  /** Local that holds a name's value in one register. */
  nameLocal(name: number, register: number): Local {
    const key = `${name} ${register}`;
    const local = this.#names.get(key) ?? this.code.local(this.lanes.type);
    this.#names.set(key, local);
    return local;
  }

  /**
   * Name an exp or ln outside of loops, where all registers of the group go through one call: each waits for its own
   * chain of operations, and the machine works on several chains at a time. In a loop it is written out instead, so
   * that its constants stay in registers.
   *
   * @returns whether the value is one; if not, nothing is written.
   */
  nameByCall(name: number, value: Value): boolean {
    if (this.#isInLoop || value.kind !== "unary") return false;
    const { operator, operand } = value;
    if (operator !== "exp" && operator !== "ln") return false;
    for (let register = 0; register < registersPerGroup; register++) this.value(operand, register);
    this.code.call(this.#functions[operator]);
    for (let register = registersPerGroup - 1; register >= 0; register--) this.code.set(this.nameLocal(name, register));
    return true;
  }

  /** Remember that a local holds a cell's value. */
  remember(cell: Cell, register: number, local: Local): void {
    this.#fetched.set(cellKey(cell, register), local);
  }

  /** Push the part of a place's address that is known only when the code runs. */
  base(base: StreamBase, { stream }: Moving): void {
    if (stream !== null) this.code.get(this.#pointers[stream] as Local);
    else if (base === "now" || base === "previous" || base === "yearUniform") this.code.get(startParameter(base));
    else this.code.i32(0);
  }

  /** The part of a place's address that is known beforehand. */
  offset(base: StreamBase, { place }: Moving): number {
    return this.plan.start(base) + place * this.plan.unit(base);
  }

  cellOffset(cell: Cell, register: number): number {
    return this.offset(cell.region, cell) + register * this.lanes.bytes;
  }

  /** Push a value in one register. */
  value(value: Value, register: number): void {
    const { code, lanes } = this;
    switch (value.kind) {
      case "literal":
        lanes.constant(code, value.value);
        break;
      case "uniform":
        this.#uniform(value, "number");
        break;
      case "cell":
        this.#cell(value, register);
        break;
      case "row":
        this.#row(value.row, register);
        break;
      case "name":
        code.get(this.nameLocal(value.name, register));
        break;
      case "unary":
        this.value(value.operand, register);
        if (value.operator === "exp") emitExp(code, lanes);
        else if (value.operator === "ln") emitLn(code, lanes);
        else code.plain(lanes.operations[value.operator]);
        break;
      case "binary":
        this.#binary(value, register);
        break;
      case "power":
        this.#power(value.base, value.exponent, register);
        break;
      case "lookup":
        this.#lookup(value.points, value.argument, register);
        break;
      case "choose":
        this.value(value.whenTrue, register);
        this.value(value.whenFalse, register);
        this.#mask(value.mask, register);
        code.plain(lanes.select);
    }
  }

  #binary({ operator, left, right }: Extract<Value, { kind: "binary" }>, register: number): void {
    if (operator === "min" || operator === "max") {
      // The smaller or larger of two does not hang on their order, and against a known number it takes fewer steps.
      const [bound, other] = right.kind === "literal" ? [right, left] : [left, right];
      if (bound.kind === "literal" && !Number.isNaN(bound.value)) {
        this.value(other, register);
        if (operator === "max") this.lanes.atLeast(this.code, bound.value);
        else this.lanes.atMost(this.code, bound.value);
        return;
      }
    }
    const commutes = operator === "+" || operator === "*";
    for (const side of commutes && left.kind === "literal" ? [right, left] : [left, right]) this.value(side, register);
    this.code.plain(this.lanes.operations[operator]);
  }

  #mask(mask: Mask, register: number): void {
    const { code, lanes } = this;
    switch (mask.kind) {
      case "uniform":
        this.#uniform(mask, "mask");
        break;
      case "compare":
        this.value(mask.left, register);
        this.value(mask.right, register);
        code.plain(lanes.operations[mask.operator]);
        break;
      case "not":
        this.#mask(mask.operand, register);
        code.plain(lanes.masks.not);
        break;
      default:
        this.#mask(mask.left, register);
        this.#mask(mask.right, register);
        code.plain(lanes.masks[mask.kind]);
    }
  }

  #cell(cell: Cell, register: number): void {
    this.#fetch(cellKey(cell, register), () => {
      this.base(cell.region, cell);
      this.code.memory(this.lanes.load, this.cellOffset(cell, register));
    });
  }

  #row(row: number, register: number): void {
    this.#fetch(`row ${row} ${register}`, () => {
      this.code.get(partParameters.rowOffset);
      this.code.memory(this.lanes.load, this.plan.yearRow(row) + register * this.lanes.bytes);
    });
  }

  /** Fetch a number or a mask that is the same in every draw. */
  #uniform(uniform: Moving & { readonly isYearly: boolean }, what: "number" | "mask"): void {
    const { lanes } = this;
    const base = uniform.isYearly ? "yearUniform" : "uniform";
    const instruction = what === "mask" ? lanes.loadUniformMask : lanes.loadUniform;
    const type = what === "mask" ? lanes.maskType : lanes.type;
    const fetch = () => {
      this.base(base, uniform);
      this.code.memory(instruction, this.offset(base, uniform));
    };
    this.#fetch(`${base} ${what} ${uniform.place} ${uniform.stream}`, fetch, type);
  }

  #fetch(key: string, fetch: () => void, type = this.lanes.type): void {
    const known = this.#fetched.get(key);
    if (known !== undefined) {
      this.code.get(known);
      return;
    }
    fetch();
    const local = this.code.local(type);
    this.code.tee(local);
    this.#fetched.set(key, local);
  }

  #power(base: Value, exponent: number, register: number): void {
    const { code, lanes } = this;
    const x = code.local(lanes.type);
    this.value(base, register);
    code.tee(x);
    for (let i = 1; i < exponent; i++) code.get(x).plain(lanes.operations["*"]);
  }

  #lookup({ x, y0, slopeChanges }: Points, argument: Value, register: number): void {
    const { code, lanes } = this;
    const clamped = code.local(lanes.type);
    this.value(argument, register);
    lanes.constant(code, x[0] as number);
    lanes.pseudoMax(code);
    lanes.constant(code, x[x.length - 1] as number);
    lanes.pseudoMin(code);
    code.set(clamped);
    lanes.constant(code, y0);
    // At the last point the term is 0, which changes no sum but −0; one term must tell what is no number.
    const last = x.length - 1;
    const isNothing = last > 0 && !Object.is(y0, -0) && Number.isFinite(slopeChanges[last]);
    for (let k = 0; k < (isNothing ? last : x.length); k++) {
      lanes.constant(code, slopeChanges[k] as number);
      code.get(clamped);
      lanes.constant(code, x[k] as number);
      code.plain(lanes.operations["-"]);
      if (k > 0) {
        lanes.constant(code, 0);
        lanes.pseudoMax(code);
      }
      code.plain(lanes.operations["*"], lanes.operations["+"]);
    }
  }
}

/** Parameter that holds the address of a frame or of the year's uniforms. */
export function startParameter(base: "now" | "previous" | "yearUniform"): Local {
  return base === "yearUniform" ? partParameters.yearUniforms : partParameters[base];
}

function cellKey({ region, place, stream }: Cell, register: number): string {
  return `${region} ${place} ${stream} ${register}`;
}
