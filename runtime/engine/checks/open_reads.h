#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "checks/finding.h"

namespace pagewise {

/// A read of bytes of which some were never written. Whether it is a use shows later: a store of the same value
/// elsewhere makes it a copy.
struct open_read {
  std::uint32_t call;
  std::uint32_t address;
  std::uint32_t size;       ///< bytes, at most 16
  std::uint32_t unwritten;  ///< a bit for each byte that was never written
  log_position position;
  log_position line;
  bool is_own;  ///< of the learner's code; else of code that only copies
  std::array<std::uint8_t, 16> value;
  std::uint32_t sequence = 0;  ///< the number of its load
  std::uint32_t stores_left = 8;

  [[nodiscard]] bool is_whole() const { return unwritten == (std::uint32_t{1} << size) - 1; }
};

/// What a store does with what was read before it.
struct store_meaning {
  enum class kind : std::uint8_t { plain, copy, update };
  kind what;
  open_read read;  ///< that it copies, or whose bytes it brings up to date
};

/// The reads of which it is not known yet what becomes of them.
class open_reads {
public:
  /// Called for reads that turn out to be uses.
  using use = std::function<void(const open_read&)>;
  /// Whether these bytes of memory are now what is being stored.
  using holds = std::function<bool(std::uint32_t address)>;

  /// `is_optimised` tells that lines are mixed in the code: a copy may end on another one.
  open_reads(bool is_optimised, use used) : is_optimised_(is_optimised), used_(std::move(used)) {}

  /// Any load of a call.
  void load(std::uint32_t call, std::uint32_t address, std::uint32_t size);
  /// The last load was of bytes that were never written.
  void add(open_read read);
  [[nodiscard]] bool has_any_of(std::uint32_t call) const { return !reads_.empty() && reads_.back().call == call; }
  /// Any store of a call. Only where has_any_of() does it matter what.
  store_meaning store(std::uint32_t call, std::uint32_t address, std::span<const std::uint8_t> value, const holds& same);
  void pass_store(std::uint32_t call) {
    if (loaded_by_ == call) stored_at_ = loads_;
  }
  /// The call has come to another line.
  void line(std::uint32_t call);
  /// Calls above this one have ended; all have, where it is call::none.
  void end(std::uint32_t innermost);

private:
  struct seen_load {
    std::uint32_t address, size;
    bool is_copied;
  };
  static constexpr std::uint32_t most_loads = 16, most_reads = 32;

  [[nodiscard]] std::size_t first_of(std::uint32_t call) const;
  [[nodiscard]] bool is_update(std::uint32_t call, std::uint32_t address) const;
  [[nodiscard]] bool is_known(std::uint32_t sequence) const { return sequence < loads_ && loads_ - sequence <= most_loads; }
  seen_load& seen(std::uint32_t sequence) { return ring_[sequence % most_loads]; }
  std::uint32_t run_start(std::uint32_t sequence);
  store_meaning take(std::size_t at, store_meaning::kind what);
  void settle(std::size_t from);

  bool is_optimised_;
  use used_;
  std::vector<open_read> reads_;  ///< those of inner calls behind those of outer ones
  std::array<seen_load, most_loads> ring_{};  ///< the last loads of one call
  std::uint32_t loads_ = 0, loaded_by_ = call::none, first_load_ = 0, stored_at_ = 0;
};

}  // namespace pagewise
