#include <coroutine>
#include <cstdio>
#include <exception>
#include <utility>

template <typename Value>
class generator {
public:
  struct promise_type {
    Value current{};
    generator get_return_object() { return generator(handle::from_promise(*this)); }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(Value value) noexcept {
      current = value;
      return {};
    }
    void return_void() noexcept {}
    void unhandled_exception() { std::terminate(); }
  };
  using handle = std::coroutine_handle<promise_type>;
  generator(generator &&from) noexcept : running_(std::exchange(from.running_, {})) {}
  ~generator() {
    if (running_) running_.destroy();
  }
  bool next() {
    running_.resume();
    return !running_.done();
  }
  Value value() const { return running_.promise().current; }

private:
  explicit generator(handle running) : running_(running) {}
  handle running_;
};

struct node {
  int key;
  node *left = nullptr, *right = nullptr;
};

static generator<int> walk(const node *from) {
  if (!from) co_return;
  for (auto left = walk(from->left); left.next();) co_yield left.value();
  co_yield from->key;
  for (auto right = walk(from->right); right.next();) co_yield right.value();
}

static generator<unsigned long> fibonacci() {
  for (unsigned long a = 0, b = 1;; b += std::exchange(a, b)) co_yield a;
}

int main() {
  node a{1}, c{3}, e{5}, d{4, &c, &e}, b{2, &a, &d};
  for (auto keys = walk(&b); keys.next();) std::printf("%d ", keys.value());
  auto numbers = fibonacci();
  for (int i = 0; i < 10 && numbers.next(); ++i) std::printf("%lu ", numbers.value());
  std::puts("");
}
