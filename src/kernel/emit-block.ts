import type { Block, Cell, Name, Statement, Value } from "../program/program.ts";
import type { CodeWriter } from "../wasm/wasm-code.ts";
import { LoopEmitter } from "./emit-loop.ts";
import { partParameters, type ValueEmitter } from "./emit-value.ts";
import { registersPerGroup, rowBytes } from "./memory-plan.ts";

/** Writes the statements of blocks for one group of draws. */
export class BlockEmitter {
  readonly #values: ValueEmitter;
  readonly #loops: LoopEmitter;
  readonly #code: CodeWriter;
  readonly #passing: ReadonlySet<number>;

  /** @param passing - fixed cells that need not be stored. */
  constructor(values: ValueEmitter, passing: ReadonlySet<number>) {
    this.#values = values;
    this.#loops = new LoopEmitter(values);
    this.#code = values.code;
    this.#passing = passing;
  }

  block(block: Block): void {
    for (const statement of block) this.#statement(statement);
  }

  #statement(statement: Statement): void {
    switch (statement.kind) {
      case "name":
        if (this.#values.nameByCall(statement.name, statement.value)) break;
        eachRegister((register) => this.#name(statement.name, statement.value, register));
        break;
      case "add":
        eachRegister((register) => this.#add(statement.name, statement.value, register));
        break;
      case "store":
        eachRegister((register) => this.#store(statement.cell, statement.value, register));
        break;
      case "report":
        if (statement.outcome.size === 1) eachRegister((register) => this.#reportOne(statement, register));
        else this.#reportAll(statement);
        break;
      case "loop":
        this.#loops.write(statement.loop, () => this.block(statement.body));
        break;
      case "branch":
        this.#branch(statement);
    }
  }

  #name(name: Name, value: Value, register: number): void {
    this.#values.value(value, register);
    this.#code.set(this.#values.nameLocal(name, register));
  }

  #add(name: Name, value: Value, register: number): void {
    const local = this.#values.nameLocal(name, register);
    this.#code.get(local);
    this.#values.value(value, register);
    this.#code.plain(this.#values.lanes.operations["+"]).set(local);
  }

  #branch({ condition, whenTrue, whenFalse }: Extract<Statement, { kind: "branch" }>): void {
    const values = this.#values;
    const base = condition.isYearly ? "yearUniform" : "uniform";
    values.base(base, condition);
    this.#code.memory("i32.load", values.offset(base, condition)).branch(
      () => values.enclosed(() => this.block(whenTrue)),
      () => values.enclosed(() => this.block(whenFalse)),
    );
  }

  #store(cell: Cell, value: Value, register: number): void {
    const values = this.#values;
    const { lanes } = values;
    const offset = values.cellOffset(cell, register);
    if (cell.stream !== null) {
      values.base(cell.region, cell);
      values.value(value, register);
      this.#code.memory(lanes.store, offset);
      return;
    }
    const local = this.#code.local(lanes.type);
    values.value(value, register);
    this.#code.set(local);
    values.remember(cell, register, local);
    if (cell.region === "fixed" && this.#passing.has(cell.place)) return;
    values.base(cell.region, cell);
    this.#code.get(local).memory(lanes.store, offset);
  }

  #reportOne({ outcome, cell }: Extract<Statement, { kind: "report" }>, register: number): void {
    const { plan, lanes } = this.#values;
    this.#code.get(partParameters.rowOffset);
    this.#values.value({ kind: "cell", ...cell }, register);
    this.#code.memory(lanes.store, plan.outcomeRow(outcome.first) + register * lanes.bytes);
  }

  /** Copy the elements of a vector, one after the other, to their rows. */
  #reportAll({ outcome, cell }: Extract<Statement, { kind: "report" }>): void {
    const { plan, lanes } = this.#values;
    const code = this.#code;
    const [from, to, end] = [code.local("i32"), code.local("i32"), code.local("i32")];
    this.#values.base(cell.region, cell);
    code
      .tee(from)
      .i32(outcome.size * plan.cellBytes)
      .plain("i32.add")
      .set(end);
    code.get(partParameters.rowOffset).set(to);
    code.loop(() => {
      eachRegister((register) => {
        code.get(to).get(from).memory(lanes.load, this.#values.cellOffset(cell, register));
        code.memory(lanes.store, plan.outcomeRow(outcome.first) + register * lanes.bytes);
      });
      code.advance(to, plan.years * rowBytes).advance(from, plan.cellBytes);
      code.get(from).get(end).plain("i32.ne");
    });
  }
}

function eachRegister(write: (register: number) => void): void {
  for (let register = 0; register < registersPerGroup; register++) write(register);
}
