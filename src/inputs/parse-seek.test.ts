import { expect, test } from "vitest";
import { readChangedRegion } from "../fixtures/read-changed-region.ts";
import { defaultSeekSettings } from "./seek-settings.ts";

const seek = "data/tidewick/seek.yaml";

test("readStudy(folders) reads how levers are sought, with defaults for what is not said", () => {
  const { result } = readChangedRegion();
  expect(result.ok && result.value.seek).toEqual({
    probability: { binding: 0.85, indicative: 0.6 },
    suggestedTargets: { steady: 0.8, ambitious: 0.66 },
    from: null,
    effortExponent: 2,
    budget: 4,
    levers: {
      training_volume: { cost: 2, lower: null, upper: 1.5, isUsed: true },
      fleet_renewal: { cost: 1, lower: null, upper: null, isUsed: false },
    },
    sets: {
      work: {
        label: { zh: "就业两项", en: "Both rows of work" },
        indicators: ["harbour_jobs", "certified_share"],
      },
    },
  });
});

test("readStudy(folders) takes the defaults where a region has no seek.yaml", () => {
  const { result } = readChangedRegion({ [seek]: null });
  expect(result.ok && result.value.seek).toEqual(defaultSeekSettings);
});

/** Text to replace, its replacement, the code, and a text of the line at which the issue must stand. */
const faults: [from: string, to: string, code: string, lineWith: string][] = [
  ["binding: 0.85", "binding: 85", "schema/limit", "binding: 85"],
  ["exponent: 2", "exponent: 3", "schema/choice", "exponent: 3"],
  ["training_volume:", "training_volumes:", "name/unknown", "training_volumes"],
  ["upper: 1.5", "upper: 2.5", "scenario/lever-range", "upper: 2.5"],
  ["upper: 1.5", "upper: 1.5, lower: 1.5", "seek/empty-range", "training_volume"],
  ["use: false", "use: true", "schema/choice", "use: true"],
  ["[harbour_jobs, certified_share]", "[harbour_jobs, certfied_share]", "name/unknown", "certfied_share"],
  ["[harbour_jobs, certified_share]", "[]", "schema/length", "indicators: []"],
];

test.each(faults)("readStudy(folders) tells %s → %s once, at its place", (from, to, code, lineWith) => {
  const { issues, lineOf } = readChangedRegion({ [seek]: (text) => text.replace(from, to) });
  expect(issues.map(({ code: found, file, line }) => ({ code: found, file, line }))).toEqual([
    { code, file: seek, line: lineOf(seek, lineWith) },
  ]);
});
