/** A file of the output. */
export interface OutputFile {
  /** From the output folder, with forward slashes. */
  readonly path: string;
  readonly content: string | Uint8Array;
}
