#pragma once

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <random>
#include <utility>
#include <vector>

#include "run_truth.h"

namespace pagewise {

/// A made-up program that runs on a memory of its own and is recorded as a real one is. What it remembers beside the
/// log is found without reading the log.
class made_up_run : public run_truth {
public:
  explicit made_up_run(std::uint32_t seed) : random_(seed), memory_(first_pages * page) {
    for (std::uint32_t i = 0; i < 3000; ++i) memory_[below(60000)] = static_cast<std::uint8_t>(random_());
    std::ranges::fill(globals_, none);
    std::ranges::fill(lowest_, ~std::uint32_t{0});
    initial = changed_pieces({});
    at_section_ = memory_;
  }

  /// Runs on, and cuts the log into sections of up to `section_words`. Keeps a moment in `one_in` steps.
  void run(std::uint32_t operations, std::uint32_t section_words, std::uint32_t one_in) {
    std::uint32_t limit = 1 + below(section_words);
    for (std::uint32_t i = 0; i < operations; ++i) {
      one_in_ = one_in;
      operate();
      if (words_.size() < limit) continue;
      end_section();
      limit = 1 + below(section_words);
    }
    end_section();
    keep_moment();
  }

  [[nodiscard]] trace_bounds bounds() const { return {sites, functions, globals, first_pages, most_pages}; }
  [[nodiscard]] log_position size() const { return origin_ + static_cast<log_position>(words_.size()); }
  [[nodiscard]] std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }

  /// A trace that was given all of it.
  [[nodiscard]] trace replayed() const {
    trace made(bounds());
    if (!made.set_initial(initial.pieces())) std::abort();
    for (const section& each : sections) {
      if (!made.add({each.words, each.pieces()})) std::abort();
    }
    return made;
  }

private:
  void operate() {
    const std::uint32_t chosen = below(100);
    if (chosen < 25) return line();
    if (chosen < 50) return store();
    if (chosen < 56) return enter();
    if (chosen < 62) return exit();
    if (chosen < 75) return local();
    if (chosen < 85) return global();
    if (chosen < 89) return range();
    if (chosen < 93) return allocate();
    if (chosen < 96) return note();
    if (chosen == 96) return grow();
    if (chosen == 97) return unwind();
    emit({record_header(record_kind::load, 4), below(page)});
  }

  void emit(std::initializer_list<std::uint32_t> words) {
    words_.insert(words_.end(), words);
    ++records;
  }
  void happened(event_kind kind) { events.push_back({kind, size()}); }

  void begin_step() {
    if (below(one_in_) == 0) keep_moment();
    steps.push_back(size());
    depths.push_back(static_cast<std::uint32_t>(stack_.size()));
  }
  void keep_moment() {
    moment kept{static_cast<step_number>(steps.size()), memory_, stack_, {}, {}};
    std::ranges::copy(globals_, kept.globals_now);
    std::ranges::copy(lowest_, kept.lowest);
    moments.push_back(std::move(kept));
  }

  void line() {
    const std::uint32_t site = below(sites);
    if (!stack_.empty()) stack_.back().site = site;  // a call is at the line that runs next
    begin_step();
    emit({record_header(record_kind::line, site)});
  }

  /// Most stores go near each other and across borders of pieces, as they do on a stack.
  std::uint32_t address(std::uint32_t length) {
    const auto size = static_cast<std::uint32_t>(memory_.size());
    const std::uint32_t wish = below(3) == 0   ? below(size)
                               : below(2) == 0 ? piece_size * (1 + below(20)) - below(8)
                                               : 70000 + below(300);
    return std::min(wish, size - length);
  }
  void change(std::uint32_t at, std::uint32_t length) {
    write done{size(), at, {memory_.begin() + at, memory_.begin() + at + length}, {}};
    for (std::uint32_t i = 0; i < length; ++i) done.after.push_back(static_cast<std::uint8_t>(random_() % 4));
    pending_ = std::move(done);
  }
  /// The record was written; now the bytes are.
  void make_change() {
    std::ranges::copy(pending_.after, memory_.begin() + pending_.address);
    if (!pending_.after.empty()) writes.push_back(pending_);
  }
  void store() {
    const std::uint32_t width = 1U << below(4), at = address(width);
    change(at, width);
    std::uint32_t old[2]{};
    std::memcpy(old, pending_.before.data(), width);
    if (width == 1) emit({record_header(record_kind::store1, old[0]), at});
    if (width == 2) emit({record_header(record_kind::store2, old[0]), at});
    if (width == 4 && below(2) == 0) emit({record_header(record_kind::store4), at, old[0]});
    else if (width == 4) emit({record_header(record_kind::store4_low, at), old[0]});
    if (width == 8) emit({record_header(record_kind::store8), at, old[0], old[1]});
    make_change();
  }
  void emit_old_bytes() {
    const std::size_t words = padded_words(static_cast<std::uint32_t>(pending_.before.size()));
    words_.resize(words_.size() + words);
    if (words > 0) std::memcpy(&words_[words_.size() - words], pending_.before.data(), pending_.before.size());
  }
  void range() {
    const std::uint32_t length = below(8) == 0 ? below(9000) : below(40), at = address(length);
    change(at, length);
    emit({record_header(record_kind::range, below(6)), at, length, 0});
    emit_old_bytes();
    make_change();
  }
  void grow() {
    const auto pages = static_cast<std::uint32_t>(memory_.size()) / page;
    if (pages == most_pages) return;
    memory_.resize(memory_.size() + page);
    happened(event_kind::growth);
    emit({record_header(record_kind::grow, below(2)), pages, pages + 1});
  }

  void enter() {
    if (stack_.size() > 40) return;
    frame begun{static_cast<std::uint32_t>(entered.size()), below(functions), {}, {}};
    std::ranges::fill(begun.values, none);
    happened(event_kind::call);
    entered.push_back(size());
    left.push_back(~log_position{0});
    entered_functions.push_back(begun.function);
    stack_.push_back(begun);
    emit({record_header(record_kind::enter, begun.function)});
    if (below(2) == 0) local();
  }
  void exit() {
    if (stack_.empty()) return;
    happened(event_kind::call_end);
    left[stack_.back().number] = size();
    emit({record_header(record_kind::exit, stack_.back().function)});
    stack_.pop_back();
  }
  void unwind() {
    const std::uint32_t remaining = below(static_cast<std::uint32_t>(stack_.size()) + 2);
    for (std::size_t depth = remaining; depth < stack_.size(); ++depth) left[stack_[depth].number] = size();
    if (remaining < stack_.size()) stack_.resize(remaining);
    emit({record_header(record_kind::unwind, remaining)});
  }
  void local() {
    const std::uint32_t index = below(locals);
    const std::uint64_t value = random_();
    const bool wide_value = below(2) == 0;
    if (!stack_.empty()) stack_.back().values[index] = wide_value ? value : value & 0xffffffff;
    emit_value(record_kind::local, index, value, wide_value);
  }
  void global() {
    const std::uint32_t index = below(globals);
    const std::uint64_t value = random_();
    const bool wide_value = below(4) == 0;
    globals_[index] = wide_value ? value : value & 0xffffffff;
    if (globals_[index] <= 0xffffffff) {
      lowest_[index] = std::min(lowest_[index], static_cast<std::uint32_t>(globals_[index]));
    }
    emit_value(record_kind::global, index, value, wide_value);
  }
  void emit_value(record_kind kind, std::uint32_t index, std::uint64_t value, bool wide_value) {
    const std::uint32_t header = record_header(kind, index | (wide_value ? 1U : 0U) << index_bits);
    if (wide_value) return emit({header, static_cast<std::uint32_t>(value), static_cast<std::uint32_t>(value >> 32)});
    emit({header, static_cast<std::uint32_t>(value)});
  }

  void allocate() {
    const auto call = static_cast<std::uint32_t>(below(2) == 0 ? allocator_call::new_ : allocator_call::delete_);
    const std::uint32_t given = 16 + 16 * below(30);
    happened(releases(static_cast<allocator_call>(call)) ? event_kind::release : event_kind::allocation);
    emit({record_header(record_kind::allocator, call), given, 0, 0});
    const std::uint32_t inner = static_cast<std::uint32_t>(allocator_call::malloc_);
    emit({record_header(record_kind::allocator, inner), given, 0, 0});
    if (below(10) == 0) {
      emit({record_header(record_kind::allocator, inner | 2U << allocator_call_bits)});
      emit({record_header(record_kind::allocator, call | 2U << allocator_call_bits)});
      return;
    }
    store();
    emit({record_header(record_kind::allocator, inner | 1U << allocator_call_bits), given});
    emit({record_header(record_kind::allocator, call | 1U << allocator_call_bits), given});
  }
  void note() {
    const std::uint32_t drawn = below(12);
    const auto kind = static_cast<note_kind>(drawn < static_cast<std::uint32_t>(note_kind::finding) ? drawn : drawn + 1);
    if (is_step(kind)) begin_step();
    happened(event_kind::note);
    if (kind == note_kind::output) happened(event_kind::output);
    emit({record_header(record_kind::note, static_cast<std::uint32_t>(kind)), 0, below(9)});
  }

  /// The pieces that differ from what they were, and now and then one that does not.
  section changed_pieces(std::vector<std::uint8_t> before) {
    section found;
    before.resize(memory_.size());
    for (std::uint32_t at = 0; at < memory_.size(); at += piece_size) {
      if (std::memcmp(&memory_[at], &before[at], piece_size) == 0 && below(30) != 0) continue;
      found.indices.push_back(at / piece_size);
      found.contents.emplace_back(memory_.begin() + at, memory_.begin() + at + piece_size);
    }
    return found;
  }
  void end_section() {
    section ended = changed_pieces(std::exchange(at_section_, memory_));
    origin_ = size();
    ended.words = std::exchange(words_, {});
    sections.push_back(std::move(ended));
  }

  std::mt19937_64 random_;
  std::vector<std::uint8_t> memory_, at_section_;
  std::vector<frame> stack_;
  std::uint64_t globals_[globals];
  std::uint32_t lowest_[globals];
  std::vector<std::uint32_t> words_;
  log_position origin_ = 0;
  std::uint32_t one_in_ = 1;
  write pending_;
};

}  // namespace pagewise
