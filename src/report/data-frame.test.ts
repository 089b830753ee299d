import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { dataFrameToCsv, toDataFrame } from "./data-frame.ts";

const rows = [
  { city: "north", year: 2030, jobs: 1 },
  { city: "north", year: 2031, jobs: 3 },
  { city: "south", year: 2031, jobs: 5 },
];

test("toDataFrame(rows) keeps columns, order and values", async () => {
  const frame = await toDataFrame(rows);
  expect(frame.columns).toEqual(["city", "year", "jobs"]);
  expect(frame.shape).toEqual([3, 3]);
  expect(frame.values).toEqual([
    ["north", 2030, 1],
    ["north", 2031, 3],
    ["south", 2031, 5],
  ]);
});

test("toDataFrame(rows) takes the union of the rows' keys, and puts each value under its own key", async () => {
  const frame = await toDataFrame([{ a: 1 }, { b: "x", a: 2 }]);
  expect(frame.columns).toEqual(["a", "b"]);
  expect(frame.values).toEqual([
    [1, null],
    [2, "x"],
  ]);
});

test("toDataFrame([]) is a frame without rows", async () => {
  expect((await toDataFrame([])).shape).toEqual([0, 0]);
});

test("toDataFrame(rows) keeps 64-bit numbers", async () => {
  expect((await toDataFrame([{ value: 123456789.123 }, { value: 0.1 }])).values).toEqual([[123456789.123], [0.1]]);
});

test("toDataFrame(rows) makes a blank of a numeric column NaN, so that no mean counts it as 0", async () => {
  const frame = await toDataFrame([{ city: "north", jobs: 1 }, { city: "north", jobs: null }, { city: "north" }]);
  expect(frame.values).toEqual([
    ["north", 1],
    ["north", Number.NaN],
    ["north", Number.NaN],
  ]);
  expect(frame.groupby(["city"]).col(["jobs"]).mean().values).toEqual([["north", Number.NaN]]);
  expect(frame.jobs.mean()).toBe(1);
});

test.each(["values", "mean", "columns", "constructor", "$data"])(
  "toDataFrame(rows) refuses the column name %s",
  (name) =>
    expect(toDataFrame([{ [name]: 1 }])).rejects.toThrow(
      `toDataFrame: column must not have the name of a member of DataFrame; got ${name}`,
    ),
);

test("toDataFrame(rows) refuses a cell that is an object", async () => {
  await expect(toDataFrame([{ label: { zh: "一", en: "one" } }])).rejects.toThrow(
    "toDataFrame: cell of label must be text, a number, a truth value or blank; got object",
  );
});

// What notebooks do with a frame goes through the stand-in for the native TensorFlow binding (vendor/tfjs-node-shim).
test("a DataFrame groups, describes, merges and filters on the pure JavaScript backend", async () => {
  const { DataFrame, merge } = await import("danfojs-node");
  const frame = await toDataFrame(rows);
  expect(frame.groupby(["city"]).col(["jobs"]).mean().values).toEqual([
    ["north", 2],
    ["south", 5],
  ]);
  const description = frame.describe();
  expect(description.index).toEqual(["count", "mean", "std", "min", "median", "max", "variance"]);
  expect(description.jobs.values).toEqual([3, 3, 2, 1, 3, 5, 4]);
  const sizes = new DataFrame({ city: ["north", "south"], size: [7, 8] });
  expect(merge({ left: frame, right: sizes, on: ["city"], how: "left" }).shape).toEqual([3, 4]);
  expect(frame.query(frame.jobs.gt(2)).shape).toEqual([2, 3]);
  expect(frame.jobs.add(0.5).values).toEqual([1.5, 3.5, 5.5]);
});

// Faults of danfo.js 1.2.0 that the doc comments warn of; when one of these tests fails, the warning can go.
test("danfo.js still does the arithmetic of whole frames in 32-bit floats, and that of columns in 64-bit ones", async () => {
  const frame = await toDataFrame([{ value: 123456789.123 }]);
  expect(frame.add(0).values).toEqual([[123456792]]);
  expect(frame.value.add(0).values).toEqual([123456789.123]);
});

test("danfo.js still counts null as 0 in a group's mean, and never quotes in toCSV", async () => {
  const { DataFrame } = await import("danfojs-node");
  const frame = new DataFrame([
    { city: "x,1", jobs: 1 },
    { city: "x,1", jobs: null },
  ]);
  expect(frame.groupby(["city"]).col(["jobs"]).mean().values).toEqual([["x,1", 0.5]]);
  expect(frame.toCSV()).toContain("\nx,1,1\n");
});

test("dataFrameToCsv(frame) quotes what needs quoting, leaves blanks empty and starts with a byte order mark", async () => {
  const frame = await toDataFrame([
    { name: 'a "b", c', value: 0.1, met: true },
    { name: "两\n行", value: null, met: null },
  ]);
  expect(dataFrameToCsv(frame)).toBe('\ufeffname,value,met\n"a ""b"", c",0.1,true\n"两\n行",,\n');
  expect(dataFrameToCsv(frame, { bom: false })).toMatch(/^name,/);
});

test("property: what dataFrameToCsv writes, a CSV reader reads back cell by cell", async () => {
  const row = fc.record({ name: fc.string(), value: fc.double({ noNaN: true }) });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (written) => {
      const read: string[][] = parse(dataFrameToCsv(await toDataFrame(written)), { bom: true });
      expect(read.slice(1)).toEqual(written.map(({ name, value }) => [name, String(value)]));
    }),
    { seed: 1, numRuns: 50 },
  );
});
