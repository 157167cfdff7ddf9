#include <cstddef>
#include <cstdint>
#include <emscripten/bind.h>
#include <string>
#include <vector>

EMSCRIPTEN_DECLARE_VAL_TYPE(Counts)

class Histogram {
public:
  explicit Histogram(std::uint32_t bins) : counts_(bins) {}

  std::uint32_t bins() const noexcept { return static_cast<std::uint32_t>(counts_.size()); }

  void add(double value) noexcept {
    if (!counts_.empty() && value >= 0 && value < 1) ++counts_[static_cast<std::size_t>(value * bins())];
  }

  std::string describe(const std::string& title) const {
    return title + ", " + std::to_string(counts_.size()) + " bins";
  }

  Counts counts() const {
    return Counts(emscripten::val(emscripten::typed_memory_view(counts_.size(), counts_.data())));
  }

private:
  std::vector<std::uint32_t> counts_;
};

EMSCRIPTEN_BINDINGS(histogram) {
  emscripten::register_type<Counts>("Uint32Array");
  emscripten::class_<Histogram>("Histogram")
      .constructor<std::uint32_t>()
      .property("bins", &Histogram::bins)
      .function("add(value)", &Histogram::add)
      .function("describe(title)", &Histogram::describe)
      .function("counts", &Histogram::counts);
}

int main() {}
