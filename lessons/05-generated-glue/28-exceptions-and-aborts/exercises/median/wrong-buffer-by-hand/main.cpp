// fails: no-leak
#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <emscripten/bind.h>
#include <stdexcept>
#include <string>
#include <vector>

int recordings = 0;

namespace {
class Recording {
public:
  Recording() noexcept { ++recordings; }
  ~Recording() { --recordings; }
  Recording(const Recording&) = delete;
  Recording& operator=(const Recording&) = delete;
};

// Asks JavaScript for the samples 0 to count - 1, and gives the one in the middle of their order.
double median(std::size_t count, const emscripten::val& sample) {
  if (count == 0) throw std::invalid_argument("no samples");
  const Recording recording;
  double* samples = new double[count];
  try {
    for (std::size_t i = 0; i < count; ++i) samples[i] = sample(i).as<double>();
  } catch (...) {
    delete[] samples;
    throw;
  }
  std::sort(samples, samples + count);
  const double result = samples[count / 2];
  delete[] samples;
  return result;
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
