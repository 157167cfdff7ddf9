// A true log: the bytes choose what a program does to its memory, which is done to a copy and logged as the recorder
// would. At every step replay must give exactly the memory of then.

#include <algorithm>
#include <cstring>
#include <utility>
#include <vector>

#include "replay/trace.h"
#include "target.h"

namespace {

using namespace pagewise;

constexpr std::uint32_t most_pages = 3;
constexpr std::size_t most_steps = 48;

/// Hands out the bytes of the input; zeros when there are none left.
class choices {
public:
  choices(const std::uint8_t* data, std::size_t size) : left_(data, size) {}
  [[nodiscard]] bool any() const { return !left_.empty(); }
  std::uint32_t next() {
    if (left_.empty()) return 0;
    const std::uint32_t first = left_.front();
    left_ = left_.subspan(1);
    return first;
  }
  std::uint32_t wide() {
    const std::uint32_t low = next(), middle = next();
    return low | middle << 8 | next() << 16;
  }

private:
  std::span<const std::uint8_t> left_;
};

/// A program that does what it is told, its log, and its memory at each step.
class recorded_program {
public:
  explicit recorded_program(choices& from) : from_(from) {}

  [[nodiscard]] const std::vector<std::vector<std::uint8_t>>& memories() const { return at_steps_; }

  void act() {
    switch (from_.next() % 8) {
      case 0:
        at_steps_.push_back(memory_);
        return put({record_header(record_kind::line, 0)});
      case 1: return store(1);
      case 2: return store(2);
      case 3: return store(4);
      case 4: return store(8);
      case 5: return copy();
      case 6: return put({record_header(from_.next() % 2 ? record_kind::enter : record_kind::exit, 0)});
      default: return grow();
    }
  }

  /// Gives what was logged since the last time to the trace.
  void hand_over(trace& into) {
    std::vector<memory_piece> pieces;
    for (const std::uint32_t index : changed_) {
      pieces.push_back({index, std::span(memory_).subspan(index * piece_size, piece_size)});
    }
    must_hold(into.add({log_, pieces}).has_value(), "a true log is taken");
    log_.clear();
    changed_.clear();
  }

private:
  void put(std::initializer_list<std::uint32_t> words) { log_.insert(log_.end(), words); }

  std::uint32_t address(std::uint32_t length) {
    return from_.wide() % (static_cast<std::uint32_t>(memory_.size()) - length + 1);
  }

  void will_change(std::uint32_t start, std::uint32_t length) {
    for (std::uint32_t index = start / piece_size; length > 0 && index <= (start + length - 1) / piece_size; ++index) {
      if (std::ranges::find(changed_, index) == changed_.end()) changed_.push_back(index);
    }
  }

  void store(std::uint32_t size) {
    const std::uint32_t start = address(size);
    std::uint32_t old[2] = {};
    std::memcpy(old, &memory_[start], size);
    if (size <= 2) put({record_header(size == 1 ? record_kind::store1 : record_kind::store2, old[0]), start});
    if (size == 4) put({record_header(record_kind::store4_low, start), old[0]});
    if (size == 8) put({record_header(record_kind::store8), start, old[0], old[1]});
    will_change(start, size);
    for (std::uint32_t i = 0; i < size; ++i) memory_[start + i] = static_cast<std::uint8_t>(from_.next());
  }

  void copy() {
    const std::uint32_t length = from_.wide() % 9000;
    const std::uint32_t start = address(length), source = address(length);
    put({record_header(record_kind::range, static_cast<std::uint32_t>(range_cause::copy)), start, length, source});
    std::vector<std::uint32_t> old(padded_words(length));
    if (length > 0) std::memcpy(old.data(), &memory_[start], length);
    log_.insert(log_.end(), old.begin(), old.end());
    will_change(start, length);
    if (length > 0) std::memmove(&memory_[start], &memory_[source], length);
  }

  void grow() {
    const auto before = static_cast<std::uint32_t>(memory_.size() / page_size);
    if (before == most_pages || from_.next() % 4 != 0) return;
    put({record_header(record_kind::grow), before, before + 1});
    memory_.resize(memory_.size() + page_size);
  }

  choices& from_;
  std::vector<std::uint8_t> memory_ = std::vector<std::uint8_t>(page_size);
  std::vector<std::uint32_t> log_;
  std::vector<std::uint32_t> changed_;
  std::vector<std::vector<std::uint8_t>> at_steps_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  choices from(data, size);
  recorded_program program(from);
  trace replayed({.sites = 1, .functions = 1, .globals = 0, .pages = 1, .maximum_pages = most_pages});
  while (from.any() && program.memories().size() < most_steps) {
    program.act();
    if (from.next() % 32 == 0) program.hand_over(replayed);
  }
  program.hand_over(replayed);
  must_hold(replayed.steps() == program.memories().size(), "every line is a step");

  std::vector<std::uint8_t> seen;
  for (std::uint32_t i = 0; i < 2 * replayed.steps(); ++i) {
    const step_number step = i * 7 % replayed.steps();
    const std::vector<std::uint8_t>& expected = program.memories()[step];
    replayed.seek(step);
    must_hold(replayed.pages() == expected.size() / page_size, "memory has the size of then");
    seen.assign(expected.size(), 0xcc);
    must_hold(replayed.read(0, seen) == seen.size() && seen == expected, "memory is what it was");
  }
  return 0;
}
