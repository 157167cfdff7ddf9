// The glue is the JavaScript that emcc writes beside this program. The program itself is thrown away: a learner's
// module takes its place, so almost everything that module may import is named in program-imports.js, not here.
#include <time.h>

int main(void) {
  tzset();
  return 0;
}
