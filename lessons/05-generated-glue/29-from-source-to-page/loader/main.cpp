#include "rings_wasm.h"
#include <cstddef>
#include <cstdint>
#include <emscripten/bind.h>
#include <emscripten/emscripten.h>

/// How often each of the two files was sent: rings.wasm, rings.bin.
std::uint8_t sent[2];

/// 1 as soon as the same path gave the same module twice.
std::uint8_t kept_module = 0;

/// How many replies were compiled while they arrived.
std::uint8_t streamed = 0;

namespace {
emscripten::val started = emscripten::val::array();

void hand_over(emscripten::val rings) { started = rings; }
}  // namespace

EMSCRIPTEN_BINDINGS(loader) { emscripten::function("handOver", &hand_over); }

extern "C" {

EMSCRIPTEN_KEEPALIVE const std::uint8_t* send(std::uint32_t file) noexcept {
  ++sent[file & 1];
  return rings_wasm;
}

EMSCRIPTEN_KEEPALIVE std::size_t file_size() noexcept { return sizeof rings_wasm; }

EMSCRIPTEN_KEEPALIVE void note_kept() noexcept { kept_module = 1; }

EMSCRIPTEN_KEEPALIVE void note_streamed() noexcept { ++streamed; }

/// Paints with one of the instances, and gives the blue, green and red at the centre.
EMSCRIPTEN_KEEPALIVE std::uint32_t colour(std::uint32_t which, std::uint32_t width) {
  const emscripten::val rings = started[which];
  const auto address = rings.call<std::uint32_t>("paint", width);
  const emscripten::val buffer = rings["memory"]["buffer"];
  return emscripten::val::global("Uint32Array").new_(buffer, address, 1024)[16 * 32 + 16].as<std::uint32_t>() & 0xFFFFFF;
}

EMSCRIPTEN_KEEPALIVE void recolour(std::uint32_t which, std::uint32_t red) {
  started[which].call<void>("set_colour", red, 0, 0);
}

EMSCRIPTEN_KEEPALIVE std::uint32_t painted(std::uint32_t which) { return started[which].call<std::uint32_t>("painted"); }

}

int main() {}
