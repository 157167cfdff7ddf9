#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <new>
#include <string>
#include <type_traits>

struct alignas(64) line {
  int values[4]{1, 2, 3, 4};
};

template <typename Value, std::size_t Most>
class fixed_vector {
public:
  ~fixed_vector() { std::destroy_n(begin(), size_); }
  template <typename... Args>
  void emplace(Args &&...args) {
    ::new (static_cast<void *>(room_ + size_ * sizeof(Value))) Value(std::forward<Args>(args)...);
    ++size_;
  }
  Value *begin() { return std::launder(reinterpret_cast<Value *>(room_)); }
  Value *end() { return begin() + size_; }

private:
  alignas(Value) std::byte room_[sizeof(Value) * Most];
  std::size_t size_ = 0;
};

int main() {
  auto words = std::make_unique<fixed_vector<std::string, 8>>();
  words->emplace("short");
  words->emplace("one that is long enough to lie in a block of its own");
  words->emplace(5, 'x');
  for (const std::string &word : *words) std::printf("%s ", word.c_str());
  line *aligned = new line;
  std::printf("%d %d\n", aligned->values[3], int(reinterpret_cast<std::uintptr_t>(aligned) % 64));
  delete aligned;
  line *many = new line[3];
  std::printf("%d\n", many[2].values[0]);
  delete[] many;
  void *room = std::aligned_alloc(32, 64);
  int *numbers = new (room) int[4]{1, 2, 3, 4};
  std::printf("%d\n", numbers[3]);
  std::free(room);
  std::allocator<std::string> from;
  std::string *made = from.allocate(2);
  std::construct_at(made, "made");
  std::construct_at(made + 1, *made + " again");
  std::printf("%s\n", made[1].c_str());
  std::destroy_n(made, 2);
  from.deallocate(made, 2);
}
