import { expect, test } from "vitest";
import { drawUniforms, type SamplingMethod } from "./uniforms.ts";

const methods: readonly SamplingMethod[] = ["sobol", "latin_hypercube", "monte_carlo"];
const names = ["birds", "fish", "rain", "wind"];

test("drawUniforms({ method, seed, names, draws }) gives every name its draws in (0, 1), in order", () => {
  for (const method of methods) {
    const columns = drawUniforms({ method, seed: 1, names, draws: 500 });
    expect([...columns.keys()]).toEqual(names);
    for (const column of columns.values()) {
      expect(column.length).toBe(500);
      expect(column.every((u) => u > 0 && u < 1)).toBe(true);
    }
  }
});

test("drawUniforms gives the same numbers again, and others for another seed", () => {
  for (const method of methods) {
    const request = { method, seed: 1, names, draws: 64 };
    expect(drawUniforms(request)).toEqual(drawUniforms(request));
    const other = drawUniforms({ ...request, seed: 2 });
    for (const [name, column] of drawUniforms(request)) expect(other.get(name)).not.toEqual(column);
  }
});

test("drawUniforms with monte_carlo and latin_hypercube keys a column by its name alone", () => {
  for (const method of ["monte_carlo", "latin_hypercube"] as const) {
    const all = drawUniforms({ method, seed: 1, names, draws: 64 });
    const some = drawUniforms({ method, seed: 1, names: ["wind", "bees", "fish"], draws: 64 });
    expect(some.get("wind")).toEqual(all.get("wind"));
    expect(some.get("fish")).toEqual(all.get("fish"));
  }
});

test("drawUniforms with sobol and monte_carlo starts a longer run with the shorter one", () => {
  for (const method of ["sobol", "monte_carlo"] as const) {
    const short = drawUniforms({ method, seed: 1, names, draws: 8192 });
    const long = drawUniforms({ method, seed: 1, names, draws: 16_384 });
    for (const name of names) {
      const start = long.get(name);
      expect(short.get(name)?.every((u, i) => u === start?.[i])).toBe(true);
    }
  }
});

test("drawUniforms with sobol balances each column and pair of columns, scrambled anew in each dimension", () => {
  const columns = [...drawUniforms({ method: "sobol", seed: 1, names, draws: 1024 }).values()];
  for (const column of columns) {
    expect(new Set(Array.from(column, (u) => Math.floor(u * 1024))).size).toBe(1024);
  }
  // Unscrambled, every first point would be 0.
  expect(new Set(columns.map((column) => column[0])).size).toBe(names.length);
  for (const [i, a] of columns.entries()) {
    for (const b of columns.slice(i + 1)) {
      const correlation = (12 / 1024) * a.reduce((sum, u, k) => sum + (u - 0.5) * (b[k] - 0.5), 0);
      // Plain draws have sd .031.
      expect(Math.abs(correlation)).toBeLessThan(0.01);
    }
  }
});

test("drawUniforms with sobol goes on by name beyond 256 dimensions", () => {
  const many = Array.from({ length: 260 }, (_, i) => `a${String(i).padStart(3, "0")}`);
  const columns = drawUniforms({ method: "sobol", seed: 1, names: many, draws: 32 });
  const plain = drawUniforms({ method: "monte_carlo", seed: 1, names: many, draws: 32 });
  expect(columns.get("a255")).not.toEqual(plain.get("a255"));
  for (const name of many.slice(256)) expect(columns.get(name)).toEqual(plain.get(name));
});

test("drawUniforms refuses a name given twice and a number of draws that is none", () => {
  const request = { method: "sobol", seed: 1, names, draws: 8 } as const;
  expect(() => drawUniforms({ ...request, names: ["rain", "rain"] })).toThrow(
    "drawUniforms: names must be different; got rain twice",
  );
  expect(() => drawUniforms({ ...request, draws: 0 })).toThrow(RangeError);
  expect(() => drawUniforms({ ...request, draws: 2.5 })).toThrow(RangeError);
});
