import { type Bilingual, plain } from "../core/bilingual.ts";

/** What `bench` and `export` say. */
export const benchMessages = {
  benchCommand: plain(
    "测量引擎的速度和内存，与同一模型的 C、numpy 程序轮流对比",
    "Measure speed and memory, in turn with the same model in C and numpy",
  ),
  benchPartOption: plain(
    "只测这些部分：kernels、runs、workers、memory、cold、growth、start",
    "measure only: kernels, runs, workers, memory, cold, growth, start",
  ),
  exportCommand: plain(
    "把一个情景的模型和抽样写成其他语言的程序",
    "Write the model and the draws of a scenario as a program of another language",
  ),
  exportToOption: plain("语言：python（用 numpy）", "the language: python, with numpy"),
  exportScenario: plain("情景，缺省 baseline", "scenario; default: baseline"),
  exportOut: plain("写到哪个目录", "folder to write to"),
  exportWritten: (p: { folder: string; draws: number; command: string }): Bilingual => ({
    zh: `已写入 ${p.folder}：程序、输入和结果，${p.draws} 次抽样。用 \`${p.command}\` 运行，它会与本工具的结果核对。`,
    en: `${p.folder} written: program, inputs and results of ${p.draws} draws. Run \`${p.command}\`; it checks itself against the results of the toolkit.`,
  }),
  benchUnknownPart: (p: { part: string; known: string }): Bilingual => ({
    zh: `没有这一部分：\`${p.part}\`；可选 ${p.known}。`,
    en: `there is no part \`${p.part}\`; choose of ${p.known}.`,
  }),
  benchMeasures: (p: { part: string }): Bilingual => ({ zh: `正在测 ${p.part} …`, en: `measuring ${p.part} …` }),
  benchMachine: (p: { processor: string; cores: number; node: string; gcc: string; numpy: string }): Bilingual => ({
    zh: `${p.processor}，${p.cores} 核，Node ${p.node}；gcc：${p.gcc}；numpy：${p.numpy}`,
    en: `${p.processor}, ${p.cores} cores, Node ${p.node}; gcc: ${p.gcc}; numpy: ${p.numpy}`,
  }),
  benchNone: plain("没有", "none"),
  benchNoGcc: plain("本机没有 gcc，因此没有与 C 的对比。", "This machine has no gcc, so nothing is held against C."),
  benchNoNumpy: plain(
    "本机的 python3 没有 numpy，因此没有与 numpy 的对比。",
    "This machine has no python3 with numpy, so nothing is held against numpy.",
  ),
  benchKernels: plain("内核：每次抽样的微秒数（处理器时间）", "Kernels: microseconds of processor time a draw"),
  benchRuns: plain("整次运行：抽样、模拟、均值与分位数", "Whole runs: sample, simulate, mean and quantiles"),
  benchCold: plain("刚启动的进程（毫秒）", "A process that has just begun, milliseconds"),
  benchGrowth: plain("增长：合成模型每次抽样的微秒数", "Growth: microseconds a draw of the synthetic model"),
  benchStart: (p: { help: string; node: string; ratio: string }): Bilingual => ({
    zh: `启动：\`planreach --help\` ${p.help} 毫秒，空的 node ${p.node} 毫秒，${p.ratio} 倍`,
    en: `Start: \`planreach --help\` ${p.help} ms, an empty node ${p.node} ms, ${p.ratio} times`,
  }),
  benchModel: plain("模型", "model"),
  benchEquations: plain("方程", "equations"),
  benchCells: plain("单元", "cells"),
  benchYears: plain("年", "years"),
  benchDraws: plain("抽样", "draws"),
  benchScenarios: plain("情景", "scenarios"),
  benchWorkers: plain("线程", "workers"),
  benchProcessor: plain("处理器秒", "processor s"),
  benchSeconds: plain("秒", "seconds"),
  benchPeak: plain("内存 MiB", "peak MiB"),
  benchNumpySeconds: plain("numpy 处理器秒", "numpy processor s"),
  benchToNumpy: plain("对 numpy", "to numpy"),
  benchToC: plain("对 C", "to C"),
  benchCompile: plain("编译", "compile"),
  benchFirst: plain("前 1000 次抽样", "first 1,000 draws"),
  benchWhat: plain("随什么", "with"),
  benchSize: plain("规模", "size"),
  benchMicroseconds: plain("微秒", "µs"),
  benchAgrees: (p: { c: string; numpy: string; limit: string }): Bilingual => ({
    zh: `与 WebAssembly 的最大相对差：C ${p.c}，numpy ${p.numpy}；都在 ${p.limit} 以内。`,
    en: `Largest relative difference from WebAssembly: C ${p.c}, numpy ${p.numpy}; within ${p.limit}.`,
  }),
  benchDisagrees: (p: { c: string; numpy: string; limit: string }): Bilingual => ({
    zh: `与 WebAssembly 的最大相对差：C ${p.c}，numpy ${p.numpy}；超出 ${p.limit}，结果不一致。`,
    en: `Largest relative difference from WebAssembly: C ${p.c}, numpy ${p.numpy}; they do not agree to ${p.limit}.`,
  }),
} as const;
