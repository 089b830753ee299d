import { expect, test } from "vitest";
import { float64Bytes, signedLeb, signedLeb64, unsignedLeb } from "./wasm-bytes.ts";

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
])("unsignedLeb(%d) is %s", (value, expected) => {
  // DWARF Debugging Information Format 4, figure 22; the last by hand.
  expect(hex(unsignedLeb(value))).toBe(expected);
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
])("signedLeb(%d) is %s", (value, expected) => {
  // DWARF Debugging Information Format 4, figure 23.
  expect(hex(signedLeb(value))).toBe(expected);
  expect(hex(signedLeb64(BigInt(value)))).toBe(expected);
});

test("signedLeb64(value) takes all 64 bits", () => {
  expect(hex(signedLeb64(-(2n ** 63n)))).toBe("80 80 80 80 80 80 80 80 80 7f");
  expect(hex(signedLeb64(2n ** 64n - 1n))).toBe("7f");
});

test("float64Bytes(value) puts the lowest byte first", () => {
  expect(hex(float64Bytes(1))).toBe("00 00 00 00 00 00 f0 3f");
  expect(hex(float64Bytes(-0))).toBe("00 00 00 00 00 00 00 80");
});
