import type { YamlPath } from "./yaml-document.ts";

/** Whether nothing stands at a path of a plain value. */
export function isAbsent(value: unknown, path: YamlPath): boolean {
  let current = value;
  for (const step of path) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, step)) return true;
    current = (current as Record<string | number, unknown>)[step];
  }
  return false;
}

/** The value at a path, or undefined. */
export function valueAt(value: unknown, path: YamlPath): unknown {
  let current = value;
  for (const step of path) current = (current as Record<string | number, unknown> | null | undefined)?.[step];
  return current;
}

/**
 * The part that has to go when something is wrong at a path: the value there, or the mapping that lacks it.
 *
 * An item of a list cannot go without moving the others, so the whole list goes.
 *
 * @returns the path of the part; empty when that is the whole value, which stays.
 */
export function faultyPart(value: unknown, path: YamlPath): YamlPath {
  let part = isAbsent(value, path) ? path.slice(0, -1) : path;
  while (part.length > 0 && Array.isArray(valueAt(value, part.slice(0, -1)))) part = part.slice(0, -1);
  return part;
}

/** Remove the value at a path of a plain value, in place; nothing happens when it is gone already. */
export function removePart(value: unknown, path: YamlPath): void {
  const parent = valueAt(value, path.slice(0, -1));
  if (path.length > 0 && typeof parent === "object" && parent !== null) {
    delete (parent as Record<string | number, unknown>)[path.at(-1)!];
  }
}
