#include "twice_wasm.h"
#include <cstddef>
#include <cstdint>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE const std::uint8_t* file_address() noexcept { return twice_wasm; }

extern "C" EMSCRIPTEN_KEEPALIVE std::size_t file_size() noexcept { return sizeof twice_wasm; }

int main() {}
