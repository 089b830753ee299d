/** Most draws of one run: 2²⁰. By itself, because the command line asks for it before any schema is loaded. */
export const drawsLimit = 1_048_576;
