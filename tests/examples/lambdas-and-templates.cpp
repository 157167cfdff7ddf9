#include <cstdio>
#include <functional>
#include <string>
#include <tuple>

template <typename... Parts>
std::string joined(const Parts &...parts) {
  std::string text;
  ((text += parts, text += ';'), ...);
  return text;
}

int main() {
  int counter = 0;
  std::function<int(int)> fib = [&](int n) { ++counter; return n < 2 ? n : fib(n - 1) + fib(n - 2); };
  auto [a, b] = std::tuple{fib(15), counter};
  std::printf("%d %d %s\n", a, b, joined("a", std::string("bc"), "d").c_str());
}
