/**
 * Give the code of an error that the operating system raised, such as `ENOENT`.
 *
 * @returns null for every other error, which is then a fault of ours.
 */
export function systemErrorCode(error: unknown): string | null {
  return isSystemError(error) ? (error.code ?? null) : null;
}

/** Tell whether an error was raised by the operating system; it then says which path it is about. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && "code" in error;
}
