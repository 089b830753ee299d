import { expect, test } from "vitest";
import { readZip } from "../fixtures/read-zip.ts";
import { fixZipDates } from "./zip-dates.ts";

/** An archive of two stored files, `a` and `b`, each of one byte, with dates in all four places. */
function twoFiles(): Uint8Array {
  const local = (name: string) =>
    Buffer.concat([Buffer.from("PK\x03\x04\x14\0\0\0\0\0dateCRC.\x01\0\0\0\x01\0\0\0\x01\0\0\0", "latin1"), Buffer.from(`${name}x`)]); // biome-ignore format: one record a line
  const central = (name: string, offset: number) =>
    Buffer.concat([Buffer.from(`PK\x01\x02\x14\0\x14\0\0\0\0\0dateCRC.\x01\0\0\0\x01\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0${String.fromCharCode(offset)}\0\0\0`, "latin1"), Buffer.from(name)]); // biome-ignore format: one record a line
  const end = Buffer.from("PK\x05\x06\0\0\0\0\x02\0\x02\0\x5e\0\0\0\x40\0\0\0\0\0", "latin1");
  return Buffer.concat([local("a"), local("b"), central("a", 0), central("b", 32), end]);
}

test("fixZipDates(zip, date) sets the date of every file in both places and changes nothing else", () => {
  const fixed = fixZipDates(twoFiles(), "2031-12-05");
  const day = (((2031 - 1980) << 9) | (12 << 5) | 5) * 65536;
  const entries = readZip(fixed);
  expect(entries.map(({ name, content, dates }) => [name, String(content), ...dates])).toEqual([
    ["a", "x", day, day],
    ["b", "x", day, day],
  ]);
  expect(Buffer.from(fixed).toString("latin1").replaceAll(/CRC\./g, "")).not.toContain("date");
  expect(fixed.length).toBe(twoFiles().length);
});

test("fixZipDates(zip, date) takes the first day that zip can say for earlier ones", () => {
  expect(readZip(fixZipDates(twoFiles(), "1970-01-01"))[0]?.dates).toEqual([0x210000, 0x210000]);
});

test("fixZipDates(zip, date) refuses bytes that are no zip file", () => {
  expect(() => fixZipDates(new Uint8Array(100), "2031-01-01")).toThrow(TypeError);
  expect(() => fixZipDates(new Uint8Array(3), "2031-01-01")).toThrow(TypeError);
});
