/** A straight stroke in pixels. */
export interface Stroke {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/**
 * Cover a rectangle with parallel strokes at 45°, rising to the right on a screen.
 *
 * @param width - of the rectangle in pixels; its corner is the origin, y grows downwards.
 * @param gap - horizontal distance of neighbouring strokes in pixels.
 */
export function hatchLines(width: number, height: number, gap: number): Stroke[] {
  const strokes: Stroke[] = [];
  // A stroke is the line x + y = c; it enters at the left or the bottom and leaves at the top or the right.
  for (let c = gap; c < width + height; c += gap) {
    const x1 = Math.max(0, c - height);
    const x2 = Math.min(width, c);
    strokes.push({ x1, y1: c - x1, x2, y2: c - x2 });
  }
  return strokes;
}
