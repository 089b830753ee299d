import type { BenchReport, KernelFigures, RunFigures } from "../benchmark/bench-report.ts";
import type { Language } from "../core/bilingual.ts";
import type { TextSink } from "./command-io.ts";
import { type Say, sayIn } from "./messages.ts";
import { textTable } from "./text-table.ts";

/** Relative difference up to which programs of other languages agree with ours: they add in another order. */
export const agreementLimit = 1e-9;

/** Lay out what was measured, for people. */
export function benchText(report: BenchReport, language: Language, sink: TextSink): string {
  const say = sayIn(language);
  const { machine, kernels, runs, cold, growth, start } = report;
  const none = say("benchNone");
  const lines = [say("benchMachine", { ...machine, gcc: machine.gcc ?? none, numpy: machine.numpy ?? none })];
  if (machine.gcc === null) lines.push(say("benchNoGcc"));
  if (machine.numpy === null) lines.push(say("benchNoNumpy"));
  if (kernels.length > 0) lines.push("", say("benchKernels"), kernelTable(kernels, say, sink), agreement(kernels, say));
  if (runs.length > 0) lines.push("", say("benchRuns"), runTable(runs, say, sink));
  if (cold.length > 0) {
    const rows = cold.map(({ model, compile, firstThousand }) => [model, compile.toFixed(0), firstThousand.toFixed(0)]);
    const columns = [{ header: say("benchModel") }, right(say("benchCompile")), right(say("benchFirst"))];
    lines.push("", say("benchCold"), textTable(columns, rows, sink.columns));
  }
  if (growth.length > 0) {
    const words = { draws: say("benchDraws"), years: say("benchYears"), equations: say("benchEquations") };
    const rows = growth.map(({ what, size, microseconds }) => [words[what], String(size), microseconds.toFixed(2)]);
    const columns = [{ header: say("benchWhat") }, right(say("benchSize")), right(say("benchMicroseconds"))];
    lines.push("", say("benchGrowth"), textTable(columns, rows, sink.columns));
  }
  if (start) {
    const [help, node] = [start.help.toFixed(0), start.node.toFixed(0)];
    lines.push("", say("benchStart", { help, node, ratio: start.ratio.toFixed(2) }));
  }
  return `${lines.join("\n")}\n`;
}

function kernelTable(kernels: readonly KernelFigures[], say: Say, sink: TextSink): string {
  const columns = [
    { header: say("benchModel") },
    ...[say("benchEquations"), say("benchCells"), say("benchYears")].map(right),
    ...["WebAssembly", "C", "numpy", "JavaScript", say("benchToC"), say("benchToNumpy")].map(right),
  ];
  const rows = kernels.map(({ model, equations, cells, years, microseconds, ratios }) => [
    model,
    ...[equations, cells, years].map(String),
    ...(["wasm", "c", "numpy", "javascript"] as const).map((name) => figure(microseconds[name])),
    figure(ratios.c),
    figure(ratios.numpy),
  ]);
  return textTable(columns, rows, sink.columns);
}

function runTable(runs: readonly RunFigures[], say: Say, sink: TextSink): string {
  const columns = [
    { header: say("benchModel") },
    ...[say("benchDraws"), say("benchScenarios"), say("benchWorkers")].map(right),
    ...[say("benchSeconds"), say("benchProcessor"), say("benchPeak")].map(right),
    ...[say("benchNumpySeconds"), say("benchToNumpy")].map(right),
  ];
  const rows = runs.map(({ model, draws, scenarios, workers, ours, numpy, ratio }) => [
    model,
    ...[draws, scenarios, workers].map(String),
    ...[figure(ours.seconds), figure(ours.processor), ours.peak.toFixed(0)],
    figure(numpy?.processor ?? null),
    figure(ratio),
  ]);
  return textTable(columns, rows, sink.columns);
}

function agreement(kernels: readonly KernelFigures[], say: Say): string {
  const worst = (name: "c" | "numpy") => {
    const found = kernels.flatMap(({ differences }) => differences[name] ?? []);
    return found.length === 0 ? null : found.reduce((a, b) => (b <= a ? a : b));
  };
  const [c, numpy] = [worst("c"), worst("numpy")];
  const isGood = (c ?? 0) <= agreementLimit && (numpy ?? 0) <= agreementLimit;
  const print = (difference: number | null) => difference?.toExponential(1) ?? "–";
  const parameters = { c: print(c), numpy: print(numpy), limit: agreementLimit.toExponential(0) };
  return say(isGood ? "benchAgrees" : "benchDisagrees", parameters);
}

function right(header: string): { readonly header: string; readonly align: "right" } {
  return { header, align: "right" };
}

function figure(value: number | null): string {
  return value === null ? "–" : value.toFixed(2);
}
