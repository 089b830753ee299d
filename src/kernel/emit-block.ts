import { partParameters, startParameter, type ValueEmitter } from "./emit-value.ts";
import { registersPerGroup, rowBytes } from "./memory-plan.ts";
import type { Block, Cell, Loop, Statement, StreamBase, Value } from "./program.ts";
import type { CodeWriter, Local } from "./wasm-code.ts";

/** Writes the statements of blocks for one group of draws. */
export class BlockEmitter {
  readonly #values: ValueEmitter;
  readonly #code: CodeWriter;
  readonly #passing: ReadonlySet<number>;

  /** @param passing - fixed cells that need not be stored. */
  constructor(values: ValueEmitter, passing: ReadonlySet<number>) {
    this.#values = values;
    this.#code = values.code;
    this.#passing = passing;
  }

  block(block: Block): void {
    for (const statement of block) this.#statement(statement);
  }

  #statement(statement: Statement): void {
    const values = this.#values;
    switch (statement.kind) {
      case "name":
        return eachRegister((register) => {
          values.value(statement.value, register);
          this.#code.set(values.nameLocal(statement.name, register));
        });
      case "add":
        return eachRegister((register) => {
          const local = values.nameLocal(statement.name, register);
          this.#code.get(local);
          values.value(statement.value, register);
          this.#code.plain(values.lanes.operations["+"]).set(local);
        });
      case "store":
        return eachRegister((register) => this.#store(statement.cell, statement.value, register));
      case "report":
        return this.#report(statement);
      case "loop":
        return this.#loop(statement.loop, statement.body);
      case "branch": {
        const base = statement.condition.isYearly ? "yearUniform" : "uniform";
        values.base(base, statement.condition);
        this.#code.memory("i32.load", values.offset(base, statement.condition));
        this.#code.branch(
          () => values.enclosed(() => this.block(statement.then)),
          () => values.enclosed(() => this.block(statement.otherwise)),
        );
      }
    }
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

  #report({ outcome, cell }: Extract<Statement, { kind: "report" }>): void {
    const { plan, lanes } = this.#values;
    const code = this.#code;
    const row = plan.outcomeRow(outcome.first);
    if (outcome.size === 1) {
      eachRegister((register) => {
        code.get(partParameters.rowOffset);
        this.#values.value({ kind: "cell", ...cell }, register);
        code.memory(lanes.store, row + register * lanes.bytes);
      });
      return;
    }
    const [from, to, end] = [code.local("i32"), code.local("i32"), code.local("i32")];
    this.#values.base(cell.region, cell);
    code.tee(from).i32(outcome.size * plan.cellBytes).plain("i32.add").set(end);
    code.get(partParameters.rowOffset).set(to);
    code.loop(() => {
      eachRegister((register) => {
        code.get(to).get(from).memory(lanes.load, this.#values.cellOffset(cell, register));
        code.memory(lanes.store, row + register * lanes.bytes);
      });
      this.#advance(to, plan.years * rowBytes);
      this.#advance(from, plan.cellBytes);
      code.get(from).get(end).plain("i32.ne");
    });
  }

  #loop(loop: Loop, body: readonly Statement[]): void {
    const { streams, segments, inner } = loop;
    const code = this.#code;
    const pointers = streams.map(() => code.local("i32"));
    const end = code.local("i32");
    const [only] = segments;
    if (only && segments.length === 1 && !inner) {
      streams.forEach((_, n) => this.#pointAt(loop, n, pointers[n] as Local, () => code.i32(startBytes(only.starts[n], this.#unit(loop, n)))));
      this.#pointAt(loop, loop.clock, end, () => code.i32(this.#endBytes(loop, 0)));
      this.#turns(loop, pointers, end, body);
      return;
    }
    const rowLength = (1 + streams.length) * 4;
    const words = segments.flatMap(({ starts }, segment) => [
      this.#endBytes(loop, segment),
      ...starts.map((start, n) => startBytes(start, this.#unit(loop, n))),
    ]);
    const table = this.#values.plan.table(words);
    const [row, lastRow] = [code.local("i32"), code.local("i32")];
    const runSegments = () => {
      code.loop(() => {
        this.#pointAt(loop, loop.clock, end, () => code.get(row).memory("i32.load", 0));
        streams.forEach((_, n) => {
          this.#pointAt(loop, n, pointers[n] as Local, () => code.get(row).memory("i32.load", 4 * (n + 1)));
        });
        this.#turns(loop, pointers, end, body);
        this.#advance(row, rowLength);
        code.get(row).get(lastRow).plain("i32.ne");
      });
    };
    if (!inner) {
      code.i32(table).set(row).i32(table + words.length * 4).set(lastRow);
      runSegments();
      return;
    }
    const bounds = this.#values.plan.table(inner.bounds.map((segment) => table + segment * rowLength));
    for (const [local, offset] of [
      [row, bounds],
      [lastRow, bounds + 4],
    ] as const) {
      this.#values.base("bounds", { place: 0, stream: inner.outerStream });
      code.memory("i32.load", offset).set(local);
    }
    // A turn of the outer loop may have no turn here.
    code.get(row).get(lastRow).plain("i32.ne").branch(runSegments, null);
  }

  /** Write the turns of one segment; the pointers stand at its first turn. */
  #turns(loop: Loop, pointers: readonly Local[], end: Local, body: readonly Statement[]): void {
    const code = this.#code;
    code.loop(() => {
      this.#values.inLoop(pointers, () => this.block(body));
      loop.streams.forEach(({ stride }, n) => {
        if (stride !== 0) this.#advance(pointers[n] as Local, stride * this.#unit(loop, n));
      });
      code.get(pointers[loop.clock] as Local).get(end).plain("i32.ne");
    });
  }

  /** Set a pointer to the start of its stream's region plus an offset that `offset` pushes. */
  #pointAt({ streams }: Loop, number: number, pointer: Local, offset: () => void): void {
    const base = streams[number]?.base as StreamBase;
    offset();
    if (base === "now" || base === "previous" || base === "yearUniform") {
      this.#code.get(startParameter(base)).plain("i32.add");
    }
    this.#code.set(pointer);
  }

  /** Where the clock of a loop stands after a segment. */
  #endBytes({ streams, segments, clock }: Loop, segment: number): number {
    const { turns, starts } = segments[segment] as Loop["segments"][number];
    const { stride } = streams[clock] as Loop["streams"][number];
    return ((starts[clock] as number) + turns * stride) * this.#values.plan.unit(streams[clock]?.base as StreamBase);
  }

  #unit({ streams }: Loop, number: number): number {
    return this.#values.plan.unit(streams[number]?.base as StreamBase);
  }

  #advance(pointer: Local, bytes: number): void {
    this.#code.get(pointer).i32(bytes).plain("i32.add").set(pointer);
  }
}

function startBytes(start: number | undefined, unit: number): number {
  return (start as number) * unit;
}

function eachRegister(write: (register: number) => void): void {
  for (let register = 0; register < registersPerGroup; register++) write(register);
}
