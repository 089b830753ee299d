import yargs, { type Argv } from "yargs";
import { Parser } from "yargs/helpers";
import { checkOptions, type TypedOptions } from "./commands/check-options.ts";
import type { CommandIo, ExitCode } from "./commands/command-io.ts";
import type { CommonOptions } from "./commands/command-options.ts";
import { localeLanguage } from "./commands/locale-language.ts";
import { type Say, sayIn } from "./commands/messages.ts";
import { readPackageVersion } from "./commands/read-package-version.ts";
import { usualColumns } from "./commands/usual-columns.ts";
import type { Language } from "./core/bilingual.ts";
import { forecastMethods, quantityKinds } from "./forecast/forecast.ts";

/** What was asked for, done once the whole line is known to make sense. */
type Work = (io: CommandIo) => Promise<ExitCode>;

/** What a command does with its options; it loads there, so that help and faults of usage come at once. */
type Command<T> = (options: CommonOptions, typed: T) => Work;

/** What the command line asks for: work, nothing after help or version, or what is wrong with it. */
export interface ParsedLine {
  work?: Work;
  usageFault?: string;
}

/** Positional arguments that may be several. */
const lists: ReadonlySet<string> = new Set(["_", "scenario", "indicator", "part"]);

/** Parse a command line without doing anything of it; help and version are printed. */
export async function parseLine(args: readonly string[], language: Language): Promise<ParsedLine> {
  const say = sayIn(language);
  const parsed: ParsedLine = {};
  const then: Then = (command) => (typed) => {
    const checked = checkOptions(typed, language);
    if (checked.ok) parsed.work = command(checked.value, typed);
    else parsed.usageFault = checked.text;
  };
  await addCommands(addOptions(yargs([...args]), language), language, then)
    .scriptName("planreach")
    .usage(`${say("usage")}\n\n${say("purpose")}`)
    .epilogue(say("epilogue"))
    .locale(language === "zh" ? "zh_CN" : "en")
    .updateStrings(ownStrings(say))
    .version(readPackageVersion())
    .wrap(Math.min(process.stdout.columns ?? usualColumns, usualColumns))
    .demandCommand(1, say("noCommand"))
    .recommendCommands()
    .strict()
    .exitProcess(false)
    .fail((message: string | null, error: Error | undefined) => {
      if (message === null) throw error;
      parsed.usageFault ??= message;
    })
    .parseAsync();
  return parsed.usageFault === undefined ? parsed : { usageFault: parsed.usageFault };
}

/** What the parser of the line is to say in our words; its own name arguments by what they are not. */
function ownStrings(say: Say): Record<string, string> {
  const [few, many] = [say("tooFewArguments"), say("tooManyArguments")];
  const strings = {
    "Not enough non-option arguments: got %s, need at least %s": { one: few, other: few },
    "Too many non-option arguments: got %s, maximum of %s": { one: many, other: many },
  };
  // Texts with a number have a form for one and one for others, which the types leave out.
  return strings as unknown as Record<string, string>;
}

/** Turns a command into what yargs calls once a line has passed. */
type Then = <T extends TypedOptions>(command: Command<T>) => (typed: T) => void;

function addCommands(line: Argv<TypedOptions>, language: Language, then: Then): Argv<TypedOptions> {
  const say = sayIn(language);
  const someScenarios = (y: Argv<TypedOptions>) => nameScenarios(y, say);
  const untilPrecise = (y: Argv<TypedOptions>) => howExactly(someScenarios(y), say);
  line.command(
    "check",
    say("checkCommand"),
    (y) => y.option("identities", { type: "boolean", default: false, describe: say("identitiesOption") }),
    then((options, { identities }) => async (io) => {
      const { checkCommand } = await import("./commands/check-command.ts");
      return checkCommand({ ...options, identities }, io);
    }),
  );
  line.command(
    "run [scenario..]",
    say("runCommand"),
    (y) => untilPrecise(y).option("parquet", { type: "boolean", default: false, describe: say("parquetOption") }),
    then((options, typed) => async (io) => {
      const { runCommand } = await import("./commands/run-command.ts");
      return runCommand(options, typed, io);
    }),
  );
  line.command(
    "assess [scenario..]",
    say("assessCommand"),
    (y) =>
      untilPrecise(y)
        .option("milestones", { type: "boolean", default: false, describe: say("milestonesOption") })
        .option("conventions", { type: "boolean", default: false, describe: say("conventionsOption") })
        .option("drivers", { type: "boolean", default: false, describe: say("driversOption") }),
    then((options, typed) => async (io) => {
      const { assessCommand } = await import("./commands/assess-command.ts");
      return assessCommand(options, typed, io);
    }),
  );
  line.command(
    "report [scenario..]",
    say("reportCommand"),
    (y) => someScenarios(y).option("to", { type: "string", requiresArg: true, describe: say("toOption") }),
    then((options, { scenario = [], to }) => async (io) => {
      const { reportCommand } = await import("./commands/report-command.ts");
      return reportCommand({ ...options, scenarios: scenario }, to, io);
    }),
  );
  addQuestions(line, language, then);
  addSeek(line, language, then);
  addForecast(line, language, then);
  addTools(line, language, then);
  return line.command(
    "schema [kind]",
    say("schemaCommand"),
    (y) =>
      y
        .positional("kind", { type: "string", describe: say("schemaKind") })
        .option("write", { type: "boolean", default: false, describe: say("writeOption") }),
    then((options, { kind, write }) => async (io) => {
      const { schemaCommand } = await import("./commands/schema-command.ts");
      return schemaCommand({ ...options, kind, write }, io);
    }),
  );
}

function nameScenarios(y: Argv<TypedOptions>, say: Say) {
  return y.positional("scenario", {
    type: "string",
    array: true,
    describe: say("scenarioNames"),
    defaultDescription: say("allOfThem"),
  });
}

/** Options of how exactly chances and quantiles are to be known. */
function howExactly<T>(y: Argv<T>, say: Say) {
  return y
    .option("precision", { type: "string", requiresArg: true, describe: say("precisionOption") })
    .option("exact", { type: "boolean", default: false, describe: say("exactOption") });
}

/** The command that looks for levers, or for targets. */
function addSeek(line: Argv<TypedOptions>, language: Language, then: Then): void {
  const say = sayIn(language);
  const text = { type: "string", requiresArg: true } as const;
  line.command(
    "seek [indicator..]",
    say("seekCommand"),
    (y) =>
      y
        .positional("indicator", { type: "string", array: true, describe: say("seekRows") })
        .option("lever", { ...text, describe: say("leverOption") })
        .option("scenario", { ...text, describe: say("seekScenarioOption") })
        .option("probability", { ...text, alias: "p", describe: say("probabilityOption") })
        .option("target-at", { type: "string", describe: say("targetAtOption") })
        .option("from", { ...text, describe: say("fromOption") })
        .option("together", { type: "boolean", default: false, describe: say("togetherOption") })
        .option("front", { type: "boolean", default: false, describe: say("frontOption") })
        .option("chart", { type: "boolean", default: false, describe: say("seekChartOption") })
        .option("write", { ...text, describe: say("writePolicyOption") }),
    then((options, typed) => async (io) => {
      const { seekCommand } = await import("./commands/seek-command.ts");
      return seekCommand(options, { ...typed, scenario: lastOf(typed.scenario) }, io);
    }),
  );
}

/** Commands that ask about the plan, a scenario or a name. */
function addQuestions(line: Argv<TypedOptions>, language: Language, then: Then): void {
  const say = sayIn(language);
  const named = { type: "string", demandOption: true } as const;
  line.command(
    "consistency",
    say("consistencyCommand"),
    (y) => y.option("chart", { type: "boolean", default: false, describe: say("chartOption") }),
    then((options, { chart }) => async (io) => {
      const { consistencyCommand } = await import("./commands/consistency-command.ts");
      return consistencyCommand({ ...options, chart }, io);
    }),
  );
  line.command(
    "diff <from> <to>",
    say("diffCommand"),
    (y) =>
      y
        .positional("from", { ...named, describe: say("firstScenario") })
        .positional("to", { ...named, describe: say("secondScenario") }),
    then((options, { from, to }) => async (io) => {
      const { diffCommand } = await import("./commands/diff-command.ts");
      return diffCommand({ ...options, first: from, second: to }, io);
    }),
  );
  line.command(
    "evaluate",
    say("evaluateCommand"),
    (y) => y.option("scenario", { type: "string", requiresArg: true, describe: say("evaluateScenario") }),
    then((options, { scenario }) => async (io) => {
      const { evaluateCommand } = await import("./commands/evaluate-command.ts");
      return await evaluateCommand({ ...options, scenario }, io);
    }),
  );
  line.command(
    "explain <name>",
    say("explainCommand"),
    (y) =>
      y
        .positional("name", { ...named, describe: say("explainedName") })
        .option("scenario", { type: "string", describe: say("scenarioOption") }),
    then((options, { name, scenario }) => async (io) => {
      const { explainCommand } = await import("./commands/explain-command.ts");
      return explainCommand({ ...options, name, scenario: lastOf(scenario) }, io);
    }),
  );
}

function addForecast(line: Argv<TypedOptions>, language: Language, then: Then): void {
  const say = sayIn(language);
  const text = { type: "string", requiresArg: true } as const;
  line.command(
    "forecast [series]",
    say("forecastCommand"),
    (y) =>
      y
        .positional("series", { type: "string", describe: say("forecastSeries") })
        .option("place", { ...text, describe: say("placeOption") })
        .option("horizon", { ...text, describe: say("horizonOption") })
        .option("kind", { ...text, choices: quantityKinds, describe: say("kindOption") })
        .option("method", { ...text, choices: forecastMethods, describe: say("methodOption") })
        .option("bounds", { ...text, describe: say("boundsOption") })
        .option("chart", { type: "boolean", default: false, describe: say("chartOption") })
        .option("batch", { ...text, describe: say("batchOption") })
        .option("info", { ...text, describe: say("infoOption") })
        .option("out", { ...text, describe: say("outOption") })
        .option("rebuild-calibration", { ...text, describe: say("rebuildOption") }),
    then((options, typed) => async (io) => {
      const { series, place, horizon, kind, method, bounds, chart, batch, info, out, rebuildCalibration } = typed;
      const { forecastCommand } = await import("./commands/forecast-command.ts");
      const asked = { series, place, horizon, kind, method, bounds, chart, batch, info, out, rebuildCalibration };
      return forecastCommand({ ...options, ...asked }, io);
    }),
  );
}

/** Commands for those who measure the engine or go on in another language. */
function addTools(line: Argv<TypedOptions>, language: Language, then: Then): void {
  const say = sayIn(language);
  const text = { type: "string", requiresArg: true } as const;
  line.command(
    "bench [part..]",
    say("benchCommand"),
    (y) =>
      y
        .positional("part", { type: "string", array: true, describe: say("benchPartOption") })
        .option("probe", { ...text, hidden: true }),
    then((options, { part = [], probe }) => async (io) => {
      const [{ benchCommand }, { processMachine }] = await Promise.all([
        import("./commands/bench-command.ts"),
        import("./commands/process-machine.ts"),
      ]);
      return benchCommand({ ...options, parts: part, probe }, processMachine(), io);
    }),
  );
  line.command(
    "export [scenario]",
    say("exportCommand"),
    (y) =>
      y
        .positional("scenario", { type: "string", describe: say("exportScenario") })
        .option("to", { ...text, choices: ["python"], demandOption: true, describe: say("exportToOption") })
        .option("out", { ...text, describe: say("exportOut") }),
    then((options, { scenario, out }) => async (io) => {
      const { exportCommand } = await import("./commands/export-command.ts");
      return exportCommand({ ...options, scenario: lastOf(scenario), out }, io);
    }),
  );
}

/** Of an option that is given twice the last counts. */
function takeLast(typed: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(typed)) if (!lists.has(name)) typed[name] = lastOf(value);
}

function lastOf<T>(value: T | readonly T[]): T {
  return Array.isArray(value) ? value[value.length - 1] : (value as T);
}

function addOptions(line: Argv, language: Language): Argv<TypedOptions> {
  const say = sayIn(language);
  const text = { type: "string", requiresArg: true } as const;
  return line
    .middleware(takeLast, true)
    .option("region", { ...text, describe: say("regionOption") })
    .option("draws", { ...text, describe: say("drawsOption") })
    .option("seed", { ...text, describe: say("seedOption") })
    .option("as-of", { ...text, describe: say("asOfOption") })
    .option("workers", { ...text, describe: say("workersOption") })
    .option("lang", { ...text, choices: ["zh", "en"], describe: say("langOption") })
    .option("data", { ...text, default: "data", describe: say("dataOption") })
    .option("scenarios", { ...text, default: "scenarios", describe: say("scenariosOption") })
    .option("output", { ...text, default: "output", describe: say("outputOption") })
    .option("public", { type: "boolean", default: false, describe: say("publicOption") })
    .option("json", { type: "boolean", default: false, describe: say("jsonOption") }) as unknown as Argv<TypedOptions>;
}

/** The language asked for, before the line is read: its own faults are told in that language too. */
export function chosenLanguage(args: readonly string[]): Language {
  const { lang } = Parser([...args], { string: ["lang"] });
  return lang === "zh" || lang === "en" ? lang : localeLanguage(process.env);
}
