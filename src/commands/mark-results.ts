import { demonstrationWord } from "../inputs/demonstration.ts";
import type { Study } from "../inputs/study.ts";
import type { CommandIo } from "./command-io.ts";
import type { CommonOptions } from "./command-options.ts";

/**
 * Give the io for results made from a study: for invented figures one that says so first, as a line of text or as the
 * first key of a JSON object; else the io as it is.
 *
 * For results that bear no name of a plan, place or scenario, which would say it already.
 */
export function markResults(study: Study, { language, json }: CommonOptions, io: CommandIo): CommandIo {
  if (!study.plan.isDemonstration) return io;
  const { results } = io;
  const { zh, en } = demonstrationWord;
  let isMarked = false;
  const write = (text: string) => {
    const marked = json
      ? text.replace(/^\{/, `{\n  "demonstration": "${zh} ${en}",`)
      : `[${demonstrationWord[language]}]\n${text}`;
    results.write(isMarked ? text : marked);
    isMarked = true;
  };
  return { ...io, results: { ...results, write } };
}
