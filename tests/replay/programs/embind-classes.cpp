#include <emscripten/bind.h>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

class Account {
public:
  explicit Account(std::string owner) : owner_(std::move(owner)) {}
  virtual ~Account() { ++closed; }
  void add(double amount, const std::string& why) {
    total_ += amount;
    log_.push_back(why);
  }
  std::string summary() const { return owner_ + ": " + std::to_string(total_) + " " + log_.back(); }
  double total() const { return total_; }
  void set_total(double total) { total_ = total; }
  static int closed;

private:
  std::string owner_;
  double total_ = 0;
  std::vector<std::string> log_;
};
int Account::closed = 0;
static int closed() { return Account::closed; }
static std::string join(const std::vector<std::string>& parts) {
  std::string all;
  for (const auto& part : parts) all += part + ";";
  return all;
}

EMSCRIPTEN_BINDINGS(bank) {
  emscripten::class_<Account>("Account")
      .constructor<std::string>()
      .function("add", &Account::add)
      .function("summary", &Account::summary)
      .property("total", &Account::total, &Account::set_total);
  emscripten::register_vector<std::string>("Strings");
  emscripten::function("closed", &closed);
  emscripten::function("join", &join);
}

int main() { std::puts("open"); }
