import { ByteWriter } from "./byte-writer.ts";
import { joinBytes, listBytes, unsignedLeb } from "./wasm-bytes.ts";

/** Types of values, by their names in the text format. */
export type ValueType = "i32" | "i64" | "f64" | "v128";

const typeBytes: Readonly<Record<ValueType, number>> = { i32: 0x7f, i64: 0x7e, f64: 0x7c, v128: 0x7b };

/** Byte of a value type in the binary format. */
export function typeByte(type: ValueType): number {
  return typeBytes[type];
}

/** Instructions without operands in the code; those above 0xff belong to the vector extension. */
const plainOpcodes = {
  else: 0x05,
  end: 0x0b,
  return: 0x0f,
  select: 0x1b,
  "i32.eqz": 0x45,
  "i32.eq": 0x46,
  "i32.ne": 0x47,
  "i32.ctz": 0x68,
  "i32.add": 0x6a,
  "i32.sub": 0x6b,
  "i32.mul": 0x6c,
  "i32.and": 0x71,
  "i32.or": 0x72,
  "i32.xor": 0x73,
  "i32.shl": 0x74,
  "i32.shr_u": 0x76,
  "i32.wrap_i64": 0xa7,
  "i32.trunc_f64_s": 0xaa,
  "i32.trunc_f64_u": 0xab,
  "i64.add": 0x7c,
  "i64.sub": 0x7d,
  "i64.mul": 0x7e,
  "i64.or": 0x84,
  "i64.extend_i32_u": 0xad,
  "i64.shl": 0x86,
  "i64.shr_s": 0x87,
  "i64.shr_u": 0x88,
  "i64.extend32_s": 0xc4,
  "i64.reinterpret_f64": 0xbd,
  "f64.reinterpret_i64": 0xbf,
  "f64.convert_i32_u": 0xb8,
  "f64.convert_i64_u": 0xba,
  "f64.eq": 0x61,
  "f64.ne": 0x62,
  "f64.lt": 0x63,
  "f64.gt": 0x64,
  "f64.le": 0x65,
  "f64.ge": 0x66,
  "f64.abs": 0x99,
  "f64.neg": 0x9a,
  "f64.floor": 0x9c,
  "f64.sqrt": 0x9f,
  "f64.add": 0xa0,
  "f64.sub": 0xa1,
  "f64.mul": 0xa2,
  "f64.div": 0xa3,
  "f64.min": 0xa4,
  "f64.max": 0xa5,
  "v128.not": 0xfd4d,
  "v128.and": 0xfd4e,
  "v128.or": 0xfd50,
  "v128.bitselect": 0xfd52,
  "v128.any_true": 0xfd53,
  "i32x4.shr_s": 0xfdac,
  "i32x4.trunc_sat_f64x2_s_zero": 0xfdfc,
  "i64x2.all_true": 0xfdc3,
  "i64x2.shl": 0xfdcb,
  "i64x2.shr_u": 0xfdcd,
  "i64x2.add": 0xfdce,
  "i64x2.sub": 0xfdd1,
  "f64x2.splat": 0xfd14,
  "f64x2.eq": 0xfd47,
  "f64x2.ne": 0xfd48,
  "f64x2.lt": 0xfd49,
  "f64x2.gt": 0xfd4a,
  "f64x2.le": 0xfd4b,
  "f64x2.ge": 0xfd4c,
  "f64x2.floor": 0xfd75,
  "f64x2.trunc": 0xfd7a,
  "f64x2.abs": 0xfdec,
  "f64x2.neg": 0xfded,
  "f64x2.sqrt": 0xfdef,
  "f64x2.add": 0xfdf0,
  "f64x2.sub": 0xfdf1,
  "f64x2.mul": 0xfdf2,
  "f64x2.div": 0xfdf3,
  "f64x2.min": 0xfdf4,
  "f64x2.max": 0xfdf5,
  "f64x2.pmin": 0xfdf6,
  "f64x2.pmax": 0xfdf7,
} as const;

/** Instructions that read or write memory, with the power of two of their alignment. */
const memoryOpcodes = {
  "i32.load": [0x28, 2],
  "i32.load8_u": [0x2d, 0],
  "i32.load16_u": [0x2f, 1],
  "i32.store": [0x36, 2],
  "i32.store16": [0x3b, 1],
  "f64.load": [0x2b, 3],
  "f64.store": [0x39, 3],
  "v128.load": [0xfd00, 3],
  "v128.load64_splat": [0xfd0a, 3],
  "v128.store": [0xfd0b, 3],
} as const;

/** An instruction that takes everything from the stack. */
export type PlainInstruction = keyof typeof plainOpcodes;

/** An instruction that takes an address from the stack. */
export type MemoryInstruction = keyof typeof memoryOpcodes;

/** Number of a local variable of a function, parameters first. */
export type Local = number;

/** Writes the code of one function, instruction by instruction, under their names in the text format. */
export class CodeWriter {
  readonly #bytes = new ByteWriter();
  readonly #parameterCount: number;
  readonly #locals: ValueType[] = [];

  constructor(parameterCount: number) {
    this.#parameterCount = parameterCount;
  }

  /** Add a local variable. */
  local(type: ValueType): Local {
    this.#locals.push(type);
    return this.#parameterCount + this.#locals.length - 1;
  }

  plain(...instructions: PlainInstruction[]): this {
    for (const instruction of instructions) this.#opcode(plainOpcodes[instruction]);
    return this;
  }

  /** @param offset - added to the address on the stack, in bytes. */
  memory(instruction: MemoryInstruction, offset: number): this {
    const [opcode, alignment] = memoryOpcodes[instruction];
    this.#opcode(opcode);
    this.#bytes.byte(alignment).unsigned(offset);
    return this;
  }

  /** From [vector, number] give the vector with one half replaced by the number. */
  replaceHalf(half: 0 | 1): this {
    this.#opcode(0xfd22);
    this.#bytes.byte(half);
    return this;
  }

  /** From a vector give the number in one of its halves. */
  takeHalf(half: 0 | 1): this {
    this.#opcode(0xfd21);
    this.#bytes.byte(half);
    return this;
  }

  /** From a vector of four words give one of them. */
  takeWord(place: 0 | 1 | 2 | 3): this {
    this.#opcode(0xfd1b);
    this.#bytes.byte(place);
    return this;
  }

  get(local: Local): this {
    return this.#numbered(0x20, local);
  }

  set(local: Local): this {
    return this.#numbered(0x21, local);
  }

  tee(local: Local): this {
    return this.#numbered(0x22, local);
  }

  i32(value: number): this {
    this.#bytes.byte(0x41).signed(value);
    return this;
  }

  i64(value: bigint): this {
    this.#bytes.byte(0x42).signed64(value);
    return this;
  }

  f64(value: number): this {
    this.#bytes.byte(0x44).float64(value);
    return this;
  }

  /** Push a vector of which both halves are the same number. */
  f64x2(value: number): this {
    this.#opcode(0xfd0c);
    this.#bytes.float64(value).float64(value);
    return this;
  }

  /** Push a vector of which both halves are the same 64 bits. */
  i64x2(bits: bigint): this {
    this.#opcode(0xfd0c);
    this.#bytes.int64(bits).int64(bits);
    return this;
  }

  /** Add to an i32 local. */
  advance(local: Local, by: number): this {
    return this.get(local).i32(by).plain("i32.add").set(local);
  }

  call(functionNumber: number): this {
    return this.#numbered(0x10, functionNumber);
  }

  /** Write a loop around `body`; `body` ends with the condition, an i32, of another turn. */
  loop(body: () => void): this {
    this.#bytes.byte(0x03).byte(0x40);
    body();
    this.#bytes.byte(0x0d).byte(0).byte(0x0b);
    return this;
  }

  /** Write a branch on the i32 on the stack. */
  branch(then: () => void, otherwise: (() => void) | null): this {
    this.#bytes.byte(0x04).byte(0x40);
    then();
    if (otherwise) {
      this.plain("else");
      otherwise();
    }
    return this.plain("end");
  }

  /** The finished body as it stands in the module: length, local variables, code. */
  body(): Uint8Array {
    const runs: [count: number, type: ValueType][] = [];
    for (const type of this.#locals) {
      const last = runs[runs.length - 1];
      if (last?.[1] === type) last[0]++;
      else runs.push([1, type]);
    }
    const locals = listBytes(runs.map(([count, type]) => [...unsignedLeb(count), typeByte(type)]));
    const length = locals.length + this.#bytes.length + 1;
    return joinBytes([unsignedLeb(length), locals, this.#bytes.written(), [0x0b]]);
  }

  #numbered(opcode: number, number: number): this {
    this.#bytes.byte(opcode).unsigned(number);
    return this;
  }

  #opcode(opcode: number): void {
    if (opcode <= 0xff) this.#bytes.byte(opcode);
    else this.#bytes.byte(0xfd).unsigned(opcode & 0xff);
  }
}
