// fails: output "median 5\nmedian 9\nmedian 151\nRangeError: unplugged\nRangeError: unplugged\nstd::runtime_error: no signal\nstd::invalid_argument: no samples\nmedian 10\nmedian 2\nRangeError: unplugged\n"
#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <emscripten/bind.h>
#include <stdexcept>
#include <string>
#include <vector>

int recordings = 0;

namespace {
struct Count { Count() { ++recordings; } ~Count() { --recordings; } };
double median(std::size_t count, const emscripten::val& sample) {
  if (count == 0) throw std::invalid_argument("no samples");
  Count c;
  double samples[8];
  for (std::size_t i = 0; i < count; ++i) samples[i] = sample(i).as<double>();
  std::sort(samples, samples + count);
  return samples[count / 2];
}

int at_work() noexcept { return recordings; }

void refuse() { throw std::runtime_error("no signal"); }

void print(const std::string& text) noexcept { std::puts(text.c_str()); }
}  // namespace

EMSCRIPTEN_BINDINGS(samples) {
  emscripten::function("median", &median);
  emscripten::function("atWork", &at_work);
  emscripten::function("refuse", &refuse);
  emscripten::function("print", &print);
}

int main() {}
