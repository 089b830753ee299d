/** Characters that a terminal shows two columns wide. */
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;

/** Characters that take no column of their own: marks that combine with the one before. */
const combining = /\p{Mn}|\p{Me}|[\u200B-\u200D]/u;

/**
 * Count the columns that a text takes in a terminal: two for a Chinese character or full-width sign, none for a
 * combining mark, one for anything else.
 *
 * @see Unicode Standard Annex #11, East Asian Width: W and F count 2, ambiguous ones 1.
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (!combining.test(character)) width += wide.test(character) ? 2 : 1;
  }
  return width;
}
