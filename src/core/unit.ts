/**
 * A unit as a power product of base symbols with a decimal scale: 万人 is scale 4 (10⁴) of 人.
 *
 * `powers` holds no zero; symbols are kept in the order of their UTF-16 units so that equal units are equal objects
 * field by field.
 */
export interface Unit {
  /** Power of ten in front: 万 is 4, 亿 is 8. */
  readonly scale: number;
  readonly powers: Readonly<Record<string, number>>;
}

/** The unit of shares, rates and plain counts, written `1`. */
export const dimensionless: Unit = { scale: 0, powers: {} };

/** Chinese words that may stand in front of a base symbol, with their power of ten. */
export const scaleWords: ReadonlyMap<string, number> = new Map([
  ["十", 1],
  ["百", 2],
  ["千", 3],
  ["万", 4],
  ["十万", 5],
  ["百万", 6],
  ["千万", 7],
  ["亿", 8],
  ["十亿", 9],
  ["百亿", 10],
  ["千亿", 11],
  ["万亿", 12],
]);

/** Build a unit from any list of symbols and powers: equal symbols are joined, zero powers dropped. */
export function makeUnit(scale: number, factors: Iterable<readonly [symbol: string, power: number]>): Unit {
  const powers = new Map<string, number>();
  for (const [symbol, power] of factors) {
    powers.set(symbol, (powers.get(symbol) ?? 0) + power);
  }
  const kept = [...powers].filter(([, power]) => power !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  // Adding 0 turns −0 into 0, so that equal units are equal bit by bit.
  return { scale: scale + 0, powers: Object.fromEntries(kept) };
}

/** Multiply two units. */
export function multiplyUnits(a: Unit, b: Unit): Unit {
  return makeUnit(a.scale + b.scale, [...Object.entries(a.powers), ...Object.entries(b.powers)]);
}

/** Divide one unit by another. */
export function divideUnits(a: Unit, b: Unit): Unit {
  return multiplyUnits(a, powerUnit(b, -1));
}

/**
 * Raise a unit to a power: 0.5 for a square root, −1 for the inverse.
 *
 * @throws RangeError when the exponent is not finite.
 */
export function powerUnit(unit: Unit, exponent: number): Unit {
  if (!Number.isFinite(exponent)) {
    throw new RangeError(`powerUnit: the exponent must be finite; got ${exponent}`);
  }
  const factors = Object.entries(unit.powers).map(([symbol, power]) => [symbol, power * exponent] as const);
  return makeUnit(unit.scale * exponent, factors);
}

/** Say whether two units are the same, scale included: 万人 is not 人, 人次 is not 人. */
export function unitsEqual(a: Unit, b: Unit): boolean {
  const symbols = Object.keys(a.powers);
  return (
    a.scale === b.scale &&
    symbols.length === Object.keys(b.powers).length &&
    symbols.every((symbol) => a.powers[symbol] === b.powers[symbol])
  );
}

/** Say whether a unit is 1: no symbol, and no scale either, since 万人/人 still multiplies by 10⁴. */
export function isDimensionless(unit: Unit): boolean {
  return unitsEqual(unit, dimensionless);
}
