/** The library that writes Word files. */
export type WordLibrary = typeof import("docx");

/** Load the library that writes Word files, a megabyte that only a report needs. */
export async function loadWordLibrary(): Promise<WordLibrary> {
  return import("docx");
}
