import type * as docx from "docx";

/** The library that writes Word files. */
export type WordLibrary = typeof docx;

/** Load the library that writes Word files, a megabyte that only a report needs. */
export async function loadWordLibrary(): Promise<WordLibrary> {
  return import("docx");
}
