import { chosenLanguage, parseLine } from "./cli.ts";
import { type ExitCode, exitCodes } from "./commands/command-io.ts";
import { sayIn } from "./commands/messages.ts";
import { processIo } from "./commands/process-io.ts";

/** Do what a command line asks for, on the streams of this process. */
export async function runCommandLine(args: readonly string[]): Promise<ExitCode> {
  const language = chosenLanguage(args);
  const say = sayIn(language);
  const io = processIo();
  try {
    const { work, usageFault } = await parseLine(args, language);
    if (usageFault === undefined) return work === undefined ? exitCodes.done : await work(io);
    io.diagnostics.write(`planreach: ${usageFault}\n${say("tryHelp", { command: "planreach --help" })}\n`);
    return exitCodes.usage;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    io.diagnostics.write(`planreach: ${say("ourFault", { message })}\n`);
    const isDebugging = process.env.PLANREACH_DEBUG === "1" && error instanceof Error;
    io.diagnostics.write(isDebugging ? `${error.stack}\n` : `${say("debugHint")}\n`);
    return exitCodes.fault;
  }
}
