import type { TextRange } from "../core/expression.ts";

const closers: ReadonlyMap<string, string> = new Map([
  [")", "("],
  ["]", "["],
]);

/**
 * Recover a formula that YAML has cut at a comma because it stands unquoted inside { } or [ ].
 *
 * @param part - the first piece as YAML reads it, such as `pert(0.25`.
 * @param source - what the file holds from that piece on.
 * @returns the whole formula, to its last bracket; null when the piece opens no bracket that it does not close.
 */
export function unbalancedText(part: string, source: string): string | null {
  const opened = part.split("(").length - part.split(")").length;
  return opened > 0 ? balancedText(source) : null;
}

/**
 * Find a formula with brackets that stands unquoted in a flow mapping of this line, where YAML takes it apart.
 *
 * @returns the formula and its place in the line, or null.
 */
export function cutFormula(line: string): { text: string; range: TextRange } | null {
  const unquoted = /[{,]\s*[\p{L}\p{N}_]+:\s+(?=[^"'{[\s])([^{}"',]*?[\p{L}\p{N}_][([].*)$/u.exec(line);
  if (!unquoted) return null;
  const start = unquoted.index + unquoted[0].length - unquoted[1]!.length;
  const text = balancedText(line.slice(start));
  return { text, range: { start, end: start + text.length } };
}

/** The text up to the comma or closing brace that follows it outside all brackets, or to the end of the line. */
function balancedText(source: string): string {
  const open: string[] = [];
  let end = 0;
  for (; end < source.length && source[end] !== "\n"; end++) {
    const character = source[end]!;
    if (open.length === 0 && /[,}\]]/.test(character)) break;
    if (character === "(" || character === "[") open.push(character);
    if (open.at(-1) === closers.get(character)) open.pop();
  }
  return source.slice(0, end).trimEnd();
}
