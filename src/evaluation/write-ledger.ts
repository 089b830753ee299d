import { mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import { type LedgerEntry, printLedger } from "./ledger.ts";

/**
 * Append entries to a ledger; nothing that is in it is ever changed.
 *
 * All of them go out in one write to a file opened for appending, which the system puts behind whatever others have
 * written, so that runs at the same time lose nothing. Half a line that an interrupted run left is closed first.
 */
export async function appendLedger(path: string, entries: readonly LedgerEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, "a+");
  try {
    const { size } = await file.stat();
    const last = Buffer.alloc(1);
    if (size > 0) await file.read(last, 0, 1, size - 1);
    const isClosed = size === 0 || last.toString() === "\n";
    const bytes = Buffer.from(`${isClosed ? "" : "\n"}${printLedger(entries)}`);
    const { bytesWritten } = await file.write(bytes);
    if (bytesWritten !== bytes.length) {
      throw new RangeError(`appendLedger: every byte must be written; got ${bytesWritten} of ${bytes.length}`);
    }
    await file.sync();
  } finally {
    await file.close();
  }
}
