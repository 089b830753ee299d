/** Twips (twentieths of a point) in a millimetre. */
const twipsPerMillimetre = 1440 / 25.4;

/** Give a length in twips, the unit of Word. */
function twips(millimetres: number): number {
  return Math.round(millimetres * twipsPerMillimetre);
}

const textBlock = { width: 156, height: 225 } as const;
const paper = { width: 210, height: 297 } as const;
const top = 37;
const left = 28;
const lines = 22;
const characters = 28;
/** Size of body text, 三号. */
const points = 16;

/**
 * The page of an official document, in twips: A4, text of 156 × 225 mm, 37 mm from the top and 28 mm from the left.
 *
 * 22 lines of 28 characters fill the text block. The line pitch is rounded down, else Word sets 21 lines; the pitch of a
 * character, a little less than its size, is given as the difference in 4096ths of a point.
 *
 * @see GB/T 9704-2012, 5.2.1–5.2.3 and 7.5 (page number 7 mm under the text block).
 */
export const wordPage = {
  width: twips(paper.width),
  height: twips(paper.height),
  top: twips(top),
  left: twips(left),
  right: twips(paper.width - left - textBlock.width),
  bottom: twips(paper.height - top - textBlock.height),
  header: twips(20),
  footer: twips(22),
  textWidth: twips(textBlock.width),
  linePitch: Math.floor(twips(textBlock.height) / lines),
  /** What is added after each character of body text, so that as many fit without a grid. */
  characterSpacing: Math.floor(twips(textBlock.width) / characters) - points * 20,
  charSpace: Math.floor((twips(textBlock.width) / 20 / characters - points) * 4096),
} as const;
