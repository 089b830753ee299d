import { expect, test } from "vitest";
import { readPreparedHelp } from "./read-prepared-help.ts";

test("readPreparedHelp(args, …) leaves all but plain help to the command line, and help that no build laid ready", () => {
  // Beside the sources no text lies ready.
  const lines = [[], ["--help"], ["run", "--help"], ["--help", "--json"], ["--help", "--lang", "fr"], ["--version"]];
  expect(lines.map((args) => readPreparedHelp(args, {}, 80))).toEqual(lines.map(() => null));
});
