import type { Workbook } from "exceljs";
import { beforeAll, expect, test } from "vitest";
import { readChangedRegion } from "../../fixtures/read-changed-region.ts";
import {
  compareWorkbooks,
  differingCells,
  openWorkbook,
  recalculateWorkbooks,
} from "../../fixtures/recalculate-workbook.ts";
import { fixedScenario } from "../../fixtures/run-region.ts";
import { scenarioOf } from "../../fixtures/scenario-of.ts";
import { dimensionOf, studyOfFormulas, switchOf, tableOf } from "../../fixtures/study-of-formulas.ts";
import type { Scenario, Study } from "../../inputs/study.ts";
import { runStudy, type StudyRun, unwrap } from "../../run-study.ts";
import { workbookBytes } from "./workbook-bytes.ts";

/** Functions that the workbook uses, all of which Excel 2007 has. */
const known = [
  "ABS",
  "AND",
  "AVERAGE",
  "EXP",
  "IF",
  "INT",
  "LN",
  "MAX",
  "MIN",
  "NOT",
  "OR",
  "SQRT",
  "SUM",
  "SUMPRODUCT",
];

/** A model that says everything which the language can say, in ways that spreadsheets read differently. */
const wholeLanguage = studyOfFormulas({
  dimensions: [dimensionOf("side", ["left", "right"]), dimensionOf("age", [0, 5])],
  assumptions: { rate: 0.3, negative: -2, half: 0.5, tiny: 1e-9 },
  switches: [switchOf("mode", ["plain", "other"])],
  tables: [
    tableOf("weights", { kind: "values", over: ["age"], values: Float64Array.of(1, 2, 3, 4, 5, 6), years: null }),
    tableOf("both", {
      kind: "values",
      over: ["side", "age"],
      values: Float64Array.from({ length: 12 }, (_, i) => 0.1 * i - 0.3),
      years: null,
    }),
    tableOf("path", { kind: "values", over: ["year"], values: Float64Array.of(7, 11), years: [2031, 2034] }),
    tableOf("curve", { kind: "points", points: [[-1, 2], [0, 5], [3, -1]], xUnit: { scale: 0, powers: {} } }), // biome-ignore format: points read as a row
  ],
  variables: {
    signs: "-2^2 + (-2)^2 - (-rate - negative) * -half",
    powers: "negative^2 + negative^-3 + rate^0.5 + rate^half + (rate + 1)^0 + 2^-1",
    differences: "1 - (2 - rate) - (3 - (4 - rate)) / (2 / (half / 4))",
    functions:
      "min(rate, half, 1) + max(negative, -1) + abs(negative) + exp(rate) + ln(half) + sqrt(half) + floor(negative - half) + clamp(rate, 0.4, 1) + logit(rate) + logistic(negative)",
    chosen:
      "if(mode == plain and not rate > half, if(rate != 0.3 or year >= 2033, 1, 2), 3) + if(mode != plain, 10, 20)",
    shapes: "step(2032) + ramp(2031, 3) + pulse(2033) + decay(2032, 0.5)",
    curved: "lookup(curve, year - 2033) + lookup(curve, rate * 4)",
    yearly: "path * year / base_year",
    grown: { kind: "stock", initial: "1 + tiny", inflow: "grown_by", outflow: "prev(grown) * 0.01" },
    grown_by: { initial: "0", equation: "prev(grown) * rate + base(grown) + noise(shock, rate)" },
    by_age: { over: ["age"], equation: [["age == 0", "rate"], [null, "weights * age + both[left, age - 1]"]] }, // biome-ignore format: cases read as rows
    sums: "sum(weights) + sum(by_age * weights over age) + sum(both * 2 over side, age where age >= 2 and age <= 4)",
    shifted: "sum(weights[age] * weights[0] over age) + sum(age * weights over age) + sum(rate over side)",
    stepped: "sum(max(both, 0) * logistic(by_age) * lookup(curve, age - rate) over side, age)",
  },
});

let invented: StudyRun;
let written: Workbook;
let computed: Workbook[];
let language: StudyRun;

beforeAll(async () => {
  const study = unwrap(readChangedRegion().result);
  invented = runOf(study, study.scenarios);
  language = runOf(wholeLanguage, [scenarioOf({ id: "plain" })]);
  const bytes = await workbookBytes(invented, "zh");
  written = await openWorkbook(bytes);
  computed = await recalculateWorkbooks([
    { bytes },
    { bytes: await workbookBytes(invented, "en", "training_push") },
    { bytes: await workbookBytes(language, "en") },
    { bytes, edit: (workbook) => setValue(workbook, "假设", "leaving_share", 0.02) },
    { bytes, edit: (workbook) => setValue(workbook, "假设", "training_mode", "apprenticeship") },
  ]);
}, 300_000);

function runOf(study: Study, scenarios: readonly Scenario[]): StudyRun {
  return unwrap(runStudy({ ...study, scenarios }, { draws: 16 }));
}

/** Change what stands in the column of values, in the row of an identifier. */
function setValue(workbook: Workbook, sheet: string, identifier: string, value: number | string): void {
  let count = 0;
  workbook.getWorksheet(sheet)?.eachRow((row) => {
    if (row.getCell(2).value !== identifier) return;
    row.getCell(4).value = value;
    count += 1;
  });
  expect(count).toBe(1);
}

test("workbookBytes(run, language) writes formulas that give the engine's central run within 1e-9", async () => {
  const cells = compareWorkbooks(written, computed[0] as Workbook);
  expect(cells.length).toBeGreaterThan(400);
  expect(differingCells(cells)).toEqual([]);
});

test("workbookBytes(run, language, scenario) computes another scenario, with levers, events and settings", async () => {
  const other = await openWorkbook(await workbookBytes(invented, "en", "training_push"));
  expect(differingCells(compareWorkbooks(other, computed[1] as Workbook))).toEqual([]);
});

test("workbookBytes(run, language) translates everything that the language of models can say", async () => {
  const other = await openWorkbook(await workbookBytes(language, "en"));
  const cells = compareWorkbooks(other, computed[2] as Workbook);
  expect(differingCells(cells)).toEqual([]);
  expect(cells.some(({ at }) => at.startsWith("Steps!"))).toBe(true);
});

test("an assumption changed in the workbook moves it as the engine would move", async () => {
  const { study } = invented;
  const changed = runOf(study, [fixedScenario(study, "baseline", { leaving_share: 0.02 })]);
  await expectProjection(computed[3] as Workbook, changed);
  const jobs = (workbook: Workbook) => workbook.getWorksheet("目标")?.getCell("I5").result;
  expect(jobs(computed[3] as Workbook)).not.toBe(jobs(computed[0] as Workbook));
});

test("a definition chosen in the workbook moves it as the engine would move", async () => {
  const { study } = invented;
  const scenario = fixedScenario(study, "baseline");
  const changed = runOf(study, [{ ...scenario, switches: { training_mode: "apprenticeship" } }]);
  await expectProjection(computed[4] as Workbook, changed);
});

/** Hold the projection that LibreOffice computed against the values that the engine gives for another run. */
async function expectProjection(workbook: Workbook, run: StudyRun): Promise<void> {
  const engine = await openWorkbook(await workbookBytes(run, "zh"));
  const cells = compareWorkbooks(engine, workbook).filter(({ at }) => at.startsWith("测算!"));
  expect(cells.length).toBeGreaterThan(300);
  expect(differingCells(cells)).toEqual([]);
}

test("the targets say whether they are met, and the projection has a cell for every variable and year", () => {
  const targets = written.getWorksheet("目标");
  const row = invented.study.plan.indicators.findIndex(({ target }) => target !== null);
  expect(targets?.getCell(5 + row, 11).formula).toMatch(/^IF\(I\d+-F\d+>=-1E-12\*ABS\(F\d+\),"达到","未达到"\)$/);
  const shown = invented.model.variables.filter(({ isHidden }) => !isHidden);
  const cells = shown.reduce((sum, { size }) => sum + size, 0) * 6;
  const blanks = shown.filter(({ initial }) => initial === null).reduce((sum, { size }) => sum + size, 0);
  let count = 0;
  written.getWorksheet("测算")?.eachRow((line) => line.eachCell((cell) => (count += cell.formula ? 1 : 0)));
  expect(count).toBe(cells - blanks);
});

test("formulas use functions of Excel 2007 only and stay under its longest formula", async () => {
  const other = await openWorkbook(await workbookBytes(language, "en"));
  const formulas = [written, other].flatMap((workbook) => compareWorkbooks(workbook, workbook)).map((c) => c.formula);
  const used = new Set(
    formulas.flatMap((formula) => [...formula.matchAll(/([A-Z][A-Z0-9.]*)\(/g)].map(([, name]) => name)),
  );
  expect([...used].filter((name) => !known.includes(name ?? ""))).toEqual([]);
  expect(Math.max(...formulas.map((formula) => formula.length))).toBeLessThan(8192);
});

test("text that begins like a formula stays text", async () => {
  const starts = ["=1+1", "+1", "-1", "@SUM(A1)"];
  const study = unwrap(
    readChangedRegion({
      "data/tidewick/model/work.yaml": (text) =>
        text
          .replace("zh: 培训人次", 'zh: "=1+1"')
          .replace("zh: 新增岗位", 'zh: "+1"')
          .replace("zh: 离岗人数", 'zh: "-1"')
          .replace("zh: 发证人数", 'zh: "@SUM(A1)"'),
    }).result,
  );
  const workbook = await openWorkbook(await workbookBytes(runOf(study, study.scenarios), "zh"));
  const found: unknown[] = [];
  workbook.getWorksheet("测算")?.eachRow((row) => {
    const cell = row.getCell(1);
    if (!starts.includes(String(cell.value))) return;
    expect(cell.formula).toBeUndefined();
    expect(cell.numFmt).toBe("@");
    found.push(cell.value);
  });
  expect(found.sort()).toEqual([...starts].sort());
});

test("workbookBytes(run, language) gives the same bytes for the same run, dated by the run", async () => {
  const bytes = await workbookBytes(invented, "zh");
  expect(Buffer.compare(bytes, await workbookBytes(invented, "zh"))).toBe(0);
  expect(written.modified.toISOString().slice(0, 10)).toBe(invented.identity.informationDate);
});

test("workbookBytes(run, language, scenario) refuses a scenario that was not run", async () => {
  await expect(workbookBytes(invented, "zh", "absent")).rejects.toThrow(RangeError);
});
