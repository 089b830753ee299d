import { printUnit } from "../core/print-unit.ts";
import type { CompiledCase, CompiledModel, CompiledVariable } from "../model/compiled-model.ts";
import { variablesRead } from "../model/dependencies.ts";
import { forEachElement, noPlaces, type Places } from "../model/index-places.ts";
import { neededVariables } from "../model/run-block.ts";
import { Variation } from "../program/variation.ts";
import { PythonFormula, type PythonPhase, type PythonValue } from "./python-formula.ts";
import { pythonHead, pythonMain } from "./python-frame.ts";
import { pythonComment, pythonName, pythonNumber, pythonPlaces, pythonText } from "./python-names.ts";
import type { PythonScenario } from "./python-scenario.ts";

/**
 * Print a model under one scenario as a program for Python with numpy that works on all draws at once.
 *
 * Every equation stands under its name, unit, place and formula as they are written; its inputs are arrays, see
 * {@link PythonScenario}. Results come in the order of `RESULTS`: result, year, draw.
 */
export function pythonProgramText(scenario: PythonScenario): string {
  return new PythonProgram(scenario).text();
}

class PythonProgram {
  readonly #scenario: PythonScenario;
  readonly #model: CompiledModel;
  readonly #needed: ReadonlySet<number>;
  readonly #formulas: Readonly<Record<PythonPhase, PythonFormula>>;
  readonly #lists = new Map<string, string>();

  constructor(scenario: PythonScenario) {
    const { model, wanted, changing, affected } = scenario;
    this.#scenario = scenario;
    this.#model = model;
    this.#needed = neededVariables(model, wanted);
    const changeable = { assumptions: new Set(changing), tables: new Set(affected), drivers: new Set<number>() };
    const listName = (numbers: readonly number[]) => this.#listName(numbers);
    const world = { model, variation: new Variation(model, changeable), listName };
    this.#formulas = { base: new PythonFormula(world, "base"), year: new PythonFormula(world, "year") };
  }

  text(): string {
    // The equations come first, because they name the lists that stand above them.
    const simulate = this.#simulate();
    return [
      ...this.#scenario.title.map(pythonComment),
      "",
      pythonHead,
      "",
      ...this.#settings(),
      ...this.#tables(),
      ...[...this.#lists].map(([numbers, name]) => `${name} = np.array([${numbers}])`),
      "",
      "",
      ...simulate,
      "",
      "",
      pythonMain,
    ].join("\n");
  }

  #settings(): string[] {
    const { years, names, switches, observed } = this.#scenario;
    const model = this.#model;
    return [
      `YEARS = list(range(${years[0]}, ${(years[years.length - 1] as number) + 1}))`,
      'INPUTS = ["assumptions", "changes", "effects", "noise"]',
      `RESULTS = [${names.map(pythonText).join(", ")}]`,
      ...model.switches.map(({ name, options }, i) => {
        return `${pythonName("s", name, i)} = ${pythonText(options[switches[i] as number] as string)}`;
      }),
      ...model.observed.map((name, i) => `${pythonName("o", name, i)} = ${pythonNumber(observed[i] as number)}`),
    ];
  }

  #tables(): string[] {
    return this.#model.tables.flatMap(({ name, content }, i) => {
      const table = pythonName("t", name, i);
      const unit = this.#model.source.tables.find((one) => one.name === name)?.unitText ?? "";
      const comment = pythonComment(`${name} [${unit}]`);
      if (content.kind === "points") {
        const { x, y } = pointsOf(content);
        return [comment, `${table}_x = ${arrayText(x)}`, `${table}_y = ${arrayText(y)}`];
      }
      if (content.kind === "values") return [comment, `${table} = ${arrayText(content.values)}`];
      const shape = `(${content.years.length}, ${content.size})`;
      const years = `np.array([${content.years.join(", ")}])`;
      return [comment, `${table}_years = ${years}`, `${table} = ${arrayText(content.values)}.reshape${shape}`];
    });
  }

  #simulate(): string[] {
    const { baseOrder, yearOrder, variables } = this.#model;
    const isNeeded = (number: number) => this.#needed.has(number);
    const kept = new Set([
      ...this.#scenario.wanted,
      ...this.#readBy("previous"),
      ...this.#readBy("base"),
      ...this.#readBy("now"),
    ]);
    const blank = [...this.#needed].filter((number) => kept.has(number) && !variables[number]?.initial);
    const constants = baseOrder.filter((number) => isNeeded(number) && variables[number]?.kind === "constant");
    return [
      "def simulate(assumptions, changes, effects, noise, results):",
      '    """Simulate draws; the draws are the last axis of every array."""',
      "    n = assumptions.shape[1]",
      ...this.#assumptions(),
      ...indented(1, [
        pythonComment("the base year"),
        "at = 0",
        "year = YEARS[0]",
        ...this.#yearInputs(),
        ...blank.flatMap((number) => [
          `${this.#name("v", number)} = np.full(${this.#shape(number)}, np.nan)`,
          ...this.#report(number),
        ]),
        ...baseOrder.filter(isNeeded).flatMap((number) => this.#equation(number, "base")),
        ...[...this.#readBy("base")].map((number) => `${this.#name("b", number)} = ${this.#name("v", number)}`),
        pythonComment("every later year"),
        "for at in range(1, len(YEARS)):",
      ]),
      ...indented(2, [
        "year = YEARS[at]",
        ...this.#yearInputs(),
        ...[...this.#readBy("previous")].map((number) => `${this.#name("p", number)} = ${this.#name("v", number)}`),
        ...yearOrder.filter(isNeeded).flatMap((number) => this.#equation(number, "year")),
        ...constants.flatMap((number) => this.#report(number)),
      ]),
    ];
  }

  #assumptions(): string[] {
    const { assumptions, source } = this.#model;
    return assumptions.map((name, i) => {
      const unit = source.assumptions.find((one) => one.name === name)?.unitText ?? "";
      return `    ${pythonName("a", name, i)} = assumptions[${i}]  ${pythonComment(`[${unit}]`)}`;
    });
  }

  /** What comes anew each year: what levers and events move, and the shocks. */
  #yearInputs(): string[] {
    const { changing, affected } = this.#scenario;
    const { assumptions, tables, noises } = this.#model;
    return [
      ...changing.map((number, i) => `${pythonName("a", assumptions[number] as string, number)} = changes[${i}, at]`),
      ...affected.map(
        (number, i) => `${pythonName("e", tables[number]?.name as string, number)} = effects[${i}, :, at]`,
      ),
      ...noises.map((name, i) => `${pythonName("z", name, i)} = noise[${i}, at]`),
    ];
  }

  #equation(number: number, phase: PythonPhase): string[] {
    const variable = this.#model.variables[number] as CompiledVariable;
    const cases = (phase === "base" ? variable.initial : variable.equation) ?? [];
    return [...this.#comments(number, phase), ...this.#compute(number, cases, phase), ...this.#report(number)];
  }

  /** Name, label, unit and place, then the formula as it is written. */
  #comments(number: number, phase: PythonPhase): string[] {
    const { name } = this.#model.variables[number] as CompiledVariable;
    const written = this.#model.source.variables.find((one) => one.name === name);
    if (!written) return [pythonComment(name)];
    const { label, unit, at } = written;
    const formulas = (phase === "base" ? (written.initial ?? written.equation) : written.equation) ?? [];
    return [
      "",
      pythonComment(`${name}: ${label.zh} · ${label.en} [${printUnit(unit)}], ${at.file}:${at.line}`),
      ...formulas.map(({ when, value }) => pythonComment(`  ${when ? `${when.text}: ` : ""}${value.text}`)),
    ];
  }

  #compute(number: number, cases: readonly CompiledCase[], phase: PythonPhase): string[] {
    const { over, size } = this.#model.variables[number] as CompiledVariable;
    const name = this.#name("v", number);
    const { dimensions } = this.#model;
    const places: Places[] = [];
    forEachElement(over, dimensions, noPlaces(dimensions), (here) => places.push(here));
    const written = ({ elements, node }: CompiledCase) =>
      this.#formulas[phase].value(
        node,
        [...elements].map((element) => places[element] as Places),
      );
    const [only, ...others] = cases;
    if (only && others.length === 0 && only.elements.length === size) {
      return [`${name} = ${this.#whole(written(only), number)}`];
    }
    return [
      `${name} = np.empty(${this.#shape(number)})`,
      ...cases.map((one) => {
        return `${name}[${pythonPlaces([...one.elements], size, (numbers) => this.#listName(numbers))}] = ${written(one).text}`;
      }),
    ];
  }

  /** A value with every axis that its variable has. */
  #whole({ text, overTurns, overDraws }: PythonValue, number: number): string {
    const isVector = (this.#model.variables[number]?.over.length ?? 0) > 0;
    return overDraws && (overTurns || !isVector) ? text : `np.broadcast_to(${text}, ${this.#shape(number)})`;
  }

  #shape(number: number): string {
    const { over, size } = this.#model.variables[number] as CompiledVariable;
    return over.length > 0 ? `(${size}, n)` : "n";
  }

  #report(number: number): string[] {
    const { wanted } = this.#scenario;
    const place = wanted.indexOf(number);
    if (place < 0) return [];
    const sizeOf = (one: number) => this.#model.variables[one]?.size ?? 0;
    const first = wanted.slice(0, place).reduce((sum, one) => sum + sizeOf(one), 0);
    const isVector = (this.#model.variables[number]?.over.length ?? 0) > 0;
    const rows = isVector ? `${first}:${first + sizeOf(number)}` : String(first);
    return [`results[${rows}, at] = ${this.#name("v", number)}`];
  }

  /** Variables that later years read of other years, or that the base year reads of itself. */
  #readBy(moment: "previous" | "base" | "now"): ReadonlySet<number> {
    const read = [...this.#needed].flatMap((number) => {
      const { initial, equation } = this.#model.variables[number] as CompiledVariable;
      return variablesRead(moment === "now" ? initial : equation, moment);
    });
    return new Set(read.sort((a, b) => a - b));
  }

  #name(kind: string, number: number): string {
    return pythonName(kind, this.#model.variables[number]?.name ?? "", number);
  }

  #listName(numbers: readonly number[]): string {
    const key = numbers.join(", ");
    const name = this.#lists.get(key) ?? `LIST_${this.#lists.size}`;
    this.#lists.set(key, name);
    return name;
  }
}

function indented(levels: number, lines: readonly string[]): string[] {
  return lines.map((line) => (line === "" ? "" : `${"    ".repeat(levels)}${line}`));
}

function arrayText(values: Iterable<number>): string {
  return `np.array([${[...values].map(pythonNumber).join(", ")}])`;
}

/** The points of a table as they were written, from its hinge form. */
function pointsOf({ x, y0, slopeChanges }: Extract<CompiledModel["tables"][number]["content"], { kind: "points" }>): {
  x: Float64Array;
  y: number[];
} {
  const y = [y0];
  let slope = 0;
  for (let k = 1; k < x.length; k++) {
    slope += slopeChanges[k - 1] as number;
    y.push((y[k - 1] as number) + slope * ((x[k] as number) - (x[k - 1] as number)));
  }
  return { x, y };
}
