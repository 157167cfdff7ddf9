#include "checks/last_pointers.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <map>

#include "checks/call_frames.h"
#include "checks/live_blocks.h"
#include "checks/pointer_targets.h"
#include "checks/stack_owners.h"
#include "replay/log_pass.h"

namespace pagewise {
namespace {

/// Follows every word that holds a pointer into one of the lost blocks, from where it is stored to where it is lost.
class pointer_watch {
public:
  pointer_watch(const trace& log, const checked_program& program, std::span<const function_role> roles,
                const allocator_words& left_out, std::span<const std::uint32_t> lost)
      : log_(log), program_(program), left_out_(left_out), targets_(log, lost), live_(log), frames_(log, roles), stack_(log),
        losses_(lost.size()) {}

  std::vector<std::optional<lost_pointer>> run() {
    for (std::uint32_t number = 0; number < log_.stretches(); ++number) {
      const log_stretch stretch = log_.stretch(number);
      const std::uint32_t* new_words = stretch.new_words;
      each_record_of(stretch, [&](log_position at, const std::uint32_t* record) {
        pass(at, record, reinterpret_cast<const std::uint8_t*>(new_words));
        new_words += padded_words(write_of(record).length);
      });
      if (words_.size() > most_words) return std::vector<std::optional<lost_pointer>>(losses_.size());
    }
    return told();
  }

private:
  static constexpr std::size_t most_words = 1'000'000;

  struct loss {
    log_position at = finding::nowhere;  ///< nowhere: of no pointer
    lost_pointer what{};
  };

  void pass(log_position at, const std::uint32_t* record, const std::uint8_t* written) {
    const std::uint32_t payload = payload_of(record[0]);
    switch (kind_of(record[0])) {
      case record_kind::line: frames_.line(at); break;
      case record_kind::enter:
        frames_.enter(payload);
        stack_.enter(payload);
        break;
      case record_kind::exit:
      case record_kind::unwind:
        end_frames(at);
        frames_.leave(at);
        stack_.leave(at);
        break;
      case record_kind::global:
        if (program_.what.stack_pointer != (payload & index_mask)) break;
        stack_.stack_pointer(record[1]);
        end_frames(at);
        break;
      case record_kind::allocator:
        live_.pass(at, [&](std::uint32_t start, std::uint64_t end) { forget(start, end, at, pointer_loss::holder_freed); });
        break;
      case record_kind::note:
        if (is_step(static_cast<note_kind>(payload))) frames_.script(at);
        break;
      default:
        if (const memory_write write = write_of(record); write.length > 0) this->write(at, write, written);
    }
  }

  /// What lies below the stack pointer is over. A function that calls none may use bytes there until it ends.
  void end_frames(log_position at) {
    if (const auto end = stack_.pointer()) forget(program_.regions.stack_low, *end, at, pointer_loss::frame_ended);
  }

  void write(log_position at, const memory_write& write, const std::uint8_t* written) {
    for (std::uint64_t word = write.address & ~3U; word < write.end(); word += 4) {
      const auto address = static_cast<std::uint32_t>(word);
      const std::uint64_t from = std::max<std::uint64_t>(word, write.address), to = std::min(word + 4, write.end());
      const std::uint8_t* bytes = written + (from - write.address);
      const auto known = words_.find(address);
      std::uint32_t value = 0;
      if (to - from < 4) {
        if (known == words_.end() && !targets_.may_begin_with(bytes, from - word, to - from)) continue;
        log_.read_at(at, address, {reinterpret_cast<std::uint8_t*>(&value), 4});
      }
      std::memcpy(reinterpret_cast<std::uint8_t*>(&value) + (from - word), bytes, static_cast<std::size_t>(to - from));
      const std::optional<std::size_t> target = targets_.of(value);
      if (known != words_.end() && known->second != target) lose(known->second, at, pointer_loss::overwritten);
      if (known != words_.end() && !target) words_.erase(known);
      if (target && is_kept(address, *target)) words_[address] = *target;
    }
  }

  /// Whether a pointer there keeps a block: in the program's data, on the stack, or in another block.
  [[nodiscard]] bool is_kept(std::uint32_t address, std::size_t target) {
    const memory_regions& in = program_.regions;
    if (address >= in.stack_low && address < in.stack_high) return !is_temporary(address);
    if (address >= in.data_start && address < in.data_end) return !left_out_.has(address);
    const std::optional<std::uint32_t> holder = live_.holder_of(address);
    return holder && holder != targets_.block(target);
  }

  /// Whether the innermost function puts a pointer beside its variables: to pass it on, or to free the block if a
  /// constructor throws.
  [[nodiscard]] bool is_temporary(std::uint32_t address) {
    const stack_owners::owner* owner = stack_.innermost();
    if (!owner || !owner->has(address)) return false;
    const std::pair place{owner->function, address - owner->base};
    const auto known = are_variables_.find(place);
    if (known != are_variables_.end()) return !known->second;
    return !(are_variables_[place] = program_.is_variable(place.first, place.second));
  }

  void forget(std::uint64_t start, std::uint64_t end, log_position at, pointer_loss how) {
    auto each = words_.lower_bound(static_cast<std::uint32_t>(start));
    while (each != words_.end() && each->first < end) {
      lose(each->second, at, how);
      each = words_.erase(each);
    }
  }

  void lose(std::size_t target, log_position at, pointer_loss how) {
    losses_[target] = {.at = at, .what = {.line = frames_.guilty(), .how = how}};
  }

  /// Lost blocks lead to others: all of them are lost with the last pointer to any that leads there. What a pointer still
  /// leads to from elsewhere is none of ours to tell.
  [[nodiscard]] std::vector<std::optional<lost_pointer>> told() const {
    constexpr log_position unknown = finding::nowhere - 1;
    std::vector<std::vector<std::size_t>> leads_to(losses_.size());
    std::vector<loss> from = losses_;
    for (const auto& [address, target] : words_) {
      if (const auto holder = targets_.of(address)) leads_to[*holder].push_back(target);
      else from[target].at = unknown;
    }
    std::vector<std::size_t> latest_first;
    for (std::size_t i = 0; i < from.size(); ++i) if (from[i].at != finding::nowhere) latest_first.push_back(i);
    std::ranges::sort(latest_first, std::greater{}, [&](std::size_t i) { return from[i].at; });
    std::vector<std::optional<lost_pointer>> found(from.size());
    std::vector<bool> is_reached(from.size());
    for (const std::size_t first : latest_first) {
      for (std::vector<std::size_t> waiting{first}; !waiting.empty();) {
        const std::size_t next = waiting.back();
        waiting.pop_back();
        if (is_reached[next]) continue;
        is_reached[next] = true;
        if (from[first].at != unknown && from[first].what.line != finding::nowhere) found[next] = from[first].what;
        waiting.insert(waiting.end(), leads_to[next].begin(), leads_to[next].end());
      }
    }
    return found;
  }

  const trace& log_;
  const checked_program& program_;
  const allocator_words& left_out_;
  pointer_targets targets_;
  live_blocks live_;
  call_frames frames_;
  stack_owners stack_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, bool> are_variables_;  ///< at offsets of functions
  std::map<std::uint32_t, std::size_t> words_;  ///< those that hold a pointer, and to which of the lost blocks
  std::vector<loss> losses_;                    ///< the last one of each
};

}  // namespace

std::vector<std::optional<lost_pointer>> last_pointers(const trace& log, const checked_program& program,
                                                       std::span<const function_role> roles,
                                                       const allocator_words& left_out,
                                                       std::span<const std::uint32_t> lost) {
  const bool is_certain = !program.is_optimised && program.opening == 0 && log.incomplete_sections() == 0;
  if (lost.empty() || !is_certain) return std::vector<std::optional<lost_pointer>>(lost.size());
  return pointer_watch(log, program, roles, left_out, lost).run();
}

}  // namespace pagewise
