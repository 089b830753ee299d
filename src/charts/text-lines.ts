/** Widest characters first: share of the text size that a character of the chart font takes, a little on the safe side. */
const widths: readonly (readonly [pattern: RegExp, em: number])[] = [
  [/[\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF\u3000-\u303F\u2014\u2026]/u, 1],
  [/[MWmw@%&]/, 0.93],
  [/[A-Z]/, 0.68],
  [/[fijlrtI.,;:'|!()[\] ]/, 0.36],
];

const otherWidth = 0.6;

/** Characters that Chinese typesetting never puts at the start of a line. */
const neverFirst = /[，。、；：？！）》」』”’…·％]/u;

/** Ends after which no line breaks: opening punctuation, a sign of comparison, a number that waits for its unit. */
const neverLast = /[（《「『“‘≥≤<>\d]\s?$/u;

/**
 * Estimate how wide a line will be when it is drawn in the regular weight of the chart font.
 *
 * An estimate from classes of characters, so that a specification can be built without a canvas; it errs on the wide
 * side (bold text of the same size still fits).
 *
 * @param size - size of the text in pixels.
 * @returns pixels.
 */
export function estimateTextWidth(text: string, size: number): number {
  let em = 0;
  for (const character of text) em += widths.find(([pattern]) => pattern.test(character))?.[1] ?? otherWidth;
  return em * size;
}

/**
 * Break a text into lines that fit a width: between any two Chinese characters, at spaces otherwise, and wherever the
 * text itself breaks.
 *
 * @param width - room in pixels; a single word wider than it keeps its own line.
 * @param size - size of the text in pixels.
 * @returns at least one line.
 */
export function wrapText(text: string, width: number, size: number): string[] {
  return text.split("\n").flatMap((paragraph) => wrapParagraph(paragraph, width, size));
}

function wrapParagraph(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of breakablePieces(text)) {
    if (line !== "" && estimateTextWidth((line + piece).trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  return [...lines, line.trimEnd()];
}

const breakable =
  /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF\u3000-\u303F]|[^\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF\u3000-\u303F\s]+\s*|\s+/gu;

/** Cut a text where a line may end: closing punctuation stays with what it closes, a unit with its number. */
function breakablePieces(text: string): string[] {
  const pieces: string[] = [];
  for (const piece of text.match(breakable) ?? []) {
    const last = pieces.at(-1);
    if (last !== undefined && (neverFirst.test(piece[0]!) || neverLast.test(last))) pieces[pieces.length - 1] += piece;
    else pieces.push(piece);
  }
  return pieces;
}
