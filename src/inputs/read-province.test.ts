import { expect, test } from "vitest";
import type { Language } from "../core/bilingual.ts";
import { printIssues } from "../core/print-issues.ts";
import { inventedProvince, type ProvinceFiles, readInventedProvince } from "../fixtures/invented-province.ts";

const province = "data/invented_province/province.yaml";
const plan = "data/birchby/plan.yaml";
const own = "data/birchby/model/tables/base-people.csv";
const scenario = "scenarios/birchby/baseline.yaml";
const regions = ["aldwick", "birchby"];

/** File, text to replace, its replacement, the code, and file and line at which the issue must stand. */
type PlantedFault = [file: string, from: string, to: string, code: string, at: string, line: number];

const faults: PlantedFault[] = [
  [province, "regions:", "regoins: []\nregions:", "schema/unknown-key", province, 2],
  [province, "[aldwick, birchby]", "[aldwick]", "schema/length", province, 2],
  [province, "[aldwick, birchby]", "[aldwick, ../birchby]", "schema/format", province, 2],
  [province, "[aldwick, birchby]", "[aldwick, birchbi]", "region/unknown", province, 2],
  [province, "[aldwick, birchby]", "[aldwick, birchby, aldwick]", "province/region-twice", province, 2],
  [province, "[value_added]", "[value_aded]", "name/unknown", province, 3],
  [province, "[value_added]", "[placed_rate]", "province/not-a-sum", province, 3],
  [plan, "model: ../invented_shared/model", "model: ../copy/model", "province/other-model", province, 2],
  [
    plan,
    "base_year: 2030\nfirst_year: 2031",
    "base_year: 2029\nfirst_year: 2030",
    "province/other-base-year",
    province,
    2,
  ],
  [plan, "last_year: 2033", "last_year: late", "schema/type", plan, 6],
  [own, "east,", "north,", "csv/cell", own, 2],
  [own, "west,", "east,", "table/repeated", own, 3],
  [scenario, "draws: 512", "draws: 256", "province/other-run", scenario, 1],
  [scenario, "seed: 7", "seed: 8", "province/other-run", scenario, 1],
];

function filesWith(file: string, from: string, to: string): ProvinceFiles {
  const files: Record<string, string> = { ...inventedProvince(regions) };
  for (const [path, text] of Object.entries(files)) {
    if (path.startsWith("data/invented_shared/model/")) files[path.replace("invented_shared", "copy")] = text;
  }
  const text = files[file] as string;
  if (!text.includes(from)) throw new RangeError(`filesWith: ${file} must hold the text; got ${from}`);
  return { ...files, [file]: text.replace(from, to) };
}

test.each(faults)("readProvince(…) tells of %s: %s → %s", (file, from, to, code, at, line) => {
  const read = readInventedProvince(filesWith(file, from, to));
  expect(read.ok).toBe(false);
  const found = (read.ok ? [] : read.issues).map((issue) => `${issue.code} ${issue.at.file} ${issue.at.line}`);
  expect(
    found.some((one) => one.startsWith(code) && one.endsWith(`${at} ${line}`)),
    found.join("\n"),
  ).toBe(true);
});

test("readProvince(…) tells of a table that the shared model does not read", () => {
  const files = { ...inventedProvince(regions), "data/birchby/model/tables/base-peple.csv": "quay,value\n" };
  const read = readInventedProvince(files);
  const [issue, ...others] = read.ok ? [] : read.issues;
  expect(others).toEqual([]);
  expect(issue?.code).toBe("table/not-of-model");
  expect(issue?.mend.en).toContain("base-people.csv");
});

test("readProvince(…) runs the scenarios that all regions have and says which it leaves", () => {
  const { "scenarios/birchby/pushed.yaml": _, ...files } = inventedProvince(regions);
  const read = readInventedProvince(files);
  expect(read.ok && read.value.scenarios).toEqual(["baseline"]);
  expect(read.ok && read.warnings.map(({ code }) => code)).toEqual(["province/scenario-missing"]);
  const none = {
    ...files,
    "scenarios/birchby/baseline.yaml": (files["scenarios/birchby/baseline.yaml"] as string).replace(
      "id: baseline",
      "id: other",
    ),
  };
  const apart = readInventedProvince(none);
  expect(apart.ok ? [] : apart.issues.map(({ code }) => code)).toContain("province/no-common-scenario");
});

test("readProvince(…) reads the shared model once and each region's own tables", () => {
  const read = readInventedProvince(inventedProvince(["birchby", "aldwick"]));
  if (!read.ok) throw new TypeError(printIssues(read.issues, "en"));
  const [a, b] = read.value.studies;
  expect(read.value.studies.map(({ region }) => region)).toEqual(["aldwick", "birchby"]);
  expect(a?.model.variables).toBe(b?.model.variables);
  const table = (place: number) =>
    read.value.studies[place]?.model.tables.find(({ name }) => name === "base_people")?.content;
  expect(table(0)).not.toEqual(table(1));
  expect(a?.files.map(({ path }) => path)).toContain("data/aldwick/model/tables/base-people.csv");
  expect(b?.files.map(({ path }) => path)).toContain("data/invented_shared/model/people.yaml");
});

test.each<Language>(["zh", "en"])("issues of a province have a text in %s", async (language) => {
  const texts = faults.flatMap(([file, from, to, code]) => {
    const read = readInventedProvince(filesWith(file, from, to));
    const found = (read.ok ? [] : read.issues).filter((issue) => issue.code === code && code.startsWith("province/"));
    return found.slice(0, 1).map((issue) => `${issue.message[language]} ${issue.mend[language]}`);
  });
  await expect(`${texts.join("\n").replaceAll(/`[^`]*(?=\/data\/)/g, "`…")}\n`).toMatchFileSnapshot(
    `__snapshots__/province-issues.${language}.txt`,
  );
});
