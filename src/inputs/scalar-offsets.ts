/**
 * Find where each character of a YAML text stands in its source.
 *
 * Plain, quoted and block texts are matched character by character; a space or line break of the value may be a whole
 * run of white space in the source, where YAML folds lines and cuts indentation. Escapes are not followed.
 *
 * @param value - the text as YAML reads it.
 * @param source - the text as it stands in the file, quotes or block header included.
 * @returns offsets into `source`, one for each character of `value` and one for its end; null when they do not match.
 */
export function scalarOffsets(value: string, source: string): readonly number[] | null {
  const offsets: number[] = [];
  let at = openingLength(source);
  for (let i = 0; i < value.length; i++) {
    const character = value[i]!;
    if (character === source[at]) {
      offsets.push(at++);
      continue;
    }
    const run = whiteRun(source, at);
    if (isWhite(character)) {
      offsets.push(at);
      at += run;
    } else {
      at += run;
      if (source[at] !== character) return null;
      offsets.push(at++);
    }
  }
  offsets.push(at);
  return offsets;
}

/** Length of what stands before the text: a quote, or the header line of a block. */
function openingLength(source: string): number {
  if (source.startsWith('"') || source.startsWith("'")) return 1;
  const header = /^[|>][^\n]*\n/.exec(source);
  return header ? header[0].length : 0;
}

function isWhite(character: string): boolean {
  return character === " " || character === "\n" || character === "\t";
}

function whiteRun(source: string, start: number): number {
  let end = start;
  while (end < source.length && /\s/.test(source[end]!)) end++;
  return end - start;
}
