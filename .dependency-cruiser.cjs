// The folder rule as code: which file may import what. `src/dependency-rules.test.ts` plants a violation of each rule.

/** The stages in the order of the data's way through them; a stage imports only from those before it. */
const stages = [
  "core/",
  "inputs/",
  "model/",
  "program/",
  "wasm/",
  "sampling/",
  "tally/",
  "kernel/",
  "forecast/",
  "ensemble/",
  "reachability/",
  "progress/",
  "evaluation/",
  "consistency/",
  "exploration/",
  "charts/",
  "report/",
  "documents/",
  "whatif/",
  "workers/",
  "run-study\\.ts$",
  "province/",
  "evaluate-study\\.ts$",
  "benchmark/",
  "index\\.ts$",
  "commands/",
  "cli\\.ts$",
  "run-command-line\\.ts$",
  "start\\.ts$",
];

const anyOf = (alternatives) => `^src/(${alternatives.join("|")})`;
// Built-in modules appear by bare name, packages by their path under node_modules.
const packages = (...names) => `(^|node_modules/)(${names.join("|")})(/|$)`;

const upstreamOnly = stages.slice(0, -1).map((stage, place) => ({
  name: `${stage.match(/^[\w-]+/)[0]}-imports-upstream-only`,
  severity: "error",
  from: { path: anyOf([stage]) },
  to: { path: anyOf(stages.slice(place + 1)) },
}));

const onlyIn = (home, name) => ({
  name: `${name}-only-in-${home}`,
  severity: "error",
  from: { path: "^src/", pathNot: `^src/${home}(\\.ts$|/)` },
  to: { path: packages(name) },
});

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "nothing-unresolvable",
      comment: "An import that is not found would pass every rule that names its target.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-folder-beside-the-stages",
      severity: "error",
      from: {},
      to: { path: "^src/", pathNot: anyOf(stages) },
    },
    ...upstreamOnly,
    {
      name: "disk-only-in-read-and-write-files",
      severity: "error",
      from: { path: "^src/", pathNot: "/(read|write)-[^/]*\\.ts$|^src/cli\\.ts$" },
      to: { path: "^(node:)?fs(/promises)?$" },
    },
    {
      name: "charts-take-results-as-types",
      comment: "A chart shows what was computed; it computes nothing.",
      severity: "error",
      from: { path: "^src/charts/" },
      to: { path: "^src/(?!core/|charts/)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "heavy-packages-load-lazily",
      comment:
        "Top-level await in vega's graph keeps a notebook from loading us; danfojs-node and exceljs take a second; highs is 3 MB.",
      severity: "error",
      from: { path: "^src/" },
      to: {
        path: packages("vega", "vega-lite", "danfojs-node", "docx", "exceljs", "hyparquet-writer", "highs"),
        dependencyTypesNot: ["dynamic-import", "type-only"],
      },
    },
    onlyIn("inputs/parse-yaml", "yaml"),
    onlyIn("inputs/parse-csv", "csv-parse"),
    onlyIn("inputs", "zod"),
    onlyIn("charts/draw-chart", "vega"),
    onlyIn("report/data-frame", "danfojs-node"),
    onlyIn("report/workbook/render-workbook", "exceljs"),
    onlyIn("report/results-parquet", "hyparquet-writer"),
    onlyIn("consistency/load-linear-solver", "highs"),
    onlyIn("documents/load-word-library", "docx"),
    onlyIn("cli", "yargs"),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    // Without the condition names, vega-lite stays unresolved and the rules about it pass silently.
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["types", "import", "require", "node", "default"],
    },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\.(test|bench)\\.ts$|^src/fixtures/" },
  },
};
