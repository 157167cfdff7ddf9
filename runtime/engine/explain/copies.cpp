#include "explain/copies.h"

#include <algorithm>
#include <functional>
#include <map>
#include <vector>

#include "checks/function_roles.h"
#include "explain/json.h"
#include "explain/place_json.h"
#include "replay/log_pass.h"

namespace pagewise {
namespace {

constexpr std::size_t most_steps = 8;

struct step_copies {
  step_number step;
  std::uint64_t bytes = 0;
  std::uint64_t copies = 0;
};

/// Adds up copies, record by record.
class copy_pass {
public:
  explicit copy_pass(const recorded_run& run) : run_(run) {}

  void take(const std::uint32_t* record) {
    const record_kind kind = kind_of(record[0]);
    const bool is_bulk = kind == record_kind::range &&
                         payload_of(record[0]) == static_cast<std::uint32_t>(range_cause::copy);
    if (depth_ > 0) {
      pending_ += write_of(record).length;
      if (kind == record_kind::enter) ++depth_;
      if (kind == record_kind::exit && --depth_ == 0) add(pending_);
      // A function with lines is the program's own, and an exception has ended it without a word.
      if (is_step(record) || kind == record_kind::unwind) depth_ = 0;
    } else if (is_bulk) {
      add(record[2]);
    } else if (kind == record_kind::enter && copies(payload_of(record[0]))) {
      depth_ = 1;
      pending_ = 0;
    }
  }

  void begin_step(step_number step) { steps_.push_back({.step = step}); }
  [[nodiscard]] std::vector<step_copies>& steps() { return steps_; }

private:
  void add(std::uint64_t bytes) {
    if (bytes == 0 || steps_.empty()) return;
    steps_.back().bytes += bytes;
    ++steps_.back().copies;
  }

  bool copies(std::uint32_t function) {
    const auto [found, is_new] = known_.try_emplace(function, false);
    if (is_new) found->second = is_copying_name(run_.name_of(function));
    return found->second;
  }

  const recorded_run& run_;
  std::map<std::uint32_t, bool> known_;
  std::vector<step_copies> steps_;
  std::uint32_t depth_ = 0;
  std::uint64_t pending_ = 0;
};

}  // namespace

std::string copies_json(const recorded_run& run, step_number from, step_number to) {
  const trace& log = run.log();
  const step_number last = std::min(to, log.steps());
  const log_position start = log.position_of(std::min(from, last)), end = log.position_of(last);
  copy_pass pass(run);
  step_number step = from;
  for (std::uint32_t number = 0; number < log.stretches(); ++number) {
    const log_stretch in = log.stretch(number);
    if (in.from >= end || in.from + in.words.size() <= start) continue;
    each_record_of(in, [&](log_position at, const std::uint32_t* record) {
      if (at < start || at >= end) return;
      if (is_step(record)) {
        if (!pass.steps().empty() && pass.steps().back().bytes == 0) pass.steps().pop_back();
        pass.begin_step(step++);
      }
      pass.take(record);
    });
  }
  std::vector<step_copies>& steps = pass.steps();
  std::erase_if(steps, [](const step_copies& each) { return each.bytes == 0; });
  std::uint64_t bytes = 0, copies = 0;
  for (const step_copies& each : steps) {
    bytes += each.bytes;
    copies += each.copies;
  }
  std::ranges::stable_sort(steps, std::greater{}, &step_copies::bytes);
  steps.resize(std::min(steps.size(), most_steps));
  std::ranges::sort(steps, {}, &step_copies::step);
  json out;
  out.begin_object().key("bytes").number(bytes).key("copies").number(copies).key("steps").begin_array();
  for (const step_copies& each : steps) {
    out.begin_object().key("at");
    write_step(out, run, each.step);
    out.key("bytes").number(each.bytes).key("copies").number(each.copies).end_object();
  }
  return out.end_array().end_object().release();
}

}  // namespace pagewise
