#include <cstdio>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

class guard {
public:
  explicit guard(std::function<void()> last) : last_(std::move(last)) {}
  ~guard() { last_(); }
  guard(const guard &) = delete;

private:
  std::function<void()> last_;
};
struct fragile {
  std::string name;
  std::unique_ptr<int> value = std::make_unique<int>(3);
  explicit fragile(int number) : name("fragile number " + std::to_string(number)) {
    if (number == 3) throw std::runtime_error("no " + name);
  }
};

static int risky(int depth) {
  std::vector<int> local(static_cast<std::size_t>(depth) + 1, depth);
  if (depth == 5) throw std::out_of_range("deep");
  return risky(depth + 1) + local.back();
}

int main() {
  int ended = 0;
  try {
    guard at_end([&] { ++ended; });
    std::vector<std::shared_ptr<fragile>> all;
    for (int i = 0; i < 5; ++i) all.push_back(std::make_shared<fragile>(i));
  } catch (const std::runtime_error &error) {
    std::printf("%s\n", error.what());
  }
  try {
    auto *made = new fragile(3);
    delete made;
  } catch (const std::exception &error) {
    std::printf("%s\n", error.what());
  }
  try {
    try {
      risky(0);
    } catch (const std::out_of_range &) {
      std::throw_with_nested(std::logic_error("outer"));
    }
  } catch (const std::logic_error &error) {
    std::printf("%s %d\n", error.what(), ended);
  }
}
