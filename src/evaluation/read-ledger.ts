import { readFile } from "node:fs/promises";
import { systemErrorCode } from "../core/system-error.ts";
import { type LedgerEntry, parseLedger } from "./ledger.ts";

/** Read a ledger; one that is not there yet is empty. */
export async function readLedger(
  path: string,
): Promise<{ readonly entries: readonly LedgerEntry[]; readonly brokenLines: readonly number[] }> {
  try {
    return parseLedger(await readFile(path, "utf8"));
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT") return { entries: [], brokenLines: [] };
    throw error;
  }
}
