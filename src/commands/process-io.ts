import { type CommandIo, exitCodes, type TextSink } from "./command-io.ts";
import { usualColumns } from "./usual-columns.ts";

/** Give a command the streams of this process. */
export function processIo(): CommandIo {
  for (const stream of [process.stdout, process.stderr]) {
    // A reader that has seen enough, such as `head`, is no fault.
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(exitCodes.done);
      throw error;
    });
  }
  return {
    results: sinkOf(process.stdout),
    diagnostics: sinkOf(process.stderr),
    progress: process.stderr.isTTY ? process.stderr : null,
  };
}

function sinkOf(stream: NodeJS.WriteStream): TextSink {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  const isColorful = stream.isTTY && TERM !== "dumb";
  return {
    write: (text) => {
      stream.write(text);
    },
    columns: stream.columns ?? usualColumns,
    hasColor: !NO_COLOR && (Boolean(FORCE_COLOR) || isColorful),
  };
}
