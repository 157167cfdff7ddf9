#include <algorithm>
#include <cstdio>
#include <expected>
#include <memory>
#include <numeric>
#include <optional>
#include <ranges>
#include <span>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

struct circle { double radius; };
struct box { double width, height; };
struct label { std::string text; };
using shape = std::variant<circle, box, label, std::monostate>;

template <typename... Each> struct overloaded : Each... { using Each::operator()...; };

static double area(const shape &of) {
  return std::visit(overloaded{[](const circle &c) { return 3 * c.radius * c.radius; },
                               [](const box &b) { return b.width * b.height; },
                               [](const label &l) { return double(l.text.size()); }, [](std::monostate) { return 0.0; }}, of);
}

static std::expected<int, std::string> parsed(const std::string &text) {
  int value = 0;
  for (const char each : text) {
    if (each < '0' || each > '9') return std::unexpected("no digit: " + text);
    value = value * 10 + each - '0';
  }
  return value;
}

int main() {
  std::vector<shape> shapes{circle{2}, box{3, 4}, label{"a label that is longer than fits"}, shape{std::monostate{}}};
  std::vector<shape> copies = shapes;
  copies[0] = label{"now something else"};
  std::ranges::reverse(copies);
  double sum = 0;
  for (const shape &each : copies) sum += area(each);
  std::optional<std::string> maybe;
  if (sum > 3) maybe.emplace("large");
  std::printf("%g %s\n", sum, maybe.value_or("small").c_str());
  for (const char *text : {"12", "1x"}) {
    const auto read = parsed(text);
    std::printf("%s\n", read ? std::to_string(*read).c_str() : read.error().c_str());
  }
  std::vector<int> numbers(20);
  std::iota(numbers.begin(), numbers.end(), 1);
  int even = 0;
  for (const int each : numbers | std::views::filter([](int n) { return n % 2 == 0; }) | std::views::transform([](int n) { return n * n; })) even += each;
  const std::span last = std::span(numbers).last(3);
  const auto [low, high] = std::ranges::minmax(numbers);
  std::printf("%d %d %d %d\n", even, last[0], low, high);
}
