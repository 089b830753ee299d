/**
 * Multiply by a power of ten in the figure's own digits, so that 2.9795 万 is 29795 and no neighbour of it.
 *
 * @param places - a whole number; negative divides.
 */
export function shiftDecimals(x: number, places: number): number {
  if (!Number.isFinite(x)) return x;
  const [digits, exponent = "0"] = String(x).split("e");
  return Number(`${digits}e${Number(exponent) + places}`);
}
