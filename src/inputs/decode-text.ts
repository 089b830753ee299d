import { fileSpan, type Issue, makeIssue } from "../core/issue.ts";

/** How the bytes of a file may be read: YAML is UTF-8 alone, CSV may also come from a Chinese spreadsheet. */
export type TextEncoding = "utf-8" | "utf-8 or gb18030";

const byteOrderMark = "\uFEFF";

/**
 * Decode the bytes of a text file strictly.
 *
 * A byte order mark is dropped with a notice; a CSV that is not UTF-8 is read as GB18030 with a notice.
 *
 * @returns the text, or null after an issue at the first line that cannot be decoded.
 */
export function decodeText(bytes: Uint8Array, file: string, encoding: TextEncoding, issues: Issue[]): string | null {
  const text = decodeStrictly(bytes, "utf-8");
  if (text === null && encoding === "utf-8 or gb18030") {
    const fallback = decodeStrictly(bytes, "gb18030");
    if (fallback !== null) {
      issues.push(makeIssue("file/read-as-gb18030", fileSpan(file), {}, "notice"));
      return fallback;
    }
  }
  if (text === null) {
    const expected = encoding === "utf-8" ? "UTF-8" : "UTF-8 / GB18030";
    issues.push(makeIssue("file/encoding", undecodablePlace(bytes, file), { expected }));
    return null;
  }
  if (!text.startsWith(byteOrderMark)) return text;
  issues.push(makeIssue("file/byte-order-mark", fileSpan(file), {}, "notice"));
  return text.slice(byteOrderMark.length);
}

function decodeStrictly(bytes: Uint8Array, label: "utf-8" | "gb18030"): string | null {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // A fatal decoder throws a TypeError on the first bad byte and nothing else.
    return null;
  }
}

/** Where the first byte stands that is not UTF-8. */
function undecodablePlace(bytes: Uint8Array, file: string) {
  let line = 1;
  for (let start = 0; start <= bytes.length; line++) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed < 0 ? bytes.length : feed;
    const piece = bytes.subarray(start, end);
    if (decodeStrictly(piece, "utf-8") === null) {
      const column = new TextDecoder("utf-8", { ignoreBOM: true }).decode(piece).indexOf("\uFFFD") + 1;
      return { file, line, column, endLine: line, endColumn: column + 1 };
    }
    start = end + 1;
  }
  return fileSpan(file);
}
