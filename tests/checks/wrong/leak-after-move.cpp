// expect: leak at line 14, overwritten at line 16
#include <utility>
#include <vector>

struct owner {
  int *item = nullptr;
  owner() = default;
  owner(owner &&from) noexcept : item(std::exchange(from.item, nullptr)) {}
  owner &operator=(owner &&from) noexcept { item = std::exchange(from.item, nullptr); return *this; }
};

int main() {
  std::vector<owner> all(1);
  all[0].item = new int(1);
  all.reserve(20);
  all[0].item = nullptr;
  all.resize(30);
}
