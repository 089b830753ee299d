import { expect, test } from "vitest";
import type { Issue } from "../core/issue.ts";
import { decodeText, type TextEncoding } from "./decode-text.ts";

const decode = (bytes: number[] | string, encoding: TextEncoding) => {
  const issues: Issue[] = [];
  const buffer = typeof bytes === "string" ? new TextEncoder().encode(bytes) : Uint8Array.from(bytes);
  const text = decodeText(buffer, "a.csv", encoding, issues);
  return { text, issues: issues.map(({ code, severity, at }) => `${code} ${severity} ${at.line}:${at.column}`) };
};

// "港口" in GB18030: B8 DB BF DA (GB 18030-2005, two-byte part).
const harbour = [0xb8, 0xdb, 0xbf, 0xda];

test("decodeText(bytes) reads UTF-8 silently", () => {
  expect(decode("港口\n", "utf-8")).toEqual({ text: "港口\n", issues: [] });
});

test("decodeText(bytes) drops a byte order mark with a notice", () => {
  expect(decode("\uFEFF港口", "utf-8")).toEqual({ text: "港口", issues: ["file/byte-order-mark notice 1:1"] });
});

test("decodeText(bytes) reads a CSV as GB18030 when it is not UTF-8, with a notice", () => {
  expect(decode(harbour, "utf-8 or gb18030")).toEqual({ text: "港口", issues: ["file/read-as-gb18030 notice 1:1"] });
});

test("decodeText(bytes) refuses YAML that is not UTF-8, at the first line and column that is wrong", () => {
  const bytes = [...new TextEncoder().encode("ab\n港: "), ...harbour];
  expect(decode(bytes, "utf-8")).toEqual({ text: null, issues: ["file/encoding error 2:4"] });
});

test("decodeText(bytes) refuses what is neither UTF-8 nor GB18030", () => {
  expect(decode([0x61, 0xff, 0xff], "utf-8 or gb18030")).toEqual({ text: null, issues: ["file/encoding error 1:2"] });
});
