// Arenas over a block, over static data and over a frame, and blocks within blocks that were announced.
#include <pagewise/allocator.h>

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>
#include <utility>
#include <vector>

class arena {
public:
  arena(char* start, std::size_t size) : start_(start), next_(start), end_(start + size) {}

  void* take(std::size_t size) {
    size = (size + 7) & ~std::size_t{7};
    if (size > static_cast<std::size_t>(end_ - next_)) return nullptr;
    void* block = next_;
    next_ += size;
    pagewise_allocated(block, size);
    return block;
  }
  template <typename T, typename... Arguments>
  T* make(Arguments&&... arguments) {
    return new (take(sizeof(T))) T{std::forward<Arguments>(arguments)...};
  }
  void reset() {
    pagewise_released_all(start_, static_cast<std::size_t>(end_ - start_));
    std::memset(start_, 0xdd, static_cast<std::size_t>(next_ - start_));
    next_ = start_;
  }

private:
  char *start_, *next_, *end_;
};

struct node {
  node* next;
  int value;
};

alignas(8) static char fixed[512];
static arena global(fixed, sizeof fixed);

template <typename T>
struct from_arena {
  using value_type = T;
  arena* source;
  explicit from_arena(arena& of) : source(&of) {}
  template <typename U>
  from_arena(const from_arena<U>& other) : source(other.source) {}
  T* allocate(std::size_t count) { return static_cast<T*>(source->take(count * sizeof(T))); }
  void deallocate(T*, std::size_t) {}
  bool operator==(const from_arena&) const = default;
};

static int sum(arena& from, int count) {
  node* list = nullptr;
  for (int i = 0; i < count; ++i) list = from.make<node>(list, i);
  int total = 0;
  for (; list; list = list->next) total += list->value;
  return total;
}

static int on_the_stack() {
  alignas(8) char room[256];
  arena local(room, sizeof room);
  return sum(local, 10);
}

static int deep(int depth) {
  volatile int numbers[32] = {depth};
  return depth == 0 ? 0 : numbers[0] + deep(depth - 1);
}

int main() {
  char* room = static_cast<char*>(std::malloc(4096));
  arena outer(room, 4096);
  int total = sum(outer, 20);
  outer.reset();
  total += sum(outer, 30);
  arena inner(static_cast<char*>(outer.take(512)), 512);
  total += sum(inner, 12);
  inner.reset();
  total += sum(inner, 8);
  {
    std::vector<int, from_arena<int>> numbers{from_arena<int>(outer)};
    for (int i = 0; i < 40; ++i) numbers.push_back(i);
    total += numbers[39];
  }
  std::free(room);
  char* again = static_cast<char*>(std::calloc(1, 4096));
  total += again[100];
  std::free(again);
  total += on_the_stack() + deep(20);
  total += sum(global, 5);
  global.reset();
  total += sum(global, 5);
  std::printf("%d\n", total);
}
