/** Make an identifier of a name of the model: what it stands for, then the name, or its number if it is no plain word. */
export function pythonName(kind: string, name: string, number: number): string {
  // A name never begins with an underscore here, so that no two names meet.
  return /^[A-Za-z][A-Za-z0-9_]*$/.test(name) ? `${kind}_${name}` : `${kind}__${number}`;
}

/** Make a comment of any text: one line of it, whatever stands in it. */
export function pythonComment(text: string): string {
  return `# ${text.replaceAll(/\p{C}|\p{Zl}|\p{Zp}/gu, " ").trim()}`;
}

/** Print a number so that Python reads the same bits. */
export function pythonNumber(value: number): string {
  if (Number.isNaN(value)) return "np.nan";
  if (!Number.isFinite(value)) return value > 0 ? "np.inf" : "(-np.inf)";
  const digits = Object.is(value, -0) ? "-0" : String(value);
  const text = /[.e]/.test(digits) ? digits : `${digits}.0`;
  return digits.startsWith("-") ? `(${text})` : text;
}

/** Print text as a literal of Python. */
export function pythonText(text: string): string {
  // Escapes of JSON are those of Python.
  return JSON.stringify(text);
}

/** Print places along an axis: one, a slice where they keep a step, or the name of a list. */
export function pythonPlaces(
  places: readonly number[],
  size: number,
  listName: (places: readonly number[]) => string,
): string {
  const [first = 0, second = first] = places;
  const step = second - first;
  const isRegular = step > 0 && places.every((place, i) => place === first + i * step);
  if (!isRegular) return listName(places);
  if (step === 1 && first === 0 && places.length === size) return ":";
  const end = first + (places.length - 1) * step + 1;
  return step === 1 ? `${first}:${end}` : `${first}:${end}:${step}`;
}
