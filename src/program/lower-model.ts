import type { CompiledCase, CompiledModel, CompiledVariable, Node } from "../model/compiled-model.ts";
import { variablesRead } from "../model/dependencies.ts";
import { forEachElement, noPlaces, type Places } from "../model/index-places.ts";
import { neededVariables } from "../model/run-block.ts";
import { visitNodes } from "../model/visit-nodes.ts";
import { FormulaLowering, type Phase, type Target } from "./lower-formula.ts";
import type { Home, Outcome, Program, Statement } from "./program.ts";
import { ProgramDraft } from "./program-draft.ts";
import { type Changeable, Variation } from "./variation.ts";

/** What a program is made for. */
export interface Purpose {
  /** Variables that are handed on. */
  readonly wanted: readonly number[];
  readonly changeable: Changeable;
  /** Whether runs start from a state or end with one, so that every needed variable is kept. */
  readonly keepsState: boolean;
}

/** Lower a compiled model to the program that computes some of its variables; the rest is left out. */
export function lowerModel(model: CompiledModel, purpose: Purpose): Program {
  return new ModelLowering(model, purpose).lower();
}

class ModelLowering {
  readonly #model: CompiledModel;
  readonly #purpose: Purpose;
  readonly #needed: ReadonlySet<number>;
  readonly #draft: ProgramDraft;
  readonly #outcomes = new Map<number, Outcome>();
  /** Variables that hold one value a draw from the first year after the base year on. */
  readonly #steady = new Set<number>();

  constructor(model: CompiledModel, purpose: Purpose) {
    this.#model = model;
    this.#purpose = purpose;
    this.#needed = neededVariables(model, purpose.wanted);
    const variation = new Variation(model, purpose.changeable);
    this.#draft = new ProgramDraft(model, variation, assumptionsRead(model, this.#needed));
  }

  lower(): Program {
    const { baseOrder, yearOrder } = this.#model;
    const looksBack = this.#readBy("previous");
    this.#findSteady(looksBack);
    this.#placeVariables(looksBack, this.#readBy("base"));
    this.#placeOutcomes();
    for (const number of this.#needed) if (!this.#variable(number).initial) this.#lowerBlank(number);
    for (const number of baseOrder) if (this.#needed.has(number)) this.#lowerBase(number);
    for (const number of baseOrder) if (this.#variable(number).kind === "constant") this.#lowerReport(number);
    for (const number of yearOrder) if (this.#needed.has(number)) this.#lowerYear(number);
    return this.#draft.finish();
  }

  #variable(number: number): CompiledVariable {
    return this.#model.variables[number] as CompiledVariable;
  }

  /** Variables whose values of last year or of the base year some needed equation reads. */
  #readBy(moment: "previous" | "base"): ReadonlySet<number> {
    return new Set([...this.#needed].flatMap((number) => variablesRead(this.#variable(number).equation, moment)));
  }

  #findSteady(looksBack: ReadonlySet<number>): void {
    const { variation } = this.#draft;
    for (const number of this.#model.yearOrder) {
      // What `prev` reads must differ between the base year and the next.
      if (!this.#needed.has(number) || looksBack.has(number) || this.#isDriver(number)) continue;
      const cases = this.#variable(number).equation ?? [];
      if (!cases.every(({ node }) => variation.isSteady(node))) continue;
      variation.addSteady(number);
      this.#steady.add(number);
    }
  }

  #placeVariables(looksBack: ReadonlySet<number>, looksAtBase: ReadonlySet<number>): void {
    const draft = this.#draft;
    for (const number of this.#needed) {
      const { kind, size } = this.#variable(number);
      const inFrame = kind !== "constant" && looksBack.has(number);
      const place = inFrame ? draft.frameCells(size) : draft.fixedCells(size);
      const hasBase = looksAtBase.has(number) || this.#purpose.keepsState;
      const ownBase = kind === "constant" ? place : null;
      const basePlace = hasBase && ownBase === null ? draft.fixedCells(size) : ownBase;
      draft.homes[number] = { size, region: inFrame ? "frame" : "fixed", place, basePlace };
    }
  }

  #placeOutcomes(): void {
    let first = 0;
    for (const variable of this.#purpose.wanted) {
      if (this.#outcomes.has(variable)) continue;
      const { size } = this.#variable(variable);
      const outcome = { variable, first, size };
      this.#outcomes.set(variable, outcome);
      this.#draft.outcomes.push(outcome);
      first += size;
    }
  }

  #lowerBlank(number: number): void {
    const elements = Int32Array.from({ length: this.#variable(number).size }, (_, element) => element);
    const node: Node = { kind: "number", value: Number.NaN };
    this.#draft.base.push([...this.#store(number, [{ elements, node }], "base"), ...this.#report(number)]);
  }

  #lowerBase(number: number): void {
    const statements = this.#compute(number, this.#variable(number).initial ?? [], "base");
    this.#draft.base.push([...statements, ...this.#report(number)]);
  }

  #lowerYear(number: number): void {
    const cases = this.#variable(number).equation ?? [];
    if (this.#steady.has(number)) {
      this.#draft.steady.push(this.#compute(number, cases, "steady"));
      this.#lowerReport(number);
    } else {
      this.#draft.year.push([...this.#compute(number, cases, "year"), ...this.#report(number)]);
    }
  }

  /** Hand on a value that was computed before the years began. */
  #lowerReport(number: number): void {
    const report = this.#report(number);
    if (report.length > 0) this.#draft.year.push(report);
  }

  #report(number: number): Statement[] {
    const outcome = this.#outcomes.get(number);
    if (!outcome) return [];
    const { region, place } = this.#draft.homes[number] as Home;
    const cell = { region: region === "frame" ? "now" : "fixed", place, stream: null } as const;
    return [{ kind: "report", outcome, cell }];
  }

  #isDriver(number: number): boolean {
    return this.#purpose.changeable.drivers.has(number);
  }

  /** Compute a variable, or take it from its path in the years in which there is one. */
  #compute(number: number, cases: readonly CompiledCase[], phase: Phase): Statement[] {
    if (!this.#isDriver(number)) return this.#store(number, cases, phase);
    const draft = this.#draft;
    const { node } = cases[0] as CompiledCase;
    const places = noPlaces(this.#model.dimensions);
    const { statements, value } = new FormulaLowering(draft, phase).scalar(node, places);
    const name = draft.freshName();
    const path = { kind: "row", row: draft.row({ kind: "driver", variable: number }) } as const;
    const branch: Statement = {
      kind: "branch",
      condition: { isYearly: true, place: draft.flag({ kind: "driver", variable: number }), stream: null },
      whenTrue: [{ kind: "name", name, value: path }],
      whenFalse: [...statements, { kind: "name", name, value }],
    };
    const stores = this.#targets(number, [0], phase).map(({ region, places: [place] }): Statement => {
      return { kind: "store", cell: { region, place: place as number, stream: null }, value: { kind: "name", name } };
    });
    return [branch, ...stores];
  }

  #store(number: number, cases: readonly CompiledCase[], phase: Phase): Statement[] {
    const { over } = this.#variable(number);
    const placesOf: Places[] = [];
    const { dimensions } = this.#model;
    forEachElement(over, dimensions, noPlaces(dimensions), (places) => placesOf.push(places));
    return cases.flatMap(({ elements, node }) => {
      const turns = [...elements].map((element) => placesOf[element] as Places);
      return new FormulaLowering(this.#draft, phase).store(node, turns, this.#targets(number, [...elements], phase));
    });
  }

  /** Cells that some elements of a variable go to: its own, and in the base year those of `base`. */
  #targets(number: number, elements: readonly number[], phase: Phase): Target[] {
    const { region, place, basePlace } = this.#draft.homes[number] as Home;
    const own = { region: region === "frame" ? "now" : "fixed", places: elements.map((e) => place + e) } as const;
    const isConstant = this.#variable(number).kind === "constant";
    if (phase !== "base" || basePlace === null || isConstant) return [own];
    return [own, { region: "fixed", places: elements.map((e) => basePlace + e) }];
  }
}

/** Numbers of the assumptions that some variables read, ascending. */
function assumptionsRead(model: CompiledModel, variables: ReadonlySet<number>): number[] {
  const read = new Set<number>();
  for (const number of variables) {
    const variable = model.variables[number];
    for (const { node } of [...(variable?.initial ?? []), ...(variable?.equation ?? [])]) {
      visitNodes(node, (n) => {
        if (n.kind === "assumption") read.add(n.assumption);
      });
    }
  }
  return [...read].sort((a, b) => a - b);
}
