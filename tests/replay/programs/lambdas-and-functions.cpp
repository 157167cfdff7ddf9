#include <cstdio>
#include <functional>
#include <numeric>
#include <optional>
#include <variant>
#include <vector>

int main() {
  int total = 0;
  std::vector<std::function<int(int)>> steps;
  for (int i = 0; i < 4; ++i) steps.emplace_back([i, &total](int x) mutable { return total += x * ++i; });
  for (int turn = 0; turn < 3; ++turn) for (auto& step : steps) step(turn);
  std::variant<int, double, std::vector<int>> any = 3;
  any = 2.5;
  any = std::vector<int>{1, 2, 3};
  std::optional<int> maybe;
  if (const auto* list = std::get_if<2>(&any)) maybe = std::accumulate(list->begin(), list->end(), 0);
  std::printf("%d %d\n", total, maybe.value_or(-1));
}
