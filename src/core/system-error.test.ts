import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isSystemError, systemErrorCode } from "./system-error.ts";

function errorOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new RangeError("errorOf: act must throw");
}

test("systemErrorCode(error) gives the code of the system's errors, and null for ours", () => {
  const missing = errorOf(() => readFileSync(new URL("./no-such-file", import.meta.url)));
  expect(systemErrorCode(missing)).toBe("ENOENT");
  expect(isSystemError(missing) && missing.path).toContain("no-such-file");
  // Node's own errors have codes too, and are no word of the system.
  const wrongCall = errorOf(() => readFileSync(undefined as never));
  expect(wrongCall).toMatchObject({ code: "ERR_INVALID_ARG_TYPE" });
  for (const error of [wrongCall, new RangeError("ours"), "text", null]) expect(systemErrorCode(error)).toBe(null);
});
