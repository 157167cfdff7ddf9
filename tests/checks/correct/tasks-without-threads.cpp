#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <functional>
#include <memory>
#include <mutex>
#include <queue>
#include <random>
#include <string>
#include <vector>

class scheduler : public std::enable_shared_from_this<scheduler> {
public:
  void after(int delay, std::function<void()> task) {
    std::lock_guard held(lock_);
    tasks_.push({now_ + delay, next_++, std::move(task)});
  }
  void run() {
    while (!tasks_.empty()) {
      auto next = tasks_.top();
      tasks_.pop();
      now_ = next.at;
      next.what();
      done_.fetch_add(1);
    }
  }
  int done() const { return done_.load(); }

private:
  struct task {
    int at, order;
    std::function<void()> what;
    bool operator<(const task &other) const { return std::pair(at, order) > std::pair(other.at, other.order); }
  };
  std::mutex lock_;
  std::priority_queue<task> tasks_;
  std::atomic<int> done_{0};
  int now_ = 0, next_ = 0;
};
struct observer {
  virtual ~observer() = default;
  virtual void told(const std::string &what) = 0;
};
struct counter : observer {
  int count = 0;
  void told(const std::string &what) override { count += int(what.size()); }
};

int main() {
  auto all = std::make_shared<scheduler>();
  auto counts = std::make_shared<counter>();
  std::vector<std::weak_ptr<observer>> observers{counts, std::make_shared<counter>()};
  std::mt19937 random(7);
  for (int i = 0; i < 20; ++i) {
    all->after(int(random() % 50), [i, &observers, weak = std::weak_ptr(all)] {
      for (const auto &each : observers)
        if (const auto alive = each.lock()) alive->told("task " + std::to_string(i) + " of a scheduler");
      if (const auto again = weak.lock(); again && i % 5 == 0) again->after(3, [] {});
    });
  }
  all->run();
  const auto took = std::chrono::milliseconds(1500) + std::chrono::seconds(1);
  std::printf("%d %d %lld\n", all->done(), counts->count, static_cast<long long>(took.count()));
}
