#include <math.h>
#include <stdio.h>

static double series[32];
static float narrow[32];
static long double wide[4];

int main(void) {
  for (int i = 0; i < 32; i++) {
    series[i] = sin(i * 0.25) + pow(1.1, i) + fmod(i * 7.3, 2.1);
    narrow[i] = (float)series[i] / 3 + sqrtf((float)i);
  }
  wide[0] = 1.0L / 3;
  wide[1] = wide[0] * series[5];
  series[3] = NAN;
  series[4] = -0.0;
  series[5] = INFINITY;
  int exponent;
  double part = frexp(series[7], &exponent);
  printf("%.6f %d %g %Lf\n", part, exponent, (double)narrow[9], wide[1]);
}
