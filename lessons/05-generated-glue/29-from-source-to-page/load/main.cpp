#include "rings_wasm.h"
#include <cstddef>
#include <cstdint>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE const std::uint8_t* file_address() noexcept { return rings_wasm; }

extern "C" EMSCRIPTEN_KEEPALIVE std::size_t file_size() noexcept { return sizeof rings_wasm; }

int main() {}
