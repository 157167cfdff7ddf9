#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <emscripten/bind.h>
#include <stdexcept>
#include <string>
#include <vector>

int recordings = 0;

namespace {
// A recording at work: it counts itself, and owns its samples.
class Recording {
public:
  explicit Recording(std::size_t count) : samples_(new double[count]), end_(samples_ + count) { ++recordings; }
  ~Recording() {
    delete[] samples_;
    --recordings;
  }
  Recording(const Recording&) = delete;
  Recording& operator=(const Recording&) = delete;

  double* begin() noexcept { return samples_; }
  double* end() noexcept { return end_; }

private:
  double* samples_;
  double* end_;
};

// Asks JavaScript for the samples 0 to count - 1, and gives the one in the middle of their order.
double median(std::size_t count, const emscripten::val& sample) {
  if (count == 0) throw std::invalid_argument("no samples");
  Recording recording(count);
  std::size_t next = 0;
  for (double& each : recording) each = sample(next++).as<double>();
  std::sort(recording.begin(), recording.end());
  return recording.begin()[count / 2];
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
