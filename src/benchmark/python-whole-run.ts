import type { Distribution } from "../core/distribution.ts";
import type { BoundScenario } from "../ensemble/bind-scenario.ts";
import { summaryProbabilities } from "../ensemble/series-summary.ts";
import type { PythonScenario } from "./python-scenario.ts";

/**
 * Lay out what a whole run in Python draws: for each scenario the distribution of each assumption, and its levers and
 * events by the year. Correlations are left out, which spares Python some work.
 */
export function wholeRunPlan(scenarios: readonly { bound: BoundScenario; program: PythonScenario }[]): string {
  return JSON.stringify({
    levels: summaryProbabilities,
    scenarios: scenarios.map(({ bound, program }, i) => ({
      folder: `scenario-${i}`,
      results: program.names.length,
      years: bound.years.length,
      noises: bound.model.noises.length,
      marginals: bound.marginals.map(({ central, distribution }) => drawnFrom(distribution ?? (central as number))),
      changing: program.changing.map((assumption) => ({
        assumption,
        effects: effectsOn(bound, bound.model.assumptions[assumption] as string),
      })),
      affected: program.affected.map((table) => effectsOn(bound, bound.model.tables[table]?.name as string)),
    })),
  });
}

function effectsOn({ effects }: BoundScenario, target: string) {
  return effects
    .filter((effect) => effect.target === target)
    .map(({ operation, value, path }) => ({ operation, size: drawnFrom(value), path: [...path] }));
}

/** A number, or a kind of distribution with its parameters as numpy's generator takes them. */
function drawnFrom(value: number | Distribution): unknown {
  if (typeof value === "number") return ["fixed", value];
  switch (value.kind) {
    case "normal":
      return ["normal", value.mean, value.sd];
    case "truncated_normal":
      return ["truncated", value.mean, value.sd, value.lower, value.upper];
    case "lognormal":
      return ["lognormal", value.median, value.sigma];
    case "uniform":
      return ["uniform", value.lower, value.upper];
    case "triangular":
      return ["triangular", value.lower, value.mode, value.upper];
    case "pert": {
      const width = value.upper - value.lower;
      const [a, b] = [1 + (4 * (value.mode - value.lower)) / width, 1 + (4 * (value.upper - value.mode)) / width];
      return ["beta", a, b, value.lower, value.upper];
    }
    case "beta":
      return ["beta", value.a, value.b, value.lower, value.upper];
    case "discrete":
      return [
        "discrete",
        value.outcomes.map((outcome) => outcome.value),
        value.outcomes.map(({ probability }) => probability),
      ];
  }
}

/** A whole run as one would write it with numpy: sample, simulate so many draws at a time, mean and quantiles. */
export const wholeRunText = `import importlib.util
import json
import os
import resource
import sys
import time

import numpy as np

CHUNK = 4096


def draw(rng, marginal, n):
    kind, *p = marginal
    if kind == "fixed":
        return np.full(n, p[0])
    if kind == "normal":
        return rng.normal(p[0], p[1], n)
    if kind == "truncated":
        # Enough for timing: what lies outside is moved to the bound.
        return np.clip(rng.normal(p[0], p[1], n), p[2], p[3])
    if kind == "lognormal":
        return rng.lognormal(np.log(p[0]), p[1], n)
    if kind == "uniform":
        return rng.uniform(p[0], p[1], n)
    if kind == "triangular":
        return rng.triangular(*p, n)
    if kind == "beta":
        return p[2] + (p[3] - p[2]) * rng.beta(p[0], p[1], n)
    return rng.choice(p[0], n, p=p[1])


def draw_once(known, rng, key, marginal, n):
    """Scenarios share their draws where the distribution is the same."""
    key = key + json.dumps(marginal)
    if key not in known:
        known[key] = draw(rng, marginal, n)
    return known[key]


def moved(values, effects, sizes, year):
    for operation in ("multiply", "add", "set"):
        for effect, x in zip(effects, sizes):
            k = effect["path"][year]
            if effect["operation"] != operation or k == 0:
                continue
            if operation == "multiply":
                values = values * (1 + k * (x - 1))
            elif operation == "add":
                values = values + k * x
            else:
                values = (1 - k) * values + k * x
    return values


def table_effect(out, effects, sizes, year):
    out[0], out[1], out[2], out[3] = 1, 0, 1, 0
    for effect, x in zip(effects, sizes):
        k = effect["path"][year]
        if effect["operation"] == "multiply":
            out[0] *= 1 + k * (x - 1)
        elif effect["operation"] == "add":
            out[1] += k * x
        elif k != 0:
            out[2] = 1 - k
            out[3] += k * x


def main():
    folder, n = sys.argv[1], int(sys.argv[2])
    np.seterr(all="ignore")
    with open(os.path.join(folder, "plan.json"), encoding="utf-8") as file:
        plan = json.load(file)
    programs = []
    for scenario in plan["scenarios"]:
        path = os.path.join(folder, scenario["folder"], "model.py")
        spec = importlib.util.spec_from_file_location(scenario["folder"].replace("-", "_"), path)
        programs.append(importlib.util.module_from_spec(spec))
        spec.loader.exec_module(programs[-1])
    cpu, wall = time.process_time(), time.perf_counter()
    rng = np.random.Generator(np.random.Philox(1))
    known = {}
    out = None
    for program, scenario in zip(programs, plan["scenarios"]):
        years = scenario["years"]
        base = np.stack([draw_once(known, rng, str(i) + " ", m, n) for i, m in enumerate(scenario["marginals"])])
        changing = [(c, [draw(rng, e["size"], n) for e in c["effects"]]) for c in scenario["changing"]]
        affected = [(effects, [draw(rng, e["size"], n) for e in effects]) for effects in scenario["affected"]]
        noise = rng.standard_normal((scenario["noises"], years, n))
        shape = (scenario["results"], years, n)
        if out is None or out.shape != shape:
            out = np.empty(shape)
        for first in range(0, n, CHUNK):
            part = slice(first, min(first + CHUNK, n))
            size = part.stop - part.start
            changes = np.empty((len(changing), years, size))
            for i, (c, sizes) in enumerate(changing):
                for year in range(years):
                    changes[i, year] = moved(base[c["assumption"], part], c["effects"], [x[part] for x in sizes], year)
            effects = np.empty((len(affected), 4, years, size))
            for i, (acting, sizes) in enumerate(affected):
                for year in range(years):
                    table_effect(effects[i, :, year], acting, [x[part] for x in sizes], year)
            program.simulate(base[:, part], changes, effects, noise[..., part], out[..., part])
        np.quantile(out, plan["levels"], axis=2)
        out.mean(axis=2)
        out.std(axis=2, ddof=1)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"processor": time.process_time() - cpu, "seconds": time.perf_counter() - wall, "peak": used}))


main()
`;
