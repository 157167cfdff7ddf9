// SIMD stores of whole vectors and of lanes, and bulk operations with overlap.
#include <wasm_simd128.h>

#include <cstdio>
#include <cstring>

__attribute__((target("simd128"))) int lanes(unsigned char* bytes) {
  v128_t a = wasm_i8x16_const(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  for (int i = 0; i < 40; ++i) {
    wasm_v128_store(bytes + i * 3, wasm_i8x16_add(a, wasm_i8x16_splat(static_cast<signed char>(i))));
    wasm_v128_store8_lane(bytes + 4000 + i, a, 3);
    wasm_v128_store16_lane(bytes + 4090 + i, a, 5);
    wasm_v128_store32_lane(bytes + 4100 + i, a, 2);
    wasm_v128_store64_lane(bytes + 4200 + i * 5, a, 1);
  }
  return wasm_i32x4_extract_lane(wasm_v128_load(bytes + 40), 1);
}

static unsigned char bytes[8192];

int main() {
  std::printf("%d\n", lanes(bytes));
  std::memmove(bytes + 100, bytes + 90, 4096);
  std::memcpy(bytes + 5000, bytes, 3000);
  double d = 0.1;
  float f = 0.2f;
  for (int i = 0; i < 9; ++i) {
    std::memcpy(bytes + 4092 + i, &d, sizeof d);
    *reinterpret_cast<volatile double*>(bytes + 4093) = d * i;
    *reinterpret_cast<volatile float*>(bytes + 4095) = f * static_cast<float>(i);
    *reinterpret_cast<volatile short*>(bytes + 4095) = static_cast<short>(i * 1000);
  }
}
