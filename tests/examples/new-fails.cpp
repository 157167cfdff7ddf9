#include <cstddef>
#include <cstdio>
#include <new>

static char *volatile kept;  // volatile, so that no allocation is optimised away

int main() {
  volatile std::size_t size = 0x7fff0000;
  kept = new (std::nothrow) char[size];
  std::printf("%d\n", kept == nullptr);
  try {
    kept = new char[size];
    delete[] kept;
  } catch (const std::bad_alloc &) {
    std::printf("bad_alloc\n");
  }
}
