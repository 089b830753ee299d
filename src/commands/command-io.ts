/** A stream that text goes to, and what its reader's screen can show. */
export interface TextSink {
  readonly write: (text: string) => void;
  /** Characters in a line; Chinese characters take two. */
  readonly columns: number;
  readonly hasColor: boolean;
}

/** Where a command writes; commands touch no stream of the process themselves, so that tests can call them. */
export interface CommandIo {
  /** Results: what a pipe wants to read. */
  readonly results: TextSink;
  /** Diagnostics: issues, faults, hints. */
  readonly diagnostics: TextSink;
  /** Where a progress bar is drawn; null when nobody watches. */
  readonly progress: NodeJS.WritableStream | null;
}

/** How a command ended. A verdict is an answer, not an error. */
export const exitCodes = {
  done: 0,
  /** There are issues in the files. */
  issues: 1,
  /** The command was called wrongly. */
  usage: 2,
  /** A fault of the toolkit. */
  fault: 3,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Longest line of running text that is pleasant to read, in columns. */
const longestLine = 110;

/** Columns for running text: those of the terminal, but no more than can be read with ease. */
export function textColumns({ columns }: Pick<TextSink, "columns">): number {
  return Math.min(columns, longestLine);
}
