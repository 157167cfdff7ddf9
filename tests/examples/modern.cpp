#include <array>
#include <concepts>
#include <cstdio>
#include <optional>
#include <ranges>
#include <span>
#include <string_view>
#include <variant>

template <std::integral T>
constexpr T sum(std::span<const T> values) {
  T total = 0;
  for (T value : values) total += value;
  return total;
}

std::optional<int> digit(char c) {
  if (c < '0' || c > '9') return std::nullopt;
  return c - '0';
}

int main() {
  static_assert(sum<int>(std::array{1, 2, 3}) == 6);
  int squares = 0;
  for (int n : std::views::iota(1, 6) | std::views::transform([](int n) { return n * n; })) squares += n;
  std::variant<int, std::string_view> either = "text";
  std::printf("%d %d %zu %d\n", squares, digit('7').value_or(-1), std::get<std::string_view>(either).size(),
              digit('x').has_value());
}
