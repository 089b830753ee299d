#include <math.h>
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
}
static const int segmentsk2[] = {4, 0, 4, 4};
static const int boundsk2[] = {0, 1, 2};
static const int segmentsk7[] = {4, 0, 4, 4};
static const int boundsk7[] = {0, 1, 2};
static double look_up_0(double at) { static const double x[] = {0.0, 2.0, 4.0}, y[] = {1.0, 5.0, 3.0}; return look_up(x, y, 3, at); }
static void simulate(const struct input *restrict in, long first, long draws, double *restrict out) {
const double *u = in->uniforms;
const long n = 2, years = 5;
for (long i = first; i < first + draws; i++) {
double f0;
double f1;
double f2;
double f3[2];
double f5;
double f6;
double f7;
double f8;
double n0[8];
double p0[8];
double t0;
double t1;
double t2;
double t3;
double t5;
double t12;
double t4;
double t6;
double t7;
double t8;
double t9;
double t10;
double t11;
f0 = in->assumptions[0 * n + i];
f1 = in->assumptions[1 * n + i];
int year = 0;
const double *y = in->yearUniforms;
f2 = NAN;
out[(11 * years + year) * draws + i - first] = f2;
t0 = f0;
for (long k0 = 0; k0 < 4; k0++) {
n0[0 + 0 + 1 * k0] = (10.0 + (u[0 + 0 + 1 * k0] * t0));
}
for (long k0 = 0; k0 < 4; k0++) {
n0[0 + 4 + 1 * k0] = (10.0 + (u[0 + 0 + 1 * k0] * t0));
}
out[(0 * years + year) * draws + i - first] = n0[0];
out[(1 * years + year) * draws + i - first] = n0[1];
out[(2 * years + year) * draws + i - first] = n0[2];
out[(3 * years + year) * draws + i - first] = n0[3];
out[(4 * years + year) * draws + i - first] = n0[4];
out[(5 * years + year) * draws + i - first] = n0[5];
out[(6 * years + year) * draws + i - first] = n0[6];
out[(7 * years + year) * draws + i - first] = n0[7];
for (long k1 = 0; k1 < 2; k1++) {
t1 = 0.0;
for (long sk2 = boundsk2[0 + 1 * k1]; sk2 < boundsk2[0 + 1 * k1 + 1]; sk2++) {
for (long k2 = 0; k2 < segmentsk2[sk2 * 2 + 0]; k2++) {
t1 += n0[0 + segmentsk2[sk2 * 2 + 1] + 1 * k2];
}
}
f3[0 + 0 + 1 * k1] = min(t1, 40.0);
}
out[(9 * years + year) * draws + i - first] = f3[0];
out[(10 * years + year) * draws + i - first] = f3[1];
t2 = 0.0;
for (long k3 = 0; k3 < 2; k3++) {
t2 += n0[2 + 0 + 1 * k3];
}
for (long k3 = 0; k3 < 2; k3++) {
t2 += n0[2 + 4 + 1 * k3];
}
f5 = t2;
out[(8 * years + year) * draws + i - first] = f5;
__builtin_memcpy(p0, n0, sizeof n0);
if (u[4] != 0) {
t3 = f1;
} else {
t3 = f0;
}
f6 = t3;
t5 = exp((-f0));
f7 = t5;
t12 = log(f1);
f8 = t12;
for (year = 1; year < years; year++) {
y += 1;
t4 = f6;
for (long k4 = 0; k4 < 2; k4++) {
n0[0 + 0 + 4 * k4] = t4;
}
t6 = f7;
for (long k5 = 0; k5 < 3; k5++) {
n0[1 + 0 + 1 * k5] = (p0[0 + 0 + 1 * k5] * t6);
}
for (long k5 = 0; k5 < 3; k5++) {
n0[1 + 4 + 1 * k5] = (p0[0 + 4 + 1 * k5] * t6);
}
out[(0 * years + year) * draws + i - first] = n0[0];
out[(1 * years + year) * draws + i - first] = n0[1];
out[(2 * years + year) * draws + i - first] = n0[2];
out[(3 * years + year) * draws + i - first] = n0[3];
out[(4 * years + year) * draws + i - first] = n0[4];
out[(5 * years + year) * draws + i - first] = n0[5];
out[(6 * years + year) * draws + i - first] = n0[6];
out[(7 * years + year) * draws + i - first] = n0[7];
for (long k6 = 0; k6 < 2; k6++) {
t7 = 0.0;
for (long sk7 = boundsk7[0 + 1 * k6]; sk7 < boundsk7[0 + 1 * k6 + 1]; sk7++) {
for (long k7 = 0; k7 < segmentsk7[sk7 * 2 + 0]; k7++) {
t7 += n0[0 + segmentsk7[sk7 * 2 + 1] + 1 * k7];
}
}
f3[0 + 0 + 1 * k6] = min(t7, 40.0);
}
out[(9 * years + year) * draws + i - first] = f3[0];
out[(10 * years + year) * draws + i - first] = f3[1];
t8 = 0.0;
for (long k8 = 0; k8 < 2; k8++) {
t8 += n0[2 + 0 + 1 * k8];
}
for (long k8 = 0; k8 < 2; k8++) {
t8 += n0[2 + 4 + 1 * k8];
}
f5 = t8;
out[(8 * years + year) * draws + i - first] = f5;
t9 = 0.0;
for (long k9 = 0; k9 < 2; k9++) {
t9 += f3[0 + 0 + 1 * k9];
}
t10 = (f5 / t9);
t11 = look_up_0(t10);
f2 = ((power(t11, 2) + ((0.1 * in->rows[(0 * years + year) * n + i]) * f8)) - ((f5 > 20.0) ? 1.0 : y[0]));
out[(11 * years + year) * draws + i - first] = f2;
__builtin_memcpy(p0, n0, sizeof n0);
}
}
}
static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}
int main(int count, char **words) {
  static const long lengths[] = {4, 0, 10, 5, 5};
  const double *arrays[5];
  FILE *file = fopen(words[1], "rb");
  for (int k = 0; k < 5; k++) {
    double *array = malloc((lengths[k] + 1) * sizeof(double));
    if (fread(array, sizeof(double), lengths[k], file) != (size_t)lengths[k]) return 1;
    arrays[k] = array;
  }
  fclose(file);
  struct input in = {arrays[0], arrays[1], arrays[2], arrays[3], arrays[4]};
  double *out = malloc(sizeof(double) * 60 * 256);
  file = fopen(words[2], "wb");
  for (int pass = 0; pass <= atoi(words[3]); pass++) {
    double start = seconds();
    for (long first = 0; first < 2; first += 256) {
      long draws = 2 - first < 256 ? 2 - first : 256;
      simulate(&in, first, draws, out);
      if (pass == 0) fwrite(out, sizeof(double), 60 * draws, file);
    }
    if (pass > 0) printf("%.6f\n", (seconds() - start) / 2 * 1e6);
  }
  fclose(file);
  return 0;
}
