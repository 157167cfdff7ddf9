#include "replay/other_memories.h"

#include "replay/log_check.h"
#include "replay/record_reader.h"

namespace pagewise {
namespace {

constexpr std::uint32_t memory_note = record_header(record_kind::note, static_cast<std::uint32_t>(note_kind::memory));

bool changes_memory(record_kind kind) { return kinds_that_write.has(kind) || kind == record_kind::grow; }

}  // namespace

std::expected<void, bad_log> other_memories::set_initial(log_section& section) {
  if (const auto sorted = sort_pieces(section); !sorted) return sorted;
  for (std::uint32_t i = 0; i < count(); ++i) {
    if (const auto set = traces_[i].set_initial(pieces_[i + 1]); !set) return set;
  }
  return {};
}

std::expected<void, bad_log> other_memories::take(log_section& section) {
  if (count() == 0) return {};
  if (const auto sorted = sort_pieces(section); !sorted) return sorted;
  if (const auto sorted = sort_words(section); !sorted) return sorted;
  for (std::uint32_t i = 0; i < count(); ++i) {
    if (const auto added = traces_[i].add({.words = words_[i + 1], .pieces = pieces_[i + 1]}); !added) return added;
  }
  return {};
}

std::expected<void, bad_log> other_memories::sort_pieces(log_section& section) {
  pieces_.assign(count() + 1, {});
  for (const memory_piece& each : section.pieces) {
    const std::uint32_t memory = each.index / pieces_of_memory;
    if (memory > count()) return std::unexpected(bad_log{0, "piece of no memory"});
    pieces_[memory].push_back({each.index % pieces_of_memory, each.contents});
  }
  section.pieces = pieces_[0];
  return {};
}

std::expected<void, bad_log> other_memories::sort_words(log_section& section) {
  words_.assign(count() + 1, {});
  for (std::size_t at = 0; at < section.words.size();) {
    const std::span<const std::uint32_t> left = section.words.subspan(at);
    if (const char* reason = bad_length(left.data(), left.size())) {
      return std::unexpected(bad_log{static_cast<log_position>(at), reason});
    }
    const std::span<const std::uint32_t> record = left.first(words_of(left.data()));
    if (record[0] == memory_note && record[1] > count()) {
      return std::unexpected(bad_log{static_cast<log_position>(at), "no such memory"});
    }
    at += record.size();
    if (record[0] == memory_note) {
      next_ = record[1];
      continue;
    }
    const auto add = [&](std::uint32_t memory) { words_[memory].insert(words_[memory].end(), record.begin(), record.end()); };
    if (changes_memory(kind_of(record[0]))) {
      add(next_);
      next_ = 0;
    } else {
      add(0);
      if (is_step(record.data())) for (std::uint32_t i = 1; i <= count(); ++i) add(i);
    }
  }
  section.words = words_[0];
  return {};
}

}  // namespace pagewise
