import { createHash } from "node:crypto";
import type { InputFile, Observation, Study } from "./study.ts";

/** Whether a study holds values that are for internal use: what is made from it is then marked 内部资料. */
export function holdsInternalValues({ observations }: Pick<Study, "observations">): boolean {
  return observations.some(isInternal);
}

/**
 * Leave every internal value out of a study, so that nothing made from it can hold one.
 *
 * The one place where this is decided: commands call it right after reading, before anything is computed, so a row that
 * only an internal observation decides becomes an estimate, and the information date is that of the public values. The
 * hash of a file that held internal values becomes the hash of what is left of it: a short value could be found by
 * trying until the hash of the whole file fits.
 *
 * @returns the study itself when it holds none, so that its runs keep their hashes.
 */
export function withoutInternal(study: Study): Study {
  if (!holdsInternalValues(study)) return study;
  const observations = study.observations.filter((one) => !isInternal(one));
  const cut = new Set(study.observations.filter(isInternal).map((one) => fileName(one.at.file)));
  const files = study.files.map((file) => (cut.has(fileName(file.path)) ? hashOfRest(file, observations) : file));
  return { ...study, observations, files };
}

function isInternal({ disclosure }: Observation): boolean {
  return disclosure === "internal";
}

/** A span names the file as this machine does, an input file as every machine does; both end in its name. */
function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

function hashOfRest({ path }: InputFile, observations: readonly Observation[]): InputFile {
  // Places in the file say where something was left out.
  const rest = observations.map(({ at: _, ...values }) => values);
  return { path, sha256: createHash("sha256").update(JSON.stringify(rest)).digest("hex") };
}
