import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { takeWriteLock } from "./write-lock.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lock-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("takeWriteLock(folder) lets one in at a time", async () => {
  const first = await takeWriteLock(folder);
  expect(await takeWriteLock(folder)).toEqual({ ok: false, path: join(folder, ".writing"), holder: process.pid });
  if (first.ok) await first.release();
  expect(readdirSync(folder)).toEqual([]);
  expect(await takeWriteLock(folder)).toMatchObject({ ok: true });
});

test("takeWriteLock(folder) takes over what a killed run left, and a lock without a process", async () => {
  const ended = spawnSync(process.execPath, ["--version"]).pid;
  for (const left of [`${ended}\n`, "", "nobody"]) {
    writeFileSync(join(folder, ".writing"), left);
    const lock = await takeWriteLock(folder);
    expect(lock.ok).toBe(true);
    if (lock.ok) await lock.release();
  }
  expect(existsSync(join(folder, ".writing"))).toBe(false);
});

test("takeWriteLock(folder) tells the system's fault", async () => {
  await expect(takeWriteLock(join(folder, "missing"))).rejects.toThrow("ENOENT");
});
