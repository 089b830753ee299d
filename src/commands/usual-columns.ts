/** Columns of a line where nobody knows how wide it is, such as in a pipe. */
export const usualColumns = 120;
