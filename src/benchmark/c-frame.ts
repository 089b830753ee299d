/** Text in front of a program: what its formulas call. */
export const cHead = `#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
struct input { const double *assumptions, *changes, *rows, *uniforms, *yearUniforms; };
static inline double min(double a, double b) { return a < b ? a : b; }
static inline double max(double a, double b) { return a > b ? a : b; }
static inline double power(double x, int n) { double p = x; while (--n) p *= x; return p; }
static inline double look_up(const double *x, const double *y, int n, double at) {
  if (!(at > x[0])) return at == at ? y[0] : at;
  if (at >= x[n - 1]) return y[n - 1];
  int k = 1;
  while (at > x[k]) k++;
  return y[k - 1] + (y[k] - y[k - 1]) * (at - x[k - 1]) / (x[k] - x[k - 1]);
}`;

/**
 * Text behind a program, with words in capitals for numbers: it reads the arrays, runs them several times and times it.
 */
export const cMain = `static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}
int main(int count, char **words) {
  static const long lengths[] = {LENGTHS};
  const double *arrays[5];
  FILE *file = fopen(words[1], "rb");
  for (int k = 0; k < 5; k++) {
    double *array = malloc((lengths[k] + 1) * sizeof(double));
    if (fread(array, sizeof(double), lengths[k], file) != (size_t)lengths[k]) return 1;
    arrays[k] = array;
  }
  fclose(file);
  struct input in = {arrays[0], arrays[1], arrays[2], arrays[3], arrays[4]};
  double *out = malloc(sizeof(double) * RESULTS * BLOCK);
  file = fopen(words[2], "wb");
  for (int pass = 0; pass <= atoi(words[3]); pass++) {
    double start = seconds();
    for (long first = 0; first < DRAWS; first += BLOCK) {
      long draws = DRAWS - first < BLOCK ? DRAWS - first : BLOCK;
      simulate(&in, first, draws, out);
      if (pass == 0) fwrite(out, sizeof(double), RESULTS * draws, file);
    }
    if (pass > 0) printf("%.6f\\n", (seconds() - start) / DRAWS * 1e6);
  }
  fclose(file);
  return 0;
}`;
