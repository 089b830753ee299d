import { powerKind, shapeValue } from "../../model/arithmetic.ts";
import type { CompiledModel, FunctionName, Node } from "../../model/compiled-model.ts";
import { holdsAt, indexValue, readsIndicesOnly } from "../../model/index-places.ts";
import {
  arithmeticText,
  atom,
  callText,
  type ExcelText,
  excelNumber,
  negativeText,
  tightness,
  within,
} from "./excel-text.ts";
import { leafAnchor, leafPlace, type Spot } from "./formula-spot.ts";
import { sumText } from "./sum-text.ts";

/**
 * Write a resolved formula of the model as a formula of a spreadsheet, with functions that Excel 2007 has.
 *
 * Yearly shocks are 0, as in the central run. What is known before anything runs, conditions on indices and shapes of
 * years, is settled here.
 */
export function formulaText(node: Node, spot: Spot): ExcelText {
  const write = (inner: Node) => formulaText(inner, spot);
  switch (node.kind) {
    case "number":
      return excelNumber(node.value);
    case "variable":
    case "assumption":
    case "observed":
    case "year":
      return atom(spot.refer(leafPlace(node, spot), leafAnchor(node, spot.plan)));
    case "table":
      return withTableEffects(atom(spot.refer(leafPlace(node, spot), "all")), node.table, spot);
    case "lookup":
      return withTableEffects(lookupText(node.table, write(node.argument), spot), node.table, spot);
    case "index":
      return excelNumber(indexValue(node.dimension, spot.plan.model.dimensions, spot.places));
    case "noise":
      return excelNumber(0);
    case "shape":
      return excelNumber(shapeValue(node.shape, node.arguments, calendarYear(spot)));
    case "negate":
      return negativeText(write(node.operand));
    case "arithmetic":
      return binaryText(node, spot);
    case "power":
      return powerText(node, spot);
    case "call":
      return functions[node.function](...node.arguments.map(write));
    case "if":
      return choiceText(node, spot);
    case "sum":
      return sumText(node, spot, formulaText);
    default:
      throw new TypeError(`formulaText: a number was expected; got ${node.kind}`);
  }
}

function calendarYear({ plan, year }: Spot): number {
  return plan.model.baseYear + year;
}

function binaryText(node: Extract<Node, { kind: "arithmetic" }>, spot: Spot): ExcelText {
  const { left, right, operator } = node;
  // A shock that is added says nothing here; one that is multiplied would, so it is written.
  if (right.kind === "noise" && (operator === "+" || operator === "-")) return formulaText(left, spot);
  return arithmeticText(operator, formulaText(left, spot), formulaText(right, spot));
}

function powerText({ base, exponent }: Extract<Node, { kind: "power" }>, spot: Spot): ExcelText {
  const written = exponent.kind === "number" ? exponent.value : undefined;
  const text = formulaText(base, spot);
  if (written === 0) return excelNumber(1);
  if (powerKind(written) === "root") return callText("SQRT", text);
  const power = within(formulaText(exponent, spot), tightness.atom);
  return { text: `${within(text, tightness.atom)}^${power}`, tightness: tightness.power };
}

const one = excelNumber(1);
const minusOf = (x: ExcelText) => negativeText(x);

const functions: Readonly<Record<FunctionName, (...parts: ExcelText[]) => ExcelText>> = {
  min: (...parts) => callText("MIN", ...parts),
  max: (...parts) => callText("MAX", ...parts),
  abs: (x) => callText("ABS", x as ExcelText),
  exp: (x) => callText("EXP", x as ExcelText),
  ln: (x) => callText("LN", x as ExcelText),
  sqrt: (x) => callText("SQRT", x as ExcelText),
  floor: (x) => callText("INT", x as ExcelText),
  clamp: (x, lower, upper) => callText("MIN", callText("MAX", x as ExcelText, lower as ExcelText), upper as ExcelText),
  logit: (x) => callText("LN", arithmeticText("/", x as ExcelText, arithmeticText("-", one, x as ExcelText))),
  logistic: (x) => arithmeticText("/", one, arithmeticText("+", one, callText("EXP", minusOf(x as ExcelText)))),
};

function choiceText(node: Extract<Node, { kind: "if" }>, spot: Spot): ExcelText {
  const { condition, then, else: otherwise } = node;
  if (readsIndicesOnly(condition)) {
    return formulaText(holdsAt(condition, spot.plan.model.dimensions, spot.places) ? then : otherwise, spot);
  }
  return callText("IF", conditionText(condition, spot), formulaText(then, spot), formulaText(otherwise, spot));
}

const comparisons = { "<": "<", "<=": "<=", ">": ">", ">=": ">=", "==": "=", "!=": "<>" } as const;

function conditionText(node: Node, spot: Spot): ExcelText {
  switch (node.kind) {
    case "and":
    case "or":
      return callText(node.kind.toUpperCase(), conditionText(node.left, spot), conditionText(node.right, spot));
    case "not":
      return callText("NOT", conditionText(node.operand, spot));
    case "switch": {
      const option = spot.plan.model.switches[node.switch]?.options[node.option] ?? "";
      const cell = spot.refer(spot.plan.switch(node.switch), "all");
      return { text: `${cell}="${option}"`, tightness: tightness.comparison };
    }
    case "compare": {
      const [left, right] = [formulaText(node.left, spot), formulaText(node.right, spot)];
      const side = (part: ExcelText) => within(part, tightness.additive);
      return { text: `${side(left)}${comparisons[node.operator]}${side(right)}`, tightness: tightness.comparison };
    }
    default:
      throw new TypeError(`formulaText: a condition was expected; got ${node.kind}`);
  }
}

/** The engine's hinge form over the cells of the look-up: y₀ + Σ Δs · max(x − xₖ, 0), x held inside the table first. */
function lookupText(table: number, argument: ExcelText, { plan, refer }: Spot): ExcelText {
  const { content } = plan.model.tables[table] as CompiledModel["tables"][number];
  if (content.kind !== "points") throw new TypeError("formulaText: lookup needs a table of points");
  const first = plan.points(table);
  const last = { ...first, row: first.row + content.x.length - 1 };
  const column = (offset: number) => {
    const from = { ...first, column: first.column + offset };
    const range = `${refer(from, "all")}:${refer({ ...last, column: from.column }, "all")
      .split("!")
      .at(-1)}`;
    return { first: refer(from, "all"), range };
  };
  const [x, y, slope] = [column(0), column(1), column(2)];
  const lowest = callText("MAX", atom(x.first), argument);
  const held = callText("MIN", atom(refer(last, "all")), lowest).text;
  const beyond = `(${held}-${x.range})`;
  const total = `SUMPRODUCT((${held}>${x.range})*${beyond}*${slope.range})`;
  return { text: `${y.first}+${total}`, tightness: tightness.additive };
}

function withTableEffects(value: ExcelText, table: number, { plan, year, refer }: Spot): ExcelText {
  let text = value;
  for (const [part, operator] of [
    ["multiply", "*"],
    ["add", "+"],
    ["keep", "*"],
    ["set", "+"],
  ] as const) {
    const place = plan.tablePart(table, part, year);
    if (place) text = arithmeticText(operator, text, atom(refer(place, "none")));
  }
  return text;
}
