/**
 * A unit as a power product of base symbols with a decimal scale: 万人 is scale 4 (10⁴) of 人.
 *
 * `powers` holds no zero; symbols are kept in code-point order so that equal units are equal objects field by field.
 */
export interface Unit {
  /** Power of ten in front: 万 is 4, 亿 is 8. */
  readonly scale: number;
  readonly powers: Readonly<Record<string, number>>;
}
