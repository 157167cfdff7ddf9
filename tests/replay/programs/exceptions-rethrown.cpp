#include <cstdio>
#include <exception>
#include <stdexcept>
#include <string>

static void inner(int n) {
  if (n % 3 == 0) throw std::logic_error("zero");
  if (n % 3 == 1) throw n;
  throw std::string("two");
}
static void middle(int n) {
  try {
    inner(n);
  } catch (int) {
    throw;
  } catch (const std::logic_error&) {
    std::throw_with_nested(std::runtime_error("outer"));
  }
}

int main() {
  for (int i = 0; i < 6; ++i) {
    try {
      middle(i);
    } catch (const std::exception& error) {
      try {
        std::rethrow_if_nested(error);
      } catch (const std::exception& within) {
        std::printf("%s %s\n", error.what(), within.what());
      }
    } catch (int n) {
      std::printf("%d\n", n);
    } catch (...) {
      std::exception_ptr kept = std::current_exception();
      try {
        std::rethrow_exception(kept);
      } catch (const std::string& text) {
        std::puts(text.c_str());
      }
    }
  }
}
