#include "replay/log_check.h"

#include <algorithm>

#include "replay/record_reader.h"

namespace pagewise {
namespace {

/// Checks one record after another. Each check returns why the record is bad, or null.
class record_check {
public:
  record_check(const trace_bounds& bounds, log_progress before) : bounds_(bounds), now_(before) {}

  [[nodiscard]] const log_progress& now() const { return now_; }

  const char* check(const std::uint32_t* record, std::size_t left) {
    if (const char* reason = bad_length(record, left)) return reason;
    const std::uint32_t payload = payload_of(record[0]);
    switch (kind_of(record[0])) {
      case record_kind::line: return payload < bounds_.sites ? nullptr : "no such site";
      case record_kind::enter:
        if (payload >= bounds_.functions) return "no such function";
        return ++now_.open_calls > most_open_calls ? "too many open calls" : nullptr;
      case record_kind::exit:
        if (now_.open_calls > 0) --now_.open_calls;
        return payload < bounds_.functions ? nullptr : "no such function";
      case record_kind::unwind: now_.open_calls = std::min(now_.open_calls, payload); return nullptr;
      case record_kind::store1: return payload > 0xff ? "more than a byte" : within_memory(record[1], 1);
      case record_kind::store2: return payload > 0xffff ? "more than two bytes" : within_memory(record[1], 2);
      case record_kind::store4: return within_memory(record[1], 4);
      case record_kind::store8: return within_memory(record[1], 8);
      case record_kind::range:
        if (payload > static_cast<std::uint32_t>(range_cause::script)) return "unknown cause of a range";
        return within_memory(record[1], record[2]);
      case record_kind::store4_low: return within_memory(payload, 4);
      case record_kind::grow: return grow(record);
      case record_kind::global: return (payload & index_mask) < bounds_.globals ? nullptr : "no such global";
      case record_kind::allocator: return allocator(payload);
      case record_kind::note:
        return payload > static_cast<std::uint32_t>(note_kind::view_within) ? "unknown note" : nullptr;
      case record_kind::local:
      case record_kind::load: return nullptr;
    }
    return "unknown record";
  }

private:
  [[nodiscard]] const char* within_memory(std::uint64_t address, std::uint64_t length) const {
    const std::uint64_t size = std::uint64_t{now_.pages} * page_size;
    return length <= size && address <= size - length ? nullptr : "address outside of memory";
  }

  const char* grow(const std::uint32_t* record) {
    if (payload_of(record[0]) > 1) return "unknown cause of growth";
    if (record[1] != now_.pages) return "growth from another size";
    if (record[2] < record[1] || record[2] > bounds_.maximum_pages) return "growth to an impossible size";
    now_.pages = record[2];
    return nullptr;
  }

  static const char* allocator(std::uint32_t payload) {
    const std::uint32_t call = payload & allocator_call_mask;
    return call > static_cast<std::uint32_t>(allocator_call::announced_release_all) ? "unknown allocator call" : nullptr;
  }

  const trace_bounds& bounds_;
  log_progress now_;
};

}  // namespace

const char* bad_length(const std::uint32_t* record, std::size_t left) {
  constexpr record_kinds variable{record_kind::range, record_kind::local, record_kind::global, record_kind::allocator};
  const record_kind kind = kind_of(record[0]);
  if (!variable.has(kind)) return words_of(record) <= left ? nullptr : "cut record";
  const std::uint32_t payload = payload_of(record[0]);
  if (kind == record_kind::range && left < 4) return "cut record";
  if (kinds_of_values.has(kind) && payload >> index_bits > static_cast<std::uint32_t>(value_width::two_words)) {
    return "unknown width of a value";
  }
  if (kind == record_kind::allocator &&
      payload >> allocator_call_bits > static_cast<std::uint32_t>(allocator_phase::abandon)) {
    return "unknown phase of an allocator call";
  }
  return words_of(record) <= left ? nullptr : "cut record";
}

std::expected<log_progress, bad_log> check_records(const trace_bounds& bounds, log_progress before,
                                                   std::span<const std::uint32_t> words, log_position origin) {
  constexpr log_position most_words = call::none - 1;
  if (words.size() > most_words - origin) return std::unexpected(bad_log{origin, "longer than a log can be"});
  record_check checking(bounds, before);
  for (std::size_t at = 0; at < words.size();) {
    const std::uint32_t* record = &words[at];
    if (const char* reason = checking.check(record, words.size() - at)) {
      return std::unexpected(bad_log{origin + static_cast<log_position>(at), reason});
    }
    at += words_of(record);
  }
  return checking.now();
}

std::expected<void, bad_log> check_pieces(std::span<const memory_piece> pieces, std::uint32_t pages,
                                          log_position position) {
  for (const memory_piece& each : pieces) {
    if (each.contents.size() != piece_size) return std::unexpected(bad_log{position, "piece of another size"});
    if (each.index >= std::uint64_t{pages} * (page_size / piece_size)) {
      return std::unexpected(bad_log{position, "piece outside of memory"});
    }
  }
  return {};
}

}  // namespace pagewise
