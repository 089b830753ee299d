import { displayWidth } from "../core/display-width.ts";

/** Pieces after which a line may break: one Chinese character or full-width sign, or a word with the spaces behind it. */
const pieces =
  /[\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFFE6]|[^\s\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFFE6]+\s*|\s+/gu;

/** Closing punctuation never starts a line. */
const neverFirst = /^[，。、；：？！）》」』”’…％]/u;

/** Opening punctuation and signs of comparison never end one. */
const neverLast = /[（《「『“‘≥≤<>]\s?$/u;

/**
 * Break a text into lines that fit a number of columns: between Chinese characters, at spaces, and inside a word only
 * when it is longer than a line. Of all ways with as few lines, the one whose lines are most alike in length.
 */
export function wrapToWidth(text: string, columns: number): string[] {
  let lines = fillLines(text, columns);
  const least = longestWord(text);
  for (let room = columns - 1; room >= least; room--) {
    const narrower = fillLines(text, room);
    if (narrower.length > lines.length) break;
    lines = narrower;
  }
  return lines;
}

/** Columns of the longest part of a text that should stay on one line. */
export function longestWord(text: string): number {
  return Math.max(2, ...breakablePieces(text).map((piece) => displayWidth(piece.trimEnd())));
}

function fillLines(text: string, columns: number): string[] {
  const room = Math.max(2, columns);
  const lines: string[] = [];
  let line = "";
  for (const piece of breakablePieces(text).flatMap((part) => cutToWidth(part, room))) {
    if (line !== "" && displayWidth(`${line}${piece.trimEnd()}`) > room) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  return [...lines, line.trimEnd()];
}

function breakablePieces(text: string): string[] {
  const joined: string[] = [];
  for (const piece of text.match(pieces) ?? []) {
    const last = joined.at(-1);
    if (last !== undefined && (neverFirst.test(piece) || neverLast.test(last))) joined[joined.length - 1] += piece;
    else joined.push(piece);
  }
  return joined;
}

function cutToWidth(piece: string, columns: number): string[] {
  if (displayWidth(piece.trimEnd()) <= columns) return [piece];
  const parts = [""];
  for (const character of piece) {
    if (displayWidth(`${parts.at(-1)}${character}`) > columns) parts.push(character);
    else parts[parts.length - 1] += character;
  }
  return parts;
}
