import { expect, test } from "vitest";
import { ByteWriter } from "./byte-writer.ts";

const hex = (bytes: Iterable<number>) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(" ");

test.each([
  [0, "00"],
  [2, "02"],
  [127, "7f"],
  [128, "80 01"],
  [129, "81 01"],
  [130, "82 01"],
  [12857, "b9 64"],
  [4294967295, "ff ff ff ff 0f"],
])("ByteWriter.unsigned(%d) writes %s", (value, expected) => {
  // DWARF Debugging Information Format 4, figure 22; the last by hand.
  expect(hex(new ByteWriter().unsigned(value).written())).toBe(expected);
});

test.each([
  [2, "02"],
  [-2, "7e"],
  [127, "ff 00"],
  [-127, "81 7f"],
  [128, "80 01"],
  [-128, "80 7f"],
  [129, "81 01"],
  [-129, "ff 7e"],
])("ByteWriter.signed(%d) writes %s, and so does signed64", (value, expected) => {
  // DWARF Debugging Information Format 4, figure 23.
  expect(hex(new ByteWriter().signed(value).written())).toBe(expected);
  expect(hex(new ByteWriter().signed64(BigInt(value)).written())).toBe(expected);
});

test("ByteWriter.signed64(value) takes all 64 bits", () => {
  expect(hex(new ByteWriter().signed64(-(2n ** 63n)).written())).toBe("80 80 80 80 80 80 80 80 80 7f");
  expect(hex(new ByteWriter().signed64(2n ** 64n - 1n).written())).toBe("7f");
});

test("ByteWriter.float64(value) puts the lowest byte first", () => {
  expect(hex(new ByteWriter().float64(1).written())).toBe("00 00 00 00 00 00 f0 3f");
  expect(hex(new ByteWriter().float64(-0).written())).toBe("00 00 00 00 00 00 00 80");
});

test("a ByteWriter keeps what it wrote when it needs more room", () => {
  const writer = new ByteWriter();
  const expected = Array.from({ length: 1000 }, (_, i) => i % 256);
  for (const value of expected.slice(0, 500)) writer.byte(value);
  writer.bytes(expected.slice(500));
  expect(writer.length).toBe(1000);
  expect([...writer.written()]).toEqual(expected);
});
