#include <cstdlib>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE int* new_scores(int count) {
  return static_cast<int*>(std::calloc(count, sizeof(int)));
}

extern "C" EMSCRIPTEN_KEEPALIVE int total(const int* scores, int count) {
  int sum = 0;
  for (int i = 0; i < count; ++i) sum += scores[i];
  return sum;
}

extern "C" EMSCRIPTEN_KEEPALIVE void delete_scores(int* scores) { std::free(scores); }

int main() {}
