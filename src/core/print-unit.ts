import { scaleWords, type Unit } from "./unit.ts";

/**
 * Print a unit in its canonical form: `万人`, `人/人次`, `元*年^2`, `1/年`, `1`.
 *
 * The scale goes, as a Chinese word, to the first symbol that can carry it; a scale that none can
 * carry is printed as a power of ten in front: `10^4`, `10^-3*元`. Parsing the printed text gives the same unit.
 */
export function printUnit(unit: Unit): string {
  const factors = Object.entries(unit.powers);
  const above = factors.filter(([, power]) => power > 0);
  const below = factors.filter(([, power]) => power < 0);
  const carrier = factors.find(([, power]) => scaleWord(unit.scale / power) !== undefined);
  const printFactor = ([symbol, power]: readonly [string, number]): string => {
    const word = symbol === carrier?.[0] ? scaleWord(unit.scale / power) : "";
    const size = Math.abs(power);
    return `${word}${symbol}${size === 1 ? "" : `^${size}`}`;
  };
  const front = carrier === undefined && unit.scale !== 0 ? [`10^${unit.scale}`] : [];
  const numerator = [...front, ...above.map(printFactor)].join("*");
  return [numerator || "1", ...below.map(printFactor)].join("/");
}

/** The Chinese word for a power of ten, if there is one. */
function scaleWord(scale: number): string | undefined {
  for (const [word, power] of scaleWords) {
    if (power === scale) {
      return word;
    }
  }
  return undefined;
}
