import type {
  Block,
  Cell,
  CellRange,
  Loop,
  Mask,
  Moving,
  Points,
  Program,
  Statement,
  Value,
} from "../program/program.ts";
import { cHead, cMain } from "./c-frame.ts";
import type { Yardstick } from "./yardstick.ts";

/** Segments of a loop that are written out one after the other; more are read from a table. */
const mostSegmentsWritten = 16;

/** Draws whose results are held at a time, so that they stay in the cache. */
const blockDraws = 256;

/**
 * Print a yardstick as C that runs one draw after the other.
 *
 * Scalars are local variables, vectors local arrays and loops have plain bounds, so that a compiler can do its best.
 * The program takes a file with the yardstick's arrays one after the other, a file for results and a number of
 * repetitions. It prints the microseconds of processor time a draw of each, and leaves the results of a run before
 * them, block by block of 256 draws: result, year, draw.
 */
export function cProgramText(yardstick: Yardstick): string {
  return new CWriter(yardstick).text();
}

class CWriter {
  readonly #yardstick: Yardstick;
  readonly #program: Program;
  readonly #tables: string[] = [];
  readonly #lookups = new Map<string, string>();
  readonly #names = new Set<number>();
  #loopCount = 0;

  constructor(yardstick: Yardstick) {
    this.#yardstick = yardstick;
    this.#program = yardstick.program;
  }

  text(): string {
    const { cells, base, steady, year, assumptions } = this.#program;
    const blocks = (all: readonly Block[]) => all.flatMap((block) => block.flatMap((s) => this.#statement(s, [])));
    const everyYear = this.#yardstick.changing.map(
      (place, k) => `f${place} = in->changes[(${k} * years + year) * n + i];`,
    );
    const body = [
      ...assumptions.map((_, place) => `f${place} = in->assumptions[${place} * n + i];`),
      "int year = 0;",
      "const double *y = in->yearUniforms;",
      ...blocks(base),
      ...this.#keepFrame(),
      ...blocks(steady),
      "for (year = 1; year < years; year++) {",
      `y += ${this.#program.yearUniformCount};`,
      ...everyYear,
      ...blocks(year),
      ...this.#keepFrame(),
      "}",
    ];
    const declared = [
      ...cells.fixed.map((range) => declaration("f", range)),
      ...cells.frame.flatMap((range) => [declaration("n", range), declaration("p", range)]),
      ...[...this.#names].map((name) => `double t${name};`),
    ];
    return [
      cHead,
      ...this.#tables,
      "static void simulate(const struct input *restrict in, long first, long draws, double *restrict out) {",
      "const double *u = in->uniforms;",
      `const long n = ${this.#yardstick.draws}, years = ${this.#yardstick.years};`,
      "for (long i = first; i < first + draws; i++) {",
      ...declared,
      ...body,
      "}",
      "}",
      this.#main(),
      "",
    ].join("\n");
  }

  #main(): string {
    const { draws, years, arrays } = this.#yardstick;
    const results = this.#program.outcomes.reduce((sum, { size }) => sum + size, 0);
    const { assumptions, changes, rows, uniforms, yearUniforms } = arrays;
    const lengths = [assumptions, changes, rows, uniforms, yearUniforms].map(({ length }) => length);
    return cMain
      .replace("LENGTHS", lengths.join(", "))
      .replaceAll("BLOCK", String(blockDraws))
      .replaceAll("DRAWS", String(draws))
      .replaceAll("RESULTS", String(results * years));
  }

  /** What `prev` will read. */
  #keepFrame(): string[] {
    return this.#program.cells.frame.map(({ place, size }) => {
      return size === 1 ? `p${place} = n${place};` : `__builtin_memcpy(p${place}, n${place}, sizeof n${place});`;
    });
  }

  #statement(statement: Statement, starts: readonly string[]): string[] {
    switch (statement.kind) {
      case "name":
        this.#names.add(statement.name);
        return [`t${statement.name} = ${this.#value(statement.value, starts)};`];
      case "add":
        return [`t${statement.name} += ${this.#value(statement.value, starts)};`];
      case "store":
        return [`${this.#cell(statement.cell, starts)} = ${this.#value(statement.value, starts)};`];
      case "report":
        return Array.from({ length: statement.outcome.size }, (_, element) => {
          const cell = { ...statement.cell, place: statement.cell.place + element };
          const row = `(${statement.outcome.first + element} * years + year)`;
          return `out[${row} * draws + i - first] = ${this.#cell(cell, starts)};`;
        });
      case "loop":
        return this.#loop(statement.loop, statement.body, starts);
      case "branch": {
        const { condition } = statement;
        return [
          `if (${this.#uniform(condition, starts)} != 0) {`,
          ...statement.whenTrue.flatMap((s) => this.#statement(s, starts)),
          "} else {",
          ...statement.whenFalse.flatMap((s) => this.#statement(s, starts)),
          "}",
        ];
      }
    }
  }

  #loop({ streams, segments, inner }: Loop, body: readonly Statement[], outer: readonly string[]): string[] {
    const k = `k${this.#loopCount++}`;
    const turns = (count: string, starts: readonly string[]) => {
      const places = streams.map(({ stride }, n) => `${starts[n]} + ${stride} * ${k}`);
      return [
        `for (long ${k} = 0; ${k} < ${count}; ${k}++) {`,
        ...body.flatMap((s) => this.#statement(s, places)),
        "}",
      ];
    };
    if (!inner && segments.length <= mostSegmentsWritten) {
      return segments.flatMap((segment) => turns(String(segment.turns), segment.starts.map(String)));
    }
    const width = streams.length + 1;
    const words = segments.flatMap(({ turns: count, starts }) => [count, ...starts]);
    this.#tables.push(`static const int segments${k}[] = {${words.join(", ")}};`);
    const at = (column: number) => `segments${k}[s${k} * ${width} + ${column}]`;
    let [from, until] = ["0", String(segments.length)];
    if (inner) {
      this.#tables.push(`static const int bounds${k}[] = {${inner.bounds.join(", ")}};`);
      const turn = inner.outerStream === null ? "0" : (outer[inner.outerStream] as string);
      [from, until] = [`bounds${k}[${turn}]`, `bounds${k}[${turn} + 1]`];
    }
    return [
      `for (long s${k} = ${from}; s${k} < ${until}; s${k}++) {`,
      ...turns(
        at(0),
        streams.map((_, n) => at(n + 1)),
      ),
      "}",
    ];
  }

  #cell(cell: Cell, starts: readonly string[]): string {
    const { fixed, frame } = this.#program.cells;
    const ranges = cell.region === "fixed" ? fixed : frame;
    const range = ranges.find(({ place, size }) => cell.place >= place && cell.place < place + size) as CellRange;
    const array = `${{ fixed: "f", now: "n", previous: "p" }[cell.region]}${range.place}`;
    if (range.size === 1) return array;
    return `${array}[${placeText({ ...cell, place: cell.place - range.place }, starts)}]`;
  }

  #uniform({ isYearly, ...moving }: Moving & { isYearly: boolean }, starts: readonly string[]): string {
    return `${isYearly ? "y" : "u"}[${placeText(moving, starts)}]`;
  }

  #value(value: Value, starts: readonly string[]): string {
    const inside = (v: Value) => this.#value(v, starts);
    switch (value.kind) {
      case "literal":
        return numberText(value.value);
      case "uniform":
        return this.#uniform(value, starts);
      case "cell":
        return this.#cell(value, starts);
      case "row":
        return `in->rows[(${value.row} * years + year) * n + i]`;
      case "name":
        return `t${value.name}`;
      case "unary":
        return value.operator === "negate"
          ? `(-${inside(value.operand)})`
          : `${cFunctions[value.operator]}(${inside(value.operand)})`;
      case "binary":
        return value.operator === "min" || value.operator === "max"
          ? `${value.operator}(${inside(value.left)}, ${inside(value.right)})`
          : `(${inside(value.left)} ${value.operator} ${inside(value.right)})`;
      case "power":
        return `power(${inside(value.base)}, ${value.exponent})`;
      case "lookup":
        return `${this.#lookup(value.points)}(${inside(value.argument)})`;
      case "choose":
        return `(${this.#mask(value.mask, starts)} ? ${inside(value.whenTrue)} : ${inside(value.whenFalse)})`;
    }
  }

  #mask(mask: Mask, starts: readonly string[]): string {
    switch (mask.kind) {
      case "uniform":
        return `(${this.#uniform(mask, starts)} != 0)`;
      case "compare":
        return `(${this.#value(mask.left, starts)} ${mask.operator} ${this.#value(mask.right, starts)})`;
      case "not":
        return `(!${this.#mask(mask.operand, starts)})`;
      default: {
        const [left, right] = [this.#mask(mask.left, starts), this.#mask(mask.right, starts)];
        return `(${left} ${mask.kind === "and" ? "&&" : "||"} ${right})`;
      }
    }
  }

  /** A function of its own for each table, which searches the point as one would by hand. */
  #lookup({ x, y0, slopeChanges }: Points): string {
    const y = [y0];
    let slope = 0;
    for (let k = 1; k < x.length; k++) {
      slope += slopeChanges[k - 1] as number;
      y.push((y[k - 1] as number) + slope * ((x[k] as number) - (x[k - 1] as number)));
    }
    const text = (values: Iterable<number>) => [...values].map(numberText).join(", ");
    const body = `static const double x[] = {${text(x)}}, y[] = {${text(y)}}; return look_up(x, y, ${x.length}, at);`;
    const known = this.#lookups.get(body) ?? `look_up_${this.#lookups.size}`;
    if (!this.#lookups.has(body)) this.#tables.push(`static double ${known}(double at) { ${body} }`);
    this.#lookups.set(body, known);
    return known;
  }
}

const cFunctions = { abs: "fabs", sqrt: "sqrt", floor: "floor", exp: "exp", ln: "log" } as const;

function placeText({ place, stream }: Moving, starts: readonly string[]): string {
  return stream === null ? String(place) : `${place} + ${starts[stream]}`;
}

function declaration(prefix: string, { place, size }: CellRange): string {
  return size === 1 ? `double ${prefix}${place};` : `double ${prefix}${place}[${size}];`;
}

/** A number as C text that reads back to the same bits. */
function numberText(value: number): string {
  if (Number.isNaN(value)) return "NAN";
  if (!Number.isFinite(value)) return value > 0 ? "INFINITY" : "(-INFINITY)";
  const digits = Object.is(value, -0) ? "-0" : String(value);
  const text = /[.e]/.test(digits) ? digits : `${digits}.0`;
  return digits.startsWith("-") ? `(${text})` : text;
}
