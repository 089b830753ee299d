#!/usr/bin/env node
import { readPreparedHelp } from "./commands/read-prepared-help.ts";

// What a person types first is answered at once; all else loads the command line.
const help = readPreparedHelp(process.argv.slice(2), process.env, process.stdout.columns);
if (help === null) {
  // Only for those who look for a fault: reading the maps takes time.
  if (process.env.PLANREACH_DEBUG === "1") process.setSourceMapsEnabled(true);
  const { runCommandLine } = await import("./run-command-line.ts");
  process.exitCode = await runCommandLine(process.argv.slice(2));
} else {
  // A reader that has seen enough, such as `head`, is no fault.
  process.stdout.on("error", () => process.exit(0));
  process.stdout.write(help);
}
