#include <cstdint>
#include <emscripten/bind.h>

using namespace emscripten;

static std::uint8_t pixels[16];
static double samples[4] = {0.5, 1.5, 2.5, 3.5};
static std::int64_t stamps[2] = {-1, 1ll << 50};
static val pixel_view() { return val(typed_memory_view(16, pixels)); }
static val sample_view() { return val(typed_memory_view(4, samples)); }
static val stamp_view() { return val(typed_memory_view(2, stamps)); }
static int sum() {
  int total = 0;
  for (std::uint8_t pixel : pixels) total += pixel;
  return total;
}
static void take(val given) {
  val view{typed_memory_view(16, pixels)};
  view.call<void>("set", given);
}

EMSCRIPTEN_BINDINGS(views) {
  function("pixels", &pixel_view);
  function("samples", &sample_view);
  function("stamps", &stamp_view);
  function("sum", &sum);
  function("take", &take);
}
